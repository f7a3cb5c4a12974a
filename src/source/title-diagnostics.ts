import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import { findBidiControl } from "../language/bidi.ts";
import type { HeaderEntries } from "./header-entries.ts";
import type { InvisibleLine } from "./invisible-lines.ts";
import { diagnose } from "./rules.ts";
import type { YamlTree } from "./yaml.ts";

/** In characters. The longest title of any known curriculum has about 80; a phone shows about 30 a line. */
const LONGEST_TITLE = 150;

/** HDR032 where a title is as long as a paragraph. */
export function reportTitle(place: Place, title: string): readonly Diagnostic[] {
  const length = [...title].length;
  if (length <= LONGEST_TITLE) return [];
  return [diagnose("HDR032", place, { length, most: LONGEST_TITLE })];
}

/**
 * HDR033 for each key with signs that turn the order of letters around, HDR034 for each with signs that
 * can number a copy. Both are left out.
 *
 * @param invisible the lines of the header that were read without such signs.
 */
export function reportInvisible(
  path: string,
  entries: HeaderEntries,
  invisible: readonly InvisibleLine[],
): readonly Diagnostic[] {
  const rising = [...entries.values()].sort((a, b) => a.at.line - b.at.line);
  return [...entries.values()].flatMap((entry) => {
    const next = rising[rising.indexOf(entry) + 1]?.at.line ?? Number.POSITIVE_INFINITY;
    const from = entry === rising[0] ? 0 : entry.at.line;
    // A soft hyphen comes with a title from the web.
    const line = invisible.find(
      (one) => one.line >= from && one.line < next && one.sign !== "U+00AD",
    );
    const inLine =
      line === undefined
        ? undefined
        : line.line === entry.value.at.line
          ? { sign: line.sign, at: entry.value.at }
          : { sign: line.sign, at: { line: line.line, column: line.column, length: 1 } };
    const found = [
      ["HDR033", findSign(entry.value, ({ text }) => findBidiControl(text))],
      ["HDR034", inLine ?? findSign(entry.value, (value) => value.invisible)],
    ] as const;
    return found.flatMap(([code, one]) => {
      if (one === undefined) return [];
      return [diagnose(code, { file: path, ...one.at }, { sign: one.sign, key: entry.written })];
    });
  });
}

interface FoundSign {
  readonly sign: string;
  readonly at: YamlTree["at"];
}

type FindSign = (value: YamlTree & { readonly kind: "text" }) => string | undefined;

/** The first in a value; the reader of YAML bounds the depth. */
function findSign(tree: YamlTree, find: FindSign): FoundSign | undefined {
  if (tree.kind === "text") {
    const sign = find(tree);
    return sign === undefined ? undefined : { sign, at: tree.at };
  }
  if (tree.kind === "empty") return undefined;
  const inner = tree.kind === "list" ? tree.items : tree.entries.map(({ value }) => value);
  for (const one of inner) {
    const found = findSign(one, find);
    if (found !== undefined) return found;
  }
  return undefined;
}
