import type { Asset } from "../browser/browser.ts";
import type { Imposition } from "./sheet-layout.ts";

/** A book laid out for print as HTML: what the browser gets, and what the passes need to know. */
export interface PrintDocument {
  readonly html: string;
  readonly assets: ReadonlyMap<string, Asset>;
  /** Elements (by id) whose text is the folio of the page on which `destination` (an id) stands. */
  readonly pageReferences: readonly { readonly elementId: string; readonly destination: string }[];
  /**
   * Ids of the chapters that begin on a page of their own, in order, the last of them up to the
   * book's end. The HTML then has a `style` element with the id `tightening`, for their spaces.
   */
  readonly chapters?: readonly string[];
  /**
   * Ids of what begins on a right-hand page (in a book from right to left: on a left-hand one), in
   * the order of the book: pages with an odd number. None where chapters begin on the next page.
   */
  readonly openers?: readonly string[];
  /** How the pages lie on sheets, where the file is for a printer only. */
  readonly imposition?: Imposition;
  /** No colour is printed: pictures, drawings and words are grey. */
  readonly isGrey?: boolean;
  /**
   * Ids whose pages are wanted though no link leads to them. The finished PDF has no trace of them.
   */
  readonly marks?: readonly string[];
  /** Says in the book's words that something is on a page: "(page 12)". */
  readonly describePage?: (label: string) => string;
  /** Sets a folio in the book's numerals. */
  readonly formatFolio: (folio: number) => string;
  /**
   * The text of every `h1`–`h6` in document order, which is the order of the bookmarks: Chromium
   * writes the words of a bookmark in the order in which they are painted, and those that are
   * written from the right come out backwards.
   */
  readonly headings?: readonly string[];
  /** PostScript names, without subset prefix, of every font that may occur in the PDF. */
  readonly fontNames: ReadonlySet<string>;
  /** The body text's size in points: the printed size must be equal to it. */
  readonly bodySizePt: number;
  /** A text that must be found in the printed book (the title). */
  readonly sentinel: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly languageTag: string;
  readonly direction: "ltr" | "rtl";
  /** ISO 8601 in UTC, to the second. */
  readonly modified: string;
  readonly identifier: string;
}

/** The element of a print document whose text is style: which chapters are set more tightly. */
export const TIGHTENING_ID = "tightening";
