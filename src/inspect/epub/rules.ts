import type { TextTable } from "../../diagnostics/rule.ts";

const COPY = "Copy or download it again: it was cut off or changed on its way.";
const FILLS = "It would fill this machine's memory; a real book does not.";
const LOADS =
  "Whoever runs that site learns who reads the book and when. Put the file into the book.";

/** What to do about an archive or a file in it that cannot be unpacked. */
const UNPACKING = {
  noArchive: COPY,
  damaged: COPY,
  volumes: "Join the parts with the program that divided it.",
  tooMany: "A real book does not have so many.",
  tooLarge: FILLS,
  tooDense: FILLS,
  encrypted: "It opens with a password only; readers do not ask for one.",
  unknownPacking: "Pack it again in the usual way of ZIP.",
} as const;

/**
 * What our rules can find in an EPUB: what is damaged or missing, what runs, fetches or tells. Errors keep
 * readers from a part of the book, or show somebody who reads; what each means, and where it comes from,
 * is in `explanations.json`. How well a book keeps the standard is for validators to say.
 */
export const EPUB_RULES = {
  EPB001: {
    severity: "error",
    message: {
      noArchive: "Unexpected archive without its list of files, expected a whole one",
      damaged: "Unexpected damaged archive, expected one that can be unpacked",
      volumes: "Unexpected part of a divided archive, expected the whole in one file",
      tooMany: "Unexpected archive of too many files, expected a book",
      tooLarge: "Unexpected archive that is too large, expected one that can be unpacked",
      tooDense: "Unexpected archive that unpacks to far too much, expected a book",
      encrypted: "Unexpected locked archive, expected one that can be unpacked",
      unknownPacking:
        "Unexpected way of compression, expected one that every reading program knows",
    },
    hint: UNPACKING,
  },
  EPB007: {
    severity: "error",
    message: {
      noArchive: "Unexpected file that is in no list of the archive, expected a whole archive",
      damaged: "Unexpected damaged file, expected one that can be unpacked",
      volumes: "Unexpected file of a divided archive, expected the whole in one file",
      tooMany: "Unexpected number of files, expected fewer",
      tooLarge: "Unexpected file that is too large, expected one that can be unpacked",
      tooDense: "Unexpected file that unpacks to far too much, expected a part of a book",
      encrypted: "Unexpected locked file, expected one that can be unpacked",
      unknownPacking:
        "Unexpected way of compression, expected one that every reading program knows",
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
  EPB110: {
    severity: "error",
    message: "Unexpected file {path} that the archive lacks, expected one that is there",
    hint: {
      near: "The archive has {near}: capitals count.",
      none: "Add the file, or delete its line from the manifest.",
    },
  },
  EPB111: {
    severity: "warning",
    message: "Unexpected file outside of the manifest, expected all listed",
    hint: {
      litter: "A system left it there; it may tell about its machine. Delete it.",
      other: "List it in the manifest, or delete it.",
    },
  },
  EPB122: {
    severity: "warning",
    message: {
      item: "Unexpected address {address}, expected a file of the book",
      loaded:
        "Unexpected address {address} of something that is loaded, expected a file of the book",
    },
    hint: {
      item: "Whoever runs that site learns who reads the book, and without a network it is missing.",
      loaded: LOADS,
    },
  },
  EPB307: {
    severity: "error",
    message: {
      image: "Unexpected image without an address, expected a file of the book",
      address: "Unexpected address {address}, expected a file that the book has",
    },
    hint: "Correct the address, or add the file.",
  },
  EPB308: {
    severity: "error",
    message: "Unexpected address {address}, expected an id that its document has",
    hint: "The link opens the wrong place, or none. Correct what stands after the `#`.",
  },
  EPB309: {
    severity: "error",
    message: {
      way: "Unexpected address {address}, expected one within the book",
      item: "Unexpected address {address}, expected a file of the book",
      loaded:
        "Unexpected address {address} of something that is loaded, expected a file of the book",
      link: "Unexpected link {address}, expected one to the book, the web or mail",
    },
    hint: "It leads to the machine of whoever opens it. Put the file into the book, or delete the link.",
  },
  EPB312: {
    severity: "warning",
    message: {
      link: "Unexpected program in a link {address}, expected an address",
      handler: "Unexpected `{name}` on `<{element}>`, expected text only",
      script: "Unexpected `<script>`, expected text only",
      drawing: "Unexpected program in a drawing (`<{element}>`), expected none",
    },
    hint: "A program in a book can tell who reads it, where it is allowed to run. Delete it.",
  },
  EPB313: {
    severity: "warning",
    message: "Unexpected `<{element}>`, expected text only",
    hint: "It can send what is typed, or show another page. Delete it.",
  },
  EPB314: {
    severity: "error",
    message:
      "Unexpected address {address} of something that is loaded, expected a file of the book",
    hint: LOADS,
  },
  EPB501: {
    severity: "error",
    message: "Unexpected address {address} in a style sheet, expected a file of the book",
    hint: LOADS,
  },
  EPB502: {
    severity: "error",
    message: "Unexpected address {address} in a style sheet, expected a file of the book",
    hint: "Correct the address, or add the file.",
  },
  EPB602: {
    severity: "warning",
    message: {
      image: "Unexpected notes in an image ({kinds}), expected the picture only",
      drawing: "Unexpected notes in a drawing (`<{element}>`), expected the picture only",
    },
    hint: {
      image: "They may name a person, a place or a camera. Save the picture without them.",
      drawing: "They may name a person, a folder or a program. Save the drawing without them.",
    },
  },
} as const satisfies TextTable;
