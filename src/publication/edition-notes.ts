import type { Element, ElementContent, Footnote } from "../markup/document.ts";
import { hasClass } from "../markup/serialise.ts";
import { walk } from "../markup/tree-walk.ts";

export interface KeptNotes {
  readonly body: readonly ElementContent[];
  readonly footnotes: readonly Footnote[];
}

/**
 * The footnotes that a text still refers to, also through other footnotes, numbered anew in the
 * order of their first reference; the references follow. Notes that only a part that is gone
 * referred to are gone with it.
 */
export function keepNotes(
  body: readonly ElementContent[],
  footnotes: readonly Footnote[],
): KeptNotes {
  const known = new Map(footnotes.map((note) => [note.id, note]));
  const numbers = new Map<string, number>();
  const order: Footnote[] = [];
  const collect = (nodes: readonly ElementContent[]) =>
    walk(nodes, (element) => {
      const id = noteOf(element);
      const note = id === undefined ? undefined : known.get(id);
      if (note === undefined || numbers.has(note.id)) return;
      order.push(note);
      numbers.set(note.id, order.length);
    });
  collect(body);
  // The list grows while notes refer to further notes.
  for (let index = 0; index < order.length; index += 1) collect(order[index]?.children ?? []);
  const renumber = (node: ElementContent): ElementContent[] => {
    if (node.type !== "element") return [node];
    const target = noteOf(node);
    if (target === undefined) {
      const children = node.children.flatMap(renumber);
      const isMark = hasClass(node, "note-ref-mark") && children.length === 0;
      return isMark ? [] : [{ ...node, children }];
    }
    const number = numbers.get(target);
    // Its note is for trainers.
    if (number === undefined) return [];
    const { id } = node.properties;
    const properties = { ...node.properties, href: `#n${number}` };
    // "nr3-2" is the second reference to the third note.
    if (typeof id === "string") properties.id = id.replace(/^nr\d+/, `nr${number}`);
    return [{ ...node, properties, children: [{ type: "text", value: String(number) }] }];
  };
  return {
    body: body.flatMap(renumber),
    footnotes: order.map((note, index) => ({
      id: `n${index + 1}`,
      children: note.children.flatMap(renumber),
    })),
  };
}

/** The id of the note that a reference leads to. */
function noteOf(element: Element): string | undefined {
  const { href } = element.properties;
  if (!hasClass(element, "note-ref") || typeof href !== "string") return undefined;
  return href.slice(1);
}
