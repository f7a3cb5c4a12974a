import type { RuleTable } from "../../diagnostics/rule.ts";

/** FIL: a file of the curriculum, before its header is read. */
export const FILE_RULES = {
  FIL001: {
    severity: "error",
    summary: "a file is empty",
    explanation:
      "The file has nothing in it, so no book can use it. Often it was made and then forgotten, or a copy went wrong. Delete it, or write the page.",
    bad: { files: { "keys.md": "" } },
    good: {
      files: { "keys.md": "---\ntitle: Keys\npermalink: /keys/\n---\n\nKeep a spare key.\n" },
    },
  },
  FIL002: {
    severity: "error",
    summary: "a file is not UTF-8",
    explanation:
      "Letters can be stored in different ways. Handpress reads UTF-8, which has the letters of all languages. With another encoding, letters such as é or ن would be wrong in the book. Save the file again as UTF-8; text editors have this in their Save dialog.",
    bad: "A page that an old editor saved in the encoding Windows-1252",
    good: "The same page, saved again with the encoding UTF-8",
  },
  FIL003: {
    severity: "error",
    summary: "a page is too large",
    explanation:
      "A page with this much text is nearly always a mistake: a picture was pasted into it as letters, or a text was pasted many times. It is not read, to keep the machine safe. Split the page, or save the picture as a file of its own.",
    bad: "A page of 5 MB with a photo pasted into its text",
    good: "The same page, with the photo in a file beside it",
  },
  FIL004: {
    severity: "error",
    summary: "a page has no header",
    explanation:
      "Each page begins with a header between two lines of three hyphens. It says at least the title. Without it nobody knows what the page is, and it stands in no book.",
    bad: { files: { "keys.md": "# Keys\n\nKeep a spare key.\n" } },
    good: {
      files: { "keys.md": "---\ntitle: Keys\npermalink: /keys/\n---\n\nKeep a spare key.\n" },
    },
  },
  FIL010: {
    severity: "warning",
    summary: "Arabic letters are presentation forms",
    explanation:
      "These letters come from a PDF or an old program. They look right, but no search finds them, and a voice may not read them. The book has plain letters in their place. Copy the text again from where it was written.",
    bad: { page: "\uFEB3\uFEFC\uFEE1 \uFEE3\uFEE6 \uFEF3\uFEE4\uFEB8\uFEF2" },
    good: { page: "سلام من يمشي" },
  },
  FIL011: {
    severity: "error",
    summary: "Arabic letters stand backwards",
    explanation:
      "The text was copied from a PDF as it looks, so each word stands from its last letter to its first. Nobody can read it in the book. Copy it from the original text, or type it again.",
    bad: "A page with Arabic words that were copied out of a PDF, each word from its end to its beginning",
    good: "The same words, typed again or copied from the original text",
  },
  FIL012: {
    severity: "error",
    summary: "two files have one name in two forms",
    explanation:
      "The names look the same, but the letters with accents are stored in two ways. This happens when files go between a Mac and other machines. Only one of the two files is read. Compare them, and delete the one that is out of date.",
    bad: "Two files clé.md in one folder: one from a Mac, one from another machine",
    good: "One file clé.md",
  },
  FIL013: {
    severity: "warning",
    summary: "a folder is called by the name of a language",
    explanation:
      "Handpress knows the language of a page by the short tag of its folder, such as `es`. A folder called by the language's name says nothing, so these pages count as pages in the main language. Give the folder the tag as its name.",
    bad: {
      files: {
        "spanish/locks.md":
          "---\nlayout: module\ntitle: Cerraduras\npermalink: /locks/\ninput:\n  - name: Llaves\n    url: /keys/\n---\n",
        "spanish/keys.md": "---\ntitle: Llaves\npermalink: /keys/\n---\n\nTenga otra llave.\n",
      },
    },
    good: {
      files: {
        "es/locks.md":
          "---\nlayout: module\ntitle: Cerraduras\npermalink: /locks/\ninput:\n  - name: Llaves\n    url: /keys/\n---\n",
        "es/keys.md": "---\ntitle: Llaves\npermalink: /keys/\n---\n\nTenga otra llave.\n",
      },
    },
  },
} as const satisfies RuleTable;
