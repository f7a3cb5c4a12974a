/** What can be wrong with a theme. Themes are code, so each of these stops the build, but THM012. */
export const THEME_CODES = {
  THM001: "a theme, or one that it extends, is not there",
  THM002: "a theme's descriptor is not as the schema asks",
  THM003: "themes extend each other in a circle",
  THM004: "a template does not compile or fails on a book",
  THM005: "a template or stylesheet is missing",
  THM006: "a file of interface words is not as expected",
  THM007: "a theme has no interface words in a book's language",
  THM008: "a configuration names a theme folder, which is code, and the builder does not",
  THM009: "the colours of a theme's cover are too near each other to be read",
  THM010: "a stylesheet is not CSS",
  THM011: "a stylesheet asks for something outside the book",
  THM012: "a brand's colour is too near the paper to be read; the book is built without it",
  THM013: "a part of a theme is a link out of its folder, or no file",
} as const;
export type ThemeCode = keyof typeof THEME_CODES;
