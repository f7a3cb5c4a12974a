import type { RuleTable } from "../diagnostics/rule.ts";

/** What is wrong with what lies beside the books: SUM, a list of sums; REC, a build record. */
export const PROVENANCE_RULES = {
  SUM001: {
    severity: "error",
    summary: "a list of sums is too large",
    explanation:
      "SHA256SUMS has one short line for each book. This file is far larger than that, so it is something else or was made to do harm. It was not read, and nothing vouches for the books. Ask for the list again.",
    bad: "A file SHA256SUMS of 200 MB",
    good: "The list that the build wrote: one line for each book",
  },
  SUM002: {
    severity: "error",
    summary: "a list of sums is no text",
    explanation:
      "SHA256SUMS is plain text. This file holds other bytes: it is damaged, or another kind of file. Nothing vouches for the books. Ask for the list again.",
    bad: "A picture that was given the name SHA256SUMS",
    good: "The list that the build wrote",
  },
  SUM003: {
    severity: "error",
    summary: "a line of a list of sums cannot be read",
    explanation:
      "A line of SHA256SUMS has 64 digits, two spaces, and the name of a file. This line has not. Perhaps somebody wrote into the list. What it says of that file does not count.",
    bad: "A line `locks.pdf is fine` in SHA256SUMS",
    good: "64 digits, two spaces, then `locks.pdf`, as the build wrote it",
  },
  SUM004: {
    severity: "error",
    summary: "a name in a list of sums leads out of the folder",
    explanation:
      "The list speaks of files in its own folder, and this name leads somewhere else on your machine. It can be a trick. The file was not opened. Ask who sent you the folder.",
    bad: "A line for `../../secret.txt` in SHA256SUMS",
    good: "A line for `en/locks.pdf`",
  },
  SUM005: {
    severity: "error",
    summary: "a name stands twice in a list of sums",
    explanation:
      "Two lines speak of one file, so nobody can tell which of them is true. Builds never write such a list. What it says of that file does not count.",
    bad: "Two lines for `locks.pdf` with different digits",
    good: "One line for `locks.pdf`",
  },
  SUM006: {
    severity: "error",
    summary: "a name has characters that a screen obeys or hides",
    explanation:
      "The name of a file holds signs that are not seen, or that move what is written on a screen. With them one name can look like another. Builds never write such names. Ask who sent you the folder.",
    bad: "A file whose name holds a sign that turns letters around, so that it seems to end in .pdf",
    good: "A file with the name `locks.pdf`",
  },
  REC001: {
    severity: "error",
    summary: "a build record is too large, or no JSON",
    explanation:
      "The build record says how the books were made. This file is damaged or was changed, and cannot be read. The books may still be right: their sums are in SHA256SUMS.",
    bad: "A build record of which the second half is missing",
    good: "The record that the build wrote",
  },
  REC002: {
    severity: "error",
    summary: "a build record is not as its format asks",
    explanation:
      "The build record can be read, and says something that no build writes. Somebody or something changed it. How the books were made cannot be known from it.",
    bad: "A build record in which somebody changed a number into a word",
    good: "The record that the build wrote",
  },
  REC003: {
    severity: "error",
    summary: "a build record has a format that is not known",
    explanation:
      "A newer Handpress made these books, and writes its record in another way. Use that version, or a newer one, to look at them.",
    bad: "A folder of books that next year's Handpress made",
    good: "The same folder, looked at with the same version",
  },
} as const satisfies RuleTable;

export type ProvenanceCode = keyof typeof PROVENANCE_RULES;
