import { NOTE_REFERENCE } from "./content-model.ts";
import type { Element, ElementContent, Footnote } from "./document.ts";
import { type Findings, quoteText } from "./findings.ts";
import { diagnose } from "./rules.ts";
import { hasClass, textOf } from "./serialise.ts";
import type { ReadNote } from "./token-reader.ts";
import { makeElement } from "./tree-builder.ts";
import { rewrite, wrap } from "./tree-walk.ts";

/** A page's body and its notes, with the references between them made. */
export interface NotedTree {
  readonly children: ElementContent[];
  readonly footnotes: readonly Footnote[];
}

/**
 * Numbers the notes by their first reference, in the body and then in the notes themselves, and
 * makes the references links.
 *
 * Diagnostics: MRK031 for notes that nothing refers to; they are left out.
 */
export function numberNotes(
  children: readonly ElementContent[],
  notes: ReadonlyMap<string, ReadNote>,
  findings: Findings,
): NotedTree {
  const numbers = new Map<string, number>();
  const counts = new Map<string, number>();
  const order: ReadNote[] = [];
  const refer = (tree: readonly ElementContent[]) =>
    rewrite(tree, (element) => {
      if (element.tagName === "a") return marksBehind(element);
      if (element.tagName !== NOTE_REFERENCE) return element;
      const label = String(element.properties.label ?? "");
      const note = notes.get(label);
      if (note === undefined) return [];
      let number = numbers.get(label);
      if (number === undefined) {
        order.push(note);
        number = order.length;
        numbers.set(label, number);
      }
      const count = (counts.get(label) ?? 0) + 1;
      counts.set(label, count);
      const id = count === 1 ? `nr${number}` : `nr${number}-${count}`;
      const link = makeElement(
        "a",
        { className: ["note-ref"], href: `#n${number}`, id },
        element.position,
        [{ type: "text", value: String(number) }],
      );
      return wrap("sup", "note-ref-mark", [link]);
    });
  const body = refer(children);
  const footnotes: Footnote[] = [];
  // The list grows while notes refer to further notes.
  for (let index = 0; index < order.length; index += 1) {
    const note = order[index];
    if (note === undefined) continue;
    const audience = note.isForTrainers ? { audience: "trainer" as const } : {};
    footnotes.push({ id: `n${index + 1}`, children: refer(note.children), ...audience });
  }
  for (const [label, note] of notes) {
    if (numbers.has(label) || label.startsWith("^ ")) continue;
    const mark = `[^${label}]`;
    const values = { quoted: quoteText(mark), mark, text: quoteText(textOf(note.children)) };
    findings.add(diagnose("MRK031", findings.placeAt(note.line), values));
  }
  return { children: body, footnotes };
}

/** A link within a link is not valid: the marks that a link holds stand behind it. */
function marksBehind(link: Element): ElementContent[] {
  const marks: Element[] = [];
  const children = rewrite(link.children, (inner) => {
    if (!hasClass(inner, "note-ref-mark")) return inner;
    marks.push(inner);
    return [];
  });
  return [{ ...link, children }, ...marks];
}
