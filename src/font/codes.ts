/** What can be wrong with a book's characters and the faces they need. */
export const FONT_CODES = {
  FNT001: "a book has letters of a script that no face draws",
  FNT002: "a character has no glyph in any face",
  FNT003: "a theme names a face that is not there",
  FNT004: "a book is to carry a face that is not installed",
  FNT010: "a character of a cover's words has no glyph in any face",
} as const;
export type FontCode = keyof typeof FONT_CODES;
