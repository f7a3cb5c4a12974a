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
  EPB117: {
    severity: "error",
    clause: "EPUB 3.3 §5.7",
    summary: "the spine is empty, or names what is not in the manifest",
    explanation:
      "The spine is the order of reading. It is empty, or names something that is not in the list. Readers would see nothing, or miss a chapter.",
    bad: '`<itemref idref="kyes"/>`, where the item is `keys`',
    good: '`<itemref idref="keys"/>`',
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
} as const satisfies Readonly<Record<string, EpubRule>>;
