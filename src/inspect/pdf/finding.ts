import type { Diagnostic, Place } from "../../diagnostics/diagnostic.ts";
import { CODE_OF_CONDITION, codeOf, type FileCode, severityOf } from "./rule-table.ts";

/** A page where something was found; undefined for the file as a whole. */
export type Page = number | undefined;

/**
 * How a rule tells what it found.
 *
 * @param what a condition of the Matterhorn Protocol (`28-004`), or a code of the file.
 * @param message "Unexpected X, expected Y".
 * @param count how many there are of it at this place.
 */
export type Report = (
  what: FileCode | `${number}-${number}`,
  page: Page,
  message: string,
  hint: string,
  count?: number,
) => void;

/** One condition that failed. */
export interface FailureFact {
  /** `28-004`, or the code where it is no condition of the protocol. */
  readonly condition: string;
  readonly code: string;
  readonly count: number;
  /** The first pages. */
  readonly pages: readonly number[];
}

interface Found {
  readonly page: Page;
  readonly message: string;
}

/** Places that are kept of each kind; a chapter with one fault has it a thousand times. */
const MOST_PLACES = 50;
/** Places that are shown beside the first. */
const MOST_SHOWN = 2;

export class Findings {
  readonly #found = new Map<
    string,
    { readonly hint: string; count: number; readonly places: Found[] }
  >();

  readonly report: Report = (what, page, message, hint, count = 1) => {
    let known = this.#found.get(what);
    if (known === undefined) {
      known = { hint, count: 0, places: [] };
      this.#found.set(what, known);
    }
    known.count += count;
    if (known.places.length < MOST_PLACES) known.places.push({ page, message });
  };

  /** One for each kind of fault, with the first few places and how often it is. */
  diagnose(claimsPdfua: boolean): readonly Diagnostic[] {
    return [...this.#found].flatMap(([what, { hint, count, places }]) => {
      const [first, ...others] = places;
      if (first === undefined) return [];
      const names = CODE_OF_CONDITION.has(what) ? [`Matterhorn ${what}`] : [];
      if (count > 1) names.push(`${count} times`);
      const related = others
        .filter(({ page }, at) => {
          const isNew = others.findIndex((other) => other.page === page) === at;
          return page !== undefined && page !== first.page && isNew;
        })
        .slice(0, MOST_SHOWN)
        .map(({ page, message }) => ({ place: placeOf(page), message }));
      return [
        {
          code: codeOf(what),
          severity: severityOf(what, claimsPdfua),
          message: `${first.message}${names.length === 0 ? "" : ` (${names.join(", ")})`}`,
          place: placeOf(first.page),
          hint,
          ...(related.length === 0 ? {} : { related }),
        },
      ];
    });
  }

  listFailures(): readonly FailureFact[] {
    return [...this.#found]
      .map(([what, { count, places }]) => ({
        condition: what,
        code: codeOf(what),
        count,
        pages: [...new Set(places.flatMap(({ page }) => (page === undefined ? [] : [page])))],
      }))
      .sort((one, other) => (one.code < other.code ? -1 : 1));
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
