/** What assembling a book can find. */
export const PUBLICATION_CODES = {
  PUB001: "a link names a place that the linked page does not have",
} as const;
