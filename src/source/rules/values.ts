import type { RuleTable } from "../../diagnostics/rule.ts";

/** HDR020 to HDR040: what a header says. */
export const VALUE_RULES = {
  HDR020: {
    severity: "warning",
    summary: "a key stands twice",
    explanation:
      "A header says each thing once. Here one key stands in two lines. Lists of sessions are joined; of other values one counts, and the message says which. Delete the line that is wrong.",
    bad: { header: "title: Keys\ntitle: Spare keys\npermalink: /keys/" },
    good: { header: "title: Spare keys\npermalink: /keys/" },
  },
  HDR021: {
    severity: "error",
    summary: "a value is of the wrong type",
    explanation:
      "A key takes one kind of value: a text, or a list of sessions. Here it has another kind, so nobody can tell what is meant. Often a bracket at the beginning of a value makes a list of it. Quotation marks make it text again.",
    bad: { header: "title: [Keys]\npermalink: /keys/" },
    good: { header: 'title: "[Keys]"\npermalink: /keys/' },
  },
  HDR022: {
    severity: "warning",
    summary: "a date is no date",
    explanation:
      "The book prints its date in the words of its language. For that the date must be clear: the year first, then the month, then the day. `03/04/2020` is one day in some countries and another day in others.",
    bad: {
      files: {
        "locks.md":
          "---\nlayout: module\ntitle: Locks\npermalink: /locks/\ndate: last spring\ninput:\n  - name: Keys\n    url: /keys/\n---\n",
      },
    },
    good: {
      files: {
        "locks.md":
          "---\nlayout: module\ntitle: Locks\npermalink: /locks/\ndate: 2020-04\ninput:\n  - name: Keys\n    url: /keys/\n---\n",
      },
    },
  },
  HDR023: {
    severity: "warning",
    summary: "a duration is not understood",
    explanation:
      "Handpress adds up the durations, so that trainers know how long a module takes. This one is not read as a time. It is printed as it stands, and the sum is too small.",
    bad: { header: "title: Keys\npermalink: /keys/\nduration: as long as a cup of tea" },
    good: { header: "title: Keys\npermalink: /keys/\nduration: 15-20 minutes" },
  },
  HDR024: {
    severity: "warning",
    summary: "a session's stage is not understood",
    explanation:
      "A module has four stages: Activity and Discussion, Input, Deepening, Synthesis. `adids:` says to which of them a session belongs. Type one of these names, in English in every language.",
    bad: { header: "title: Keys\npermalink: /keys/\nadids: Evening" },
    good: { header: "title: Keys\npermalink: /keys/\nadids: Input" },
  },
  HDR025: {
    severity: "warning",
    summary: "a key was translated",
    explanation:
      "The words before the colons are for the program. They stay in English in every language. Only what stands behind the colon is translated. This key was understood all the same.",
    bad: { header: "titre: Keys\npermalink: /keys/" },
    good: { header: "title: Keys\npermalink: /keys/" },
  },
  HDR026: {
    severity: "warning",
    summary: "a key is misspelled",
    explanation:
      "The key is nearly one that Handpress knows. It was read as that one. Type it as the message says, so that other programs understand it too.",
    bad: { header: "tilte: Keys\npermalink: /keys/" },
    good: { header: "title: Keys\npermalink: /keys/" },
  },
  HDR027: {
    severity: "warning",
    summary: "a title is missing",
    explanation:
      "The title stands above the page, in the contents, and in the menu of a reading program. Without one the book calls the page by the name of its file.",
    bad: { header: 'title: ""\npermalink: /keys/\nadids: Input' },
    good: { header: "title: Keys\npermalink: /keys/\nadids: Input" },
  },
  HDR028: {
    severity: "warning",
    summary: "a page lists sessions but is not called a module",
    explanation:
      "Only a module lists sessions, so the page is read as a module. Its header should say so: `layout: module`. Then people and other programs know it too.",
    bad: {
      files: {
        "locks.md":
          "---\ntitle: Locks\npermalink: /locks/\ninput:\n  - name: Keys\n    url: /keys/\n---\n",
      },
    },
    good: {
      files: {
        "locks.md":
          "---\nlayout: module\ntitle: Locks\npermalink: /locks/\ninput:\n  - name: Keys\n    url: /keys/\n---\n",
      },
    },
  },
  HDR029: {
    severity: "warning",
    summary: "a language tag is not understood",
    explanation:
      "A language is named by a short tag: `es`, `ar`, `pt-BR`. It decides the direction of the text, the fonts, and the words that the book adds. With an unknown tag the page counts as one in the main language.",
    bad: { header: "title: Keys\npermalink: /keys/\nlanguage: in my own words" },
    good: { header: "title: Keys\npermalink: /keys/\nlanguage: en" },
  },
  HDR030: {
    severity: "warning",
    summary: "a dash is missing between two sessions",
    explanation:
      "In a list each session begins with a dash. Here two sessions stand below one dash. They are read as two, but other programs would lose one of them.",
    bad: {
      files: {
        "locks.md":
          "---\nlayout: module\ntitle: Locks\npermalink: /locks/\ninput:\n  - name: Keys\n    url: /keys/\n    name: Bolts\n    url: /bolts/\n---\n",
      },
    },
    good: {
      files: {
        "locks.md":
          "---\nlayout: module\ntitle: Locks\npermalink: /locks/\ninput:\n  - name: Keys\n    url: /keys/\n  - name: Bolts\n    url: /bolts/\n---\n",
      },
    },
  },
  HDR031: {
    severity: "warning",
    summary: "a number sign cuts a value short",
    explanation:
      "In a header a `#` behind a space begins a remark. What follows it is lost: here the end of a title, for example. Put the value between quotation marks.",
    bad: { header: "title: Key #1\npermalink: /keys/" },
    good: { header: 'title: "Key #1"\npermalink: /keys/' },
  },
  HDR032: {
    severity: "warning",
    summary: "a title is too long to be a title",
    explanation:
      "The title stands on the cover, in the contents and at the top of pages. There is no room for so many words, and reading programs cut them off. Keep the title short, and move the rest into the text.",
    bad: { header: `title: ${"Keys and bolts and ".repeat(15)}hinges\npermalink: /keys/` },
    good: { header: "title: Keys, bolts and hinges\npermalink: /keys/" },
  },
  HDR033: {
    severity: "warning",
    summary: "a value holds signs that turn the order of letters around",
    explanation:
      "Some signs are not seen, and turn letters from right to left. With them one name can look like another. The book is made without them. Type the line again by hand.",
    bad: { header: 'title: "Keys \u202Efor you"\npermalink: /keys/' },
    good: { header: 'title: "Keys for you"\npermalink: /keys/' },
  },
  HDR034: {
    severity: "warning",
    summary: "a value holds signs that nobody sees, which can number a copy",
    explanation:
      "The line holds signs that nobody sees. A row of them can hide a number that says whose copy this is. Books are made without them. Delete the line and type it again; do not paste it.",
    bad: { header: 'title: "Ke\u200Bys"\npermalink: /keys/' },
    good: { header: 'title: "Keys"\npermalink: /keys/' },
  },
  HDR040: {
    severity: "warning",
    summary: "an audience is not understood",
    explanation:
      "`audience:` says whom a page is for: `trainer`, `participant` or `all`. Some notes are for trainers only, and must not reach participants. Where the word is not understood, no book for participants is made with this page.",
    bad: { header: "title: Keys\npermalink: /keys/\naudience: neighbours" },
    good: { header: "title: Keys\npermalink: /keys/\naudience: trainer" },
  },
} as const satisfies RuleTable;
