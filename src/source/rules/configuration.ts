import type { RuleTable } from "../../diagnostics/rule.ts";

/** CFG: what `handpress.yaml` says. */
export const CONFIGURATION_RULES = {
  CFG001: {
    severity: "error",
    summary: "the configuration does not parse",
    explanation:
      "handpress.yaml breaks a rule of YAML, so it cannot be read to its end. Often a value with a colon needs quotation marks, or a line has the wrong number of spaces before it. The message says where.",
    bad: { files: { "handpress.yaml": "title: Locks: a course\n" } },
    good: { files: { "handpress.yaml": 'title: "Locks: a course"\n' } },
  },
  CFG002: {
    severity: "error",
    summary: "the configuration has an unknown key",
    explanation:
      "handpress.yaml says something that Handpress does not know. Perhaps the word is misspelled: then what you wanted would not happen, and nobody would notice. Correct the key, or delete the line.",
    bad: { files: { "handpress.yaml": "title: Locks\nthem: handout\n" } },
    good: { files: { "handpress.yaml": "title: Locks\ntheme: handout\n" } },
  },
  CFG003: {
    severity: "either",
    summary: "a value of the configuration is not as expected",
    explanation:
      "The key is right, and its value is not one that it takes. The message says what was expected. Colours need quotation marks, because a `#` begins a remark.",
    bad: { files: { "handpress.yaml": "title: Locks\nlanguage: in my own words\n" } },
    good: { files: { "handpress.yaml": "title: Locks\nlanguage: en\n" } },
  },
  CFG004: {
    severity: "warning",
    summary: "a file is named almost as the configuration is",
    explanation:
      "There is a file with nearly the right name, and no handpress.yaml. Nothing of it is read: title, licence and theme are those of a curriculum without settings. Give the file its right name, in small letters.",
    bad: "A file handpress.yml, and no handpress.yaml",
    good: "The same file with the name handpress.yaml",
  },
  CFG005: {
    severity: "warning",
    summary: "the configuration asks for more than content may have",
    explanation:
      "Limits keep your machine safe from pages that a stranger wrote. So a curriculum may lower its limits, and may not raise them. If you trust the curriculum, raise the limit yourself, on the command line.",
    bad: { files: { "handpress.yaml": "title: Locks\nlimits:\n  page-size: 10MB\n" } },
    good: { files: { "handpress.yaml": "title: Locks\nlimits:\n  page-size: 1MB\n" } },
  },
} as const satisfies RuleTable;
