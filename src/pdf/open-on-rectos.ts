/**
 * Chapters of a book that is printed on both sides begin on pages with an odd number. No browser
 * does that by itself yet (`break-before: recto` is a plain break to Chromium), so the pages of a
 * print tell where blank ones are missing.
 */

type Folios = ReadonlyMap<string, number>;

/**
 * The openers that need a blank page before them.
 *
 * @param folios of a print without any blank page.
 * @param openers ids in the order of the book; each begins a page.
 */
export function findBlankPages(folios: Folios, openers: readonly string[]): readonly string[] {
  let added = 0;
  return openers.filter((id) => {
    const folio = folios.get(id);
    if (folio === undefined || (folio + added) % 2 === 1) return false;
    added += 1;
    return true;
  });
}

/** The folios when blank pages are put before some openers. No page is printed for it. */
export function addBlankPages(folios: Folios, blanks: readonly string[]): Folios {
  const starts = blanks.map((id) => folios.get(id) ?? Number.POSITIVE_INFINITY);
  return mapFolios(folios, (folio) => folio + starts.filter((start) => start <= folio).length);
}

/** The folios as they would be without the blank pages that are before some openers. */
export function removeBlankPages(folios: Folios, blanks: readonly string[]): Folios {
  const starts = blanks.map((id) => folios.get(id) ?? Number.POSITIVE_INFINITY);
  return mapFolios(folios, (folio) => folio - starts.filter((start) => start <= folio).length);
}

function mapFolios(folios: Folios, move: (folio: number) => number): Folios {
  return new Map([...folios].map(([name, folio]) => [name, move(folio)]));
}
