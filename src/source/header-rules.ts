import type { TextTable } from "../diagnostics/rule.ts";

/** HDR: what a page's header says, and where it cannot be read. */
export const HEADER_RULES = {
  HDR001: {
    severity: "error",
    message: {
      dashes: "Unexpected first line `{first}`, expected three hyphens (`---`)",
      open: "Unexpected header without an end, expected a second line `---`",
    },
    hint: {
      dashes: "Type --- there (an editor or a translation tool has changed the hyphens).",
      open: "Type --- on a line of its own before line {line}, where the page's text begins.",
      meant: "Put --- (three hyphens) in place of line {line}.",
    },
  },
  HDR002: {
    severity: "error",
    message: "Unexpected TOML header (`+++`), expected a YAML header (`---`)",
    hint: 'Put --- in place of both +++ lines, and write every `key = "value"` as `key: "value"`.',
  },
  HDR003: {
    severity: "error",
    message: "Unexpected `{engine}` after the first ---, expected a YAML header",
    hint: "Type --- alone on the first line. Headers in other languages are never read or run.",
  },
  HDR004: {
    severity: "error",
    message: "Unexpected {kind} as a header, expected lines of the form `key: value`",
    hint: 'Begin the page with\n---\ntitle: "Its title"\n---\n\nIf its first --- was meant as a ruled line, put the header above it.',
  },
  HDR005: {
    severity: "error",
    message: "Unexpected mark of a merge conflict, expected lines that were merged",
    hint: "Two people changed these lines. Keep the right version of what stands between <<<<<<< and >>>>>>>,\nthen delete the other version and the lines that begin with <<<<<<<, ======= and >>>>>>>.",
  },
  HDR006: {
    severity: "error",
    message: "Unexpected colon in the value of `{key}`, expected a value between quotation marks",
    hint: "A colon with a space after it begins a new key. Type:\n{typed}",
  },
  HDR007: {
    severity: "error",
    message: {
      mismatched:
        "Unexpected {found} at the end of a value that begins with {mark}, expected the same mark at both ends",
      doubled: "Unexpected extra quotation mark ({mark}) at the end of the value, expected one",
      trailing:
        "Unexpected text after the closing quotation mark ({mark}), expected the end of the line",
      unclosed:
        "Unexpected {name} quotation mark ({mark}) that is never closed, expected another at the end of the value",
    },
    hint: {
      mismatched: "Type:\n{typed}",
      doubled: "Delete it:\n{typed}",
      trailing: "The value ends at the second {mark}. Type:\n{typed}",
      unclosed: "Type:\n{typed}",
    },
  },
  HDR008: {
    severity: "error",
    message: {
      glued: "Unexpected `{found}`, expected a key, a colon and a space",
      keyless: "Unexpected text without a key `{found}`, expected `key: value`",
    },
    hint: {
      glued: "Type:\n{typed}",
      "header-first": "Give it a key: key: text\n\nOr move it below the header.",
      "header-value":
        "If it is the value of `{key}`, put it on that line:\n{key}: {quoted}\n\nIf not, move it below the header.",
      "header-more":
        "If it goes on with `{key}`, join it to the end of line {above}, or indent it by two spaces:\n  {found}\n\nIf not, move it below the header.",
      "configuration-first": "Give it a key: key: text\n\nOr delete it.",
      "configuration-value":
        "If it is the value of `{key}`, put it on that line:\n{key}: {quoted}\n\nIf not, delete it.",
      "configuration-more":
        "If it goes on with `{key}`, join it to the end of line {above}, or indent it by two spaces:\n  {found}\n\nIf not, delete it.",
    },
  },
  HDR009: {
    severity: "error",
    message: {
      list: "Unexpected indent of {found}, expected {expected}",
      key: "Unexpected indent of {found} before `{key}`, expected {expected}",
    },
    hint: {
      list: "`{key}` belongs exactly under `{above}` of the line above. Type:\n{typed}",
      key: "Type:\n{typed}",
    },
  },
  HDR010: {
    severity: "error",
    message: "Unexpected tab at the beginning of a line, expected spaces",
    hint: "Type spaces instead:\n{typed}",
  },
  HDR011: {
    severity: "error",
    message:
      "Unexpected `{sign}` at the beginning of a value, expected a value between quotation marks",
    hint: "YAML keeps this character for itself. Type:\n{typed}",
  },
  HDR012: {
    severity: "error",
    message: {
      indent: "Unexpected indent, expected the beginning of a line where that of its neighbours is",
      colon: "Unexpected colon in a value, expected a value between quotation marks",
      tab: "Unexpected tab at the beginning of a line, expected spaces",
      escape: "Unexpected backslash between double quotes, expected two, or single quotes",
      sign: "Unexpected sign at the beginning of a value, expected a value between quotation marks",
      ruler: "Unexpected line `---` or `...`, expected it at the beginning or nowhere",
      twice: "Unexpected second `{found}:`, expected each key once",
      other: "Unexpected text, expected `key: value`",
    },
    hint: {
      indent:
        "Keys that belong together begin in the same column. Compare the line with the ones around it.",
      colon: 'Put the value of this line between double quotes: key: "value"',
      tab: "Delete the tab and type spaces.",
      escape: "Type single quotes: key: 'value'",
      sign: 'Put the value of this line between double quotes: key: "value"',
      ruler: "Delete the line.",
      twice: "Delete one of the two lines.",
      other:
        'Put the value of this line, or of the one above it, between double quotes: key: "value"',
    },
  },
  HDR013: {
    severity: "error",
    message: {
      size: "Unexpected header of {size}, expected at most {most}",
      deep: "Unexpected text nested so deep, expected a few keys and lists",
      many: "Unexpected text with so many values, expected a few keys and lists",
    },
    hint: {
      size: "End the header with --- after its last key; everything else is the page's text. If it must be so, add `--limit header-size=SIZE` to the command.",
      deep: "Remove the brackets, anchors (&name) and references (*name) that are not needed.",
      many: "Remove the brackets, anchors (&name) and references (*name) that are not needed.",
    },
  },
  HDR014: {
    severity: "error",
    message: {
      quote:
        "Unexpected quotation mark ({sign}) that is never closed, expected another at the end of the value",
      list: "Unexpected list begun with `{sign}` that is not closed, expected `{end}` at its end",
      group: "Unexpected group begun with `{sign}` that is not closed, expected `{end}` at its end",
    },
    hint: {
      quote: "Type {sign} at the end of the value.",
      bracket:
        'Type `{end}` at its end. If it is no list but text, put it between double quotes: key: "value"',
      list: "If it is text, type:\n{text}\n\nIf it is a list, close it:\n{whole}",
      group: "If it is text, type:\n{text}\n\nIf it is a group, close it:\n{whole}",
    },
  },
  HDR020: {
    severity: "warning",
    message: "Unexpected second `{written}:`, expected each key once",
    hint: {
      joined:
        "Both lists are used. Delete line {second}, so that its items continue the list that begins at line {first}.",
      apart:
        "Both lists are used. Delete line {second}, so that its items continue the list that begins at line {first}, and put their dashes under each other.",
      same: "It says the same as line {first}. Delete line {second}.",
      parent:
        'Line {second} counts. Delete one of the two, or name both in one line:\nparent: "{values}"',
      first: "Line {first} counts. Delete the one that is wrong.",
      second: "Line {second} counts. Delete the one that is wrong.",
    },
  },
  HDR021: {
    severity: "error",
    message: "Unexpected {found} in `{written}:`, expected {expected}",
    hint: {
      stage: 'Type:\n{key}:\n  - name: "Title of the session"\n    url: /permalink/of/the/session/',
      text: 'Type:\n{key}: "…"',
      list: 'Type:\n{key}: "…"\n\nSquare brackets at the beginning of a text need quotation marks around the text.',
    },
  },
  HDR022: {
    severity: "warning",
    message: "Unexpected date `{text}`, expected year, month and day",
    hint: {
      exchanged:
        "Only the year is used: day and month could be exchanged. Type the year first, for example {year}-03-31.",
      unknown:
        "It is printed as it stands. Type a date such as 2016-05-31, or 2016-05 if the day is not known.",
    },
  },
  HDR023: {
    severity: "warning",
    message: "Unexpected duration `{text}`, expected a time such as `30-45 minutes`",
    hint: "It is printed as it stands and left out of the sums. Type for example 45 minutes, 1-2 hours or 120+ minutes.",
  },
  HDR024: {
    severity: "warning",
    message:
      "Unexpected stage `{text}`, expected Activity and Discussion, Input, Deepening or Synthesis",
    hint: "Type one of the four names.",
  },
  HDR025: {
    severity: "warning",
    message: "Unexpected key `{written}`, expected `{key}`",
    hint: "Keys stay in English in every language; only what stands after the colon is translated. Type {key}: in its place.",
  },
  HDR026: {
    severity: "warning",
    message: "Unexpected key `{written}`, expected `{key}`",
    hint: "It is read as {key}. Type {key}: in its place.",
  },
  HDR027: {
    severity: "warning",
    message: "Unexpected empty title, expected the title that is printed above the page",
    hint: "Type for example:\ntitle: {title}",
  },
  HDR028: {
    severity: "warning",
    message: {
      layout: "Unexpected layout `{layout}` for a page that lists sessions, expected `module`",
      none: "Unexpected list of sessions in a page without a layout, expected `layout: module`",
    },
    hint: "It is read as a module. Type layout: module in its header.",
  },
  HDR029: {
    severity: "warning",
    message: "Unexpected language `{written}`, expected a language tag",
    hint: {
      known: "Type:\nlanguage: {tag}",
      unknown: "Type the tag of the language: en, es, fr, ar, fa, pt-BR, zh-Hant, …",
    },
  },
  HDR030: {
    severity: "warning",
    message: "Unexpected second `{key}` in one session, expected a dash before it",
    hint: "They are read as two sessions. Type a dash before {key}, under the dash of the session above:\n- {key}: …",
  },
  HDR031: {
    severity: "warning",
    message: {
      whole: "Unexpected `{lost}` in place of a value, expected a value between quotation marks",
      end: "Unexpected `{lost}` after a value, expected a value between quotation marks",
    },
    hint: "YAML leaves out what follows a # after a space. Type:\n{typed}",
  },
  HDR032: {
    severity: "warning",
    message: "Unexpected title of {length} characters, expected at most {most}",
    hint: "It fills the cover and the contents, and readers cut it where they like. Keep the title short, and move the rest to `summary:`.",
  },
  HDR033: {
    severity: "warning",
    message: "Unexpected invisible sign {sign} in `{key}:`, expected letters alone",
    hint: "It turns the order of letters around and can make one name look like another, so it is left out. Delete the text between the quotation marks and type it again.",
  },
  HDR034: {
    severity: "warning",
    message: "Unexpected invisible sign {sign} in `{key}:`, expected letters alone",
    hint: "With others it can hold a number that tells whose copy this is, so it is left out. Delete the text between the quotation marks and type it again.",
  },
  HDR040: {
    severity: "warning",
    message: "Unexpected audience `{text}`, expected `trainer`, `participant` or `all`",
    hint: {
      read: "It is read as {audience}. The word stays in English in every language: type audience: {audience}.",
      unknown:
        "No book for participants is made with this page. If it is for trainers only, type audience: trainer; if it is for everybody, audience: all.",
    },
  },
} as const satisfies TextTable;
