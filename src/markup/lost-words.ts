import { withoutFillers } from "../markdown/fillers.ts";
import { type Findings, quoteText } from "./findings.ts";
import { type BlockText, wordsOf } from "./finished-text.ts";
import { DROPPED_WITH_CONTENT } from "./html-reader.ts";
import { readHtml } from "./raw-html.ts";
import { diagnose } from "./rules.ts";

/** What a page has that its finished document must have too. */
export interface WrittenPage {
  /** Without the remarks and tags of other systems, which no book has. */
  readonly lines: readonly string[];
  readonly codeLines: ReadonlySet<number>;
  /** It stands above the page, and may be left out where the page repeats it. */
  readonly title: string;
}

/** Found by one rule that knows nothing of Markdown's grammar but where its signs stand. */
interface Word {
  readonly text: string;
  readonly line: number;
}

/** After these nobody can say which words are lost. */
const GIVEN_UP: ReadonlySet<string> = new Set(["MRK002", "MRK004"]);

/** True for a page of which a part was left out as a whole, and told of. */
export function isCutOff(findings: Findings): boolean {
  return findings.diagnostics.some(({ code }) => GIVEN_UP.has(code));
}

/**
 * Compares the words of a page with those of its finished document, each as often as it stands
 * there. Whatever rule took too much, the author hears of it. The words are found by a reading that
 * is not the parser's, so that a fault of one is seen by the other.
 *
 * Diagnostics: MRK109, once a line; none where the line has been told of already.
 */
export function lintLostWords(
  page: WrittenPage,
  blocks: readonly BlockText[],
  findings: Findings,
): void {
  if (isCutOff(findings)) return;
  const kept = [page.title, ...blocks.map(({ whole }) => whole)].flatMap(wordsOf);
  const words = readWords(page);
  if (standsInOrder(words, kept)) return;
  const left = new Map<string, number>();
  for (const word of kept) left.set(word, (left.get(word) ?? 0) + 1);
  const missing = new Map<string, number>();
  for (const { text } of words) {
    const count = left.get(text) ?? 0;
    if (count > 0) left.set(text, count - 1);
    else missing.set(text, (missing.get(text) ?? 0) + 1);
  }
  if (missing.size === 0) return;
  const told = new Set(findings.diagnostics.map(({ place }) => place.line));
  for (const run of chooseRuns(words, missing)) {
    const [first] = run;
    if (first === undefined || told.has(findings.placeAt(first.line).line)) continue;
    const lost = quoteText(run.map(({ text }) => text).join(" "));
    const place = findings.placeAt(first.line, columnOf(first, page.lines), first.text.length);
    findings.add(diagnose("MRK109 words", place, { lost }));
  }
}

/** True where all words are among the kept ones in their order, as in most pages: none is lost. */
function standsInOrder(words: readonly Word[], kept: readonly string[]): boolean {
  let next = 0;
  for (const word of kept) if (word === words[next]?.text) next += 1;
  return next === words.length;
}

/** Which of the places of a lost word is meant: where most of its neighbours are lost too. */
function chooseRuns(
  words: readonly Word[],
  missing: Map<string, number>,
): readonly (readonly Word[])[] {
  const runs: Word[][] = [];
  let open: Word[] | undefined;
  for (const word of words) {
    if (!missing.has(word.text)) {
      open = undefined;
      continue;
    }
    if (open?.[0]?.line === word.line) {
      open.push(word);
      continue;
    }
    open = [word];
    runs.push(open);
  }
  const chosen: Word[][] = [];
  for (const run of runs.sort((one, other) => other.length - one.length)) {
    const lost = run.filter(({ text }) => {
      const count = missing.get(text) ?? 0;
      missing.set(text, count - 1);
      return count > 0;
    });
    if (lost.length > 0) chosen.push(lost);
  }
  return chosen;
}

/** What is not printed, each with what stands for it; in the order in which they are taken out. */
const UNPRINTED: readonly (readonly [pattern: RegExp, kept: string])[] = [
  [/data:[\w/+.-]{0,100}[;,][^\s)"'<>]*/gi, ""],
  // Definitions of links and abbreviations, lines that open boxes, the labels of notes.
  [/^[ \t>]*\[(?!\^)[^\]\n]{1,300}\]:[^\n]*(?:\n[ \t]+["'(][^\n]*)?$/gm, ""],
  [/^[ \t>]*\*\[[^\]\n]{1,300}\]:[^\n]*$/gm, ""],
  [/^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*[*_]{0,3}[:：]{2,}[^\n]*$/gm, ""],
  [/\[\^[^\]\s]{1,200}\]:?/g, ""],
  [/\[![\p{L}-]{1,40}\][+-]?/gu, ""],
  [/!\[\[[^\]\n]{0,300}\]\]/g, ""],
  [/\[\[[^\]\n|]{1,300}\|/g, ""],
  [/\[\[[^\]\n#]{0,300}#/g, ""],
  [/\|[ \t]*\d{1,4}(?:x\d{1,4})?(?=\]\()/g, ""],
  // Addresses, with their titles, and what stands in braces behind.
  [/\][ \t]?\((?:[^()\n]|\n(?![ \t]*\n)|\([^()\n]*\)){0,2100}\)/g, "]"],
  [/\]\[[^\]\n]{0,300}\]/g, "]"],
  [/\{(?= ?[:.#\p{L}])[^\n{}]{0,300}\}/gu, ""],
  [/<[!?][^>]{0,2000}>/g, ""],
  [/<(?=(?:https?|mailto|ftp):)([^<>\s]{1,2000})>/gi, "$1"],
  [
    /<\/?(?:abbr|b|bdi|bdo|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|tt|u|var|wbr)(?:\s[^<>]{0,4000})?>/gi,
    "",
  ],
  [/<\/?[a-z][\w:-]{0,40}(?:\s[^<>]{0,4000})?\/?>/gi, " "],
  // Letters, numbers and boxes of items.
  [/^[ \t>]*[oqvØü](?:\t|[ \u00A0]{2})/gm, ""],
  [
    /^[ \t>]*(?:[-*+•☐☑][ \t]+)?(?:\*\*|__)?[(（]?\p{Nd}{1,9}[ \t]?\\?(?:[.)）．、၊။۔\]–-]|(?=\*\*|__))/gmu,
    "",
  ],
  [/^[ \t>]*(?:[-*+]|\d{1,9}[.)])?[ \t]*\[[ xX]\](?=\s)/gm, ""],
];

function readWords({ lines, codeLines }: WrittenPage): readonly Word[] {
  const text = lines
    .map((line, at) => {
      if (!codeLines.has(at)) return withoutFillers(line);
      return /^[ \t>]*(?:[-*+]\s+|\d+[.)]\s+)*(?:`{3}|~{3})/.test(line) ? "" : line;
    })
    .join("\n");
  const printed = UNPRINTED.reduce(
    (kept, [pattern, stands]) =>
      kept.replace(pattern, (found, group: unknown) => {
        const text = stands === "$1" && typeof group === "string" ? group : stands;
        return text + linesOf(found);
      }),
    withoutDropped(text),
  );
  const decoded = printed.replace(/&(?:#x?[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi, decode);
  return decoded
    .split("\n")
    .flatMap((line, at) => wordsOf(line).map((text) => ({ text, line: at })));
}

/** Looked for where it is told: a line of a hundred thousand words is not searched for each. */
function columnOf({ text, line }: Word, lines: readonly string[]): number {
  return Math.max(0, (lines[line] ?? "").toLowerCase().indexOf(text)) + 1;
}

function decode(reference: string): string {
  return (
    readHtml(reference)
      .map((event) => (event.type === "text" ? event.value : ""))
      .join("")
      // The lines are counted: a line end that is written as an entity begins none.
      .replaceAll("\n", " ")
  );
}

function linesOf(text: string): string {
  return text.replace(/[^\n]/g, "");
}

const DROPPED = new RegExp(`<(${[...DROPPED_WITH_CONTENT].join("|")})\\b[^<>]*>`, "gi");

/** Elements that are left out with all that is in them, which has been told. */
function withoutDropped(text: string): string {
  const lower = text.toLowerCase();
  const unclosed = new Set<string>();
  const parts: string[] = [];
  let at = 0;
  for (const { index, 0: tag, 1: name = "" } of lower.matchAll(DROPPED)) {
    if (index < at || unclosed.has(name)) continue;
    const end = lower.indexOf(`</${name}`, index + tag.length);
    if (end < 0) {
      unclosed.add(name);
      continue;
    }
    parts.push(text.slice(at, index), " ", linesOf(text.slice(index, end)));
    at = end;
  }
  return parts.join("") + text.slice(at);
}
