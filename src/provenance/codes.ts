/** What is wrong with what lies beside the books: SUM, a list of sums; REC, a build record. */
export const PROVENANCE_CODES = {
  SUM001: "a list of sums is too large",
  SUM002: "a list of sums is no text",
  SUM003: "a line of a list of sums cannot be read",
  SUM004: "a name in a list of sums leads out of the folder",
  SUM005: "a name stands twice in a list of sums",
  SUM006: "a name has characters that a screen obeys or hides",
  REC001: "a build record is too large, or no JSON",
  REC002: "a build record is not as its format asks",
  REC003: "a build record has a format that is not known",
} as const;
