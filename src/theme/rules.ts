import { type Diagnoser, diagnoseBy } from "../diagnostics/diagnose.ts";
import type { TextTable } from "../diagnostics/rule.ts";

/** What can be wrong with a theme. Themes are code: each error stops the build. */
export const THEME_RULES = {
  THM001: {
    severity: "error",
    message: {
      theme: "Unexpected theme `{theme}`, expected one that is there",
      descriptor: "Unexpected absence of the theme's descriptor, expected a file theme.yaml",
    },
    hint: {
      near: "Did you mean {near}? There is {names}. A folder of your own begins with ./ or another path: `--theme ./my-theme`.",
      unknown:
        "There is {names}. A folder of your own begins with ./ or another path: `--theme ./my-theme`.",
      descriptor:
        "Write one. It has `title:`, `description:` and, to build on another theme, `extends: handout`.",
    },
  },
  THM002: {
    severity: "error",
    message: {
      yaml: "{message}",
      key: "Unexpected key `{key}`, expected one of {known}",
      absent: "Unexpected absence of `{key}:`, expected a value",
      value: "Unexpected value of `{key}:`, expected {expected}",
      paper: "Unexpected value of `print.paper:`, `{paper}`, expected a paper",
    },
    hint: {
      yaml: "{hint} It has `title:`, `description:` and, to build on another theme, `extends: handout`.",
      near: "Did you mean {near}:?",
      unknown: "Delete the line.",
      absent: "It has `title:`, `description:` and, to build on another theme, `extends: handout`.",
      value: "docs/themes.md has all keys and what they take.",
      paper: "{papers}",
    },
  },
  THM003: {
    severity: "error",
    message: "Unexpected circle of themes: {circle}, expected one that extends no other at its end",
    hint: "Delete this line, or name another theme in it, such as handout.",
  },
  THM004: {
    severity: "error",
    message: {
      name: "Unexpected name `{name}`, expected one that the book has here",
      failure: "Unexpected failure of a template ({why}), expected text",
      block: "Unexpected end of a block: `{{#{opened}}}` is closed by `{{/{closed}}}`",
      end: "Unexpected end of the template, expected Handlebars that is whole",
      text: "Unexpected text in `{{…}}`, expected Handlebars that is whole",
      markup: "Unexpected {{{…}}}, expected {{…}} or {{markup …}}",
      partial: "Unexpected partial `{name}`, expected a template that is there",
      helper: "Unexpected helper `{name}`, expected one of {helpers}",
      word: "Unexpected word `{name}`, expected a key of strings/en.yaml",
    },
    hint: {
      name: "docs/themes.md lists the names. For one that is not always there: {{#if {name}}}{{{name}}}{{/if}}.",
      failure: "Compare it with the template of the same name in the theme handout.",
      block: "Blocks close in the order in which they were opened, the last one first.",
      whole:
        "Each {{ has its }}, each {{#if …}} or {{#each …}} its {{/if}} or {{/each}}. Look at this line and those above.",
      markup: "Texts of the content are never markup: {example} escapes them.",
      partial: "Write templates/{name}.hbs, or take the line out.",
      nearPartial: "Did you mean {{> {near}}}?",
      helper: "docs/themes.md says what each does.",
      nearHelper: "Did you mean {near}?",
      word: 'Write it there: {name}: "…"',
      nearWord: "Did you mean {near}? A word of your own goes into strings/en.yaml.",
    },
  },
  THM005: {
    severity: "error",
    message: "Unexpected absence of a template, expected one that makes this part of a book",
    hint: "Write it, or take it from the theme below: `extends: handout` in theme.yaml.",
  },
  THM006: {
    severity: "error",
    message: {
      file: "Unexpected name {tag}.yaml of a file of words, expected a language tag",
      lines: 'Unexpected {kind}, expected lines of the form `key: "words"`',
      value: "Unexpected value of `{key}`, expected a text or plural forms",
      word: "Unexpected word `{key}`, expected one that a template says",
      place: "Unexpected place {{place}} in `{key}`, expected {places}",
      absent: "Unexpected absence of the word `{key}`, expected it in English at least",
      vocabulary: "Unexpected {shown}, expected {expected}",
    },
    hint: {
      file: "Name it after its language: en.yaml, fr.yaml, pt-BR.yaml.",
      lines: 'Type for example: contents: "Contents"',
      value: 'Type {key}: "…", or one line for each form: one: "…" and other: "…".',
      near: "Did you mean {near}:?",
      unknown: "Delete the line.",
      place: "Nothing would be written there. Places keep their English names in every language.",
      absent:
        'Write {key}: "…" in it, or take the words from the theme below: `extends: handout` in theme.yaml.',
      words: "Type for example:\ntrainers: [trainer, facilitator]\nnotes: [note, tip]",
      tag: "Type the tag of the language: en, es, fr, ar, pt-BR, zh-Hant, …",
    },
  },
  THM007: {
    severity: "warning",
    message:
      "Unexpected language `{language}`, expected one that the theme has words in ({languages})",
    hint: {
      own: "Words such as “Contents” stand in English. In the theme's folder, write a file strings/{tag}.yaml with your words after the colons, and with more\nfrom themes/handout/strings/en.yaml, as many as you like:\n{lines}",
      bundled:
        "Words such as “Contents” stand in English. Beside handpress.yaml, make a folder strings and in it a file {tag}.yaml with your words after the colons, and with more\nfrom themes/handout/strings/en.yaml, as many as you like:\n{lines}",
    },
  },
  THM008: {
    severity: "error",
    message:
      "Unexpected theme folder `{theme}` in the configuration, expected the name of a theme that comes with Handpress",
    hint: "A theme is code. If you trust this one, build with: --theme {path}",
  },
  THM009: {
    severity: "error",
    message:
      "Unexpected colours of `cover`: {name} {colour} on paper {paper} has a contrast of {ratio} to 1, expected at least {least} to 1",
    hint: "Make `{name}:` darker or `paper:` lighter, or the other way round on a dark paper.",
  },
  THM010: {
    severity: "error",
    message: {
      end: "Unexpected end of the stylesheet, expected }",
      text: "Unexpected text in a stylesheet ({why}), expected CSS",
    },
    hint: {
      end: "Write a } after the last line of this rule.",
      text: "A rule reads `p { margin: 0; }`: a name, a colon, a value, and a semicolon before the next.",
    },
  },
  THM011: {
    severity: "error",
    message: {
      import: "Unexpected @import, expected the rules themselves",
      fetch: "Unexpected {written}, expected nothing to fetch",
    },
    hint: {
      import: "Copy the rules of that sheet into this one.",
      fetch:
        "Nothing is fetched for a book. Write a small picture into the sheet as url(data:…), or leave it out.",
    },
  },
  THM012: {
    severity: "warning",
    message:
      "Unexpected {name} {colour} of the brand: on {ground} it has a contrast of {ratio} to 1, expected at least {least} to 1",
    hint: "Take a darker shade of it (or a lighter one, on a dark cover). Until then the books are made in the theme's own colours.",
  },
  THM013: {
    severity: "error",
    message:
      "Unexpected part of a theme that cannot be opened, expected a file of the theme's folder",
    hint: "Pipes, devices and links out of the folder are not opened. Copy the file itself there.",
  },
} as const satisfies TextTable;

/** Makes a diagnostic of this stage. */
export const diagnose: Diagnoser<typeof THEME_RULES> = diagnoseBy(THEME_RULES);
