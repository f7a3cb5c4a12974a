import type { ParsedBody } from "../markup/parse-body.ts";
import type { LocatedUnit } from "./located-unit.ts";

const DEFINITION = /^ {0,3}\*\[([^\]]+)\]:[ \t]*/;

/** What `*[short]: meaning` says: the parser takes these lines out of the text. */
export function listAbbreviations({ lines, codeLines, parsed }: ParsedBody): LocatedUnit[] {
  return lines.flatMap((text, line): LocatedUnit[] => {
    const found = codeLines.has(line) ? null : DEFINITION.exec(text);
    const source = found === null ? "" : text.slice(found[0].length).trim();
    if (found === null || parsed.abbreviations.get(found[1] ?? "") !== source) return [];
    const column = text.indexOf(source, found[0].length);
    return [
      {
        kind: "abbreviation",
        source: source.replace(/[ \t]+/g, " "),
        addresses: [],
        from: { line, column },
        to: { line, column: column + source.length },
        shape: "text",
      },
    ];
  });
}
