/** What other systems write into pages and no book can use. */
interface ForeignSign {
  /** Sticky. */
  readonly pattern: RegExp;
  /** What to do, for the message; empty where nothing is lost and nothing needs to be said. */
  readonly hint: string;
}

/** The title of a link's definition: of several lines, but of one paragraph. */
const TITLE = ["\\(|\\)", '"|"', "'|'"]
  .map((ends) => ends.split("|"))
  .map(([open, close]) => `${open}(?:(?!${close}|\\n[ \\t]*\\n)[\\s\\S]){0,2000}${close}[ \\t]*`)
  .reduce((one, other) => `${one}|${other}`)
  .replace(/^.*$/s, "(?:$&)");

const CONTENTS = "It is left out: a book has a list of contents of its own. Delete the line.";
const PAGE_BREAK =
  "It is left out: the theme says where pages begin. Delete it; `---` on a line of its own sets a rule.";
const WORD = "A word processor left it behind. It is left out, and the text around it is kept.";

/** Whole lines; a pattern takes everything up to the end of its last line. */
const LINES: readonly ForeignSign[] = [
  {
    pattern:
      /(?:(?:[*+-]|\d+\.)[ \t]+[^\n]*\n[ \t]*\{:\s*toc\b[^}\n]*\}|\[\[?_?toc_?\]?\]|@\[toc\]|\{\{?\s*toc\s*\}?\}|\$\{toc\}|<toc\s*\/?>)[ \t]*$/imy,
    hint: CONTENTS,
  },
  {
    pattern:
      /(?:[[{]?\{?(?:page-?break|new-?page)\}?[\]}]?|<{3}|:{3,}[ \t]*\{?\.?(?:page-?break|new-?page)\}?(?:[ \t]*\n[ \t]*:{3,})?)[ \t]*$/imy,
    hint: PAGE_BREAK,
  },
  {
    pattern: /-{1,2}8<-{1,2}[^\n]*$/my,
    hint: "It is left out: no other file is put in here. Copy the text of that file to this place.",
  },
  {
    pattern:
      /(?:import[ \t]+(?:(?:[\w$]+|\{[^{}\n]*\}|\*[ \t]as[ \t][\w$]+|,[ \t]*)+[ \t]+from[ \t]+)?["'][^\n"']+["'];?|export[ \t]+(?:default|(?:const|let|var)[ \t]+[\w$]+[ \t]*=|function)[^\n]*)[ \t]*$/my,
    hint: "It is left out: a book runs no code. Delete the line; to show it as an example, put it in a code block.",
  },
  {
    pattern: /\+{3,}[ \t]*$/my,
    hint: "It is left out. Delete the line; `---` on a line of its own sets a rule.",
  },
  // Definitions of links that lead nowhere are how Markdown itself is made to hold a remark.
  {
    pattern: new RegExp(
      `\\[(?://|comments?)\\]:[ \\t]*(?:#|<#?>)?[ \\t]*(?:${TITLE}|[^\\n]*)$`,
      "imy",
    ),
    hint: "",
  },
  {
    pattern: new RegExp(`\\[[^\\]\\n]{1,80}\\]:[ \\t]*(?:#|<#?>)[ \\t]+${TITLE}$`, "my"),
    hint: "",
  },
  // A paragraph of lines that begin with a percent sign (MyST, LaTeX).
  { pattern: /%[ \t][^\n]*(?:\n%[^\n]*)*(?=\n[ \t]*\n|\s*(?![\s\S]))/y, hint: "" },
];

/** Signs within lines. */
const SIGNS: readonly ForeignSign[] = [
  {
    pattern:
      /(?<![\w:\\])\\(?:newpage|pagebreak|clearpage|cleardoublepage|linebreak|noindent|bigskip|medskip|smallskip|(?:v|h)space\*?(?=\{))(?![A-Za-z])(?:\[\d\])?(?:\{[^{}\n]{0,40}\})?/y,
    hint: PAGE_BREAK,
  },
  { pattern: /<\/?(?:a|m|o|pic|st1|v|w|wp|x):[a-z]\w*(?:\s[^<>]{0,300})?\/?>/iy, hint: WORD },
  { pattern: /<!\[(?:if|endif)\b[^<>\n]{0,200}\]>/iy, hint: WORD },
  // kramdown: `{::options …/}`, `{::nomarkdown}` … `{:/}`.
  { pattern: /\{:(?::[a-z]+(?:\s[^{}\n]{0,200})?\/?|\/[a-z]*)\}/iy, hint: "" },
];

/** What was found, up to where, and what to say of it. */
export interface ForeignMark {
  readonly end: number;
  readonly hint: string;
}

/** A line of another system's that begins here, at the first sign of its text. */
export function readForeignLine(
  text: string,
  at: number,
  isAfterEmpty: boolean,
): ForeignMark | undefined {
  // A percentage may begin a line within a paragraph.
  if (text[at] === "%" && !isAfterEmpty) return undefined;
  return readFirst(LINES, text, at);
}

/** A sign of another system's that begins here. */
export function readForeignSign(text: string, at: number): ForeignMark | undefined {
  return readFirst(SIGNS, text, at);
}

function readFirst(
  signs: readonly ForeignSign[],
  text: string,
  at: number,
): ForeignMark | undefined {
  for (const { pattern, hint } of signs) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return { end: at + found.length, hint };
  }
  return undefined;
}
