import type { Resolver } from "../curriculum/link-target.ts";
import type { Outcome } from "../diagnostics/diagnostic.ts";
import { languageOf } from "../language/language.ts";
import { DEFAULT_LIMITS, type Limits } from "../source/limits.ts";
import type { Page } from "../source/page.ts";
import type { Wording } from "../wording/wording.ts";
import { markAnchors, placeAnchors } from "./anchors.ts";
import { shapeCallouts } from "./callouts.ts";
import { cleanTree } from "./clean-tree.ts";
import { shapeContainers } from "./containers.ts";
import { NOTE_REFERENCE } from "./content-model.ts";
import type { ElementContent, PageDocument } from "./document.ts";
import { makeFindings } from "./findings.ts";
import { listBlocks } from "./finished-text.ts";
import { numberNotes } from "./footnotes.ts";
import { dropIdleElements } from "./idle-elements.ts";
import { placeImages, type UsedImages } from "./images.ts";
import { clearInvisible } from "./invisible-characters.ts";
import { lintLeftovers } from "./leftovers.ts";
import { splitAtBreaks } from "./line-breaks.ts";
import { placeLinks } from "./links.ts";
import { lintBidiControls, lintLookAlikes } from "./look-alikes.ts";
import { lintLostAddresses } from "./lost-addresses.ts";
import { lintLostWords } from "./lost-words.ts";
import { parseBody } from "./parse-body.ts";
import { markPassages } from "./passages.ts";
import { dropReaderMarks, listReaderMarks } from "./reader-marks.ts";
import { diagnose } from "./rules.ts";
import { shapeSections } from "./sections.ts";
import { textOf } from "./serialise.ts";
import { lintSizes } from "./size-lint.ts";
import { shapeTasks } from "./tasks.ts";
import { lintText } from "./text-lint.ts";
import { type ReadNote, readTokens, SPACER } from "./token-reader.ts";
import { rankOf, rewrite } from "./tree-walk.ts";

/** What `markup` needs to know of a page. */
export type MarkupSource = Pick<
  Page,
  "path" | "body" | "bodyLine" | "invisible" | "translation"
> & {
  readonly header: Pick<Page["header"], "title">;
  /** Canonical tag; English where it is left out. */
  readonly language?: string;
};

/**
 * Reads a page's Markdown into the document tree that both outputs render. Total: whatever the
 * body holds, the tree is valid, small in depth, and has only the elements of `allow-list.ts`.
 *
 * @param wording by which words pages say that a part of them is for trainers, a step, a list of
 *   materials.
 *
 * Diagnostics: all of `rules.ts`, with the place in the file.
 */
export function readMarkup(
  page: MarkupSource,
  resolver: Resolver,
  wording: Wording,
  limits: Pick<Limits, "nesting" | "pageParts"> = DEFAULT_LIMITS,
): Outcome<PageDocument> {
  const findings = makeFindings(page.path, page.bodyLine);
  const language = languageOf(page.language ?? "en");
  const base = language.direction;
  const { text, lines, codeLines, literalLines, parsed } = parseBody(
    page.body,
    language,
    wording,
    limits,
    findings,
  );
  if (parsed.cutAt !== undefined) {
    const place = findings.placeAt(parsed.cutAt);
    findings.add(diagnose("MRK004", place, { most: limits.pageParts }));
  }
  const source = { lines, bodyLine: page.bodyLine };
  lintText(parsed, source, findings);
  const tree = readTokens(parsed, source, findings, page.translation?.passages);

  const images: UsedImages = new Map();
  // Each step takes the tree of the one before and owns it.
  const prepare = (children: readonly ElementContent[]) => {
    const boxed = shapeContainers(children, tree.containers, findings);
    const split = shapeCallouts(splitAtBreaks(boxed), wording);
    const clean = cleanTree(placeImages(split, resolver, findings, images), MARKERS);
    return dropIdleElements(clean, language.tag, base);
  };
  const body = prepare(tree.children);
  const readNotes = [...tree.notes].map(
    ([label, note]) => [label, { ...note, children: prepare(note.children) }] as const,
  );
  const prepared = [body, ...readNotes.map(([, { children }]) => children)];
  for (const one of prepared) lintBidiControls(one, findings);
  clearInvisible(prepared, base, page.invisible ?? text.invisible, findings);
  const written = withoutTitle(body, page.header.title);
  const fragments = markAnchors(written);
  const marked = shapeSections(written, wording);
  const read = [
    marked,
    ...readNotes.flatMap(([, one]) => (one.isForTrainers ? [] : [one.children])),
  ];
  const readerMarks = [
    ...read.flatMap((nodes) => listReaderMarks(nodes, wording, page.bodyLine)),
    ...findings.unshown,
  ];
  // What held a spacer alone is empty now, and goes before a link can lead to it.
  const shaped = cleanTree(dropReaderMarks(marked), REFERENCES);
  shapeTasks(shaped);
  lintSizes(shaped, findings);
  const { headings, anchors } = placeAnchors(shaped, fragments, findings);
  const linked = placeLinks(shaped, resolver, anchors, findings);
  const notes = new Map<string, ReadNote>();
  for (const [label, note] of readNotes) {
    const children = withoutSections(dropReaderMarks(note.children));
    notes.set(label, { ...note, children: placeLinks(children, resolver, anchors, findings) });
  }
  const readers = { language: language.tag, script: language.script };
  for (const tree of [linked, ...[...notes.values()].map(({ children }) => children)]) {
    lintLookAlikes(tree, readers, findings);
  }
  const noted = numberNotes(linked, notes, findings);
  const trees = [noted.children, ...[...notes.values()].map(({ children }) => children)];
  const finished = listBlocks(trees);
  lintLeftovers(finished, source, literalLines, findings);
  lintLostWords({ lines, codeLines, title: page.header.title }, finished, findings);
  const leadsToPage = (address: string) => resolver.resolveLink(address).kind === "page";
  lintLostAddresses({ lines, codeLines }, trees, leadsToPage, findings);
  const finish = (children: readonly ElementContent[]) =>
    markPassages(cleanTree(children), page.translation);
  return {
    value: {
      body: { type: "root", children: finish(noted.children) },
      headings,
      footnotes: noted.footnotes.map((note) => ({ ...note, children: finish(note.children) })),
      anchors,
      readerMarks,
      images: [...images].map(([path, use]) => ({ path, ...use })),
    },
    diagnostics: findings.diagnostics,
  };
}

/** Needed until the notes are numbered, */
const REFERENCES: ReadonlySet<string> = new Set([NOTE_REFERENCE]);
/** and until the sections are shaped. */
const MARKERS: ReadonlySet<string> = new Set([SPACER, NOTE_REFERENCE]);

/** The title stands in the header; a body that opens with it again would print it twice. */
function withoutTitle(children: readonly ElementContent[], title: string): ElementContent[] {
  const index = children.findIndex((child) => child.type === "element" && child.tagName !== SPACER);
  const first = children[index];
  if (first === undefined || rankOf(first) === 0) return [...children];
  const isTitle = title !== "" && comparable(textOf([first])) === comparable(title);
  return isTitle ? children.toSpliced(index, 1) : [...children];
}

function comparable(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** A footnote is no place for headings, nor for links to go to. */
function withoutSections(children: readonly ElementContent[]): ElementContent[] {
  return rewrite(children, (element) => {
    delete element.properties.id;
    return rankOf(element) > 0 ? { ...element, tagName: "p" } : element;
  });
}
