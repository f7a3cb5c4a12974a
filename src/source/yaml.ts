import { type Document, isAlias, isMap, isNode, isScalar, isSeq, parseDocument } from "yaml";
import { findInvisible } from "../language/find-invisible.ts";
import { composeText, countUpTo } from "../language/text-form.ts";

/** A place in the text that was parsed: both 1-based, columns in UTF-16 code units. */
export interface YamlPosition {
  readonly line: number;
  readonly column: number;
  /** Code units up to the end of the value or of its first line, at least 1. */
  readonly length: number;
}

export interface YamlProblem extends YamlPosition {
  /** The parser's own code (`MISSING_CHAR`, `BAD_INDENT`, …), or one of ours: see below. */
  readonly code: string;
  readonly message: string;
}

export interface YamlEntry {
  readonly key: string;
  readonly at: YamlPosition;
  readonly value: YamlTree;
}

/**
 * YAML with positions. Every scalar is text as it was written: nothing is read as a date, a number
 * or a boolean (`2015-05-00`, `1.10`, `no` and `0755` stay what the author typed).
 */
export type YamlTree =
  | { readonly kind: "empty"; readonly at: YamlPosition }
  | {
      readonly kind: "text";
      readonly at: YamlPosition;
      readonly text: string;
      /** The first sign that nobody sees, which an escape has put in and the text is without. */
      readonly invisible?: string;
    }
  | { readonly kind: "list"; readonly at: YamlPosition; readonly items: readonly YamlTree[] }
  /** Entries in the order of the file, repeated keys included. */
  | { readonly kind: "map"; readonly at: YamlPosition; readonly entries: readonly YamlEntry[] };

/** What neither XML nor paper can hold, and YAML's escapes can make: `"\u0001"`. */
const UNPRINTABLE = /(?![\t\n])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** More values than any header or string table holds; stops aliases that multiply. */
const VALUE_LIMIT = 20_000;
/** Deeper than any header; keeps recursion within the stack. */
const DEPTH_LIMIT = 40;

/**
 * Spaces other than the plain one before a key or about its colon, from a word processor or a Chinese
 * keyboard: YAML takes them for letters. Those inside a value stay.
 */
export function replaceWideSpaces(line: string): string {
  return line.replace(
    /^[\s\p{Zs}]*(?:-[\s\p{Zs}]+)?(?:[\p{L}\p{M}\p{Cf}_-]+[\s\p{Zs}]*:[\s\p{Zs}]+)?/u,
    (start) => start.replace(/\p{Zs}/gu, " "),
  );
}

/** A key is what is seen of it: marks of direction come with a right-to-left text. */
function readKey(written: string): string {
  return composeText(written)
    .replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, "")
    .trim();
}

/**
 * Parses one YAML document. Never throws.
 *
 * @returns the tree as far as it could be read, and the problems in the order of the text. Codes of
 *   ours beside the parser's: `TOO_DEEP`, `TOO_MANY` (values, mostly by aliases), `BAD_ALIAS` (no
 *   such anchor), `BAD_TAG`, and `UNCLOSED`: the sign (`message`) with which a list, a group or a
 *   quotation begins that does not end. The parser itself tells of that where it gave up, lines below.
 */
export function parseYamlTree(text: string): { tree: YamlTree; problems: YamlProblem[] } {
  const starts = lineStarts(text);
  const start: YamlPosition = { line: 1, column: 1, length: 1 };
  const nothing: YamlTree = { kind: "empty", at: start };
  const tooDeep = { code: "TOO_DEEP", message: "nested too deeply", ...start };
  // The parser recurses once a bracket: past the limit its own stack would overflow.
  if (bracketDepth(text) > DEPTH_LIMIT) return { tree: nothing, problems: [tooDeep] };
  let document: Document.Parsed;
  try {
    document = parseDocument(text, {
      uniqueKeys: false,
      schema: "failsafe",
      prettyErrors: false,
      logLevel: "silent",
    });
  } catch {
    return { tree: nothing, problems: [tooDeep] };
  }
  const at = (range: readonly number[] | null | undefined): YamlPosition =>
    position(text, starts, range);
  const problems: YamlProblem[] = document.errors.map((error) => ({
    code: error.code,
    message: error.message,
    ...at(error.pos),
  }));
  let left = VALUE_LIMIT;

  function walk(node: unknown, depth: number): YamlTree {
    left -= 1;
    if (left === 0) problems.push({ code: "TOO_MANY", message: "too many values", ...start });
    if (left <= 0) return nothing;
    if (depth > DEPTH_LIMIT) {
      if (!problems.includes(tooDeep)) problems.push(tooDeep);
      return nothing;
    }
    if (isAlias(node)) {
      const target = node.resolve(document);
      if (target !== undefined) return walk(target, depth + 1);
      problems.push({ code: "BAD_ALIAS", message: "a value begins with *", ...at(node.range) });
      return { kind: "empty", at: at(node.range) };
    }
    // `title: !Note the date` would silently lose its first word.
    if (isNode(node) && node.tag !== undefined && /^![^!]/.test(node.tag)) {
      problems.push({ code: "BAD_TAG", message: "a value begins with !", ...at(node.range) });
    }
    const unclosed = findUnclosed(text, node);
    if (unclosed !== undefined) {
      const [from] = unclosed;
      problems.push({ code: "UNCLOSED", message: text.charAt(from), ...at(unclosed) });
    }
    if (isMap(node)) {
      const entries = node.items.map((pair) => {
        const key = isScalar(pair.key) ? pair.key : undefined;
        return {
          key: key === undefined ? "" : readKey(String(key.value)),
          at: at(key?.range ?? node.range),
          value:
            pair.value === null
              ? { kind: "empty" as const, at: at(key?.range) }
              : walk(pair.value, depth + 1),
        };
      });
      return { kind: "map", at: at(node.range), entries };
    }
    if (isSeq(node)) {
      const items = node.items.map((item) => walk(item, depth + 1));
      return { kind: "list", at: at(node.range), items };
    }
    if (!isScalar(node)) return nothing;
    const value = String(node.value ?? "");
    const plain = node.type === "PLAIN" || node.type === undefined;
    if (plain && /^(|~|null|Null|NULL)$/.test(value)) return { kind: "empty", at: at(node.range) };
    // Escapes can part again what the file's text has together: `"e\u0301"`.
    const printable = value.replace(UNPRINTABLE, "");
    const invisible = findInvisible([printable], true)?.sign;
    return {
      kind: "text",
      at: at(node.range),
      text: composeText(printable),
      ...(invisible === undefined ? {} : { invisible }),
    };
  }

  const tree = document.contents === null ? nothing : walk(document.contents, 0);
  problems.sort((a, b) => a.line - b.line || a.column - b.column);
  return { tree, problems };
}

/**
 * The plain value of a tree. All scalars are text, empty ones null; the last of two equal keys wins.
 * Adds a `DUPLICATE_KEY` with the key to `problems` for each repeated one; `__proto__` is left out.
 */
export function toPlain(tree: YamlTree, problems: YamlProblem[] = []): unknown {
  if (tree.kind === "empty") return null;
  if (tree.kind === "text") return tree.text;
  if (tree.kind === "list") return tree.items.map((item) => toPlain(item, problems));
  const plain: Record<string, unknown> = {};
  for (const { key, value, at } of tree.entries) {
    // Assigning it would change the object's prototype instead of adding a key.
    if (key === "__proto__") continue;
    if (Object.hasOwn(plain, key)) {
      problems.push({ code: "DUPLICATE_KEY", message: key, ...at });
    }
    plain[key] = toPlain(value, problems);
  }
  return plain;
}

/** The range of the sign with which a value begins that has no end. */
function findUnclosed(text: string, node: unknown): readonly [number, number] | undefined {
  if (!isNode(node) || !node.range) return undefined;
  const [from, end] = node.range;
  const sign = text.charAt(from);
  const isQuoted = isScalar(node) && (node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE");
  const isFlow = (isMap(node) || isSeq(node)) && node.flow === true;
  if (!isQuoted && !isFlow) return undefined;
  const closing = isQuoted ? sign : sign === "[" ? "]" : "}";
  return end > from + 1 && text.charAt(end - 1) === closing ? undefined : [from, from + 1];
}

/** The parser's own counter misses line ends within keys. */
function lineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
}

function position(
  text: string,
  starts: readonly number[],
  range: readonly number[] | null | undefined,
): YamlPosition {
  const from = Math.min(range?.[0] ?? 0, text.length);
  const to = Math.max(range?.[1] ?? from, from);
  const line = countUpTo(starts, from);
  const lineEnd = text.indexOf("\n", from);
  const length = Math.min(to, lineEnd === -1 ? text.length : lineEnd) - from;
  return { line, column: from - (starts[line - 1] ?? 0) + 1, length: Math.max(length, 1) };
}

function bracketDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === "[" || character === "{") depth += 1;
    else if (character === "]" || character === "}") depth = Math.max(0, depth - 1);
    else if (character === "\n") depth = Math.min(depth, DEPTH_LIMIT);
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}
