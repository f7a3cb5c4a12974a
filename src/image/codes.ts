/** What can be wrong with an image file. */
export const IMAGE_CODES = {
  IMG001: "a file is no image of a kind that books can hold",
  IMG002: "an image is damaged",
  IMG003: "an image is too large",
  IMG004: "a drawing (SVG) holds what a book cannot",
  IMG005: "pictures of a book were made smaller to fit its size",
  IMG006: "a book is larger than it may be, with its pictures as small as they can be",
  IMG007: "a brand's logo is not there",
  IMG008: "an image is so long and narrow that nothing can be seen in it",
  IMG009:
    "a drawing (SVG) has parts that nobody sees, or styles that are not drawn; they are left out",
  IMG020: "a character in the words of a drawing has no glyph in any face",
} as const;
export type ImageCode = keyof typeof IMAGE_CODES;
