import type { Diagnostic, Place } from "../../diagnostics/diagnostic.ts";
import { type PdfCode, severityOf } from "./rule-table.ts";

/** A page where something was found; undefined for the file as a whole. */
export type Page = number | undefined;

/**
 * How a rule tells what it found.
 *
 * @param message "Unexpected X, expected Y".
 * @param count how many there are of it at this place.
 */
export type Report = (
  code: PdfCode,
  page: Page,
  message: string,
  hint: string,
  count?: number,
) => void;

interface Found {
  readonly page: Page;
  readonly message: string;
}

/** Places that are kept of each kind; a chapter with one fault has it a thousand times. */
const MOST_PLACES = 50;
/** Places that are shown beside the first. */
const MOST_SHOWN = 2;

export class PdfDiagnostics {
  readonly #found = new Map<
    PdfCode,
    { readonly hint: string; count: number; readonly places: Found[] }
  >();

  readonly report: Report = (code, page, message, hint, count = 1) => {
    let known = this.#found.get(code);
    if (known === undefined) {
      known = { hint, count: 0, places: [] };
      this.#found.set(code, known);
    }
    known.count += count;
    if (known.places.length < MOST_PLACES) known.places.push({ page, message });
  };

  /** One for each kind of fault, with the first few places and how often it is. */
  diagnose(claimsPdfua: boolean): readonly Diagnostic[] {
    return [...this.#found].flatMap(([code, { hint, count, places }]) => {
      const [first, ...others] = places;
      if (first === undefined) return [];
      const related = others
        .filter(({ page }, at) => {
          const isNew = others.findIndex((other) => other.page === page) === at;
          return page !== undefined && page !== first.page && isNew;
        })
        .slice(0, MOST_SHOWN)
        .map(({ page, message }) => ({ place: placeOf(page), message }));
      return [
        {
          code,
          severity: severityOf(code, claimsPdfua),
          message: count > 1 ? `${first.message} (${count} times)` : first.message,
          place: placeOf(first.page),
          hint,
          ...(related.length === 0 ? {} : { related }),
        },
      ];
    });
  }
}

function placeOf(page: Page): Place {
  return { file: page === undefined ? "" : `page ${page}` };
}

/** A stranger's text in a message: short, and in one line. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return `\`${line.length > 60 ? `${line.slice(0, 59)}…` : line}\``;
}
