import type { RuleTable } from "../diagnostics/rule.ts";

/** What the edge can find: EDG, the machine's files; OUT, the output. */
export const EDGE_RULES = {
  EDG001: {
    severity: "error",
    summary: "a folder or file of the curriculum cannot be read",
    explanation:
      "The file is there, and Handpress may not open it, or the disk gives an error. What is in it will be missing from the books. Give yourself the right to read it, or copy it again from where it came.",
    bad: "A page that only another user of this machine may read",
    good: "The same page, with the right to read it given to you",
  },
  EDG002: {
    severity: "error",
    summary: "a link in the curriculum leads out of it",
    explanation:
      "A file of the folder is only a link, and leads to another place on this machine. In a folder that a stranger sends you, such a link could put your private files into a book. It was not followed. Copy the file itself into the folder.",
    bad: "A file photo.jpg in the curriculum that is a link to a file in somebody's home folder",
    good: "The photo itself in the curriculum",
  },
  EDG003: {
    severity: "error",
    summary: "the folder holds no pages",
    explanation:
      "There is no page in this folder: no file that ends in .md and begins with a header. Perhaps you are in another folder than you think. Name the folder of the curriculum in the command.",
    bad: "The command `build Downloads`, where that folder has only photos",
    good: "The command `build my-curriculum`",
  },
  EDG004: {
    severity: "error",
    summary: "what lies in the curriculum is a pipe, a socket or a device",
    explanation:
      "This is no file with a content, but a connection to a program or a part of the machine. To read it could take for ever. It was not opened. Move it out of the curriculum.",
    bad: "A pipe with the name keys.md",
    good: "A file with the name keys.md",
  },
  OUT001: {
    severity: "error",
    summary: "a book cannot be written",
    explanation:
      "The book is made, and cannot be stored: the disk is full, or you may not write in that folder. No half book is left there. Make room, or name another folder with `--output`.",
    bad: "A USB stick that is full or locked",
    good: "A folder with room in it, where you may write",
  },
  OUT002: {
    severity: "error",
    summary: "a book cannot be printed",
    explanation:
      "The browser that makes the PDF stopped, took too long, or the PDF was not as it should be. No bad PDF is left behind. Close other programs and try again. The EPUB does not need a browser.",
    bad: "A machine with so little memory that the browser stops",
    good: "The same machine with other programs closed",
  },
  OUT003: {
    severity: "warning",
    summary: "sums or a record of earlier builds cannot be read",
    explanation:
      "The output folder has lists of earlier builds, and one of them is damaged. A new list was written, for the books of this build only. Build the other books again, so that the list has all of them.",
    bad: "A file SHA256SUMS in the output folder that somebody wrote into",
    good: "The list as the last build wrote it",
  },
  OUT004: {
    severity: "warning",
    summary: "a book of an earlier build was changed",
    explanation:
      "A book in the output folder is not as an earlier build wrote it. Somebody changed it, or the disk is failing. Do not pass it on. Build it again.",
    bad: "A PDF in the output folder that was opened and saved with another program",
    good: "The PDF as the build wrote it",
  },
  OUT010: {
    severity: "error",
    summary: "pages lack words of the book",
    explanation:
      "Handpress reads each PDF again and looks for all words of the book. Here some are missing from the pages. A book with lost words can put people in danger, so it is not written. That is a fault of Handpress or of a theme; please report it.",
    bad: "A theme of your own that hides the last lines of a page",
    good: "The same book, made with a theme that comes with Handpress",
  },
} as const satisfies RuleTable;

export type EdgeCode = keyof typeof EDGE_RULES;
