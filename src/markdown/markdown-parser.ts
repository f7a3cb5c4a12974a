import MarkdownItConstructor, { type Env, type MarkdownIt, type Token } from "markdown-it";
import readAbbreviations from "markdown-it-abbr";
import readDefinitionLists from "markdown-it-deflist";
import readFootnotes from "markdown-it-footnote";
import type { Limits } from "../source/limits.ts";
import type { Wording } from "../wording/wording.ts";
import { addBlockRules, addListStarts, partRulesFromHeadings } from "./block-rules.ts";
import { addContainerRules } from "./container-lines.ts";
import { isHiddenRow } from "./fillers.ts";
import { addInlineRules } from "./inline-rules.ts";
import { addPartLimit } from "./part-limit.ts";
import type { TokenOffsets } from "./token-offsets.ts";
import type { MarkedLines } from "./typed-lists.ts";

/** A Markdown body as markdown-it's tokens. */
export interface ParsedMarkdown {
  readonly tokens: readonly Token[];
  readonly offsets: TokenOffsets;
  /** Short form → what it stands for. */
  readonly abbreviations: ReadonlyMap<string, string>;
  /** Finds them as whole words. */
  readonly abbreviationPattern: RegExp;
  /** Finds bare addresses in a text. */
  readonly findAddresses: (text: string) => readonly BareAddress[];
  /** Lines of the body, from 0, at which a list begins whose marks stand in its text. */
  readonly keptLists: ReadonlySet<number>;
  /** By which words containers and classes name readers. */
  readonly wording: Wording;
  /** Reads a line of the page that Markdown's own blocks do not hold. */
  readonly parseLine: (text: string) => readonly Token[];
  /** Levels that are read. */
  readonly nesting: number;
  /** Line of the body, from 0, at which there were too many parts; the rest is lost. */
  readonly cutAt: number | undefined;
  /** True where something was nested deeper than that; it is lost. */
  readonly tooDeep: boolean;
}

/** A web address that stands in a text without any markup. */
export interface BareAddress {
  /** UTF-16 offsets in the text. */
  readonly index: number;
  readonly lastIndex: number;
  readonly url: string;
}

/** More than any page has, and few enough for the search of every text for all of them. */
const MAX_ABBREVIATIONS = 200;

/**
 * Parses a normalised body: CommonMark, tables, footnotes, definition lists, abbreviations,
 * attribute lists, and the repairs of `block-rules.ts` and `inline-rules.ts`.
 *
 * What is nested deeper than the limit, and what comes after too many parts, is left out.
 */
export function parseMarkdown(
  { lines, listStarts, keptLists }: MarkedLines,
  { nesting, pageParts }: Pick<Limits, "nesting" | "pageParts">,
  wording: Wording,
): ParsedMarkdown {
  const offsets: TokenOffsets = new WeakMap();
  const parser = makeParser(offsets, nesting, listStarts, wording);
  const cut = addPartLimit(parser, pageParts);
  const env: Env = {};
  const tokens = withoutHiddenRows(parser.parse(lines.join("\n"), env), lines);
  const abbreviations = abbreviationsOf(env);
  return {
    tokens,
    offsets,
    abbreviations,
    abbreviationPattern: patternOf(abbreviations),
    findAddresses: (text) =>
      text.includes("://") || /www\./i.test(text) ? (parser.linkify.match(text) ?? []) : [],
    parseLine: (text) => parser.parseInline(text, env),
    nesting,
    keptLists,
    wording,
    cutAt: cut.line,
    tooDeep: tokens.some((token) => token.level >= nesting - 1),
  };
}

function withoutHiddenRows(tokens: readonly Token[], lines: readonly string[]): readonly Token[] {
  let isHidden = false;
  return tokens.filter(({ type, map }) => {
    if (type === "tr_open") isHidden = isHiddenRow(lines[map?.[0] ?? -1]);
    const isKept = !isHidden;
    if (type === "tr_close") isHidden = false;
    return isKept;
  });
}

function makeParser(
  offsets: TokenOffsets,
  nesting: number,
  listStarts: ReadonlySet<number>,
  wording: Wording,
): MarkdownIt {
  const parser = new MarkdownItConstructor({ html: true, linkify: false, typographer: false });
  parser.set({ maxNesting: nesting });
  parser.use(readFootnotes).use(readDefinitionLists).use(readAbbreviations);
  // These three rewrite the list of tokens at every find; `token-reader.ts` does their work in
  // linear time.
  parser.core.ruler.disable(["footnote_tail", "linkify", "abbr_replace"]);
  parser.inline.ruler.disable("footnote_inline");
  addBlockRules(parser);
  addListStarts(parser, listStarts);
  partRulesFromHeadings(parser);
  addContainerRules(parser, wording);
  addInlineRules(parser, offsets);
  limitBareAddresses(parser);
  return parser;
}

/** The plugin keeps `{ ":HTML": "…" }`. */
function abbreviationsOf(env: Env): ReadonlyMap<string, string> {
  const known: unknown = env.abbreviations;
  if (known === null || typeof known !== "object") return new Map();
  return new Map(
    Object.entries(known)
      .slice(0, MAX_ABBREVIATIONS)
      .map(([key, meaning]) => [key.slice(1), String(meaning)]),
  );
}

/** The parser's own escapes, of hyphens for instance, are no Unicode pattern. */
function patternOf(abbreviations: ReadonlyMap<string, string>): RegExp {
  const words = [...abbreviations.keys()].sort((one, other) => other.length - one.length);
  const choice = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|");
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${choice})(?![\\p{L}\\p{N}])`, "gu");
}

/**
 * Bare addresses become links when they begin with `http://`, `https://` or `www.`; nothing is
 * guessed, since `example.com` and `a@b.org` are as often samples as links.
 */
function limitBareAddresses(parser: MarkdownIt): void {
  parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  parser.linkify.add("ftp:", null).add("//", null).add("mailto:", null);
  parser.linkify.add("www.", {
    validate: (text, position) =>
      /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#](?:[^\s<>"'()[\]{}|]|\([^\s<>"'()[\]{}|]*\))*(?:[^\s<>"'()[\]{}|.,;:!?]|(?<=\))))?/u.exec(
        text.slice(position, position + 500),
      )?.[0].length ?? 0,
    normalize: (match) => {
      match.url = `https://${match.url}`;
    },
  });
}
