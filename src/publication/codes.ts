/** What assembling a book can find. */
export const PUBLICATION_CODES = {
  PUB001: "a link names a place that the linked page does not have",
  PUB002: "a session has no text, or headings alone",
  PUB003: "a session has no title",
  PUB004: "a link leads to what this edition leaves out",
  PUB005: "a module has no session for participants",
  PUB006: "an address is too long for a QR code",
  PUB010: "words of a page that its chapter has not",
  PUB020: "a part looks as if it were for trainers, and nothing says so",
  PUB021: "a translation lacks a part for trainers that its source has",
  PUB022: "a page is for readers that nobody knows",
  PUB023: "a page is called a note for trainers, and nothing says whom it is for",
} as const;

export type PublicationCode = keyof typeof PUBLICATION_CODES;
