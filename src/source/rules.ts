import { type Diagnoser, diagnoseBy } from "../diagnostics/diagnose.ts";
import type { TextTable } from "../diagnostics/rule.ts";
import { HEADER_RULES } from "./header-rules.ts";

/** Rules of the source stage: FIL a file, HDR a page's header, CFG the configuration. */
export const SOURCE_RULES = {
  ...HEADER_RULES,
  FIL001: {
    severity: "error",
    message: "Unexpected empty file, expected a page with a header",
    hint: 'Delete the file, or begin it with a header:\n---\ntitle: "Its title"\n---',
  },
  FIL002: {
    severity: "error",
    message: {
      wide: "Unexpected UTF-16 text, expected UTF-8",
      byte: "Unexpected byte 0x{byte}, expected UTF-8 text",
    },
    hint: "Open the file in a text editor and save it again with the encoding UTF-8.",
  },
  FIL003: {
    severity: "error",
    message: "Unexpected file of {size}, expected at most {most}",
    hint: {
      page: "Split the page, or move pictures that were pasted into the text to files of their own. If it must be so, add `--limit page-size=SIZE` to the command.",
      fixed: "Take out what is not needed. This limit is fixed.",
    },
  },
  FIL004: {
    severity: "error",
    message: "Unexpected page without a header, expected `---` on the first line",
    hint: 'Type above its text:\n---\ntitle: "{title}"\n---',
  },
  FIL010: {
    severity: "warning",
    message: "Unexpected presentation forms of Arabic letters ({lines}), expected plain letters",
    hint: "They come from a PDF or an old program, and no search finds them. They are read as the letters that they stand for. Compare these words with the original, then type them again.",
  },
  FIL011: {
    severity: "error",
    message:
      "Unexpected Arabic letters from the last to the first ({lines}), expected words as they are spoken",
    hint: "They were copied from a PDF as they are seen, and every word is backwards. Copy them from the original text, or type them.",
  },
  FIL012: {
    severity: "error",
    message: "Unexpected second file whose name looks the same, expected one file of a name",
    hint: "Their names differ only in how accents are stored (NFC and NFD, as on a Mac), and one of them is not read. Compare the two, keep one, and delete the other.",
  },
  FIL013: {
    severity: "warning",
    message: "Unexpected folder `{name}`, expected the tag of its language, `{tag}`",
    hint: "Call it `{folder}`: its name does not say the language of its pages.",
  },
  CFG001: {
    severity: "error",
    message: "Unexpected {kind}, expected lines of the form `key: value`",
    hint: 'Type for example:\ntitle: "Safer travels"',
  },
  CFG002: {
    severity: "error",
    message: "Unexpected key `{key}`, expected one of {known}",
    hint: {
      near: "Did you mean {near}:?",
      option: "Delete the line: it is said for each build, with `--{option}`.",
      unknown: "Delete the line.",
    },
  },
  CFG003: {
    severity: "either",
    message: {
      value: "Unexpected {shown} in `{key}:`, expected {expected}",
      invisible: "Unexpected invisible sign {sign}, expected letters alone",
    },
    hint: {
      about: "{about}",
      language: "{about}\nType:\nlanguage: {near}",
      near: "Did you mean {near}:?",
      unknown: "Delete the line.",
      limit:
        "Content can only lower its limits. Whoever builds can raise one on the command line: --limit page-size=5MB",
      "near-limit":
        "Did you mean {near}:? Content can only lower its limits. Whoever builds can raise one on the command line: --limit page-size=5MB",
      "unknown-limit":
        "Delete the line. Content can only lower its limits. Whoever builds can raise one on the command line: --limit page-size=5MB",
      words: "Type for example:\ntrainers: [trainer, facilitator]\nnotes: [note, tip]",
      tag: "Type the tag of the language: en, es, fr, ar, pt-BR, zh-Hant, …",
      invisible:
        "With others it can hold a number that tells whose copy this is, so it is left out. Delete the line and type it again.",
    },
  },
  CFG004: {
    severity: "warning",
    message: "Unexpected name of the configuration, expected handpress.yaml",
    hint: "Nothing of it is read. Name the file handpress.yaml, in small letters; its lines are of the form `key: value`.",
  },
  CFG005: {
    severity: "warning",
    message:
      "Unexpected `{asked}` for `{key}:`, expected at most {held}: content cannot raise its own limits",
    hint: "The limit is {held}. If you trust whoever wrote this, add to the command: --limit {key}={typed}",
  },
} as const satisfies TextTable;

/** What a message quotes is recognised by its beginning. */
const LONGEST_QUOTE = 80;

/**
 * Makes a diagnostic of this stage. A value that is quoted in its message may have been long, or of
 * several lines: a message is one, and not long.
 */
export const diagnose: Diagnoser<typeof SOURCE_RULES> = diagnoseBy(SOURCE_RULES, (message) =>
  message
    .replace(/\s*[\r\n\u2028\u2029]\s*/g, " ")
    .replace(/`([^`]+)`/g, (_, quoted: string) => `\`${clip(quoted)}\``),
);

function clip(text: string): string {
  const signs = [...text];
  return signs.length > LONGEST_QUOTE ? `${signs.slice(0, LONGEST_QUOTE - 3).join("")}...` : text;
}
