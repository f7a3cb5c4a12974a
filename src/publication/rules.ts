import type { RuleTable } from "../diagnostics/rule.ts";

const KEYS = "---\ntitle: Keys\npermalink: /keys/\n---\n\n";

/** What assembling a book can find. */
export const PUBLICATION_RULES = {
  PUB001: {
    severity: "warning",
    summary: "a link names a place that the linked page does not have",
    explanation:
      "The link leads to a heading of another page, and that page has no such heading. Perhaps the heading was changed. The link leads to the beginning of the page. Correct what stands behind the `#`, or take it away.",
    bad: { files: { "keys.md": `${KEYS}See [how to oil them](/bolts/#oil-them).\n` } },
    good: { files: { "keys.md": `${KEYS}See [how to oil them](/bolts/).\n` } },
    texts: {
      place: {
        message: "Unexpected place `#{fragment}` in a link, expected a heading of {page}",
        hint: "The link now leads to the beginning of that page. Write the heading's words in lower case with `-` for spaces, or leave out what follows `#`.",
      },
    },
  },
  PUB002: {
    severity: "warning",
    summary: "a session has no text, or headings alone",
    explanation:
      "The session is in the book, and says nothing. Trainers would stand before an empty page. Write its text, or take the session out of the module until there is one.",
    bad: { page: "## Step 1" },
    good: { page: "## Step 1\n\nShow the spare key." },
    texts: {
      empty: {
        message: "Unexpected session without text, expected what the trainer says and does",
        hint: "Write its text, or take the session out of the module until there is one.",
      },
      headings: {
        message: "Unexpected session of headings alone, expected what the trainer says and does",
        hint: "Write its text, or take the session out of the module until there is one.",
      },
    },
  },
  PUB003: {
    severity: "warning",
    summary: "a session has no title",
    explanation:
      "The page has a header without `title:`. The book calls the session by the name of its file. Write the title that readers should see.",
    bad: {
      files: {
        "locks.md":
          "---\nlayout: module\ntitle: Locks\npermalink: /locks/\ninput:\n  - url: /keys/\n---\n",
        "keys.md": "---\npermalink: /keys/\n---\n\nKeep a spare key.\n",
      },
    },
    good: {
      files: {
        "locks.md":
          "---\nlayout: module\ntitle: Locks\npermalink: /locks/\ninput:\n  - url: /keys/\n---\n",
        "keys.md": "---\ntitle: Keys\npermalink: /keys/\n---\n\nKeep a spare key.\n",
      },
    },
    texts: {
      untitled: {
        message: "Unexpected session without a title, expected `title:` in its header",
        hint: 'The book calls it after its file. Type in the header:\ntitle: "{title}"',
      },
    },
  },
  PUB004: {
    severity: "warning",
    summary: "a link leads to what this edition leaves out",
    explanation:
      "Participants get a book without the notes for trainers, and this link leads to such a note. In their book it is plain text. Move the sentence into a note for trainers too, or link to something that participants have.",
    bad: {
      page: "See [the trick](#the-trick).\n\n:::trainer\n## The trick\n\nGive them the wrong key first.\n:::",
    },
    good: { page: "See [the rule](#the-rule).\n\n## The rule\n\nKeep a spare key." },
    texts: {
      link: {
        message:
          "Unexpected link `{words}` to what is for trainers only, expected one that participants can follow",
        hint: "In the participant's edition it is plain text. Put the sentence into a trainer's note too, or move the place it leads to out of one.",
      },
    },
  },
  PUB005: {
    severity: "warning",
    summary: "a module has no session for participants",
    explanation:
      "All sessions of the module are for trainers only. So there is nothing to give to participants, and no book is made for them.",
    bad: "A module whose sessions all say `audience: trainer`, built with `--edition participant`",
    good: "The same module with one session for everybody",
    texts: {
      module: {
        message:
          "Unexpected module whose sessions are all for trainers, expected one for participants",
        hint: "No participant's edition is made of it. If that is meant, type audience: trainer in the module's header; else take the line out of a session's.",
      },
    },
  },
  PUB006: {
    severity: "warning",
    summary: "an address is too long for a QR code",
    explanation:
      "You asked for QR codes beside links. A code for a long address has very small squares, and a phone cannot read it from paper. The address is printed in letters. Look for a shorter address of the same page.",
    bad: "A link of 900 characters in a book that is made with `--links codes`",
    good: "A short link to the same page",
    texts: {
      address: {
        message:
          "Unexpected address of {length} characters, expected at most {limit} for a QR code",
        hint: "Its note stands without a code. Leave out what the site does not need (often all from `?` on), or link to a shorter address.",
      },
    },
  },
  PUB010: {
    severity: "warning",
    summary: "words of a page that its chapter has not",
    explanation:
      "Handpress counts the words of each page and looks for them in the finished chapter. Here some are missing. That is a fault of Handpress. Compare this part with the book before you pass it on, and please report it.",
    bad: "A page with notes, boxes and links within each other, some of whose words did not reach the book",
    good: "The same text, written with fewer boxes and notes within each other",
    texts: {
      words: {
        message:
          "Unexpected loss of `{words}` on the way into the book, expected every word of the page",
        hint: "Compare this part with the book before you pass it on. Write it in a plainer way: fewer links, notes and boxes within each other.",
      },
    },
  },
  PUB020: {
    severity: "error",
    summary: "a part looks as if it were for trainers, and nothing says so",
    explanation:
      "Notes for trainers must not reach participants: an answer or a warning can be in them. This part looks like such a note. So no book for participants is made until the page says whom it is for. Put `:::trainer` around it, or mark it as for everybody.",
    bad: "A heading “For the person who leads” in a page, built with `--edition participant`",
    good: "The same heading between `:::trainer` and `:::`",
    texts: {
      part: {
        message:
          "Unexpected {part} in a book for participants, expected a mark that says whom it is for",
        hint: "No participant's edition is made before that is said. If it is for trainers, type `:::trainer` on a line of its own above it and `:::` below its last line. If it is for everybody, type `{.all}` at the end of its line.",
      },
    },
  },
  PUB021: {
    severity: "error",
    summary: "a translation lacks a part for trainers that its source has",
    explanation:
      "The page in the main language has a part for trainers, and its translation has none there. Perhaps the mark was lost in translation. Participants would then read the note. No book for participants is made until the mark is back.",
    bad: "A Spanish page without `:::trainer`, where the English page has it, built with `--edition participant`",
    good: "The same Spanish page with `:::trainer` and `:::` around the note",
    texts: {
      part: {
        message:
          "Unexpected page with nothing for trainers, expected 1 part for trainers as in {original}",
        hint: "No participant's edition is made before that is said. Look for what stands for the missing. Mark it: `:::trainer` on a line of its own above it, `:::` below its last line. If there is nothing for trainers here on purpose, type `:::trainer` and `:::` on two lines with nothing between.",
      },
      parts: {
        message:
          "Unexpected page with nothing for trainers, expected {count} parts for trainers as in {original}",
        hint: "No participant's edition is made before that is said. Look for what stands for the missing. Mark it: `:::trainer` on a line of its own above it, `:::` below its last line. If there is nothing for trainers here on purpose, type `:::trainer` and `:::` on two lines with nothing between.",
      },
      heading: {
        message:
          "Unexpected {part} where {original} has a part for trainers, expected one here too",
        hint: "No participant's edition is made before that is said. Mark it: `:::trainer` on a line of its own above it, `:::` below its last line. If there is nothing for trainers here on purpose, type `:::trainer` and `:::` on two lines with nothing between. If it is for everybody, type `{.all}` at the end of its line.",
      },
    },
  },
  PUB022: {
    severity: "error",
    summary: "a page is for readers that nobody knows",
    explanation:
      "The header says whom the page is for, with a word that is not known. Nobody can tell whether participants may read it, so no book for participants is made. Type `trainer`, `participant` or `all`.",
    bad: "A page with `audience: neighbours`, built with `--edition participant`",
    good: "The same page with `audience: trainer`",
    texts: {
      audience: {
        message: "Unexpected audience `{audience}`, expected `trainer`, `participant` or `all`",
        hint: "No participant's edition is made before that is said. If the page is for trainers only, type audience: trainer. If it is for everybody, type audience: all.",
      },
    },
  },
  PUB023: {
    severity: "error",
    summary: "a page is called a note for trainers, and nothing says whom it is for",
    explanation:
      "The title says that the page is for trainers, and its header does not. No book for participants is made until it is clear. Type `audience: trainer`, or `audience: all` if everybody may read it.",
    bad: "A session with the title “Trainer's Note” and no `audience:`, built with `--edition participant`",
    good: "The same session with `audience: trainer` in its header",
    texts: {
      title: {
        message:
          "Unexpected title `{title}` of a page for everybody, expected `audience:` in its header",
        hint: "No participant's edition is made before that is said. If the page is for trainers only, type in its header:\naudience: trainer\nIf it is for everybody:\naudience: all",
      },
    },
  },
} as const satisfies RuleTable;

export type PublicationCode = keyof typeof PUBLICATION_RULES;
