import type { Env, MarkdownIt, StateInline, Token } from "markdown-it";
import { findAttributeList } from "./attribute-lists.ts";
import { addBracketedSpans } from "./bracketed-spans.ts";
import { type Flanks, widenFlanks } from "./emphasis.ts";
import { addLooseLinks } from "./loose-links.ts";
import { collectStrayRuns } from "./stray-runs.ts";
import type { TokenOffsets } from "./token-offsets.ts";
import { addWikiLinks } from "./wiki-links.ts";

/**
 * Adds the inline rules that training pages need besides CommonMark, and makes the parser note
 * where each inline token begins.
 */
export function addInlineRules(parser: MarkdownIt, offsets: TokenOffsets): void {
  const PlainState = parser.inline.State;
  parser.inline.State = class extends PlainState {
    override pushPending() {
      const token = super.pushPending();
      offsets.set(token, Math.max(0, this.pos - token.content.length));
      return token;
    }
    override push(type: string, tag: string, nesting: -1 | 0 | 1) {
      const token = super.push(type, tag, nesting);
      offsets.set(token, this.pos);
      return token;
    }
    override scanDelims(start: number, canSplitWord: boolean): Flanks {
      const flanks = super.scanDelims(start, canSplitWord);
      return widenFlanks({ text: this.src, start, end: start + flanks.length }, flanks);
    }
  };
  collectStrayRuns(parser, offsets);
  parser.inline.ruler2.before("fragments_join", "text_ends", ({ tokens }) => {
    for (const token of tokens) {
      if (token.type !== "text" && token.type !== "text_special") continue;
      const written = token.type === "text" ? token.content : token.markup;
      offsets.set(token, (offsets.get(token) ?? 0) + written.length);
    }
    return false;
  });
  parser.inline.ruler.before("link", "inline_note", readInlineNote);
  parser.inline.ruler.at("footnote_ref", readNoteReference);
  parser.inline.ruler.before("link", "inline_attributes", readInlineAttributes);
  parser.inline.ruler.before("html_inline", "unclosed_html", readUnclosedHtml);
  addWikiLinks(parser);
  addLooseLinks(parser);
  addBracketedSpans(parser);
  acceptSpacedMailAddresses(parser);
  // Addresses are judged and normalised by the resolver, which can say what is wrong with them.
  parser.validateLink = () => true;
  parser.normalizeLink = (address) => address;
  parser.normalizeLinkText = (address) => address;
}

/** `^[text]`: a footnote written in place. Not within another one. */
function readInlineNote(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x5e || state.src.charCodeAt(state.pos + 1) !== 0x5b) {
    return false;
  }
  if (state.env.insideNote === true) return false;
  const start = state.pos + 2;
  const end = state.md.helpers.parseLinkLabel(state, state.pos + 1);
  if (end < 0) return false;
  if (!silent) {
    const children: Token[] = [];
    const env: Env = { ...state.env, insideNote: true };
    state.md.inline.parse(state.src.slice(start, end), state.md, env, children);
    const token = state.push("inline_note", "", 0);
    token.children = children;
    token.content = state.src.slice(start, end);
  }
  state.pos = end + 1;
  return true;
}

/**
 * `[^1]`, where the page defines that note. The plugin's own rule looks for the bracket's end to
 * the end of the page; no label is that long.
 */
function readNoteReference(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x5b || state.src.charCodeAt(state.pos + 1) !== 0x5e) {
    return false;
  }
  const found = /^\[\^([^\]\s]+)\]/.exec(state.src.slice(state.pos, state.pos + 200));
  const notes: unknown = state.env.footnotes;
  if (found?.[1] === undefined || notes === null || typeof notes !== "object") return false;
  const known: unknown = "refs" in notes ? notes.refs : undefined;
  if (known === null || typeof known !== "object") return false;
  if (!Object.hasOwn(known, `:${found[1]}`)) return false;
  if (!silent) state.push("footnote_ref", "", 0).meta = { label: found[1] };
  state.pos += found[0].length;
  return true;
}

/** `{.class #id width=40}` behind a piece of text, a picture, a link or code. */
function readInlineAttributes(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x7b) return false;
  const found = findAttributeList(state.src, state.pos, isBehindElement(state, silent));
  if (found === undefined) return false;
  if (!silent) state.push("attribute_list", "", 0).meta = found.list;
  state.pos += found.length;
  return true;
}

const BEFORE_LISTS: ReadonlySet<string> = new Set(["code_inline", "html_inline", "image"]);

/** A picture is known for one behind a space too. */
function isBehindElement({ src, pos, pending, tokens }: StateInline, silent: boolean): boolean {
  // Where only the length is asked for, there are no tokens.
  if (silent) return /[)\]`>*_~] ?$/.test(src.slice(Math.max(0, pos - 2), pos));
  const last = tokens.at(-1);
  if (last === undefined || pending.trim() !== "") return false;
  return (
    last.type === "image" || (pending === "" && (last.nesting < 0 || BEFORE_LISTS.has(last.type)))
  );
}

/** What closes the constructs whose end markdown-it would look for again at every opening. */
const HTML_ENDS: readonly (readonly [opening: string, closing: string])[] = [
  ["<!--", "-->"],
  ["<?", "?>"],
  ["<![CDATA[", "]]>"],
  ["<!", ">"],
];

/**
 * Takes the `<` of an HTML comment, instruction or declaration that never ends as text, and
 * remembers the fact for the rest of the block: the time stays linear.
 */
function readUnclosedHtml(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x3c) return false;
  const construct = HTML_ENDS.find(([opening]) => state.src.startsWith(opening, state.pos));
  if (construct === undefined) return false;
  const [opening, closing] = construct;
  const known = endsOf(state);
  let end = known.get(opening);
  if (end === undefined || end < state.pos) {
    const found = state.src.indexOf(closing, state.pos);
    end = found < 0 ? Number.POSITIVE_INFINITY : found;
    known.set(opening, end);
  }
  if (end !== Number.POSITIVE_INFINITY) return false;
  if (!silent) state.pending += "<";
  state.pos += 1;
  return true;
}

const KNOWN_ENDS = new WeakMap<StateInline, Map<string, number>>();

function endsOf(state: StateInline): Map<string, number> {
  let ends = KNOWN_ENDS.get(state);
  if (ends === undefined) {
    ends = new Map();
    KNOWN_ENDS.set(state, ends);
  }
  return ends;
}

/** `[write to us](mailto: a@b.org)` is meant as a link; Markdown stops at the space. */
function acceptSpacedMailAddresses(parser: MarkdownIt): void {
  const parse = parser.helpers.parseLinkDestination;
  parser.helpers = {
    ...parser.helpers,
    parseLinkDestination(text: string, start: number, max: number) {
      const window = text.slice(start, Math.min(max, start + 40));
      const spaced = /^mailto:\s+(?=[^\s()<>])/i.exec(window);
      if (spaced === null) return parse(text, start, max);
      const result = parse(text, start + spaced[0].length, max);
      return result.ok ? { ...result, str: `mailto:${result.str}` } : result;
    },
  };
}
