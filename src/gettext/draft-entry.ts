import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { Entry } from "./catalogue.ts";
import { readFlags } from "./flags.ts";
import { diagnose } from "./rules.ts";

/** What stands in an entry, by keyword, in the order in which it stands. */
const PARTS = {
  "#| msgctxt": "previousContext",
  "#| msgid": "previousId",
  "#| msgid_plural": "previousIdPlural",
  msgctxt: "context",
  msgid: "id",
  msgid_plural: "idPlural",
  msgstr: "strings",
} as const;

export type Keyword = keyof typeof PARTS;

const KEYWORDS = Object.keys(PARTS) as readonly Keyword[];
const RANKS: ReadonlyMap<string, number> = new Map(KEYWORDS.map((keyword, at) => [keyword, at]));
const NO_RANK = -1;
const ID = KEYWORDS.indexOf("msgid");
const RANK_AFTER_PREVIOUS = KEYWORDS.indexOf("msgctxt");
const STRINGS = KEYWORDS.indexOf("msgstr");

/** An entry while its lines are read. */
export interface Draft {
  readonly translatorComments: string[];
  readonly extractedComments: string[];
  readonly references: string[];
  readonly flags: string[];
  previousContext?: string;
  previousId?: string;
  previousIdPlural?: string;
  context?: string;
  id?: string;
  idPlural?: string;
  readonly strings: string[];
  /** Undefined before its first keyword. */
  isObsolete?: boolean;
  /** Where its first keyword stands, then its `msgid`. */
  place?: Place;
  /** Of the keyword whose string the next quotes go on with. */
  rank: number;
  /** False while that keyword has no string yet. */
  hasString: boolean;
}

export function beginDraft(): Draft {
  return {
    translatorComments: [],
    extractedComments: [],
    references: [],
    flags: [],
    strings: [],
    rank: NO_RANK,
    hasString: true,
  };
}

/** True where the draft has a translation, so that a comment or another keyword begins the next entry. */
export function isComplete(draft: Draft): boolean {
  return draft.rank === STRINGS;
}

/** True where a translation is what it waits for. */
export function hasId(draft: Draft): boolean {
  return draft.rank >= ID;
}

/** True where it has more than comments. */
export function isBegun(draft: Draft): boolean {
  return draft.rank !== NO_RANK;
}

export function isKeyword(word: string): word is Keyword {
  return RANKS.has(word);
}

/**
 * Opens the string of a keyword.
 *
 * @param index of `msgstr[1]`, undefined without brackets.
 * @returns `CAT005` or `CAT006` where the keyword cannot stand here.
 */
export function openString(
  draft: Draft,
  keyword: Keyword,
  index: number | undefined,
  place: Place,
): Diagnostic | undefined {
  const rank = RANKS.get(keyword) ?? NO_RANK;
  const problem = !draft.hasString
    ? refuse(keyword, "a string in quotes", place)
    : rank === STRINGS
      ? checkTranslation(draft, index, place)
      : checkPart(draft, keyword, index, place);
  if (problem !== undefined) return problem;
  if (rank === STRINGS) draft.strings.push("");
  if (rank <= ID) draft.place = place;
  draft.rank = rank;
  draft.hasString = false;
  return undefined;
}

function checkPart(
  { rank }: Draft,
  keyword: Keyword,
  index: number | undefined,
  place: Place,
): Diagnostic | undefined {
  const own = RANKS.get(keyword) ?? NO_RANK;
  const isPlural = keyword.endsWith("msgid_plural");
  if (rank >= ID && !isPlural) return diagnose("CAT006 string", place);
  const isNext = isPlural ? rank === own - 1 : rank < own;
  return isNext && index === undefined ? undefined : refuse(keyword, "another keyword", place);
}

function checkTranslation(
  { rank, idPlural, strings }: Draft,
  index: number | undefined,
  place: Place,
): Diagnostic | undefined {
  if (rank < ID) return diagnose("CAT006 id", place);
  if (idPlural !== undefined && index === undefined) return diagnose("CAT006 single", place);
  if (idPlural === undefined && index !== undefined)
    return diagnose("CAT006 many", place, { index });
  if (index === undefined) return rank < STRINGS ? undefined : diagnose("CAT006 id", place);
  const expected = `msgstr[${strings.length}]`;
  return index === strings.length
    ? undefined
    : diagnose("CAT006 plural", place, { index, expected });
}

function refuse(found: string, expected: string, place: Place): Diagnostic {
  return diagnose("CAT005 word", place, { found, expected });
}

/** Adds what stands between quotes to the string that is open. */
export function addString(draft: Draft, text: string): void {
  draft.hasString = true;
  const keyword = KEYWORDS[draft.rank] ?? "msgstr";
  if (keyword === "msgstr") {
    const last = draft.strings.length - 1;
    draft.strings[last] = (draft.strings[last] ?? "") + text;
  } else {
    const part = PARTS[keyword];
    draft[part] = (draft[part] ?? "") + text;
  }
}

/** True where a string on a line of this kind goes on with the one that is open. */
export function canGoOn(draft: Draft, isPrevious: boolean, isObsolete: boolean): boolean {
  const isOpen = draft.rank !== NO_RANK && draft.isObsolete === isObsolete;
  return isOpen && draft.rank < RANK_AFTER_PREVIOUS === isPrevious;
}

/**
 * Adds a comment.
 *
 * @param kind the sign behind its `#`: `.`, `:`, `,` or `!`; else it is a translator's.
 * @param text what stands behind these.
 */
export function addComment(draft: Draft, kind: string, text: string): void {
  const comment = text.startsWith(" ") ? text.slice(1) : text;
  if (kind === ":") readReferences(draft.references, text);
  else if (kind === "," || kind === "!") for (const flag of readFlags(text)) draft.flags.push(flag);
  else if (kind === ".") draft.extractedComments.push(comment);
  else draft.translatorComments.push(comment);
}

/** A name with spaces stands between U+2068 and U+2069. `a.c :12` is one place. */
function readReferences(references: string[], text: string): void {
  for (const part of text.match(/\u2068[^\u2069]*\u2069\S*|\S+/g) ?? []) {
    const last = references.at(-1);
    const isLine = last !== undefined && /^:\d+$/.test(part) && !/:\d+$/.test(last);
    if (isLine) references[references.length - 1] = last + part;
    else references.push(part);
  }
}

/** The entry of a draft that is complete. */
export function finishDraft(draft: Draft): Entry {
  const {
    rank: _,
    hasString: __,
    place,
    references,
    isObsolete = false,
    id = "",
    ...parts
  } = draft;
  return { ...parts, references: [...new Set(references)], id, isObsolete, line: place?.line ?? 0 };
}
