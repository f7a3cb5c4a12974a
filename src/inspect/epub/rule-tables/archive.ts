import type { EpubRule } from "../epub-rule.ts";

/** What can be wrong with the archive and its files. */
export const ARCHIVE_RULES = {
  EPB001: {
    severity: "error",
    clause: "EPUB 3.3 §4.2.2",
    summary: "the archive cannot be read",
    explanation:
      "An EPUB is a ZIP archive, and this one cannot be opened. No reading program can show the book. Perhaps a download stopped. Get the file again, or build it again.",
    bad: "A book of which only half was downloaded",
    good: "The whole book",
  },
  EPB002: {
    severity: "error",
    clause: "EPUB 3.3 §4.2.6.3",
    summary: "the archive does not begin with a file `mimetype`",
    explanation:
      "The first file of an EPUB is called `mimetype`. Reading programs look there to know that the file is a book. Some open nothing without it. Make the book again with a program for EPUB; packing a folder by hand often causes this.",
    bad: "A folder that somebody packed with a program for ZIP",
    good: "A book as a program for EPUB writes it",
  },
  EPB003: {
    severity: "error",
    clause: "EPUB 3.3 §4.2.6.3",
    summary: "`mimetype` is compressed, has an extra field, or says another",
    explanation:
      "The file `mimetype` must be stored as it is, with the one text that EPUB asks for. Else some reading programs refuse the book. Make the book again.",
    bad: "`mimetype` that was compressed like the other files",
    good: "`mimetype` stored as it is, with `application/epub+zip`",
  },
  EPB004: {
    severity: "error",
    clause: "EPUB 3.3 §4.2.3",
    summary: "a file's name is not allowed in a book",
    explanation:
      "Some names of files lead out of the book, or cannot be written on a disk. Reading programs refuse them, and an attacker can use them. Give the file a plain name.",
    bad: "A file named `../book.css`",
    good: "A file named `book.css`",
  },
  EPB005: {
    severity: "error",
    clause: "EPUB 3.3 §4.2.3",
    summary: "two files have one name, or differ only in case",
    explanation:
      "Two files have the same name, or names that differ only in small and capital letters. On many machines one of them writes over the other. Give them different names.",
    bad: "Files `Key.png` and `key.png`",
    good: "Files `key.png` and `second-key.png`",
  },
  EPB006: {
    severity: "warning",
    clause: "EPUB 3.3 §4.2.3",
    summary: "a file's name works on some machines only",
    explanation:
      "The name works on this machine, and other machines may not take it: it has a space, or letters that some do not know. Use plain letters, digits and hyphens.",
    bad: "A file named `my key?.png`",
    good: "A file named `my-key.png`",
  },
  EPB007: {
    severity: "error",
    clause: "EPUB 3.3 §4.2.2",
    summary: "a file of the archive is damaged, locked or too large",
    explanation:
      "A file within the book is damaged, locked, or unpacks to far more than it should. Readers will miss a part of the book. Make the book again, and beware of where it comes from.",
    bad: "A picture in the book that ends in the middle",
    good: "The same book, copied whole",
  },
  EPB008: {
    severity: "error",
    clause: "EPUB 3.3 §4.2.6.3.1",
    summary: "the container file is missing or names no package document",
    explanation:
      "`META-INF/container.xml` tells reading programs where the book begins. It is not there, or names nothing. The book cannot be opened.",
    bad: "A book without `META-INF/container.xml`",
    good: "A book with it, as programs for EPUB write it",
  },
  EPB009: {
    severity: "warning",
    clause: "EPUB 3.3 §4.2.6.3",
    summary: "something is encrypted, signed or rights-managed",
    explanation:
      "Something in the book is locked or signed. Readers may need an account or a program that says who they are. Ask for a copy without a lock.",
    bad: "A book from a shop with a lock (DRM)",
    good: "The same book without a lock",
  },
  EPB010: {
    severity: "error",
    clause: "EPUB 3.3 §3.9",
    summary: "an XML file is not well-formed",
    explanation:
      "A file breaks the rules of XML: often a tag is open, or an `&` stands alone. Reading programs show an error in place of the page.",
    bad: "`<p>Keys & bolts`",
    good: "`<p>Keys &amp; bolts</p>`",
  },
  EPB011: {
    severity: "error",
    clause: "EPUB 3.3 §3.9",
    summary: "an XML file declares entities or an external document type",
    explanation:
      "The file declares names of its own for texts, or loads a list of them from elsewhere. That can stop a reading program, or read files of a machine. Take the declaration out.",
    bad: '`<!DOCTYPE html [<!ENTITY key "…">]>`',
    good: "`<!DOCTYPE html>`",
  },
} as const satisfies Readonly<Record<string, EpubRule>>;
