/** What can be wrong with a file before its kind is known. Rules for EPUB: `epub/codes.ts`. */
export const INSPECT_CODES = {
  INS001: "the file is of no kind that can be inspected",
  INS002: "the file is empty",
  INS003: "the file is of a kind that is known, and not searched",
  INS004: "the file is larger than what is inspected",
  INS005: "the file takes more memory or time than it may",
} as const;
export type InspectCode = keyof typeof INSPECT_CODES;
