import type { Diagnostic, Place, Severity } from "../../diagnostics/diagnostic.ts";
import { fillMessage, type KeyOf, type ValuesOf } from "../../diagnostics/message-table.ts";
import { PDF_RULES } from "./rules.ts";

type Key = KeyOf<typeof PDF_RULES>;

/** A page where something was found; undefined for the file as a whole. */
export type Page = number | undefined;

/** Where something was found, and how often at this place: once, where nothing is said. */
export interface Spot {
  readonly page?: Page;
  readonly count?: number;
}

/** How a rule tells what it found: by the name of a text, and values for it. */
export type Report = <Given extends Key>(
  key: Given,
  spot: Spot,
  ...values: ValuesOf<typeof PDF_RULES, Given>
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
    string,
    { readonly hint: string; count: number; readonly places: Found[] }
  >();

  readonly report: Report = (key, { page, count = 1 }, ...[values]) => {
    const { code, message, hint } = fillMessage(PDF_RULES, key, values);
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

/** A file that says it keeps PDF/UA is held to it. */
function severityOf(code: string, claimsPdfua: boolean): Severity {
  const { severity } = PDF_RULES[code as keyof typeof PDF_RULES];
  if (severity === "either") return claimsPdfua ? "error" : "warning";
  return severity;
}

function placeOf(page: Page): Place {
  return { file: page === undefined ? "" : `page ${page}` };
}

/** A stranger's text in a message: short, and in one line. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return `\`${line.length > 60 ? `${line.slice(0, 59)}…` : line}\``;
}
