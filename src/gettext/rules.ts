import { type Diagnoser, diagnoseBy } from "../diagnostics/diagnose.ts";
import type { TextTable } from "../diagnostics/rule.ts";

/** What can be wrong in a catalogue of translations, a PO file. */
export const GETTEXT_RULES = {
  CAT001: {
    severity: "error",
    message: "Unexpected catalogue of {size} MB, expected at most {most} MB",
    hint: "Split it, or take out the obsolete entries: `msgattrib --no-obsolete`.",
  },
  CAT002: {
    severity: "error",
    message: {
      wide: "Unexpected UTF-16 text, expected UTF-8",
      byte: "Unexpected byte 0x{byte}, expected UTF-8 text",
      header: "Unexpected `charset={charset}` in the header, expected `charset=UTF-8`",
    },
    hint: {
      wide: "Save it again with the encoding UTF-8.",
      byte: "Save it again with the encoding UTF-8, or type: msgconv --to-code=UTF-8 --output-file={file} {file}",
      header: "The text is UTF-8 already. Type in the header: charset=UTF-8",
    },
  },
  CAT003: {
    severity: "warning",
    message: {
      mark: "Unexpected byte order mark at the beginning, expected a PO file without one",
      ends: "Unexpected line ends of Windows, expected those of Unix",
    },
    hint: {
      mark: "gettext's own tools refuse such a file. Save it as UTF-8 without BOM; an update does so by itself.",
      ends: "Each line is then another one for a version control. An update writes them as they should be.",
    },
  },
  CAT004: {
    severity: "error",
    message: "Unexpected mark of a merge conflict, expected one version of each entry",
    hint: "Keep one side of what stands between `<<<<<<<` and `>>>>>>>`, and delete these marks.",
  },
  CAT005: {
    severity: "error",
    message: {
      word: "Unexpected `{found}`, expected {expected}",
      end: 'Unexpected end of the line, expected `"` behind the string',
      escape: "Unexpected `{found}` in a string, expected an escape that there is",
      obsolete: "Unexpected line {found}, expected all lines of an entry alike",
      domain: "Unexpected `domain`, expected a file of one catalogue",
    },
    hint: {
      word: "The entry is left out until this is mended. Each has `msgid` and `msgstr`, each with strings in quotes.",
      end: "A string ends on its line. Close it, and begin the next line with a quote too.",
      escape:
        'Known are \\n, \\t, \\r, \\", \\\\ and bytes by their numbers. A backslash itself is typed as \\\\.',
      obsolete:
        "Each line of an entry that is no longer used begins with `#~`, and no line of another one does.",
      domain: "Put each domain into a file of its own, without this line.",
    },
  },
  CAT006: {
    severity: "error",
    message: {
      id: "Unexpected entry without `msgid`, expected `msgid` and `msgstr`",
      string: "Unexpected entry without `msgstr`, expected `msgid` and `msgstr`",
      plural: "Unexpected `msgstr[{index}]`, expected `{expected}`",
      single: "Unexpected `msgstr` of an entry with a plural, expected `msgstr[0]`",
      many: "Unexpected `msgstr[{index}]` of an entry without a plural, expected `msgstr`",
    },
    hint: 'The entry is left out until this is mended. For a text that has no translation yet, type: msgstr ""',
  },
  CAT007: {
    severity: "error",
    message: "Unexpected second entry of `{id}`, expected each once",
    hint: "The first is on line {line}. Delete one of them, or let `msguniq` join them.",
  },
  CAT008: {
    severity: "error",
    message:
      "Unexpected catalogue without a header, expected an entry with an empty `msgid` at its beginning",
    hint: 'Type at its beginning:\nmsgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"',
  },
  CAT009: {
    severity: "error",
    message: {
      none: "Unexpected plural entry in a catalogue without `Plural-Forms`, expected it in the header",
      form: "Unexpected `{value}`, expected a rule such as `nplurals=2; plural=(n != 1);`",
      range: "Unexpected rule that gives form {form} for {number}, expected less than {count}",
    },
    hint: {
      none: 'Type in the header the rule of the language, such as: "Plural-Forms: nplurals=2; plural=(n != 1);\\n"',
      form: "The rule is an expression of C with the number `n`, without letters but that.",
      range: "`nplurals` says how many forms the language has, and the rule counts them from 0.",
    },
  },
  CAT010: {
    severity: "error",
    message: "Unexpected {found|one form|# forms} of a plural, expected {count}",
    hint: "The header says nplurals={count}. Type each from msgstr[0] to msgstr[{last}].",
  },
  CAT011: {
    severity: "error",
    message: {
      begin: "Unexpected beginning of `{part}`, expected `\\n` where the `msgid` has it",
      end: "Unexpected end of `{part}`, expected `\\n` where the `msgid` has it",
    },
    hint: "Where one begins or ends with `\\n`, the other does so too.",
  },
} as const satisfies TextTable;

/** Makes a diagnostic of this room. */
export const diagnose: Diagnoser<typeof GETTEXT_RULES> = diagnoseBy(GETTEXT_RULES);
