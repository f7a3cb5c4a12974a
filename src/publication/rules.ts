import { type Diagnoser, diagnoseBy } from "../diagnostics/diagnose.ts";
import type { TextTable } from "../diagnostics/rule.ts";

/** What assembling a book can find. */
export const PUBLICATION_RULES = {
  PUB001: {
    severity: "warning",
    message: "Unexpected place `#{fragment}` in a link, expected a heading of {page}",
    hint: "The link now leads to the beginning of that page. Write the heading's words in lower case with `-` for spaces, or leave out what follows `#`.",
  },
  PUB002: {
    severity: "warning",
    message: {
      empty: "Unexpected session without text, expected what the trainer says and does",
      headings: "Unexpected session of headings alone, expected what the trainer says and does",
    },
    hint: "Write its text, or take the session out of the module until there is one.",
  },
  PUB003: {
    severity: "warning",
    message: "Unexpected session without a title, expected `title:` in its header",
    hint: 'The book calls it after its file. Type in the header:\ntitle: "{title}"',
  },
  PUB004: {
    severity: "warning",
    message:
      "Unexpected link `{words}` to what is for trainers only, expected one that participants can follow",
    hint: "In the participant's edition it is plain text. Put the sentence into a trainer's note too, or move the place it leads to out of one.",
  },
  PUB005: {
    severity: "warning",
    message: "Unexpected module whose sessions are all for trainers, expected one for participants",
    hint: "No participant's edition is made of it. If that is meant, type audience: trainer in the module's header; else take the line out of a session's.",
  },
  PUB006: {
    severity: "warning",
    message: "Unexpected address of {length} characters, expected at most {limit} for a QR code",
    hint: "Its note stands without a code. Leave out what the site does not need (often all from `?` on), or link to a shorter address.",
  },
  PUB010: {
    severity: "warning",
    message:
      "Unexpected loss of `{words}` on the way into the book, expected every word of the page",
    hint: "Compare this part with the book before you pass it on. Write it in a plainer way: fewer links, notes and boxes within each other.",
  },
  PUB020: {
    severity: "error",
    message:
      "Unexpected {part} in a book for participants, expected a mark that says whom it is for",
    hint: "No participant's edition is made before that is said. If it is for trainers, type `:::trainer` on a line of its own above it and `:::` below its last line. If it is for everybody, type `{.all}` at the end of its line.",
  },
  PUB021: {
    severity: "error",
    message: {
      page: "Unexpected page with nothing for trainers, expected {count|1 part|# parts} for trainers as in {original}",
      heading: "Unexpected {part} where {original} has a part for trainers, expected one here too",
    },
    hint: {
      page: "No participant's edition is made before that is said. Look for what stands for the missing. Mark it: `:::trainer` on a line of its own above it, `:::` below its last line. If there is nothing for trainers here on purpose, type `:::trainer` and `:::` on two lines with nothing between.",
      heading:
        "No participant's edition is made before that is said. Mark it: `:::trainer` on a line of its own above it, `:::` below its last line. If there is nothing for trainers here on purpose, type `:::trainer` and `:::` on two lines with nothing between. If it is for everybody, type `{.all}` at the end of its line.",
    },
  },
  PUB022: {
    severity: "error",
    message: "Unexpected audience `{audience}`, expected `trainer`, `participant` or `all`",
    hint: "No participant's edition is made before that is said. If the page is for trainers only, type audience: trainer. If it is for everybody, type audience: all.",
  },
  PUB023: {
    severity: "error",
    message:
      "Unexpected title `{title}` of a page for everybody, expected `audience:` in its header",
    hint: "No participant's edition is made before that is said. If the page is for trainers only, type in its header:\naudience: trainer\nIf it is for everybody:\naudience: all",
  },
} as const satisfies TextTable;

/** Makes a diagnostic of this stage. */
export const diagnose: Diagnoser<typeof PUBLICATION_RULES> = diagnoseBy(PUBLICATION_RULES);
