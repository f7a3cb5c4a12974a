import type { Example } from "../diagnostics/rule.ts";

/** Examples that show too much of something are cut; nobody reads them to the end. */
const MOST_LINES = 14;
const LONGEST_LINE = 100;

/** A part of an example: what it is, where that must be said, and its lines as they are typed. */
export interface ShownPart {
  /** A file's name; undefined for the text of a page or a header alone. */
  readonly file?: string;
  readonly lines: readonly string[];
}

/** How an example that is text reads. What nobody would see in it is shown by its number. */
export function showExample(example: Exclude<Example, string>): readonly ShownPart[] {
  if ("page" in example) return [{ lines: cut(example.page) }];
  if ("header" in example) return [{ lines: cut(`---\n${example.header}\n---`) }];
  if ("catalogue" in example) return [{ lines: cut(example.catalogue.trimEnd()) }];
  return Object.entries(example.files).map(([file, text]) => ({
    file,
    lines: text === "" ? ["(nothing)"] : cut(text.replace(/\n$/, "")),
  }));
}

function cut(text: string): readonly string[] {
  const lines = showInvisible(text).split("\n");
  const shown = lines.slice(0, MOST_LINES).map((line) => {
    const signs = [...line];
    return signs.length > LONGEST_LINE ? `${signs.slice(0, LONGEST_LINE - 1).join("")}…` : line;
  });
  return lines.length > MOST_LINES ? [...shown, "…"] : shown;
}

function showInvisible(text: string): string {
  return text.replace(/[\p{Cf}\p{Co}]|(?!\n)\p{Cc}/gu, (sign) => {
    const number = sign.codePointAt(0) ?? 0;
    return `<U+${number.toString(16).toUpperCase().padStart(4, "0")}>`;
  });
}
