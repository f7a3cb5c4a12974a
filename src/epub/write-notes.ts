import { formatNumber } from "../language/format.ts";
import type { Element, ElementContent } from "../markup/document.ts";
import { makeElement, makeText } from "../markup/make-nodes.ts";
import type { Note } from "../publication/publication.ts";
import { markLanguage } from "../theme/mark-language.ts";
import { adaptTree, type DocumentScope } from "./adapt-tree.ts";

/**
 * The notes of a document as asides: reading systems show them in place when their reference is
 * touched (EPUB 3.3 Structural Semantics, "footnote"), and as a list at the end otherwise. Each is
 * whole by itself, with its number, since a pop-up shows nothing around it.
 *
 * The way back leads to the first reference: the marks of one note look alike, so that a reader
 * could not choose between several, and reading systems have a way back of their own.
 */
export function writeNotes(
  notes: readonly Note[],
  scope: DocumentScope,
): readonly ElementContent[] {
  return notes.filter(({ id }) => !scope.ids.has(id)).map((note) => writeNote(note, scope));
}

function writeNote(note: Note, scope: DocumentScope): Element {
  scope.ids.add(note.id);
  const children = [...adaptTree(note.children, scope)];
  const number = makeText(`${formatNumber(scope.language, note.number)}.`);
  const label = makeElement("span", { className: ["note-number"] }, [number]);
  paragraph(children, 0).children.unshift(label, makeText(" "));
  if (scope.ids.has(note.referenceId)) {
    const last = paragraph(children, children.length - 1);
    last.children.push(makeText(" "), writeBacklink(note.referenceId, scope));
  }
  const roles = { epubType: "footnote", role: "doc-footnote", className: ["footnote"] };
  return makeElement("aside", { id: note.id, ...roles }, children);
}

function writeBacklink(reference: string, scope: DocumentScope): Element {
  const properties = {
    href: `#${reference}`,
    epubType: "backlink",
    role: "doc-backlink",
    className: ["backlink"],
    ariaLabel: scope.words.say("note-back"),
    ...markLanguage(scope.words.languageOf("note-back"), scope.language),
  };
  // U+FE0E: as text, not as a coloured picture.
  return makeElement("a", properties, [makeText("↩\u{FE0E}")]);
}

/** The paragraph at an end of a note; one is added where something else stands there. */
function paragraph(children: ElementContent[], index: number): Element {
  const found = children[index];
  if (found?.type === "element" && found.tagName === "p") return found;
  const added = makeElement("p");
  if (index === 0) children.unshift(added);
  else children.push(added);
  return added;
}
