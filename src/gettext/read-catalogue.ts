import type { Diagnostic, Outcome, Place } from "../diagnostics/diagnostic.ts";
import { type Catalogue, type Entry, keyOf } from "./catalogue.ts";
import {
  addComment,
  addString,
  beginDraft,
  canGoOn,
  type Draft,
  finishDraft,
  hasId,
  isBegun,
  isComplete,
  isKeyword,
  openString,
} from "./draft-entry.ts";
import { findCharset } from "./header.ts";
import { diagnose } from "./rules.ts";
import { findQuote, isConflictMark, skipSpaces } from "./scan-line.ts";
import { unescapeString } from "./string-escapes.ts";

/** A module of 100,000 words has three megabytes of catalogue. */
const MOST_CHARACTERS = 20_000_000;

/** A keyword with its index. */
const LONGEST_WORD = 40;
const LONGEST_SHOWN = 60;
const LENGTH_OF_MARK = 7;

/** Of problems; gettext's own tools stop at twenty errors, too. */
const MOST_TOLD = 20;

/** What is known while a file is read. */
interface Reading {
  readonly path: string;
  readonly entries: Entry[];
  readonly diagnostics: Diagnostic[];
  readonly lines: Map<string, number>;
  header?: Entry;
  draft: Draft;
  /** The rest of an entry that is wrong, up to an empty line. */
  isSkipping: boolean;
  /** An empty line stands behind what was read last. */
  isParted: boolean;
  hasConflict: boolean;
}

/**
 * Reads a PO file, in time that grows with its length and no faster.
 *
 * An entry that is wrong is left out and told, so whoever writes the catalogue again must not do so
 * after an error: a translation would be lost. Of two entries of one string the first is kept.
 *
 * @param text the whole file, as `decodeCatalogue` gives it.
 * @param path for the places of diagnostics.
 * @param mostCharacters what is longer is not read (`CAT001`).
 * @returns with `CAT001` to `CAT007`: what keeps a file from being read. `checkCatalogue` tells what
 * is wrong in what was read.
 */
export function readCatalogue(
  text: string,
  path: string,
  mostCharacters = MOST_CHARACTERS,
): Outcome<Catalogue> {
  if (text.length > mostCharacters) {
    const [size, most] = [text.length, mostCharacters].map((one) => Math.ceil(one / 1_000_000));
    const told = diagnose("CAT001", { file: path }, { size: size ?? 0, most: most ?? 0 });
    return { value: { entries: [] }, diagnostics: [told] };
  }
  const reading: Reading = {
    path,
    entries: [],
    diagnostics: [],
    lines: new Map(),
    draft: beginDraft(),
    isSkipping: false,
    isParted: false,
    hasConflict: false,
  };
  readLines(reading, text);
  endEntry(reading);
  const { header, entries, diagnostics } = reading;
  return { value: header === undefined ? { entries } : { header, entries }, diagnostics };
}

function readLines(reading: Reading, text: string): void {
  const { path } = reading;
  const hasMark = text.startsWith("\uFEFF");
  if (hasMark) tell(reading, diagnose("CAT003 mark", { file: path, line: 1 }));
  const firstEnd = text.indexOf("\n");
  if (text[firstEnd - 1] === "\r") tell(reading, diagnose("CAT003 ends", { file: path, line: 1 }));
  let line = 0;
  for (let from = hasMark ? 1 : 0; from < text.length; ) {
    const found = text.indexOf("\n", from);
    const end = found < 0 ? text.length : found;
    line += 1;
    readLine(reading, text.slice(from, text[end - 1] === "\r" ? end - 1 : end), line);
    from = end + 1;
  }
}

function readLine(reading: Reading, text: string, line: number): void {
  const begin = skipSpaces(text, 0);
  if (begin >= text.length) {
    reading.isSkipping = false;
    reading.isParted = true;
  } else if (text[begin] !== "#") {
    if (isConflictMark(text)) tellConflict(reading, line);
    else readKeywords(reading, { text, line, at: begin, mark: "" });
  } else readMarked(reading, { text, line, at: begin });
}

/** A line that begins with `#`. */
function readMarked(reading: Reading, { text, line, at }: Omit<Cursor, "mark">): void {
  const kind = text[at + 1] ?? "";
  if (kind === "|") readKeywords(reading, { text, line, at: at + 2, mark: "#|" });
  else if (kind !== "~") readComment(reading, { text, line, at });
  else if (text[at + 2] === "|") readKeywords(reading, { text, line, at: at + 3, mark: "#~|" });
  else readKeywords(reading, { text, line, at: at + 2, mark: "#~" });
}

function readComment(reading: Reading, { text, line, at }: Omit<Cursor, "mark">): void {
  if (reading.isSkipping) return;
  const { draft } = reading;
  if (isOver(reading)) endEntry(reading);
  else if (isBegun(draft)) {
    dropEntry(reading, diagnose("CAT006 string", placeOf(reading, line, at)));
    return;
  }
  const kind = text[at + 1] ?? "";
  const from = ".:,!".includes(kind) ? at + 2 : at + 1;
  addComment(reading.draft, kind, text.slice(from));
}

/** Where on a line one is. */
interface Cursor {
  readonly text: string;
  /** 1-based. */
  readonly line: number;
  /** 0-based. */
  readonly at: number;
  /** What marks the whole line. */
  readonly mark: "" | "#|" | "#~" | "#~|";
}

/** Keywords and strings up to the end of the line. */
function readKeywords(reading: Reading, cursor: Cursor): void {
  const { text } = cursor;
  let at = skipSpaces(text, cursor.at);
  while (at < text.length && !reading.isSkipping) {
    const next = text[at] === '"' ? readString : readKeyword;
    at = skipSpaces(text, next(reading, { ...cursor, at }));
  }
}

/** @returns where the line goes on. */
function readKeyword(reading: Reading, { text, line, at, mark }: Cursor): number {
  const [, word = ""] = /^(\w*)/.exec(text.slice(at, at + LONGEST_WORD)) ?? [];
  const place = placeOf(reading, line, at, Math.max(1, word.length));
  const keyword = mark.endsWith("|") ? `#| ${word}` : word;
  if (!isKeyword(keyword)) return dropLine(reading, text, refuseWord(text, at, word, place));
  const isBeginning = word === "msgctxt" || word === "msgid";
  if (isBeginning && isOver(reading)) endEntry(reading);
  const index = /^\s*\[\s*(\d{1,4})\s*\]/.exec(text.slice(at + word.length, at + LONGEST_WORD));
  const isObsolete = mark.startsWith("#~");
  const problem =
    checkMark(reading.draft, isObsolete, place) ??
    openString(reading.draft, keyword, index === null ? undefined : Number(index[1]), place);
  if (problem !== undefined) return dropLine(reading, text, problem);
  reading.draft.isObsolete = isObsolete;
  return at + word.length + (index?.[0].length ?? 0);
}

/** True where another entry can begin, even where the last one is not whole. */
function isOver({ draft, isParted }: Reading): boolean {
  return isComplete(draft) || (isParted && hasId(draft));
}

/** @returns where the line goes on. */
function readString(reading: Reading, { text, line, at, mark }: Cursor): number {
  const { draft } = reading;
  const end = findQuote(text, at + 1);
  const place = placeOf(reading, line, at, (end < 0 ? text.length : end + 1) - at);
  if (end < 0) return dropLine(reading, text, diagnose("CAT005 end", place));
  if (!canGoOn(draft, mark.endsWith("|"), mark.startsWith("#~"))) {
    const problem = isBegun(draft) ? checkMark(draft, mark.startsWith("#~"), place) : undefined;
    return dropLine(reading, text, problem ?? refuseWord(text, at, "", place));
  }
  const raw = text.slice(at + 1, end);
  const meant = raw.includes("\\") ? unescapeString(raw) : raw;
  if (typeof meant === "string") {
    addString(draft, meant);
    reading.isParted = false;
    return end + 1;
  }
  const { found } = meant;
  const foundPlace = placeOf(reading, line, at + 1 + meant.at, found.length);
  return dropLine(reading, text, diagnose("CAT005 escape", foundPlace, { found }));
}

function checkMark(draft: Draft, isObsolete: boolean, place: Place): Diagnostic | undefined {
  if (!isBegun(draft) || draft.isObsolete === isObsolete) return undefined;
  const found = isObsolete ? "with `#~`" : "without `#~`";
  return diagnose("CAT005 obsolete", place, { found });
}

function refuseWord(text: string, at: number, word: string, place: Place): Diagnostic {
  if (word === "domain") return diagnose("CAT005 domain", place);
  const found = word === "" ? String.fromCodePoint(text.codePointAt(at) ?? 0) : word;
  return diagnose("CAT005 word", place, { found, expected: "a keyword or a string in quotes" });
}

/** @returns where the line goes on: at its end. */
function dropLine(reading: Reading, text: string, problem: Diagnostic): number {
  dropEntry(reading, problem);
  return text.length;
}

/** Leaves out the entry that is being read; one that was whole before an empty line is kept. */
function dropEntry(reading: Reading, problem: Diagnostic): void {
  if (reading.isParted && isComplete(reading.draft)) endEntry(reading);
  tell(reading, problem);
  reading.draft = beginDraft();
  reading.isSkipping = true;
}

/** Takes what has been read as an entry, where it is one. */
function endEntry(reading: Reading): void {
  const { draft } = reading;
  reading.draft = beginDraft();
  if (!isBegun(draft)) return;
  const place = draft.place ?? { file: reading.path };
  if (!isComplete(draft)) tell(reading, diagnose("CAT006 string", place));
  else if (!draft.hasString) {
    const values = { found: "msgstr", expected: "a string in quotes behind it" };
    tell(reading, diagnose("CAT005 word", place, values));
  } else keepEntry(reading, finishDraft(draft), place);
}

function keepEntry(reading: Reading, entry: Entry, place: Place): void {
  const key = keyOf(entry);
  const first = reading.lines.get(key);
  reading.lines.set(key, first ?? entry.line);
  if (first !== undefined) tellSecond(reading, entry, place, first);
  else if (key !== "" || entry.isObsolete) reading.entries.push(entry);
  else {
    reading.header = entry;
    const charset = findCharset(entry);
    if (charset !== undefined) tell(reading, diagnose("CAT002 header", place, { charset }));
  }
}

/** Both sides of a conflict have the entry: that is told already. */
function tellSecond(reading: Reading, { id }: Entry, place: Place, line: number): void {
  if (reading.hasConflict || reading.diagnostics.length === MOST_TOLD) return;
  const words = id.replace(/\s+/g, " ");
  const shown = words.length > LONGEST_SHOWN ? `${words.slice(0, LONGEST_SHOWN)}…` : words;
  const first = { place: { file: reading.path, line }, message: "the first is here" };
  tell(reading, { ...diagnose("CAT007", place, { id: shown, line }), related: [first] });
}

function tellConflict(reading: Reading, line: number): void {
  if (!reading.hasConflict)
    tell(reading, diagnose("CAT004", placeOf(reading, line, 0, LENGTH_OF_MARK)));
  reading.hasConflict = true;
  reading.isSkipping = false;
  if (isComplete(reading.draft)) endEntry(reading);
  else reading.draft = beginDraft();
}

function tell(reading: Reading, problem: Diagnostic): void {
  if (reading.diagnostics.length < MOST_TOLD) reading.diagnostics.push(problem);
}

function placeOf({ path }: Reading, line: number, at: number, length = 1): Place {
  return { file: path, line, column: at + 1, length };
}
