/** What assembling a book can find. */
export const PUBLICATION_CODES = {
  PUB001: "a link names a place that the linked page does not have",
  PUB002: "a session has no text, or headings alone",
  PUB003: "a session has no title",
} as const;

export type PublicationCode = keyof typeof PUBLICATION_CODES;
