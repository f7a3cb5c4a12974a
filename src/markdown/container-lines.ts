import type { MarkdownIt, StateBlock } from "markdown-it";
import { type AudienceReading, readAudience } from "../source/audience.ts";
import { matchTrainerPhrase } from "../wording/trainer-phrase.ts";
import type { Wording } from "../wording/wording.ts";
import { parseAttributeList } from "./attribute-lists.ts";
import { CALLOUT_KINDS, lineAt } from "./block-rules.ts";

/** What a `:::name` block is; `unknown` blocks leave their text as it is. */
export type ContainerKind = "trainer" | "participant" | "notice" | "tip" | "warning" | "unknown";

/** A line that opens a block: `:::trainer`, `::: trainer Before you begin`, `:::{.tip #setup}`. */
export type OpeningLine = {
  readonly type: "open";
  readonly kind: ContainerKind;
  /** As written. */
  readonly name: string;
  /** How the name was understood. */
  readonly how: AudienceReading["how"];
  readonly colonCount: number;
  /** The author's own label; empty where there is none. */
  readonly label: string;
  readonly id?: string;
};

/** A line of nothing but colons: it closes the innermost open block. */
export type ClosingLine = {
  readonly type: "close";
  readonly colonCount: number;
};

export type ContainerLine = OpeningLine | ClosingLine;

/** The names of callouts that other tools have, in our classes. */
const CALLOUT_NAMES: ReadonlyMap<string, ContainerKind> = new Map([
  ["caution", "warning"],
  ["danger", "warning"],
  ["important", "notice"],
  ["info", "notice"],
  ["note", "notice"],
  ["notice", "notice"],
  ["tip", "tip"],
  ["warning", "warning"],
]);

/** Blocks of other tools that have words behind their name: `:::spoiler Click here`. */
const FOREIGN_NAME =
  /^(?:abstract|accordion|attention|bug|card|challenge|collapse|details|discussion|dropdown|error|example|exercise|expand|failure|faq|hint|question|quote|seealso|solution|spoiler|success|summary|tab|tabs|todo|toggle)$/i;

/** Marks that nobody sees and that an editor may put at the beginning of a right-to-left line. */
const INVISIBLE =
  /^[\s\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+|[\s\u200E\u200F\u202C\u2069]+$/g;

const LINE_START = /^[\s\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]*(?=[*_]{0,3}[:：])/;

/** What stands further on in a line is no name and no label. */
const LONGEST_LINE = 500;

/** Colons, with marks of the reading direction between them, and bold type around the line. */
const COLONS =
  /^(?:[*_]{1,3}(?=[:：]{3}))?((?:[:：][\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]*){2,})(.*)$/su;

/** Line breaks in HTML, which authors put behind every line, and comments. */
const TRAILING = /(?:\s*(?:<br\s*\/?>|<!--[^>]*-->))+\s*$/i;

/**
 * Adds `:::name` blocks to the parser. Their lines are read as marks that stand between blocks, and
 * `containers.ts` pairs them in the tree: a line of colons in a code sample is code, and one that
 * is missing costs nothing but the block. (markdown-it-container looks for the closing line in the
 * text itself: it ends a block at the first one, also at that of a block within it, and what
 * follows would get out.)
 */
export function addContainerRules(parser: MarkdownIt, wording: Wording): void {
  const read = (state: StateBlock, line: number, _end: number, silent: boolean): boolean => {
    const found = containerAt(state, line, wording);
    if (found === undefined) return false;
    if (silent) return true;
    openOf(state).take(found);
    const token = state.push("container_line", "", 0);
    token.map = [line, line + 1];
    token.meta = found;
    state.line = line + 1;
    return true;
  };
  const alt = ["paragraph", "reference", "blockquote", "list"];
  parser.block.ruler.before("blockquote", "container_line", read, { alt });
  endHtmlAtContainers(parser, wording);
  endQuotesAtContainers(parser, wording);
}

function containerAt(state: StateBlock, line: number, wording: Wording): ContainerLine | undefined {
  const text = lineAt(state, line);
  if (text === undefined) return undefined;
  return (
    readContainerLine(text, wording) ?? (openOf(state).isOpen ? readForeignLine(text) : undefined)
  );
}

const OPEN = new WeakMap<object, OpenForTrainers>();

/** What is open where the parser is. */
function openOf({ env }: StateBlock): OpenForTrainers {
  const open = OPEN.get(env) ?? new OpenForTrainers();
  OPEN.set(env, open);
  return open;
}

/** Follows the lines of a page in their order, and knows which parts of it are for trainers. */
export class OpenForTrainers {
  /** The colons of the block for trainers and of those in it; the innermost last. */
  readonly #colonCounts: number[] = [];

  get isOpen(): boolean {
    return this.#colonCounts.length > 0;
  }

  take(line: ContainerLine): void {
    const { colonCount } = line;
    if (line.type === "open") {
      if (this.isOpen || line.kind === "trainer") this.#colonCounts.push(colonCount);
    } else if (colonCount >= (this.#colonCounts.at(-1) ?? 0)) this.#colonCounts.pop();
  }
}

/**
 * A block of another tool's, with words behind its name (`::: details Click here`). Among what is
 * for trainers it must be known for a block: the line that closes it does not close theirs.
 */
function readForeignLine(text: string): OpeningLine | undefined {
  const found = /^\s*([:：]{3,})\s*([\p{L}{]\S{0,80})\s+(\S.{0,400})/su.exec(text);
  if (found === null) return undefined;
  const [, colons = "", name = "", words = ""] = found;
  const label = name.startsWith("{") ? "" : words;
  return { type: "open", kind: "unknown", how: "known", name, label, colonCount: colons.length };
}

/**
 * A line without `>` goes on with a quotation only where a paragraph is open in it (CommonMark
 * §5.1). markdown-it gathers it all the same, stops before it, and gathers what follows anew: in a
 * page of such lines that is the rest of the page for each of them.
 */
function endQuotesAtContainers(parser: MarkdownIt, wording: Wording): void {
  const ends = (state: StateBlock, line: number, _end: number, silent: boolean): boolean => {
    if (!silent || line === 0) return false;
    const before = lineAt(state, line - 1)?.replace(/^[>\s]+/, "");
    return before !== undefined && readContainerLine(before, wording) !== undefined;
  };
  parser.block.ruler.before("paragraph", "container_quote_end", ends, { alt: ["blockquote"] });
}

/** `<div markdown="1">`: kramdown and MkDocs read Markdown from the next line on. */
const MARKDOWN_WITHIN =
  /^<[a-z][a-z\d]*(?=\s)[^<>]{0,500}?\smarkdown(?:\s*=\s*["']?(?:1|block|span)["']?)?(?=[\s>])[^<>]{0,500}>\s*$/i;

/** HTML runs on to the next empty line (CommonMark §4.6); it must not swallow such a line. */
function endHtmlAtContainers(parser: MarkdownIt, wording: Wording): void {
  const { ruler } = parser.block;
  const readHtml = ruler.getRules("").find(({ name }) => name === "html_block");
  if (readHtml === undefined) throw new RangeError("markdown-it has no rule html_block");
  ruler.at(
    "html_block",
    (state, line, end, silent) => {
      // Comments, scripts and the like end where they say, and are left out as a whole.
      const isOpaque = /^<(?:[!?]|(?:script|pre|style|textarea)(?=[\s>]|$))/i;
      if (silent || isOpaque.test(lineAt(state, line) ?? "")) {
        return readHtml(state, line, end, silent);
      }
      // Looked for only from where HTML begins: at every block it would cost each line the page.
      if (!readHtml(state, line, line + 1, false)) return false;
      state.tokens.pop();
      let last = line + 1;
      if (MARKDOWN_WITHIN.test(lineAt(state, line) ?? ""))
        return readHtml(state, line, last, silent);
      while (last < end && !state.isEmpty(last) && containerAt(state, last, wording) === undefined)
        last += 1;
      return readHtml(state, line, last, silent);
    },
    { alt: ["paragraph", "reference", "blockquote"] },
  );
}

/**
 * Reads a line that opens or closes a block. Two colons are enough before a name for trainers:
 * what is meant for them must not get out by a slip.
 *
 * @returns undefined for every other line; a row of words after an unknown name is text.
 */
export function readContainerLine(line: string, wording: Wording): ContainerLine | undefined {
  const start = LINE_START.exec(line)?.[0].length;
  if (start === undefined) return undefined;
  const text = line
    .slice(start, start + LONGEST_LINE)
    .replace(INVISIBLE, "")
    .replace(TRAILING, "");
  const found = COLONS.exec(text);
  if (found === null) return undefined;
  const colonCount = found[1]?.match(/[:：]/g)?.length ?? 0;
  const rest = (found[2] ?? "").replace(/[\s:：]+$/, "").replace(INVISIBLE, "");
  if (rest === "" || /^[*_]{1,3}$/.test(rest)) return { type: "close", colonCount };
  const opening =
    readOpening(rest, wording) ?? (colonCount < 3 ? undefined : readLooseName(rest, wording));
  if (opening === undefined) return undefined;
  if (colonCount < 3 && (opening.kind !== "trainer" || opening.label !== "")) return undefined;
  return { type: "open", colonCount, ...opening };
}

type Opening = Omit<OpeningLine, "type" | "colonCount">;

function readOpening(text: string, wording: Wording): Opening | undefined {
  // A single word is a name, whatever brackets follow it.
  const isName = /^[\p{L}\p{M}_-]+\s*(?:[[{]|$)/u.test(text);
  const phrase = isName ? undefined : matchTrainerPhrase(wording, text);
  if (phrase?.kind === "label") {
    const note = phrase.length;
    const name = text.slice(0, note);
    const label = [name, labelOf(text.slice(note))].filter((part) => part !== "").join(": ");
    return { kind: "trainer", name, how: "known", label };
  }
  const braced = /^\{([^{}]*)\}/.exec(text);
  if (braced !== null) {
    const list = parseAttributeList(braced[1] ?? "");
    // Pandoc's lists hold other things too: `{.trainer width=50%}`.
    const names = list?.classes ?? (braced[1] ?? "").match(/(?<=(?:^|\s)\.)[\p{L}_-]+/gu) ?? [];
    const name = names.find((one) => kindOf(one, wording).kind !== "unknown") ?? names[0];
    if (name === undefined) return undefined;
    const id = list?.id === undefined ? {} : { id: list.id };
    return { ...kindOf(name, wording), name, label: labelOf(text.slice(braced[0].length)), ...id };
  }
  const name = /^\p{L}[\p{L}\p{M}\p{N}_'’\u200B-\u200F\u2060-]*(?=[\s[{]|$)/u.exec(text)?.[0];
  if (name === undefined) return undefined;
  const { kind, how } = kindOf(name, wording);
  const tail = text.slice(name.length);
  const attributes = /\{([^{}]*)\}\s*$/.exec(tail);
  const list = attributes === null ? undefined : parseAttributeList(attributes[1] ?? "");
  const label = labelOf(list === undefined ? tail : tail.slice(0, attributes?.index));
  if (kind === "unknown" && /^\s+[^[{]/.test(tail) && !FOREIGN_NAME.test(name)) return undefined;
  return { kind, how, name, label, ...(list?.id === undefined ? {} : { id: list.id }) };
}

/** `:::*trainer*`, `:::trainer.`, `:::(trainer) Before`: the signs around the word do not matter. */
function readLooseName(text: string, wording: Wording): Opening | undefined {
  const found = /^[^\p{L}\p{N}]{0,9}(\p{L}[\p{L}\p{M}\p{N}_'’-]*)[^\p{L}\p{N}[]*(.*)$/su.exec(text);
  const name = found?.[1] ?? "";
  const { kind, how } = kindOf(name, wording);
  if (kind !== "trainer" || how === "misspelled") return undefined;
  return { kind, how: "misspelled", name: text, label: labelOf(found?.[2] ?? "") };
}

function kindOf(name: string, wording: Wording): Pick<Opening, "kind" | "how"> {
  const callout = CALLOUT_NAMES.get(name.toLowerCase());
  if (callout !== undefined) return { kind: callout, how: "known" };
  const reading = readAudience(name, wording);
  if (reading === undefined || reading.audience === "all") return { kind: "unknown", how: "known" };
  return { kind: reading.audience, how: reading.how };
}

/** "[Before you begin]" or "Before you begin". */
function labelOf(text: string): string {
  return text
    .trim()
    .replace(/^[:：|.–—-]\s*/u, "")
    .replace(/^\[(.*)\]$/su, "$1")
    .trim();
}

/** The names to choose from, for messages. */
export const CONTAINER_NAMES: readonly string[] = ["trainer", "participant", ...CALLOUT_KINDS];
