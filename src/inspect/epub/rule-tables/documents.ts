import type { EpubRule } from "../epub-rule.ts";

/** What can be wrong with content documents. */
export const DOCUMENT_RULES = {
  EPB307: {
    severity: "error",
    clause: "EPUB 3.3 §3.4",
    summary: "an address leads to no file of the book",
    explanation:
      "An address leads to a file that the book does not have. Readers see a gap, or an error when they follow it.",
    bad: "A picture `kye.png`, where the file is `key.png`",
    good: "A picture `key.png`",
  },
  EPB308: {
    severity: "error",
    clause: "EPUB 3.3 §3.4",
    summary: "an address leads to no place in its document",
    explanation:
      "A link leads to a place in a chapter, and that place is not there. Readers come to its beginning.",
    bad: "`keys.xhtml#kyes`",
    good: "`keys.xhtml#keys`",
  },
  EPB309: {
    severity: "error",
    clause: "EPUB 3.3 §4.2.5",
    summary: "an address leads out of the book's own files",
    explanation:
      "An address leads out of the book, to a file of the machine. It works for nobody else, and tells the names of folders.",
    bad: "`file:///home/ada/key.png`",
    good: "The picture in the book",
  },
  EPB310: {
    severity: "warning",
    clause: "EPUB 3.3 §3.4",
    summary: "a link is neither within the book nor to the web or mail",
    explanation:
      "The link leads neither into the book nor to the web or a mail address. Many reading programs do nothing with it, and some start another program.",
    bad: "`ftp://example.org/keys`",
    good: "`https://example.org/keys`",
  },
  EPB311: {
    severity: "error",
    clause: "URL Standard §4",
    summary: "an address is not one",
    explanation: "This is not an address: a sign in it is not allowed. Nobody can follow it.",
    bad: "`https://exa mple.org/`",
    good: "`https://example.org/`",
  },
  EPB312: {
    severity: "warning",
    clause: "EPUB 3.3 §6.3.1",
    summary: "a document can run programs",
    explanation:
      "A program runs when the book is opened or touched. It can watch the reader and load things. Handouts need none. Take it out.",
    bad: "`<script>` in a chapter",
    good: "The chapter without it",
  },
  EPB313: {
    severity: "warning",
    clause: "EPUB 3.3 §6.1",
    summary: "a document has forms or frames",
    explanation:
      "The chapter has a form or a frame. Most reading programs do not show them, and some send what is filled in. Write text in their place.",
    bad: "`<input>` for the reader's name",
    good: "A line to write on",
  },
  EPB314: {
    severity: "error",
    clause: "EPUB 3.3 §3.6",
    summary: "something is fetched from the network",
    explanation:
      "The chapter loads something from the network. Whoever runs that site learns who reads the book, and when. Put the file into the book.",
    bad: "A picture at `https://example.org/key.png`",
    good: "The picture in the book",
  },
} as const satisfies Readonly<Record<string, EpubRule>>;
