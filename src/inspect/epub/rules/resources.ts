import type { TextTable } from "../../../diagnostics/rule.ts";

/** Style sheets, pictures and fonts. */
export const RESOURCE_TEXTS = {
  EPB501: {
    severity: "error",
    message: "Unexpected address {address} in a style sheet, expected a file of the book",
    hint: "Whoever runs that site learns who reads the book and when. Put the file into the book.",
  },
  EPB502: {
    severity: "error",
    message: "Unexpected address {address} in a style sheet, expected a file of the book",
    hint: "Correct the address, or add the file.",
  },
  EPB503: {
    severity: "error",
    message: "Unexpected `{property}` in a style sheet, expected `dir` in the text",
    hint: "Readers may switch styles off, and then the text runs the wrong way. Type `dir` on the element.",
  },
  EPB504: {
    severity: "error",
    message: {
      spaces: "Unexpected white space in rows in a style sheet, expected CSS",
      comment: "Unexpected comment without an end in a style sheet, expected `*/`",
      mark: "Unexpected {written} in a style sheet, expected CSS",
      depth: "Unexpected brackets nested deeper than {written} in a style sheet, expected fewer",
      end: "Unexpected end of a style sheet, expected `{written}` before it",
    },
    hint: "Reading programs leave out what they do not understand. Correct the style sheet.",
  },
  EPB505: {
    severity: "warning",
    message: "Unexpected import of {address}, expected one style sheet",
    hint: "Some reading programs do not load it. Put its rules into this style sheet.",
  },
  EPB601: {
    severity: "error",
    message: {
      image: "Unexpected bytes of an image, expected {mediaType}",
      drawing: "Unexpected `<{element}>`, expected a drawing (`<svg>`)",
    },
    hint: "Readers see an empty box. Copy the picture again from where it came.",
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
  EPB603: {
    severity: "warning",
    message: "Unexpected size of {width} × {height} pixels, expected fewer than {millions} million",
    hint: "Small devices cannot show it. Make the picture smaller.",
  },
  EPB604: {
    severity: "warning",
    message: {
      scrambled: "Unexpected scrambled font, expected a plain one",
      type: "Unexpected media type {mediaType} of a font, expected `font/ttf`, `font/otf`, `font/woff` or `font/woff2`",
    },
    hint: {
      scrambled: "Many readers cannot unscramble it and show another font.",
      type: "Some reading programs leave the font out. Correct its `media-type` in the manifest.",
    },
  },
  EPB605: {
    severity: "warning",
    message: "Unexpected bytes of a font, expected {mediaType}",
    hint: "Readers see another font. Copy it again from where it came, or leave it out.",
  },
} as const satisfies TextTable;
