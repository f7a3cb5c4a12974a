/** What assembling a book can find. */
export const PUBLICATION_CODES = {
  PUB001: "a link names a place that the linked page does not have",
  PUB002: "a link leads to what this edition leaves out",
  PUB003: "a module has no session for participants",
} as const;
