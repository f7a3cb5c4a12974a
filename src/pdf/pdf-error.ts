/** What a finished print must be, and is not. Each is a defect of a theme or of the browser. */
export type PdfFault =
  /** No page, or the title is nowhere to be read. */
  | "blank"
  /** The browser made the whole document smaller, because something was too wide. */
  | "shrunk"
  /** Text in a font that is not the book's, or that is not embedded. */
  | "font"
  /** A character for which no font of the book has a glyph: a box on paper. */
  | "glyph"
  /** Words of the book that no page shows. */
  | "lost"
  /** A link that tells an address of this machine, or leads to our inner address. */
  | "link"
  /** A page reference to a place that the document does not have. */
  | "destination"
  /** A colour in a book that is to be grey. */
  | "colour"
  /** The page numbers changed the pages, three times. */
  | "unstable"
  /** More pages than a book may have. */
  | "long"
  /** The PDF cannot be read. */
  | "unreadable";

/** A print that must not be published. `details` are lines for the reader, one matter each. */
export class PdfError extends Error {
  readonly fault: PdfFault;
  readonly details: readonly string[];
  /** What is set in fonts that are not the book's. */
  readonly strangers: string;
  /** The first words that no page shows, with those behind them. */
  readonly lost: readonly string[];
  constructor(
    fault: PdfFault,
    message: string,
    details: readonly string[] = [],
    options: {
      readonly cause?: unknown;
      readonly strangers?: string;
      readonly lost?: readonly string[];
    } = {},
  ) {
    super(message, options);
    this.name = "PdfError";
    this.fault = fault;
    this.details = details;
    this.strangers = options.strangers ?? "";
    this.lost = options.lost ?? [];
  }
}
