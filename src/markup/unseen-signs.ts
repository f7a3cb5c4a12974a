import { dropUnseenSigns, findUnseenSigns } from "../language/unseen-signs.ts";
import type { Element, ElementContent } from "./document.ts";
import type { Findings } from "./findings.ts";

/** Attributes whose texts a reader meets. */
const READ = ["alt", "title"];

/**
 * Takes out of a page what nobody sees and what can number a copy, so that no book tells whose copy
 * its source was. The page reads as before. The trees are changed in place.
 *
 * Diagnostics: MRK084, once a page.
 *
 * @param trees the body and each note.
 */
export function clearUnseenSigns(
  trees: readonly (readonly ElementContent[])[],
  findings: Findings,
): void {
  const pieces = trees.flatMap((tree) => [...listPieces(tree, undefined)]);
  const texts = pieces.map(({ text }) => text);
  const found = findUnseenSigns(texts);
  if (found === undefined) return;
  const cleared = dropUnseenSigns(texts);
  const first = pieces.find(({ text }, at) => text !== cleared[at])?.within;
  for (const [at, piece] of pieces.entries()) piece.write(cleared[at] ?? "");
  const signs = found.count === 1 ? "a sign" : `${found.count} signs`;
  findings.add(
    "MRK084",
    "warning",
    `Unexpected ${signs} that nobody sees (${found.sign}), expected letters`,
    first === undefined ? findings.placeAt(0) : findings.placeOf(first),
    "Such signs can hold a number that tells whose copy this is. They are left out of the books. Type the words anew before you pass the file itself on.",
  );
}

interface Piece {
  readonly text: string;
  /** The nearest element whose place in the file is known. */
  readonly within: Element | undefined;
  write(text: string): void;
}

function* listPieces(
  nodes: readonly ElementContent[],
  around: Element | undefined,
): Generator<Piece> {
  for (const node of nodes) {
    if (node.type === "text") {
      yield { text: node.value, within: around, write: (text) => (node.value = text) };
    } else if (node.type === "element") {
      const within = node.position === undefined ? around : node;
      const { properties } = node;
      for (const name of READ) {
        const text = properties[name];
        if (typeof text === "string")
          yield { text, within, write: (cleared) => (properties[name] = cleared) };
      }
      yield* listPieces(node.children, within);
    }
  }
}
