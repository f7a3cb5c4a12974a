import type { MARKUP_RULES } from "./rules.ts";

type ForeignHint = keyof typeof MARKUP_RULES.MRK102.hint;

/** What other systems write into pages and no book can use. */
interface ForeignSign {
  /** Sticky. */
  readonly pattern: RegExp;
  /** Of MRK102; absent where nothing is lost and nothing needs to be said. */
  readonly hint?: ForeignHint;
}

/** The title of a link's definition: of several lines, but of one paragraph. */
const TITLE = ["\\(|\\)", '"|"', "'|'"]
  .map((ends) => ends.split("|"))
  .map(([open, close]) => `${open}(?:(?!${close}|\\n[ \\t]*\\n)[\\s\\S]){0,2000}${close}[ \\t]*`)
  .reduce((one, other) => `${one}|${other}`)
  .replace(/^.*$/s, "(?:$&)");

/** Whole lines; a pattern takes everything up to the end of its last line. */
const LINES: readonly ForeignSign[] = [
  {
    pattern:
      /(?:(?:[*+-]|\d+\.)[ \t]+[^\n]*\n[ \t]*\{:\s*toc\b[^}\n]*\}|\[\[?_?toc_?\]?\]|@\[toc\]|\{\{?\s*toc\s*\}?\}|\$\{toc\}|<toc\s*\/?>)[ \t]*$/imy,
    hint: "contents",
  },
  {
    pattern:
      /(?:[[{]?\{?(?:page-?break|new-?page)\}?[\]}]?|<{3}|:{3,}[ \t]*\{?\.?(?:page-?break|new-?page)\}?(?:[ \t]*\n[ \t]*:{3,})?)[ \t]*$/imy,
    hint: "pageBreak",
  },
  {
    pattern: /-{1,2}8<-{1,2}[^\n]*$/my,
    hint: "file",
  },
  {
    pattern:
      /(?:import[ \t]+(?:(?:[\w$]+|\{[^{}\n]*\}|\*[ \t]as[ \t][\w$]+|,[ \t]*)+[ \t]+from[ \t]+)?["'][^\n"']+["'];?|export[ \t]+(?:default|(?:const|let|var)[ \t]+[\w$]+[ \t]*=|function)[^\n]*)[ \t]*$/my,
    hint: "code",
  },
  {
    pattern: /\+{3,}[ \t]*$/my,
    hint: "plus",
  },
  // Definitions of links that lead nowhere are how Markdown itself is made to hold a remark.
  {
    pattern: new RegExp(
      `\\[(?://|comments?)\\]:[ \\t]*(?:#|<#?>)?[ \\t]*(?:${TITLE}|[^\\n]*)$`,
      "imy",
    ),
  },
  {
    pattern: new RegExp(`\\[[^\\]\\n]{1,80}\\]:[ \\t]*(?:#|<#?>)[ \\t]+${TITLE}$`, "my"),
  },
  // A paragraph of lines that begin with a percent sign (MyST, LaTeX).
  { pattern: /%[ \t][^\n]*(?:\n%[^\n]*)*(?=\n[ \t]*\n|\s*(?![\s\S]))/y },
];

/** Signs within lines. */
const SIGNS: readonly ForeignSign[] = [
  {
    pattern:
      /(?<![\w:\\])\\(?:newpage|pagebreak|clearpage|cleardoublepage|linebreak|noindent|bigskip|medskip|smallskip|(?:v|h)space\*?(?=\{))(?![A-Za-z])(?:\[\d\])?(?:\{[^{}\n]{0,40}\})?/y,
    hint: "pageBreak",
  },
  { pattern: /<\/?(?:a|m|o|pic|st1|v|w|wp|x):[a-z]\w*(?:\s[^<>]{0,300})?\/?>/iy, hint: "word" },
  { pattern: /<!\[(?:if|endif)\b[^<>\n]{0,200}\]>/iy, hint: "word" },
  // kramdown: `{::options …/}`, `{::nomarkdown}` … `{:/}`.
  { pattern: /\{:(?::[a-z]+(?:\s[^{}\n]{0,200})?\/?|\/[a-z]*)\}/iy },
];

/** What was found, up to where, and what to say of it. */
export interface ForeignMark {
  readonly end: number;
  readonly hint: ForeignHint | undefined;
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
