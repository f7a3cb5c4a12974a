import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import { findTurning } from "../language/bidi.ts";
import { findUnseenSigns } from "../language/unseen-signs.ts";
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

/** What nobody sees and is left out of a header, and what it can do. */
const UNSEEN = [
  {
    code: "HDR033",
    find: findTurning,
    why: "It turns the order of letters around and can make one name look like another",
  },
  {
    code: "HDR034",
    find: (text: string) => findUnseenSigns([text])?.sign,
    why: "With others it can hold a number that tells whose copy this is",
  },
] as const;

/**
 * HDR033 for each key with signs that turn the order of letters around, HDR034 for each with signs that
 * can number a copy. Both are left out.
 */
export function reportUnseen(path: string, entries: HeaderEntries): readonly Diagnostic[] {
  return [...entries.values()].flatMap(({ value, written }) =>
    UNSEEN.flatMap(({ code, find, why }) => {
      const found = findSign(value, find);
      if (found === undefined) return [];
      const place = { file: path, ...found.at };
      return [
        problem(code, "warning", place, {
          message: `Unexpected invisible sign ${found.sign} in \`${written}:\`, expected letters alone`,
          hint: `${why}, so it is left out. Delete the text between the quotation marks and type it anew.`,
        }),
      ];
    }),
  );
}

interface FoundSign {
  readonly sign: string;
  readonly at: YamlTree["at"];
}

type FindSign = (text: string) => string | undefined;

/** The first in a value; the reader of YAML bounds the depth. */
function findSign(tree: YamlTree, find: FindSign): FoundSign | undefined {
  if (tree.kind === "text") {
    const sign = find(tree.text);
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
