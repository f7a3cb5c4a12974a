import type { Element, ElementContent, Footnote, Root } from "../markup/document.ts";
import { makeElement, makeText } from "../markup/make-nodes.ts";
import { hasClass, textOf } from "../markup/serialise.ts";
import { walk as walkElements } from "../markup/tree-walk.ts";
import type { LinkMode } from "../source/book-options.ts";
import { breakAddress, isShownAddress, showMailAddress } from "./break-address.ts";
import { fitsLinkCode, placeLinkCode } from "./link-code.ts";
import type { Note } from "./publication.ts";

/** A chapter's body with the references to its notes, and the notes in the order of their numbers. */
export interface NotedBody {
  readonly body: Root;
  readonly notes: readonly Note[];
  /** Links whose addresses are too long for a code, each address once. */
  readonly codeless: readonly Element[];
}

interface Walk {
  readonly chapterId: string;
  readonly mode: LinkMode;
  /** By address. */
  readonly codeless: Map<string, Element>;
  readonly footnotes: ReadonlyMap<string, Footnote>;
  /** By footnote's id, with `#`, or by address. */
  readonly numbers: Map<string, number>;
  /** Writes the notes that have a number and no text yet, in the order of their numbers. */
  readonly unwritten: (() => readonly ElementContent[])[];
  readonly inNote: boolean;
  readonly inHeading: boolean;
}

/**
 * Gives a chapter its notes: its footnotes and, where the mode has them there, the addresses of its
 * links, in one sequence in the order of their first reference. A reader on paper or without a
 * network sees where a link leads, and every format of the book has the same numbers.
 *
 * Every reference becomes `<sup class="note-ref-mark"><a class="note-ref" href="#ID">3</a></sup>`,
 * in plain digits; the link keeps its place before it. The same footnote or address again keeps its
 * number. No note where the text is its address already; for mailboxes and within notes, where the
 * address follows in the line. In a heading, whose text is also a line of the contents, no address
 * follows: it has a note in every mode that shows addresses. With codes, an address that is its own
 * text has a note as well, and a footnote ends with those of its links.
 *
 * @param body of a linked chapter: `a[href]` is an address or an id of the book.
 */
export function assignNotes(
  chapterId: string,
  body: Root,
  footnotes: readonly Footnote[],
  mode: LinkMode = "notes",
): NotedBody {
  const walk: Walk = {
    chapterId,
    mode,
    codeless: new Map(),
    footnotes: new Map(footnotes.map((footnote) => [`#${footnote.id}`, footnote])),
    numbers: new Map(),
    unwritten: [],
    inNote: false,
    inHeading: false,
  };
  const children = noteAll(body.children as ElementContent[], walk);
  const notes: Note[] = [];
  // The list grows while notes refer to further notes.
  for (let number = 1; number <= walk.unwritten.length; number += 1) {
    const text = walk.unwritten[number - 1]?.() ?? [];
    const id = noteId(chapterId, number);
    notes.push({ id, number, referenceId: referenceId(id), children: text });
  }
  return { body: { ...body, children }, notes, codeless: [...walk.codeless.values()] };
}

function noteAll(nodes: readonly ElementContent[], walk: Walk): ElementContent[] {
  return nodes.flatMap((node) => (node.type === "element" ? noteElement(node, walk) : [node]));
}

function noteElement(node: Element, walk: Walk): ElementContent[] {
  if (node.tagName === "a") return noteLink(node, walk);
  const inHeading = walk.inHeading || /^h[1-6]$/.test(node.tagName);
  const children = noteAll(node.children, inHeading ? { ...walk, inHeading } : walk);
  // The mark of a note that is not in this book.
  if (hasClass(node, "note-ref-mark") && children.length === 0) return [];
  return [{ ...node, children }];
}

function noteLink(node: Element, walk: Walk): ElementContent[] {
  const address = String(node.properties.href ?? "");
  const footnote = walk.footnotes.get(address);
  if (footnote !== undefined) {
    return [{ ...node, ...refer(address, walk, () => writeFootnote(footnote, walk)) }];
  }
  if (hasClass(node, "note-ref")) return [];
  if (address === "" || address.startsWith("#")) {
    return [{ ...node, children: noteAll(node.children, walk) }];
  }
  const shown = textOf(node.children);
  const isShown = isShownAddress(shown, showMailAddress(address) ?? address);
  const link = isShown ? breakLink(node) : { ...node, children: noteAll(node.children, walk) };
  if (walk.mode === "none") return [link];
  const mailbox = showMailAddress(address);
  const isInLine = mailbox !== undefined || walk.inNote || walk.mode === "inline";
  if (isInLine && !walk.inHeading) {
    const plain = mailbox ?? address;
    if (isShown || shown.includes(plain)) return [link];
    const place = makeElement("span", { className: ["address"], dir: "ltr" }, breakAddress(plain));
    return [link, makeText(" ("), place, makeText(")")];
  }
  const hasCode = walk.mode === "qr" && mailbox === undefined && wantsCode(node, walk);
  if (isShown && !hasCode) return [link];
  const reference = refer(address, walk, () => [
    makeElement("p", { className: ["note-address"] }, [
      makeElement(
        "a",
        { className: ["address"], href: address, dir: "ltr" },
        breakAddress(mailbox ?? address),
      ),
    ]),
    ...(hasCode ? [placeLinkCode(address)] : []),
  ]);
  return [link, makeElement("sup", { className: ["note-ref-mark"] }, [reference])];
}

/** The author's own note, with the codes of what it leads to. */
function writeFootnote(footnote: Footnote, walk: Walk): readonly ElementContent[] {
  const children = noteAll(footnote.children, { ...walk, inNote: true, inHeading: false });
  if (walk.mode !== "qr") return children;
  const links = new Map<string, Element>();
  walkElements(footnote.children, (element) => {
    const address = String(element.properties.href ?? "");
    if (/^https?:/i.test(address) && !links.has(address)) links.set(address, element);
  });
  const coded = [...links].filter(([, link]) => wantsCode(link, walk));
  return [...children, ...coded.map(([address]) => placeLinkCode(address))];
}

/** True where a link can have a code; remembers it where it cannot. */
function wantsCode(link: Element, walk: Walk): boolean {
  const address = String(link.properties.href ?? "");
  const fits = fitsLinkCode(address);
  if (!fits && !walk.codeless.has(address)) walk.codeless.set(address, link);
  return fits;
}

function breakLink(node: Element): Element {
  const properties = { ...node.properties, dir: "ltr" };
  return { ...node, properties, children: breakTexts(node.children) };
}

/** The texts of a link broken like its address, whatever elements they stand in. */
function breakTexts(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): readonly ElementContent[] => {
    if (node.type === "text") return breakAddress(node.value);
    if (node.type !== "element") return [node];
    return [{ ...node, children: breakTexts(node.children) }];
  });
}

/**
 * @param write is called after the text that refers to the note: a thousand notes, each in the one
 *   before, would not fit the stack.
 */
function refer(key: string, walk: Walk, write: () => readonly ElementContent[]): Element {
  const known = walk.numbers.get(key);
  if (known === undefined) walk.numbers.set(key, walk.unwritten.push(write));
  const number = known ?? walk.unwritten.length;
  const id = noteId(walk.chapterId, number);
  const own = known === undefined ? { id: referenceId(id) } : {};
  return makeElement("a", { className: ["note-ref"], href: `#${id}`, ...own }, [
    makeText(String(number)),
  ]);
}

function noteId(chapterId: string, number: number): string {
  return `${chapterId}-note-${number}`;
}

function referenceId(id: string): string {
  return `${id}-ref`;
}
