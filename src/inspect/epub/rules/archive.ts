import type { TextTable } from "../../../diagnostics/rule.ts";

const COPY = "Copy or download it again: it was cut off or changed on its way.";
const FILLS = "It would fill this machine's memory; a real book does not.";

/** What to do about an archive or a file in it that cannot be unpacked. */
const UNPACKING = {
  damaged: COPY,
  large: FILLS,
  dense: FILLS,
  many: "A real book does not have so many.",
  encrypted: "It opens with a password only; readers do not ask for one.",
  none: "",
  volumes: "",
  packing: "",
} as const;

/** The archive and its files: whether the book can be opened. */
export const ARCHIVE_TEXTS = {
  EPB001: {
    severity: "error",
    message: {
      none: "Unexpected archive (no archive), expected one that can be unpacked",
      damaged: "Unexpected archive (damaged), expected one that can be unpacked",
      volumes: "Unexpected archive (several volumes), expected one that can be unpacked",
      many: "Unexpected archive (too many files), expected one that can be unpacked",
      large: "Unexpected archive (too large), expected one that can be unpacked",
      dense: "Unexpected archive (too dense), expected one that can be unpacked",
      encrypted: "Unexpected archive (encrypted), expected one that can be unpacked",
      packing: "Unexpected archive (unknown compression), expected one that can be unpacked",
    },
    hint: UNPACKING,
  },
  EPB002: {
    severity: "error",
    message: "Unexpected first file {file}, expected `mimetype`",
    hint: "Pack it anew: `mimetype` first and without compression, then the rest.",
  },
  EPB003: {
    severity: "error",
    message: {
      text: "Unexpected `mimetype` {text}, expected `application/epub+zip`",
      extra: "Unexpected extra field of `mimetype`, expected none",
      packed: "Unexpected compression of `mimetype`, expected none",
    },
    hint: "",
  },
  EPB004: {
    severity: "error",
    message: {
      encoding: "Unexpected bytes that are not UTF-8 in the name {name}, expected none",
      spelling: "Unexpected second spelling {other} in the name {name}, expected none",
      root: "Unexpected way from the root of the disk in the name {name}, expected none",
      folder: "Unexpected way to another folder in the name {name}, expected none",
      part: "Unexpected empty part in the name {name}, expected none",
      character: "Unexpected character {character} in the name {name}, expected none",
      stop: "Unexpected full stop at the end in the name {name}, expected none",
    },
    hint: "",
  },
  EPB005: {
    severity: "error",
    message: {
      same: "Unexpected a second file {name}, expected one file a name",
      near: "Unexpected a file beside {other} {name}, expected one file a name",
    },
    hint: "",
  },
  EPB006: {
    severity: "warning",
    message: {
      device: "Unexpected device of Windows in the name {name}, expected none",
      space: "Unexpected white space in the name {name}, expected none",
      letter: "Unexpected letter beyond ASCII in the name {name}, expected none",
    },
    hint: "",
  },
  EPB007: {
    severity: "error",
    message: {
      none: "Unexpected file (no archive), expected one that can be unpacked",
      damaged: "Unexpected file (damaged), expected one that can be unpacked",
      volumes: "Unexpected file (several volumes), expected one that can be unpacked",
      many: "Unexpected file (too many files), expected one that can be unpacked",
      large: "Unexpected file (too large), expected one that can be unpacked",
      dense: "Unexpected file (too dense), expected one that can be unpacked",
      encrypted: "Unexpected file (encrypted), expected one that can be unpacked",
      packing: "Unexpected file (unknown compression), expected one that can be unpacked",
    },
    hint: UNPACKING,
  },
  EPB008: {
    severity: "error",
    message: {
      absent: "Unexpected absence of META-INF/container.xml, expected one",
      empty: "Unexpected container without a package document, expected one",
    },
    hint: "",
  },
  EPB009: {
    severity: "warning",
    message: "Unexpected `{file}`, expected a book that anyone can open",
    hint: "The book may open on some devices only, and may tell who it was made for.",
  },
  EPB010: {
    severity: "error",
    message: {
      encoding: "Unexpected encoding or size, expected text in UTF-8",
      xml: "Unexpected fault in XML ({fault}), expected well-formed text",
    },
    hint: "",
  },
  EPB011: {
    severity: "error",
    message: "Unexpected declaration of entities, expected none",
    hint: "",
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
