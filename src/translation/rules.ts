import { type Diagnoser, diagnoseBy } from "../diagnostics/diagnose.ts";
import type { TextTable } from "../diagnostics/rule.ts";

/** What can be wrong with a translation. */
export const TRANSLATION_RULES = {
  TRN001: {
    severity: "error",
    message: {
      unknown: "Unexpected catalogue {path}, expected one in a folder with the tag of its language",
      source: "Unexpected catalogue in {language}, expected another language than the pages'",
    },
    hint: {
      unknown: "A catalogue stands in a folder such as translations/fa/ or translations/pt-BR/.",
      source:
        "The pages are in this language already. Move the catalogue to the folder of the language that it translates them into.",
    },
  },
  TRN002: {
    severity: "either",
    message:
      "Unexpected page with {share} % of its words in {language}, expected at least {least} %",
    hint: "Readers would not understand the rest. Translate more of it, or build all the same with `--allow-untranslated`.",
  },
  TRN003: {
    severity: "error",
    message: {
      untranslated: "Unexpected {count|passage|# passages} without a translation, expected none",
      stale:
        "Unexpected {count|passage|# passages} whose original has changed since, expected none",
    },
    hint: "handpress.yaml says so for this language: `{key}: refuse`. Translate what `handpress i18n status {language}` shows, or choose another value.",
  },
  TRN004: {
    severity: "warning",
    message: {
      placeholder:
        "Unexpected number in braces that the original does not have, expected {expected}",
      remark: "Unexpected sign that opens or closes a remark or template, expected none",
      block: "Unexpected HTML that makes a block, expected a line of text",
      bracket: "Unexpected square bracket or backslash, expected each bracket opened and closed",
      attributes:
        "Unexpected change of what stands in braces or in a tag, expected it as in the original",
      audience:
        "Unexpected mark of what is for trainers, expected it where the original has it, in words that Handpress knows",
    },
    hint: "The translation is not printed: the original stands in its place. Correct it in the catalogue.",
  },
  TRN005: {
    severity: "warning",
    message:
      "Unexpected original: {count|passage has|# passages have} changed since the catalogues were updated",
    hint: "Such passages are printed in the first language. Type: handpress i18n update {language}",
  },
  TRN006: {
    severity: "warning",
    message: {
      numbers:
        "Unexpected numbers {found} in a translation, expected {expected} as in the original",
      code: "Unexpected code {found} in a translation, expected {expected} as in the original",
      places: "Unexpected numbers in braces {found}, expected {expected} as in the original",
      notes:
        "Unexpected footnotes {found} in a translation, expected {expected} as in the original",
      emphasis:
        "Unexpected number of words in bold in a translation: {found}, expected {expected} as in the original",
      links:
        "Unexpected number of links in a translation: {found}, expected {expected} as in the original",
    },
    hint: "Something may have been lost or changed in the translation. Compare it with the original; a number may also be written as a word.",
  },
  TRN007: {
    severity: "warning",
    message: {
      signs: "Unexpected signs `{found}` in a translation, expected a link as Markdown has it",
      spaces: "Unexpected spaces in `{found}`, expected none inside the stars",
    },
    hint: "Keep brackets and stars as they are in the original: `[words](…)`, `**words**`.",
  },
  TRN008: {
    severity: "warning",
    message: {
      digits:
        "Unexpected digits `{found}` in a translation into {language}, expected those of the language",
      mixed: "Unexpected number `{found}` with digits of two kinds, expected one kind",
      long: "Unexpected length of a translation: more than three times its original",
      script: "Unexpected script {found} in a translation into {language}",
    },
    hint: "Often a part was left as it was, or belongs to another text. Compare it with the original.",
  },
} as const satisfies TextTable;

/** Makes a diagnostic of this room. */
export const diagnose: Diagnoser<typeof TRANSLATION_RULES> = diagnoseBy(TRANSLATION_RULES);
