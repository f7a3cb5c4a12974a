import type { Element, ElementContent, Root, RootContent, Text } from "hast";
import type { Place } from "../diagnostics/diagnostic.ts";
import type { Language } from "../language/language.ts";
import type { WikiMeta } from "../markdown/wiki-links.ts";
import type { PassageState } from "../source/page.ts";

/**
 * The document tree between Markdown and the two outputs. Node shapes are hast's, so that unified's
 * tools fit, but only the elements and attributes of `allow-list.ts` can occur, nesting is capped,
 * and the content model is XHTML's: serialising is total and always well-formed.
 */
export type { Element, ElementContent, Root, RootContent, Text };

declare module "hast" {
  interface Data {
    /** What this block is called in every format of the book; given by `publication`. */
    mark?: string;
    /** Of `a` and `img` until addresses are placed: what a wiki's double brackets name. */
    wiki?: WikiMeta;
    /** Of `span.elsewhere`: the session that an offprint of another one does not hold. */
    session?: { readonly title: string; readonly language: Language };
    /** Of a run of text that is not, or no longer, a translation. */
    passage?: PassageState;
    /** Set on the first of several runs of text of one such state: it is labelled. */
    isLabelled?: true;
  }
}

/** A heading of the body, after re-ranking. */
export interface Heading {
  /** Unique within the page; ASCII: `h1`, `h2`, … in document order. */
  readonly id: string;
  /** 2–6, without gaps below: the page's title is 1. */
  readonly rank: number;
  readonly text: string;
  readonly place: Place;
  /** Set in a translated page, where the source's words stand. */
  readonly isInSource?: true;
}

/** A part of a page, or a heading, as to whom it is for; in the page's order. */
export interface ReaderMark {
  /**
   * `trainer` and `all` by the author's mark or a label that is known; `doubt`: it looks as if it
   * were for trainers and nothing says so.
   */
  readonly kind: "trainer" | "all" | "doubt" | "heading";
  /** Its words, as they can stand in a message. */
  readonly text: string;
  readonly line: number | undefined;
  readonly column: number | undefined;
}

/** A footnote of the page. Its references are `<a class="note-ref" href="#ID">` in the body. */
export interface Footnote {
  /** Unique within the page: `n1`, `n2`, … in order of first reference. */
  readonly id: string;
  readonly children: readonly ElementContent[];
  /** Set where it is written in a part for trainers, wherever its references stand. */
  readonly audience?: "trainer";
}

/** An image of the page. */
export interface PageImage {
  /** Relative to the curriculum's root; of one that stands in the page itself, a name of its own. */
  readonly path: string;
  /** Of the first use. */
  readonly place: Place;
  /** Set where there is no file: the image stands in its address (`data:`). As written. */
  readonly bytes?: Uint8Array;
}

/**
 * A page's body, normalised. Conventions of the tree (class names are the themes' interface):
 *
 * - `h2`–`h6` with `id`; class `step` when the heading opens a step, its label in
 *   `<span class="step-label">`.
 * - `p.step` opens with `<span class="step-label">Step 3</span>`.
 * - `p.lead`: a heading that was a whole sentence; `p.say`: the same, set in italics by the
 *   author: words for the trainer to say. They keep with what follows and are no headings.
 * - `aside.trainer-note` and `aside.callout` (with the author's own class kept when it is one of
 *   `notice`, `warning`, `tip`), first child `p.aside-label` when the author gave it a label.
 * - `aside.for-participant`: what participants get and trainers see marked. A line of text holds
 *   `span` in place of `aside` for both. `publication` decides which edition shows what.
 * - `ul.checklist`: a materials list, its boxes drawn by the theme; `ul.tasks` with
 *   `li.done`/`li.open`: a task list; `ul.typed`: a list whose marks stand in its text (`a)`, `–`).
 * - `figure` (`img`, `figcaption`) for an image that stands alone; `img[src]` is a path relative
 *   to the curriculum's root, always one that `resolveImage` answered, `alt` always present;
 *   `width` and `height` are what its author asked for, in CSS pixels or percent of the column
 *   (`"30%"`), and no format shows it larger than it is.
 * - `a[href]` is an external address; or `page:PATH#FRAGMENT`, resolved by `publication`;
 *   or `#ID` within the page.
 * - Any block of text, or `span` in an item that holds blocks, with class `untranslated` (in the source's
 *   language, which its `lang` says) or `stale` (its source has changed since): passages of a page that
 *   a catalogue translates. `data.isLabelled` is set on the first of several.
 * - `p.missing`: a visible notice in the place of something that could not be had.
 * - `pre > code`; `table` with `thead`, `th[scope]`; `dl`; `abbr[title]`; `sup`, `sub`.
 * - Elements keep `position` (line and column in the file) where it is known.
 */
export interface PageDocument {
  readonly body: Root;
  readonly headings: readonly Heading[];
  readonly footnotes: readonly Footnote[];
  /** Fragment as authors write it (their own id, or the heading's slug, lower case) → id. */
  readonly anchors: ReadonlyMap<string, string>;
  /** Absent in what is no page that was read. */
  readonly readerMarks?: readonly ReaderMark[];
  /** The images, each once, in order. */
  readonly images: readonly PageImage[];
}
