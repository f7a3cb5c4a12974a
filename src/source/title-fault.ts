import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import { findTurning } from "../language/bidi.ts";
import type { HeaderEntries } from "./header-entries.ts";
import { problem } from "./problem.ts";
import type { YamlTree } from "./yaml.ts";

/** In characters. The longest title of any known curriculum has about 80; a phone shows about 30 a line. */
const LONGEST_TITLE = 150;

/** HDR032 where a title is as long as a paragraph. */
export function reportTitle(place: Place, title: string): readonly Diagnostic[] {
  const length = [...title].length;
  if (length <= LONGEST_TITLE) return [];
  return [
    problem("HDR032", "warning", place, {
      message: `Unexpected title of ${length} characters, expected at most ${LONGEST_TITLE}`,
      hint: "It fills the cover and the contents, and readers cut it where they like. Keep the title short, and move the rest to `summary:`.",
    }),
  ];
}

/** HDR033 for each key with signs that turn the order of letters around; they are left out. */
export function reportTurning(path: string, entries: HeaderEntries): readonly Diagnostic[] {
  return [...entries.values()].flatMap(({ value, written }) => {
    const found = findTurned(value);
    if (found === undefined) return [];
    return [
      problem(
        "HDR033",
        "warning",
        { file: path, ...found.at },
        {
          message: `Unexpected invisible sign ${found.sign} in \`${written}:\`, expected letters alone`,
          hint: "It turns the order of letters around and can make one name look like another, so it is left out. Delete the text between the quotation marks and type it anew.",
        },
      ),
    ];
  });
}

function findTurned(
  tree: YamlTree,
): { readonly sign: string; readonly at: YamlTree["at"] } | undefined {
  // The reader of YAML bounds the depth.
  if (tree.kind === "list") return firstOf(tree.items);
  if (tree.kind === "map") return firstOf(tree.entries.map((entry) => entry.value));
  const sign = tree.kind === "text" ? findTurning(tree.text) : undefined;
  return sign === undefined ? undefined : { sign, at: tree.at };
}

function firstOf(trees: readonly YamlTree[]): ReturnType<typeof findTurned> {
  for (const tree of trees) {
    const found = findTurned(tree);
    if (found !== undefined) return found;
  }
  return undefined;
}
