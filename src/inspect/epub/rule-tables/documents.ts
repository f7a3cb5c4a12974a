import type { EpubRule } from "../epub-rule.ts";

/** What can be wrong with content documents. */
export const DOCUMENT_RULES = {
  EPB301: {
    severity: "error",
    clause: "EPUB 3.3 §6.1.1",
    summary: "a content document is not XHTML",
    explanation:
      "A chapter must be XHTML. This file is something else, and reading programs may show nothing.",
    bad: "A chapter that begins with `<book>`",
    good: 'A chapter that begins with `<html xmlns="http://www.w3.org/1999/xhtml">`',
  },
  EPB302: {
    severity: "error",
    clause: "EPUB 3.3 §6.1.1",
    summary: "a content document has another document type",
    explanation:
      "The first line of the chapter names an old kind of document. EPUB 3 wants the short line. Some programs refuse the chapter.",
    bad: '`<!DOCTYPE html PUBLIC "…">`',
    good: "`<!DOCTYPE html>`",
  },
  EPB303: {
    severity: "error",
    clause: "HTML §3.2.6.2",
    summary: "`lang` and `xml:lang` differ",
    explanation:
      "The language is said twice, and the two differ. A voice takes one of them: perhaps the wrong one.",
    bad: '`lang="en" xml:lang="fr"`',
    good: '`lang="en" xml:lang="en"`',
  },
  EPB304: {
    severity: "warning",
    clause: "EPUB Accessibility 1.1 §3.3",
    summary: "a content document says no language",
    explanation:
      "The chapter does not say its language. A voice reads it with the sounds of the device's language, and words are parted wrongly.",
    bad: "`<html>`",
    good: '`<html lang="en" xml:lang="en">`',
  },
  EPB305: {
    severity: "warning",
    clause: "EPUB 3.3 §6.1.1",
    summary: "a content document has no title",
    explanation:
      "The chapter has no title. Some programs show it at the top of the screen, and a voice says it first.",
    bad: "A head without `<title>`",
    good: "`<title>Keys</title>`",
  },
  EPB306: {
    severity: "error",
    clause: "HTML §3.2.6.1",
    summary: "two elements of a document have one id",
    explanation: "Two places of a document have one id. A link to it may lead to the wrong one.",
    bad: 'Two headings with `id="keys"`',
    good: 'Headings with `id="keys"` and `id="bolts"`',
  },
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
  EPB315: {
    severity: "warning",
    clause: "house rule: the reader decides",
    summary: "the document sets its own looks with `style`",
    explanation:
      "The looks of some parts stand in the text itself. Then readers cannot set large letters or dark pages. Put all looks into the style sheet.",
    bad: '`<p style="color: grey">`',
    good: '`<p class="note">` and a rule in the style sheet',
  },
  EPB316: {
    severity: "error",
    clause: "HTML §3.2.6.1",
    summary: "an element names an id that its document lacks",
    explanation:
      "One part of the document says that it belongs to another one, by an id that is not there. A voice loses what it should say.",
    bad: '`aria-labelledby="kyes"`',
    good: '`aria-labelledby="keys"`',
  },
  EPB317: {
    severity: "error",
    clause: "EPUB 3.3 §5.7",
    summary: "a link within the book leads to what is not read",
    explanation:
      "A link leads to a file of the book that is no chapter. Most reading programs cannot open it.",
    bad: "A link to `style.css`",
    good: "A link to a chapter",
  },
  EPB318: {
    severity: "error",
    clause: "EPUB 3.3 §5.6.2",
    summary: "a resource that is used is not in the manifest",
    explanation:
      "The text uses a file that is in the book and not in its list. Many reading programs do not show it.",
    bad: "A picture that the list of the book does not name",
    good: "The same picture, listed",
  },
  EPB319: {
    severity: "warning",
    clause: "EPUB 3.3 §6.1",
    summary: "a processing instruction or old markup of EPUB 3",
    explanation:
      "The chapter has an instruction or a tag from an early version of EPUB. Reading programs no longer know it.",
    bad: "`<epub:switch>`",
    good: "Plain XHTML",
  },
} as const satisfies Readonly<Record<string, EpubRule>>;
