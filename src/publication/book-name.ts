import type { Edition, ImpositionName } from "../source/book-options.ts";

/** Names that Windows keeps for devices, whatever the extension. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** Long enough for every real title, short enough for a path on a USB stick. */
const LONGEST_NAME = 80;

/**
 * File names of books, without extension: ASCII, lower case, safe on FAT, Windows and in a URL.
 *
 * The last segment of the permalink; where two books would share one, as many segments before it
 * as tell them apart; where nothing of it is ASCII, the head of the book's identifier.
 *
 * @param books permalink and identifier of each book of one language.
 * @returns a name for each, in the same order, all different.
 */
export function nameBooks(
  books: readonly { readonly permalink: string; readonly identifier: string }[],
): readonly string[] {
  const segments = books.map(({ permalink }) =>
    permalink
      .split("/")
      .map(toAscii)
      .filter((segment) => segment !== ""),
  );
  const names = segments.map((parts, at) => parts.at(-1) ?? hexOf(books[at]?.identifier));
  for (let depth = 2; hasTwins(names) && depth < 12; depth += 1) {
    const twins = twinsOf(names);
    for (const at of twins) names[at] = segments[at]?.slice(-depth).join("-") || (names[at] ?? "");
  }
  for (const at of twinsOf(names)) names[at] = `${names[at]}-${hexOf(books[at]?.identifier)}`;
  return names.map((name) => (RESERVED.test(name) ? `book-${name}` : name));
}

/**
 * The file name of an edition: `tails`, `tails-participant`.
 *
 * @param names those of all modules: one of them may be called like another's edition.
 */
export function nameEdition(name: string, edition: Edition, names: ReadonlySet<string>): string {
  if (edition === "trainer") return name;
  let own = `${name}-${edition}`;
  while (names.has(own)) own = `${own}-edition`;
  return own;
}

/**
 * The file name of sheets for a printer, which lie beside the book itself: `tails-booklet`,
 * `tails-participant-2up`.
 *
 * @param names those of all modules.
 */
export function nameSheets(name: string, kind: ImpositionName, names: ReadonlySet<string>): string {
  let own = `${name}-${kind}`;
  while (names.has(own)) own = `${own}-sheets`;
  return own;
}

function toAscii(segment: string): string {
  return segment
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST_NAME)
    .replace(/^-+|-+$/g, "");
}

function hexOf(identifier: string | undefined): string {
  return (identifier ?? "").replace("urn:uuid:", "").slice(0, 8);
}

function twinsOf(names: readonly string[]): readonly number[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return names.flatMap((name, at) => ((counts.get(name) ?? 0) > 1 ? [at] : []));
}

function hasTwins(names: readonly string[]): boolean {
  return twinsOf(names).length > 0;
}
