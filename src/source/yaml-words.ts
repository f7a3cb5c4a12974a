import type { YamlProblem } from "./yaml.ts";

/** What is wrong, and what to do about it, in words of people who have never heard of YAML. */
export interface YamlWords {
  readonly message: string;
  readonly hint: string;
}

const QUOTE = 'Put the value of this line between double quotes: key: "value"';
const KEPT: YamlWords = {
  message: "Unexpected sign at the beginning of a value, expected a value between quotation marks",
  hint: QUOTE,
};

/** By the parser's codes (`yaml`, ErrorCode); what has none of these is told as the last one. */
const WORDS: Readonly<Record<string, YamlWords>> = {
  BAD_INDENT: {
    message: "Unexpected indent, expected the beginning of a line where that of its neighbours is",
    hint: "Keys that belong together begin in the same column. Compare the line with the ones around it.",
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: "Unexpected colon in a value, expected a value between quotation marks",
    hint: QUOTE,
  },
  TAB_AS_INDENT: {
    message: "Unexpected tab at the beginning of a line, expected spaces",
    hint: "Delete the tab and type spaces.",
  },
  BAD_DQ_ESCAPE: {
    message: "Unexpected backslash between double quotes, expected two, or single quotes",
    hint: "Type single quotes: key: 'value'",
  },
  BAD_SCALAR_START: KEPT,
  BAD_ALIAS: KEPT,
  ALIAS_PROPS: KEPT,
  BAD_PROP_ORDER: KEPT,
  BAD_TAG: KEPT,
  TAG_RESOLVE_FAILED: KEPT,
  MULTIPLE_ANCHORS: KEPT,
  MULTIPLE_TAGS: KEPT,
  MULTIPLE_DOCS: {
    message: "Unexpected line `---` or `...`, expected it at the beginning or nowhere",
    hint: "Delete the line.",
  },
};
const OTHER: YamlWords = {
  message: "Unexpected text, expected `key: value`",
  hint: 'Put the value of this line, or of the one above it, between double quotes: key: "value"',
};

/** Says what the parser found. */
export function sayYamlProblem({ code, message }: YamlProblem): YamlWords {
  if (code === "UNCLOSED") return sayUnclosed(message);
  if (code === "DUPLICATE_KEY") {
    const hint = "Delete one of the two lines.";
    return { message: `Unexpected second \`${message}:\`, expected each key once`, hint };
  }
  // The parser uses this code for a missing colon as well as for a missing comma.
  return WORDS[code === "MULTILINE_IMPLICIT_KEY" ? "BLOCK_AS_IMPLICIT_KEY" : code] ?? OTHER;
}

const CLOSING: Readonly<Record<string, string>> = { "[": "]", "{": "}" };

/** Of a value that begins with this sign and has no end. */
export function sayUnclosed(sign: string): YamlWords {
  const end = CLOSING[sign];
  return end === undefined
    ? {
        message: `Unexpected quotation mark (${sign}) that is never closed, expected another at the end of the value`,
        hint: `Type ${sign} at the end of the value.`,
      }
    : {
        message: `Unexpected ${sign === "[" ? "list" : "group"} begun with \`${sign}\` that is not closed, expected \`${end}\` at its end`,
        hint: `Type \`${end}\` at its end. If it is no list but text, put it between double quotes: key: "value"`,
      };
}
