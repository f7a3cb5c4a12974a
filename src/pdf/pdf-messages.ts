import type { MessageTable } from "../diagnostics/message-table.ts";

/**
 * What a finished print must be, and is not. Each is a defect of a theme or of the browser. They have no
 * codes of their own: a build tells them as OUT002, and `lost` as OUT010.
 */
export const PDF_MESSAGES = {
  /** No page, or the title is nowhere to be read. */
  blank: {
    message: {
      pages: "Unexpected PDF without a page, expected a book",
      title: "Unexpected absence of {title} in the PDF, expected the book's title",
    },
    hint: "",
  },
  /** The browser made the whole document smaller, because something was too wide. */
  shrunk: {
    message: {
      scale: "Unexpected print at {percent} % of its size, expected 100 %",
      sizes: "Unexpected text sizes, expected some text of {sizePt} pt",
    },
    hint: {
      scale:
        "A line that cannot be broken (a long address, a wide table or picture) is wider than the page.",
      sizes: "",
    },
  },
  /** Text in a font that is not the book's, or that is not embedded. */
  font: {
    message: "Unexpected font in the PDF, expected the book's own fonts only",
    hint: "",
  },
  /** A character for which no font of the book has a glyph: a box on paper. */
  glyph: {
    message: "Unexpected character, expected one that the book's fonts can show",
    hint: "",
  },
  /** Words of the book that no page shows. */
  lost: {
    message: "Unexpected absence of {words} on the pages, expected every word of the book",
    hint: "The theme's stylesheet hides them, or sets them beyond the edge of the page.",
  },
  /** A link that tells an address of this machine, or leads to our inner address. */
  link: {
    message: "Unexpected link in the PDF, expected an address of the web or a place in the book",
    hint: "",
  },
  /** A page reference to a place that the document does not have. */
  destination: {
    message: "Unexpected page reference, expected the id of an element that a link leads to",
    hint: "",
  },
  /** A colour in a book that is to be grey. */
  colour: {
    message: {
      left: "Unexpected colour in the PDF, expected greys only",
      shading: "Unexpected kind of shading, expected one that can be made grey",
      picture: "Unexpected kind of picture, expected one that can be made grey",
      numbers: "Unexpected colour, expected one of three or four numbers",
    },
    hint: "",
  },
  /** The page numbers changed the pages, three times. */
  unstable: {
    message:
      "Unexpected move of pages by their own numbers, expected the same pages after each print",
    hint: "Give the places of the page numbers a fixed width in the stylesheet of the theme.",
  },
  /** More pages than a book may have. */
  long: {
    message:
      "Unexpected length of {pages} pages, expected no more than the limit `book-pages: {most}`",
    hint: "Make two modules of it, or add `--limit book-pages=NUMBER` to the command.",
  },
  /** The PDF cannot be read. */
  unreadable: {
    message: {
      bytes: "Unexpected bytes from the browser, expected a PDF",
      page: "Unexpected page without content, expected one to lay on a sheet",
    },
    hint: "",
  },
} as const satisfies MessageTable;

export type PdfFault = keyof typeof PDF_MESSAGES;
