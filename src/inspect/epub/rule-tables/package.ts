import type { EpubRule } from "../epub-rule.ts";

/** What can be wrong with the package document. */
export const PACKAGE_RULES = {
  EPB101: {
    severity: "error",
    clause: "EPUB 3.3 §5.4",
    summary: "the package document is not one, or of an unknown version",
    explanation:
      "The package document lists all parts of the book. This one is of an unknown version, or something else. Reading programs cannot open the book.",
    bad: 'A package document with `version="9.0"`',
    good: 'One with `version="3.0"`',
  },
  EPB102: {
    severity: "error",
    clause: "EPUB 3.3 §5.5.3",
    summary: "required metadata is missing or empty",
    explanation:
      "Each book says at least its title, its language and its identifier. One of them is missing or empty. Shelves of reading programs need them.",
    bad: "A book without `dc:title`",
    good: "`<dc:title>Locks</dc:title>`",
  },
  EPB103: {
    severity: "error",
    clause: "EPUB 3.3 §5.4",
    summary: "`unique-identifier` names no identifier",
    explanation:
      "The package document says which of its identifiers is the one of the book, and that one is not there. Reading programs may take two books for one, or lose the reader's place.",
    bad: '`unique-identifier="id"`, and no identifier with this id',
    good: '`unique-identifier="id"` with `<dc:identifier id="id">`',
  },
  EPB104: {
    severity: "error",
    clause: "EPUB 3.3 §5.5.5",
    summary: "`dcterms:modified` is missing, repeated or not in the one form",
    explanation:
      "A book of EPUB 3 says once when it was changed, in one form. Reading programs use it to tell a new version from an old one.",
    bad: "`2020-04` as the date of change",
    good: "`2020-04-01T00:00:00Z`",
  },
  EPB105: {
    severity: "error",
    clause: "EPUB 3.3 §5.5.3.1.3",
    summary: "a language is not a language tag",
    explanation:
      "A language is named by a short tag. This is none, so a voice reads the book with the wrong sounds.",
    bad: "`<dc:language>English</dc:language>`",
    good: "`<dc:language>en</dc:language>`",
  },
  EPB106: {
    severity: "error",
    clause: "EPUB 3.3 §5.3.6",
    summary: "`refines` names nothing, or itself",
    explanation:
      "A line of the metadata says that it is about another line, and that one is not there. What it says is lost.",
    bad: '`refines="#author"`, and nothing with this id',
    good: '`refines="#author"` with `<dc:creator id="author">`',
  },
  EPB107: {
    severity: "error",
    clause: "EPUB 3.3 §5.3.5",
    summary: "two elements of the package document have one id",
    explanation:
      "Two lines of the package document have one id. Nobody can tell which one is meant.",
    bad: 'Two items with `id="keys"`',
    good: 'Items with `id="keys"` and `id="bolts"`',
  },
  EPB108: {
    severity: "error",
    clause: "EPUB 3.3 §5.6.2",
    summary: "an item of the manifest lacks its id, address or media type",
    explanation:
      "Each file in the list of the book needs an id, an address and its kind. One of them is missing, so the file may not be shown.",
    bad: '`<item href="keys.xhtml"/>`',
    good: '`<item id="keys" href="keys.xhtml" media-type="application/xhtml+xml"/>`',
  },
  EPB109: {
    severity: "error",
    clause: "EPUB 3.3 §5.6.2",
    summary: "the manifest lists a file twice, or one it must not list",
    explanation:
      "The list of the book names a file twice, or one that it must not name. Reading programs may refuse the book.",
    bad: 'Two items with `href="keys.xhtml"`',
    good: 'One item with `href="keys.xhtml"`',
  },
  EPB110: {
    severity: "error",
    clause: "EPUB 3.3 §5.6.2",
    summary: "a file of the manifest is not in the archive",
    explanation:
      "The list of the book names a file that is not in the book. Readers see a gap or an error. Put the file in, or take the line out.",
    bad: "An item `key.png`, and no such file",
    good: "An item `key.png`, and the file",
  },
  EPB111: {
    severity: "warning",
    clause: "EPUB 3.3 §5.6.2",
    summary: "a file of the archive is not in the manifest",
    explanation:
      "A file lies in the book, and its list does not name it. Nobody sees it, and everybody gets it. Perhaps it was forgotten there, and tells what you did not want to tell. Delete it, or list it.",
    bad: "A file `notes-of-ada.txt` in the book that its list does not name",
    good: "A book in which each file is listed",
  },
  EPB112: {
    severity: "error",
    clause: "EPUB 3.3 §3.2",
    summary: "a media type is not that of the file",
    explanation:
      "The list says that a file is of one kind, and it is of another. Some reading programs do not show it then.",
    bad: "A JPEG picture that is listed as `image/png`",
    good: "The same picture listed as `image/jpeg`",
  },
  EPB113: {
    severity: "error",
    clause: "EPUB 3.3 §7.1",
    summary: "there is not exactly one navigation document",
    explanation:
      "The navigation document holds the contents of the book. There must be one. Without it readers cannot go to a chapter.",
    bad: 'A book without an item that has `properties="nav"`',
    good: 'One item with `properties="nav"`',
  },
  EPB114: {
    severity: "error",
    clause: "EPUB 3.3 §A.4",
    summary: "there are several cover images, or one is no image",
    explanation:
      "A book has one cover, and it is a picture. Here there are several, or it is something else. The shelf may show the wrong one.",
    bad: 'Two items with `properties="cover-image"`',
    good: "One item with it, a PNG or JPEG picture",
  },
  EPB115: {
    severity: "error",
    clause: "EPUB 3.3 §3.5",
    summary: "a fallback is missing, leads nowhere, or in a circle",
    explanation:
      "A file of a kind that not all programs know needs another one that can stand in for it. That one is missing. Some readers see nothing there.",
    bad: "A PDF in the order of reading, with nothing to stand in for it",
    good: "The same part as XHTML",
  },
  EPB116: {
    severity: "error",
    clause: "EPUB 3.3 §5.6.2.2",
    summary: "a property of the manifest is not true of its document",
    explanation:
      "The list of the book says for each document whether it holds programs or drawings. Here it says something else than what is there. Some reading programs then leave a part out.",
    bad: 'A document with a drawing (SVG) that is listed without `properties="svg"`',
    good: "The same document listed with it",
  },
  EPB117: {
    severity: "error",
    clause: "EPUB 3.3 §5.7",
    summary: "the spine is empty, or names what is not in the manifest",
    explanation:
      "The spine is the order of reading. It is empty, or names something that is not in the list. Readers would see nothing, or miss a chapter.",
    bad: '`<itemref idref="kyes"/>`, where the item is `keys`',
    good: '`<itemref idref="keys"/>`',
  },
  EPB118: {
    severity: "error",
    clause: "EPUB 3.3 §5.9.3",
    summary: "the spine's `toc` names no NCX",
    explanation:
      "Old reading programs find the contents through `toc` on the spine. It names something else. On old devices the book has no contents.",
    bad: '`<spine toc="nav">`',
    good: '`<spine toc="ncx">` with the id of the NCX',
  },
  EPB119: {
    severity: "error",
    clause: "EPUB 3.3 §A",
    summary: "a property is not one that EPUB knows",
    explanation:
      "This property is none that EPUB knows. Perhaps it is misspelled. Reading programs pass over it.",
    bad: '`properties="coverimage"`',
    good: '`properties="cover-image"`',
  },
  EPB120: {
    severity: "warning",
    clause: "EPUB 3.3 §5.5.4.4",
    summary: "a date is not in the form that EPUB wants",
    explanation:
      "The date of the book is not written as EPUB wants it: year, month, day. Shelves may sort the book wrongly.",
    bad: "`<dc:date>April 2020</dc:date>`",
    good: "`<dc:date>2020-04</dc:date>`",
  },
  EPB121: {
    severity: "warning",
    clause: "EPUB 3.3 §5.7.1",
    summary: "the direction of the pages is not that of the language",
    explanation:
      "Pages turn from left to right or from right to left. Here the direction is not that of the language. Readers turn to the end of the book first.",
    bad: "A book in Arabic whose pages go from left to right",
    good: '`page-progression-direction="rtl"`',
  },
  EPB122: {
    severity: "warning",
    clause: "EPUB 3.3 §3.6",
    summary: "a resource lies outside of the book",
    explanation:
      "A part of the book is loaded from the network when it is opened. Whoever runs that site learns who reads the book, and when. Put the file into the book.",
    bad: "A film at `https://example.org/key.mp4`",
    good: "The film in the book, or a picture of it",
  },
  EPB123: {
    severity: "warning",
    clause: "EPUB 3.3 §A.4",
    summary: "there is no cover image",
    explanation:
      "The book has no picture for its cover. Shelves of reading programs show a grey box, and readers do not find the book again.",
    bad: "A book without a cover",
    good: "A book with one picture as its cover",
  },
} as const satisfies Readonly<Record<string, EpubRule>>;
