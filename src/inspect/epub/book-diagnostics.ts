import type { Diagnostic, Place } from "../../diagnostics/diagnostic.ts";
import { fillMessage, type KeyOf, type ValuesOf } from "../../diagnostics/message-table.ts";
import { countUpTo } from "../../language/text-form.ts";
import { EPUB_RULES } from "./rules.ts";

type Key = KeyOf<typeof EPUB_RULES>;
type Values<Given> = ValuesOf<typeof EPUB_RULES, Given>;

/** Where in a book something was found. */
export interface Spot {
  /** Name of the file in the archive; empty where the book as a whole is meant. */
  readonly file: string;
  /** UTF-16 code units from the beginning of the file. */
  readonly offset?: number;
}

/** How a rule tells what it found: by the name of a text, and values for it. */
export type Report = <Given extends Key>(key: Given, spot: Spot, ...values: Values<Given>) => void;

/** The same within one file: of an element, or of the file as a whole. */
export type Diagnose = <Given extends Key>(
  key: Given,
  at: { readonly offset?: number },
  ...values: Values<Given>
) => void;

export function diagnoseIn(report: Report, file: string): Diagnose {
  return (key, { offset }, ...values) =>
    // biome-ignore lint/plugin: values of a message are one thing or none, and no list of content
    report(key, offset === undefined ? { file } : { file, offset }, ...values);
}

/** Collects what rules find. */
export interface BookDiagnostics {
  readonly report: Report;
  readonly diagnostics: readonly Diagnostic[];
}

/** @param textOf the text of a file of the book, for lines and columns. */
export function collectDiagnostics(textOf: (file: string) => string | undefined): BookDiagnostics {
  const diagnostics: Diagnostic[] = [];
  const lineStarts = new Map<string, readonly number[]>();
  const placeOf = ({ file, offset }: Spot): Place => {
    if (offset === undefined || offset < 0) return { file };
    let starts = lineStarts.get(file);
    if (starts === undefined) {
      starts = findLines(textOf(file) ?? "");
      lineStarts.set(file, starts);
    }
    const line = countUpTo(starts, offset);
    return { file, line, column: offset - (starts[line - 1] ?? 0) + 1 };
  };
  return {
    diagnostics,
    report(key, spot, ...[values]) {
      const { code, message, hint } = fillMessage(EPUB_RULES, key, values);
      const { severity } = EPUB_RULES[code as keyof typeof EPUB_RULES];
      diagnostics.push({ code, severity, message, place: placeOf(spot), hint });
    },
  };
}

function findLines(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length)];
}

/** A stranger's text in a message: short, and in one line. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return `\`${line.length > 80 ? `${line.slice(0, 79)}…` : line}\``;
}
