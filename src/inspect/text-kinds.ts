import { readMarkup } from "./markup/read-markup.ts";

/** What the first element of an XML file says that it is, for people. */
const ROOTS: Readonly<Record<string, string>> = {
  FictionBook: "book (FB2)",
  document: "OpenDocument file of one piece (.fodt, .fods)",
  wordDocument: "Word document of 2003 (XML)",
  Workbook: "Excel workbook of 2003 (XML)",
  gpx: "track of places (GPX)",
  kml: "map (KML)",
};

/** Forms that are made of words alone, or that people know by a name, by how they begin. */
const BEGINNINGS: readonly (readonly [RegExp, label: string])[] = [
  [/^#(?!#)\S/, "script, or list for a program"],
  [/^BEGIN:VCARD/i, "list of contacts (vCard)"],
  [/^(?:Windows Registry Editor|REGEDIT4|WEBVTT)/, "list for a program"],
  [/^(?:---|\+\+\+)[ \t]*\r?\n/, "text with a header (YAML, TOML)"],
  [/^(?:\{|\[\s*(?:[[{"\]\d-]|true|false|null))/, "list of data (JSON)"],
];

/** Lines that stand at the head of letters (RFC 5322 §3.6, RFC 2045), behind others of that form. */
const MAIL =
  /^(?:>?From \S.*\r?\n)?(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:From|To|Date(?=:[^\n]*\n[A-Za-z][\w-]*:)|B?cc|Subject|Sender|Received|Newsgroups|(?:X|Reply|Return|Message|MIME|Content|Delivered|In-Reply|Snapshot|List|Resent|DKIM|Envelope)-[\w-]+)[ \t]*:/i;

const BLANKS = "text with blanks that say something";

/** Lines whose words are orders to a program, where their signs do not say so. */
const LINES: readonly (readonly [RegExp, label: string])[] = [
  [
    /^[ \t]*(?:create\s+(?:table|database|view|index|user)|insert\s+into|delete\s+from|update\s+\w+\s+set|drop\s+\w+\b.*;|alter\s+table|select\s[^\n]*\sfrom)\b/im,
    "list of commands for a store of data (SQL)",
  ],
  [
    /^[ \t]*(?:(?:export|import|const|let|var|async|function|class|def|public|private|package|using|namespace)[ \t]+[\w*"'](?:[^\n]*;|[\w.]*:)[ \t]*$|from[ \t]+[\w.]+[ \t]+import\b|import[ \t]+[\w.]+[ \t]*$|#(?:include|define|pragma|if)|["']use strict["'])/m,
    "program",
  ],
  // An order and what it is to take; names of PowerShell's orders are `Verb-Noun`.
  [
    /^[ \t]*(?:Add|Clear|Copy|Disable|Enable|Export|Get|Import|Invoke|Move|New|Out|Remove|Restart|Set|Start|Stop|Write)-[A-Z]\w+/m,
    "list of commands",
  ],
  [
    /^[ \t]*(?:@[a-z]|rem\s|setlocal\b|dim[ \t]+\w+[ \t]*$|msgbox\b|iex\b|(?:curl|wget|powershell|pwsh|cmd|bash|sudo|chmod|mshta|rundll32|regsvr32|osascript|schtasks|rm|invoke-\w+)[ \t]+(?!is\b|and\b|or\b|can\b)[-/\w"']|(?:del|erase|rd|net|shutdown|start|reg|format|python3?|node|php|perl|ssh|git)[ \t]+(?:[-/"'*]|\w+:|\w+[ \t]+[-/]))/im,
    "list of commands",
  ],
  [/(?:^|\s)(?:vim?|ex)(?:[<=>]?\d+)?:[ \t]*[a-z]|-\*-|^Local Variables:/im, "order to an editor"],
  [/^[ \t]*(?!\d+[ \t])[\w.$-]{1,80}[ \t]*=[ \t]*\S/m, "list of settings (INI, .desktop)"],
  [/^[a-z][\w-]*:[ \t]*\r?\n[ \t]+\S/m, "data (YAML)"],
  [
    /^(?!(?:[-*+>]|\w{1,3}[.):])\t)\S[^\n\t]*\t+\S[\s\S]*?\n(?!(?:[-*+>]|\w{1,3}[.):])\t)\S[^\n\t]*\t+\S/m,
    "table",
  ],
  // `.. image::`, `.. _tea:` and comments of reStructuredText; requests of troff.
  [/^[ \t]*\.\.[ \t]+\S|^[.'][a-z]{2}(?:[ \t]|$)/im, "text with orders to a typesetter"],
  [/^begin(?:-base64)? [0-7]{3} /m, "packed file (uuencode)"],
  // Textile.
  [/!(?:https?:\/)?[\w./-]*\.\w+!/i, "text with pictures in it"],
  // What ends an order or begins a block; verse ends lines so too, in words alone.
  [
    /[ \t][;{][ \t]*$|[\w"')\]]\{[ \t]*$|["'];[ \t]*$|^[ \t]*[a-z]+_\w+[ \t][^\n]*;[ \t]*$/m,
    "program, or list of settings",
  ],
  [/^[ \t]*(?:tell application|do shell script|display dialog)[ \t]+"/im, "list of commands"],
  // Tabs and blanks at the end of a line can be written as noughts and ones are, and so can rare blanks.
  [/(?: \t|\t )[ \t]*\r?$/m, BLANKS],
  [
    /[\v\u0085\u1680\u2000-\u200A\u205F]|(?<![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{P}\s])[ \t]*\u3000(?=[A-Za-z0-9\p{Script=Latin}])/u,
    BLANKS,
  ],
];

/** A letter or digit; signs beyond ASCII are no sign of a program. */
const LETTER = "[A-Za-z0-9\\u0080-\\u{10FFFF}]";
const FAR = "[\\u0080-\\u{10FFFF}]";
/** What stands between the letters of a word, an address, a number or a time. */
const JOINT = `(?:[-'&_/+@]|\\*{1,2}|\\.{1,3}|\\)(?=[A-Za-z])|\\$(?=\\d)|(?<=\\d)[,:=](?=\\d)|(?<=${FAR})["'(\\[,;:!?]+|["')\\],;:!?]+(?=${FAR}))`;
const OPENING = "(?:[\"'(\\[*_~`]|\\.{2,3})*";
const BEFORE = "(?:[-+~<>$#]{1,2}(?=\\d)|[#@](?=[A-Za-z])|\\.(?=[a-z0-9]{2,5}(?![a-z.(])))?";
/** `participant(s)`, a number of a note, `C++`. */
const AFTER =
  "(?:\\((?:e?s|in(?:nen)?|ed|ing|[aeornt]{1,2})\\)[a-z]{0,3})?(?:\\[\\d+\\])*(?:\\+\\+|#)?";
const CLOSING = "[-.,;:!?\"')\\]*_~`%$/]*";
const WORD = new RegExp(
  `^${OPENING}(?:${BEFORE}${LETTER}+(?:${JOINT}${LETTER}+)*${AFTER})?${CLOSING}$`,
  "u",
);
/** Signs between words, in sums and in arrows; faces. */
const ALONE = /^(?:[-+*&:/<>=~]|[-=]>|<[-=]|=+|#{1,6}|<3|[:;]-?[DPpOo(])$/;
/** Addresses of the web and of people, and Markdown's links to these: they are as they are read. */
const ADDRESS =
  /(?<=\])\((?:https?:\/\/[^\s()]*(?:\([^\s()]*\))?[^\s()]*|mailto:[\w.+-]+@[\w.-]+|[\w./#-]*)\)|<https?:\/\/[^\s<>]*>|<[\w.+-]+@[\w.-]+>|https?:\/\/[^\s<>"'`{}|\\^()[\]]+(?:\([^\s()]*\))?/gi;
/** Letters and digits as no person writes them; sums and fingerprints are told apart by eye. */
const PACKED =
  /[A-Za-z0-9]{65}|(?=[A-Za-z]{0,64}\d)(?=\d{0,64}[A-Za-z])(?![0-9A-Fa-f]{24,64}\b)[A-Za-z0-9]{24}|[A-Za-z]{50}|[a-z][A-Z]+[a-z0-9]+[A-Z]+[a-z0-9]+[A-Z]/;
/** Scripts without spaces have whole sentences in one. */
const LONGEST_WORD = 5000;
/** A list's mark before words without a space. */
const MARK = /^(?:>+$|[-*+>]{1,2}(?=[^-*+>\s]))/;

/** One that stands alone in a line is a picture, a list or an order to whoever reads such files. */
const ONLY_ADDRESS = /^[ \t]*(?:https?:\/\/\S+|[\w.+-]+@[\w.-]+\.\w+)[ \t]*(?:\r?\n\s*)?$/;

const LONGEST_HEAD = 200_000;
const SAMPLE_LINES = 20;
const LONGEST_SHOWN = 40;

/**
 * Names the form of a text that is more than words.
 *
 * @param text neither a drawing nor a page.
 * @returns `letter (mail)`, `list of data (JSON)` …; undefined where it is plain.
 */
export function nameTextKind(text: string): string | undefined {
  const start = text.slice(0, LONGEST_HEAD).replace(/^[\uFEFF\s]+/, "");
  const found = BEGINNINGS.find(([pattern]) => pattern.test(start))?.[1];
  if (found !== undefined) return found;
  if (/^<[A-Za-z_!?]/.test(start) && start.search(ADDRESS) !== 0) return nameXml(text, start);
  if (MAIL.test(start))
    return /multipart\/related|^Snapshot-/im.test(start.slice(0, 5000))
      ? "web page with its parts (MHTML)"
      : "letter (mail)";
  if (ONLY_ADDRESS.test(start)) return "list of addresses";
  if (isListOfFields(start)) return "list of fields";
  return LINES.find(([pattern]) => pattern.test(text))?.[1];
}

function nameXml(text: string, start: string): string {
  const root = readMarkup(text)?.root;
  const name = root?.local ?? /<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]{0,60})/.exec(start)?.[2];
  return ROOTS[name ?? ""] ?? `XML file (<${root?.name ?? name ?? "?"}>)`;
}

/** `name: value` on each line, with names as programs write them. */
function isListOfFields(start: string): boolean {
  const lines = start.split(/\r?\n/, SAMPLE_LINES).filter((line) => line.trim() !== "");
  return (
    lines.length > 1 && lines.every((line) => /^\s*["']?[a-z][\w.-]*["']?\s*:\s*\S/.test(line))
  );
}

/**
 * A text is plain only where each of its words is one of prose or of Markdown: letters, with the few
 * signs that stand before, within and behind words. Others may be for a program, and often are not.
 *
 * @returns the first that is no word of prose.
 */
export function findOddWord(text: string): string | undefined {
  for (const line of text.split("\n")) {
    const [first = "", ...others] = line.replace(ADDRESS, "").trim().split(/\s+/);
    const found = [first.replace(MARK, ""), ...others].find((word) => !isProse(word));
    if (found !== undefined) return found.slice(0, LONGEST_SHOWN);
  }
  return undefined;
}

function isProse(word: string): boolean {
  if (word.length > LONGEST_WORD || PACKED.test(word) || /^\*\./.test(word)) return false;
  return WORD.test(word) || ALONE.test(word);
}
