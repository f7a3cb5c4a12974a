import type { Element, ElementContent, Root } from "../markup/document.ts";
import { listChapters } from "./list-chapters.ts";
import type { Chapter, Publication } from "./publication.ts";

/** Blocks that get a mark, whatever opens them. */
const ALWAYS: ReadonlySet<string> = new Set("aside figure h2 h3 h4 h5 h6 p pre table".split(" "));

/** Blocks that get one where they open with words; otherwise the block that opens them has it. */
const WITH_WORDS: ReadonlySet<string> = new Set(["dd", "dt", "li", "td", "th"]);

/**
 * Gives the blocks of a chapter's text and notes a mark (`data.mark`): a name that is the same in
 * every format, so that what one format knows of a block can be told to another. An id is a mark
 * already; other blocks are counted through (`s1-b12`). Only blocks: an id on a run of words would
 * part it from its line in the tags of a PDF.
 */
export function markBlocks(chapter: Chapter): Chapter {
  let count = 0;
  const used = new Set([chapter.id]);
  const mark = <T extends Root["children"][number] | ElementContent>(nodes: readonly T[]): T[] =>
    nodes.map((node) => {
      if (node.type !== "element") return node;
      const data = needsMark(node) ? { ...node.data, mark: nameOf(node) } : node.data;
      const marked = { ...node, ...(data === undefined ? {} : { data }) };
      // The depth of trees is bounded by `markup`.
      return { ...marked, children: mark(node.children) };
    });
  const nameOf = ({ properties: { id } }: Element) => {
    if (typeof id === "string" && !used.has(id)) {
      used.add(id);
      return id;
    }
    count += 1;
    return `${chapter.id}-b${count}`;
  };
  return {
    ...chapter,
    body: { ...chapter.body, children: mark(chapter.body.children) },
    notes: chapter.notes.map((note) => ({ ...note, children: mark(note.children) })),
  };
}

function needsMark(node: Element): boolean {
  if (ALWAYS.has(node.tagName)) return true;
  if (!WITH_WORDS.has(node.tagName)) return false;
  const opening = node.children.find(
    (child) => child.type === "element" || (child.type === "text" && child.value.trim() !== ""),
  );
  return opening?.type !== "element" || !OPENING_BLOCKS.has(opening.tagName);
}

const OPENING_BLOCKS: ReadonlySet<string> = new Set([
  ...ALWAYS,
  ...WITH_WORDS,
  "blockquote",
  "dl",
  "ol",
  "ul",
]);

/** The marks of trees, in reading order, whatever their depth. */
export function listMarks(nodes: readonly (Root["children"][number] | Root)[]): readonly string[] {
  const marks: string[] = [];
  const pending = [...nodes].reverse();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === "element" && node.data?.mark !== undefined) marks.push(node.data.mark);
    if (node.type === "element" || node.type === "root") {
      for (const child of [...node.children].reverse()) pending.push(child);
    }
  }
  return marks;
}

/** What stands around the parts of a book, front and back matter, in both formats: by its mark. */
export const MATTER = {
  cover: "cover",
  imprint: "imprint",
  contents: "contents",
  credits: "credits",
} as const;

/**
 * Every mark of a book in reading order: the front matter, each chapter by its id with its blocks and
 * then its notes, the credits. An offprint of one session begins with its text.
 */
export function listBookMarks(publication: Publication): readonly string[] {
  const front = [MATTER.cover, MATTER.imprint, MATTER.contents];
  return [
    ...(publication.extent === "session" ? [] : front),
    ...listChapters(publication).flatMap((chapter) => [
      chapter.id,
      ...listMarks([chapter.body]),
      ...listMarks(chapter.notes.flatMap((note) => note.children)),
    ]),
    MATTER.credits,
  ];
}
