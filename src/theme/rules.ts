import type { RuleTable } from "../diagnostics/rule.ts";

/** What can be wrong with a theme. Themes are code, so each of these stops the build, but THM012. */
export const THEME_RULES = {
  THM001: {
    severity: "error",
    summary: "a theme, or one that it extends, is not there",
    explanation:
      "The theme that you named is not among those that come with Handpress, and no folder has that name. The command `themes` lists what there is. A folder of your own begins with `./`.",
    bad: { files: { "handpress.yaml": "title: Locks\ntheme: hand-out\n" } },
    good: { files: { "handpress.yaml": "title: Locks\ntheme: handout\n" } },
  },
  THM002: {
    severity: "error",
    summary: "a theme's descriptor is not as the schema asks",
    explanation:
      "theme.yaml says what a theme is for and how it prints. Here a key or a value is not one that it may have. docs/themes.md lists all keys.",
    bad: "`bodySize: large` in theme.yaml",
    good: "A number of points, as docs/themes.md says",
  },
  THM003: {
    severity: "error",
    summary: "themes extend each other in a circle",
    explanation:
      "A theme can be made on top of another. Here the last one is made on top of the first again, so there is no beginning. Take one `extends:` away, or name a theme that comes with Handpress.",
    bad: "Theme A with `extends: B`, and theme B with `extends: A`",
    good: "Theme A with `extends: B`, and theme B with `extends: handout`",
  },
  THM004: {
    severity: "error",
    summary: "a template does not compile or fails on a book",
    explanation:
      "A template is the form that a part of the book is poured into. This one has a mistake, or asks for something that the book does not have. The message names the file. Compare it with the same template of the theme handout.",
    bad: "A template with `{{#if title}}` and no `{{/if}}`",
    good: "The same template with `{{/if}}` behind that part",
  },
  THM005: {
    severity: "error",
    summary: "a template or stylesheet is missing",
    explanation:
      "The theme has no file for a part of the book. Write it, or build the theme on top of another one, which has it: `extends: handout`.",
    bad: "A theme without templates and without `extends:`",
    good: "The same theme with `extends: handout` in theme.yaml",
  },
  THM006: {
    severity: "error",
    summary: "a file of interface words is not as expected",
    explanation:
      "A theme has a file for each language with the words that the book itself says: “Contents”, “Page 3 of 9”. In this file something is wrong: its name, a key, or a place such as `{page}`. The message says what was expected.",
    bad: "`page: Página {numero}` in strings/es.yaml",
    good: "`page: Página {page}`: places keep their English names",
  },
  THM007: {
    severity: "error",
    summary: "a theme has no interface words in a book's language",
    explanation:
      "The book needs words such as “Contents” in its language, and the theme has none, not even in English. Add a file with the words, or build the theme on top of `handout`, which has them in many languages.",
    bad: "A theme without a folder strings/ and without `extends:`",
    good: "The same theme with `extends: handout`",
  },
  THM008: {
    severity: "error",
    summary: "a configuration names a theme folder, which is code, and the builder does not",
    explanation:
      "A theme is a program that runs on your machine. A curriculum from somebody else must not start one by itself. If you trust whoever made the theme, name its folder on the command line with `--theme`.",
    bad: { files: { "handpress.yaml": "title: Locks\ntheme: ./our-theme\n" } },
    good: { files: { "handpress.yaml": "title: Locks\ntheme: low-ink\n" } },
  },
  THM009: {
    severity: "error",
    summary: "the colours of a theme's cover are too near each other to be read",
    explanation:
      "The words of the cover and the ground behind them have nearly the same colour. People who see badly cannot read them, nor can anybody in bright sunlight. Make one darker or the other lighter.",
    bad: "Words in `#999999` on paper in `#bbbbbb`",
    good: "Words in `#222222` on paper in `#ffffff`",
  },
  THM010: {
    severity: "error",
    summary: "a stylesheet is not CSS",
    explanation:
      "The stylesheet has a mistake, so browsers would leave out a part of it without a word. The message says where. Often a semicolon or a bracket is missing.",
    bad: "`p { margin: 0`",
    good: "`p { margin: 0; }`",
  },
  THM011: {
    severity: "error",
    summary: "a stylesheet asks for something outside the book",
    explanation:
      "The stylesheet loads a font or a picture from a place outside the book. On the network, that would tell who opens the book, and when. Books of Handpress never load anything.",
    bad: "`@import url(https://example.org/fonts.css);`",
    good: "One of the fonts that come with Handpress",
  },
  THM012: {
    severity: "warning",
    summary: "a brand's colour is too near the paper to be read; the book is built without it",
    explanation:
      "The colour of your organisation is too light for words on this paper. People who see badly could not read them. The books are made in the colours of the theme. Take a darker shade.",
    bad: {
      files: {
        "handpress.yaml":
          'title: Locks\nbrand:\n  name: The Lock School\n  colours:\n    accent: "#ffee88"\n',
      },
    },
    good: {
      files: {
        "handpress.yaml":
          'title: Locks\nbrand:\n  name: The Lock School\n  colours:\n    accent: "#00596b"\n',
      },
    },
  },
  THM013: {
    severity: "error",
    summary: "a part of a theme is a link out of its folder, or no file",
    explanation:
      "A theme may use the files of its own folder only. A link to somewhere else could put a private file into the book. It was not opened. Copy the file itself into the theme.",
    bad: "A stylesheet in the theme that is a link to a file elsewhere on the machine",
    good: "A copy of that stylesheet in the folder of the theme",
  },
} as const satisfies RuleTable;

export type ThemeCode = keyof typeof THEME_RULES;
