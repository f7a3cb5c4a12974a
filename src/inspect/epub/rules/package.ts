import type { TextTable } from "../../../diagnostics/rule.ts";

const RUNS = "A program in a book can tell who reads it, where it is allowed to run. Delete it.";
const LEAVES =
  "It leads to the machine of whoever opens it. Put the file into the book, or delete the link.";

/** What the package document lists, and where the texts lead. */
export const PACKAGE_TEXTS = {
  EPB101: {
    severity: "error",
    message: {
      root: "Unexpected `<{name}>`, expected a `<package>` of EPUB",
      version: "Unexpected version {version}, expected 3.0 or 2.0",
    },
    hint: "Reading programs may not open it. Make the book again as EPUB 3.",
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
  EPB112: {
    severity: "error",
    message: "Unexpected {found}, expected {listed} as the manifest says",
    hint: "Correct its `media-type` in the manifest.",
  },
  EPB117: {
    severity: "error",
    message: {
      none: "Unexpected book without an order of reading, expected a spine",
      id: "Unexpected {id} in the spine, expected the id of an item",
      twice: "Unexpected second {id} in the spine, expected each once",
    },
    hint: "The spine lists each document once, by the id of its item. Without it no page can be turned.",
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
      loaded:
        "Whoever runs that site learns who reads the book and when. Put the file into the book.",
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
    hint: LEAVES,
  },
  EPB310: {
    severity: "warning",
    message: "Unexpected link {address}, expected one to the book, the web or mail",
    hint: "Few reading programs follow it. Type an address of the web, or delete the link.",
  },
  EPB311: {
    severity: "error",
    message: "Unexpected address {address}, expected one that can be followed",
    hint: "Correct the address, or delete the link.",
  },
  EPB312: {
    severity: "warning",
    message: {
      link: "Unexpected program in a link {address}, expected an address",
      handler: "Unexpected `{name}` on `<{element}>`, expected text only",
      script: "Unexpected `<script>`, expected text only",
      drawing: "Unexpected program in a drawing (`<{element}>`), expected none",
    },
    hint: RUNS,
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
    hint: "Whoever runs that site learns who reads the book and when. Put the file into the book.",
  },
} as const satisfies TextTable;
