import type { TextTable } from "../../../diagnostics/rule.ts";

/** Style sheets, pictures and fonts. */
export const RESOURCE_TEXTS = {
  EPB501: {
    severity: "error",
    message: "Unexpected address {address} in a style sheet, expected a file of the book",
    hint: "Whoever runs that site learns who reads the book and when.",
  },
  EPB502: {
    severity: "error",
    message: "Unexpected address {address} in a style sheet, expected a file of the book",
    hint: "",
  },
  EPB503: {
    severity: "error",
    message: "Unexpected `{property}` in a style sheet, expected `dir` in the text",
    hint: "",
  },
  EPB504: {
    severity: "error",
    message: {
      spaces: "Unexpected white space in rows in a style sheet, expected CSS",
      comment: "Unexpected comment without end in a style sheet, expected CSS",
      mark: "Unexpected {written} in a style sheet, expected CSS",
      depth: "Unexpected brackets nested deeper than {written} in a style sheet, expected CSS",
      end: "Unexpected end without `{written}` in a style sheet, expected CSS",
    },
    hint: "",
  },
  EPB505: {
    severity: "warning",
    message: "Unexpected import of {address}, expected one style sheet",
    hint: "",
  },
  EPB601: {
    severity: "error",
    message: {
      image: "Unexpected bytes of an image, expected {mediaType}",
      drawing: "Unexpected `<{element}>`, expected a drawing",
    },
    hint: "",
  },
  EPB602: {
    severity: "warning",
    message: {
      image: "Unexpected notes in an image ({kinds}), expected the picture only",
      drawing: "Unexpected notes in a drawing (`<{element}>`), expected the picture only",
    },
    hint: {
      image: "They may name a person, a place or a camera.",
      drawing: "They may name a person, a folder or a program.",
    },
  },
  EPB603: {
    severity: "warning",
    message: "Unexpected size of {width} × {height} pixels, expected fewer than {millions} million",
    hint: "",
  },
  EPB604: {
    severity: "warning",
    message: {
      scrambled: "Unexpected scrambling of a font, expected it plain",
      type: "Unexpected media type {mediaType} of a font, expected `font/ttf`, `font/otf`, `font/woff` or `font/woff2`",
    },
    hint: {
      scrambled: "Many readers cannot unscramble it and show another face.",
      type: "",
    },
  },
  EPB605: {
    severity: "warning",
    message: "Unexpected bytes of a font, expected {mediaType}",
    hint: "",
  },
} as const satisfies TextTable;
