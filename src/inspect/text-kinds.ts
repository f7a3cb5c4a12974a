import { readMarkup } from "./markup/read-markup.ts";

/** What the first element of an XML file says that it is, for people. */
const ROOTS: Readonly<Record<string, string>> = {
  FictionBook: "book (FB2)",
  document: "OpenDocument file of one piece (.fodt, .fods)",
  wordDocument: "Word document of 2003 (XML)",
  Workbook: "Excel workbook of 2003 (XML)",
  package: "document or package description (XML)",
  gpx: "track of places (GPX)",
  kml: "map (KML)",
  TrainingCenterDatabase: "track of places (TCX)",
  plist: "property list (plist)",
  rss: "news feed (RSS)",
  feed: "news feed (Atom)",
};

/** Texts that programs read, or that have a form in which people's names stand, by how they begin. */
const BEGINNINGS: readonly (readonly [RegExp, label: string])[] = [
  [/^#!/, "script"],
  [/^%!/, "print file (PostScript)"],
  [/^BEGIN:VCARD/i, "list of contacts (vCard)"],
  [/^BEGIN:[A-Z]/i, "calendar or list (iCalendar)"],
  [/^-----BEGIN /, "key, letter or signature (PGP, PEM)"],
  [/^begin(?:-base64)? [0-7]{3} /, "packed file (uuencode)"],
  [/^(?:Windows Registry Editor|REGEDIT4)/, "list of settings (Windows registry)"],
  [/^#EXTM3U/, "playlist (M3U)"],
  [/^(?:WEBVTT|\d+[ \t]*\r?\n\d\d:\d\d:\d\d[,.]\d\d\d[ \t]+-->)/, "subtitles"],
  [/^\[\d\d:\d\d[.:]\d\d\]/, "subtitles (LRC)"],
  [/^\$[A-Z]{5},/, "log of places (NMEA)"],
  [/^A[A-Z]{3}[\s\S]{0,200}\nHFDTE/, "log of places (IGC)"],
  [/^(?:diff --git |--- .+\n\+\+\+ |Index: )/, "list of changes (patch)"],
  [/^d\d+:[a-z]/, "torrent"],
  [
    /^---[ \t]*\r?\n[\s\S]{0,100000}?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/,
    "text with a header (YAML)",
  ],
  [/^\+\+\+[ \t]*\r?\n/, "text with a header (TOML)"],
  [/^%YAML|^---[ \t]*\r?\n[\w"'-]+[ \t]*:/, "data (YAML)"],
  [
    /^(?:[ \t]*(?:[;#].*)?\r?\n)*\[[^\]\r\n]+\][ \t]*\r?\n(?:[ \t]*(?:[;#].*)?\r?\n)*[^\s=[][^=\r\n]*=/,
    "list of settings (INI, .url, .desktop)",
  ],
  [/^(?:[^\r\n]*:[a-z]:[^\r\n]*\r?\n){2}/, "connection to a machine (RDP)"],
  [/^(?:@?echo\b|@|rem\s|setlocal\b|::)/i, "script (batch)"],
];

/** The same, anywhere in the text. */
const ANYWHERE: readonly (readonly [RegExp, label: string])[] = [
  [/\\(?:documentclass|documentstyle|input|include|begin|usepackage)\b\s*[[{]/, "text for TeX"],
  [
    /<(?:[a-z][\w:-]*(?:\s[^<>]*)?\/?|!doctype[^<>]*|\?xml[^<>]*)>/i,
    "text with markup in it (HTML)",
  ],
  [/!\[[^\]\n]*\][([]|^\[[^\]\n]+\]:\s+\S/m, "text with pictures or addresses in it (Markdown)"],
  [/^[ \t]*(?:\.\. )?(?:image|include|figure|raw)::/m, "text with pictures in it"],
  [
    /^[ \t]*(?:create\s+(?:table|database|view|index)|insert\s+into|drop\s+table|alter\s+table|select\s[^\n]*\sfrom)\b/im,
    "list of commands for a store of data (SQL)",
  ],
  [
    /^[ \t]*(?:(?:export|import|const|let|var|async|function|class|def|public|private|package|using|namespace)[ \t]+[\w{*"'$](?:[^\n]*[;{]|[^\n]*\)[^\n]*:|[\w.]*:)[ \t]*$|(?:const|let|var)[ \t]+[\w$]+[ \t]*=|from[ \t]+[\w.]+[ \t]+import\b|import[ \t]+(?:[\w.]+[ \t]*$|["'{*])|[\w.$]+\([^\n]*\)[ \t]*;?[ \t]*$|["']use strict["']|#include\b|\$\w+[ \t]*=)/m,
    "program",
  ],
  [
    /^[ \t]*(?:dim[ \t]+\w+[ \t]*$|set[ \t]+\w+[ \t]*=|(?:invoke|get|set|write|new|start)-[a-z]+\b(?:[ \t]*$|[^\n]*[-$|"'({:\\/])|iex\b|(?:curl|wget|powershell|cmd|bash|sudo|rm)[ \t]+[-/\w"']|start[ \t]+(?:[-/"']|\w+:))/im,
    "list of commands",
  ],
  [/^[^{}\n]+\{[^{}:]*:[^{}]*\}/m, "style sheet"],
  [/^(?:https?|ftp|file|smb):\/\/\S+\s*$/im, "list of addresses"],
];

/** Lines that stand at the head of letters (RFC 5322 §3.6, RFC 2045). */
const MAIL =
  /^(?:From \S+ .*\r?\n|>?From .*\r?\n)?(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:From|To|Subject|Received|Return-Path|Message-ID|MIME-Version|Content-Type|Delivered-To|Newsgroups|Date|Snapshot-Content-Location)[ \t]*:/i;
const LONGEST_HEAD = 200_000;
const SAMPLE_LINES = 20;

/**
 * Names the form of a text that is more than words: only a text without any is plain.
 *
 * @param text neither a drawing nor a page.
 * @returns `letter (mail)`, `data (JSON)` …; undefined where it is plain.
 */
export function nameTextKind(text: string): string | undefined {
  const start = text.slice(0, LONGEST_HEAD).replace(/^[\uFEFF\s]+/, "");
  const found = BEGINNINGS.find(([pattern]) => pattern.test(start))?.[1];
  if (found !== undefined) return found;
  if (/^<[A-Za-z_!?]/.test(start)) return nameXml(text, start);
  if (isJson(start)) return "list of data (JSON)";
  if (MAIL.test(start))
    return /multipart\/related|^Snapshot-/im.test(start.slice(0, 5000))
      ? "web page with its parts (MHTML)"
      : "letter (mail)";
  if (isTable(start)) return "table (CSV)";
  if (isListOfFields(start)) return "list of fields";
  return ANYWHERE.find(([pattern]) => pattern.test(text))?.[1];
}

function nameXml(text: string, start: string): string {
  const root = readMarkup(text)?.root;
  const name = root?.local ?? /<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]{0,60})/.exec(start)?.[2];
  return ROOTS[name ?? ""] ?? `XML file (<${root?.name ?? name ?? "?"}>)`;
}

/** Whole, cut off, or a value on each line. */
function isJson(start: string): boolean {
  return /^(?:\{\s*(?:"|\})|\[\s*(?:[[{"\]\d-]|true|false|null))/.test(start);
}

/** Lines that all have the same number of tabs, commas or semicolons. */
function isTable(start: string): boolean {
  const lines = start.split(/\r?\n/, SAMPLE_LINES).filter((line) => line.trim() !== "");
  if (lines.length < 2) return false;
  return ["\t", ",", ";", "|"].some((sign) => {
    const [first = 0, ...others] = lines.map((line) => line.split(sign).length - 1);
    // In sentences a space stands behind a comma.
    const isSentence =
      first < 2 && sign !== "\t" && lines.some((line) => line.includes(`${sign} `));
    return first > 0 && others.every((count) => count === first) && !isSentence;
  });
}

/** `name: value` on each line, as many programs write what they know. */
function isListOfFields(start: string): boolean {
  const lines = start.split(/\r?\n/, SAMPLE_LINES).filter((line) => line.trim() !== "");
  return lines.length > 1 && lines.every((line) => /^\s*[\w."'-]{1,40}\s*[:=]\s*\S/.test(line));
}
