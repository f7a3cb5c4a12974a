import type { MarkdownIt, StateBlock } from "markdown-it";
import { readAudience } from "../source/audience.ts";
import type { Wording } from "../wording/wording.ts";
import { parseAttributeList } from "./attribute-lists.ts";
import { judgeHeading } from "./heading-kind.ts";

/** The author's classes that a theme knows; every other one is dropped where it is read. */
export const CALLOUT_KINDS: ReadonlySet<string> = new Set(["notice", "tip", "warning"]);

/** Stands for every class that means trainers, until the tree is shaped. */
export const FOR_TRAINERS = "x-for-trainers";

/** Stands for every class that means all readers: what looks as if it were for trainers is not. */
export const FOR_ALL = "x-for-all";

/** What follows a note for trainers under a deeper heading may belong to it. */
export const MAY_BE_FOR_TRAINERS = "x-may-be-for-trainers";

/** What a class of the author's is in the tree; undefined where it means nothing. */
export function classOf(name: string, wording: Wording): string | undefined {
  if (CALLOUT_KINDS.has(name)) return name;
  const reading = readAudience(name, wording);
  if (reading === undefined || reading.how === "misspelled") return undefined;
  return reading.audience === "trainer" ? FOR_TRAINERS : FOR_ALL;
}

/**
 * Adds the block rules that training pages need besides CommonMark. They are rules of the parser,
 * not replacements in the text, so that code samples are never touched.
 */
export function addBlockRules(parser: MarkdownIt): void {
  const interrupting = ["paragraph", "reference", "blockquote", "list"];
  parser.block.ruler.before("blockquote", "spacer", readSpacer, { alt: interrupting });
  parser.block.ruler.before("blockquote", "attribute_line", readAttributeLine, {
    alt: interrupting,
  });
  // No `alt`: a line such as `#KeepItOn` within a paragraph is a hashtag.
  parser.block.ruler.after("heading", "tight_heading", readTightHeading);
}

/**
 * A line of hyphens below a text makes it a heading (CommonMark §4.3). Below a sentence, or several
 * lines, it was meant as a rule.
 */
export function partRulesFromHeadings(parser: MarkdownIt): void {
  const { ruler } = parser.block;
  const readHeading = ruler.getRules("").find(({ name }) => name === "lheading");
  if (readHeading === undefined) throw new RangeError("markdown-it has no rule lheading");
  ruler.at("lheading", (state, line, end, silent) => {
    if (!readHeading(state, line, end, silent)) return false;
    const [open, inline, close] = state.tokens.slice(-3);
    if (open?.tag !== "h2" || inline === undefined || close === undefined) return true;
    const text = inline.content.replace(/[*_]/g, "").trim();
    if (!text.includes("\n") && judgeHeading(text, 2, false) === "heading") return true;
    Object.assign(open, { type: "paragraph_open", tag: "p", map: inline.map });
    Object.assign(close, { type: "paragraph_close", tag: "p" });
    state.push("hr", "hr", 0).map = [state.line - 1, state.line];
    return true;
  });
}

/**
 * Lets a list begin below a line of text though its first number is not one (CommonMark §5.3 allows
 * only that): in the lines given, others follow that go on counting.
 */
export function addListStarts(parser: MarkdownIt, lines: ReadonlySet<number>): void {
  const { ruler } = parser.block;
  const readList = ruler.getRules("").find(({ name }) => name === "list");
  if (readList === undefined) throw new RangeError("markdown-it has no rule list");
  ruler.at(
    "list",
    (state, line, end, silent) => {
      const { parentType } = state;
      if (silent && lines.has(line)) state.parentType = "root";
      const isList = readList(state, line, end, silent);
      state.parentType = parentType;
      return isList;
    },
    { alt: ["paragraph", "reference", "blockquote"] },
  );
}

/** The line without its indent, undefined where it is indented as code. */
export function lineAt(state: StateBlock, line: number): string | undefined {
  if (state.sCount[line] === undefined || state.sCount[line] - state.blkIndent >= 4) {
    return undefined;
  }
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  return state.src.slice(start, state.eMarks[line]);
}

/** A line of nothing but `<br>`: authors write it as vertical space, it ends what stands above. */
function readSpacer(state: StateBlock, line: number, _end: number, silent: boolean): boolean {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  if (state.src.charCodeAt(start) !== 0x3c) return false;
  const text = lineAt(state, line);
  if (text === undefined || !/^(?:<\/?br[ \t]*\/?>\s*)+$/i.test(text)) return false;
  if (silent) return true;
  const token = state.push("spacer", "", 0);
  token.map = [line, line + 1];
  state.line = line + 1;
  return true;
}

/** An attribute list on a line of its own: `{: .notice}`, or `{width=50%}` below a picture. */
function readAttributeLine(state: StateBlock, line: number, _end: number, silent: boolean) {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  if (state.src.charCodeAt(start) !== 0x7b) return false;
  const text = lineAt(state, line)?.trim();
  if (text === undefined || !/^\{(?::|[.#]|(?:width|height|alt|style)\s*=)[^{}]*\}$/.test(text))
    return false;
  const list = parseAttributeList(text.slice(1, -1));
  if (list === undefined) return false;
  if (silent) return true;
  const token = state.push("attribute_list", "", 0);
  token.map = [line, line + 1];
  token.meta = list;
  state.line = line + 1;
  return true;
}

/**
 * `#Heading` without the space. A digit after the marks is text (`#1 is the strongest`), and so is
 * a line with a second hashtag, one that ends as a sentence does, and a tag by itself.
 */
function readTightHeading(state: StateBlock, line: number, _end: number, silent: boolean) {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  if (state.src.charCodeAt(start) !== 0x23) return false;
  const text = lineAt(state, line)?.trim() ?? "";
  const marks = /^#{1,6}(?=[\p{L}*])/u.exec(text)?.[0];
  if (marks === undefined || /\s#\p{L}|[.,;]$/u.test(text)) return false;
  if (isHashtag(text, state.parentType === "list")) return false;
  if (silent) return true;
  const tag = `h${marks.length}`;
  const open = state.push("heading_open", tag, 1);
  open.markup = marks;
  open.map = [line, line + 1];
  const inline = state.push("inline", "", 0);
  inline.content = withoutClosingMarks(text.slice(marks.length));
  inline.map = [line, line + 1];
  inline.children = [];
  state.push("heading_close", tag, -1).markup = marks;
  state.line = line + 1;
  return true;
}

/** One word that is made of several (`#KeepItOn`, `#free_press`), or any word that is an item of a list. */
function isHashtag(text: string, isItem: boolean): boolean {
  if (!text.startsWith("#") || /^##|[\s*]/u.test(text)) return false;
  return isItem || /_|\p{Ll}\p{Lu}|\p{N}/u.test(text);
}

function withoutClosingMarks(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === "#") end -= 1;
  return end > 0 && /\s/.test(text[end - 1] ?? "") ? text.slice(0, end).trim() : text;
}
