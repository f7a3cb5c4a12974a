import type { TextTable } from "../../../diagnostics/rule.ts";

const COPY = "Copy or download it again: it was cut off or changed on its way.";
const FILLS = "It would fill this machine's memory; a real book does not.";
const RENAME = "Give the file a plain name, and change it where the book names it.";
const REPACK =
  "Make the book again with a program for EPUB: some reading programs refuse this one.";

/** What to do about an archive or a file in it that cannot be unpacked. */
const UNPACKING = {
  none: COPY,
  damaged: COPY,
  volumes: "Join the parts with the program that divided it.",
  many: "A real book does not have so many.",
  large: FILLS,
  dense: FILLS,
  encrypted: "It opens with a password only; readers do not ask for one.",
  packing: "Pack it again in the usual way of ZIP.",
} as const;

/** The archive and its files: whether the book can be opened. */
export const ARCHIVE_TEXTS = {
  EPB001: {
    severity: "error",
    message: {
      none: "Unexpected archive without its list of files, expected a whole one",
      damaged: "Unexpected damaged archive, expected one that can be unpacked",
      volumes: "Unexpected part of a divided archive, expected the whole in one file",
      many: "Unexpected archive of too many files, expected a book",
      large: "Unexpected archive that is too large, expected one that can be unpacked",
      dense: "Unexpected archive that unpacks to far too much, expected a book",
      encrypted: "Unexpected locked archive, expected one that can be unpacked",
      packing: "Unexpected way of compression, expected one that every reading program knows",
    },
    hint: UNPACKING,
  },
  EPB002: {
    severity: "error",
    message: "Unexpected first file {file}, expected `mimetype`",
    hint: "Pack it again: `mimetype` first and without compression, then the rest.",
  },
  EPB003: {
    severity: "error",
    message: {
      text: "Unexpected `mimetype` {text}, expected `application/epub+zip`",
      extra: "Unexpected extra field of `mimetype`, expected none",
      packed: "Unexpected compression of `mimetype`, expected none",
    },
    hint: REPACK,
  },
  EPB004: {
    severity: "error",
    message: {
      encoding: "Unexpected bytes that are not UTF-8 in the name {name}, expected UTF-8",
      spelling: "Unexpected second name {other} of the file {name}, expected one",
      root: "Unexpected way from the root of a disk in the name {name}, expected a path within the book",
      folder:
        "Unexpected way to another folder in the name {name}, expected a path within the book",
      part: "Unexpected empty part in the name {name}, expected a name after each slash",
      character: "Unexpected character {character} in the name {name}, expected plain letters",
      stop: "Unexpected full stop at the end in the name {name}, expected none",
    },
    hint: RENAME,
  },
  EPB005: {
    severity: "error",
    message: {
      same: "Unexpected second file {name}, expected each name once",
      near: "Unexpected file {name} beside {other}, expected names that differ in more than capitals",
    },
    hint: "On many machines one of them writes over the other. Give one of them another name.",
  },
  EPB006: {
    severity: "warning",
    message: {
      device: "Unexpected name {name}, which is a device of Windows, expected another",
      space: "Unexpected white space in the name {name}, expected none",
      letter: "Unexpected letter beyond ASCII in the name {name}, expected plain ones",
    },
    hint: "Some machines cannot open such a file. Use the letters a to z, digits and hyphens.",
  },
  EPB007: {
    severity: "error",
    message: {
      none: "Unexpected file that is in no list of the archive, expected a whole archive",
      damaged: "Unexpected damaged file, expected one that can be unpacked",
      volumes: "Unexpected file of a divided archive, expected the whole in one file",
      many: "Unexpected number of files, expected fewer",
      large: "Unexpected file that is too large, expected one that can be unpacked",
      dense: "Unexpected file that unpacks to far too much, expected a part of a book",
      encrypted: "Unexpected locked file, expected one that can be unpacked",
      packing: "Unexpected way of compression, expected one that every reading program knows",
    },
    hint: UNPACKING,
  },
  EPB008: {
    severity: "error",
    message: {
      absent:
        "Unexpected absence of `META-INF/container.xml`, expected the file that says where the book begins",
      empty: "Unexpected container without a package document, expected the path of one",
    },
    hint: "No reading program can open it. Make the book again with a program for EPUB.",
  },
  EPB009: {
    severity: "warning",
    message: "Unexpected `{file}`, expected a book that anyone can open",
    hint: "The book may open on some devices only, and may tell who it was made for.",
  },
  EPB010: {
    severity: "error",
    message: {
      encoding: "Unexpected encoding or size of a text, expected UTF-8",
      xml: "Unexpected fault in XML ({fault}), expected well-formed text",
    },
    hint: "Readers see an error, or nothing of it. Correct the file, or make the book again.",
  },
  EPB011: {
    severity: "error",
    message: "Unexpected declaration of entities, expected none",
    hint: "A small text can grow beyond all memory, or load a file. Write the characters themselves.",
  },
} as const satisfies TextTable;

/** Of a fault of an archive or of a file in it, the name of its texts. */
export const UNPACKING_FAULTS = {
  "no archive": "none",
  damaged: "damaged",
  "several volumes": "volumes",
  "too many files": "many",
  "too large": "large",
  "too dense": "dense",
  encrypted: "encrypted",
  "unknown compression": "packing",
} as const;
