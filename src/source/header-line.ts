/** A line of a header as a person reads it: indent, dash, key, value. */
export interface HeaderLine {
  readonly number: number;
  readonly text: string;
  readonly indent: number;
  /** Column of the key, behind a dash; -1 without a key. */
  readonly keyAt: number;
  readonly dash: boolean;
  readonly key: string;
  readonly value: string;
  /** 0-based column of the value. */
  readonly valueAt: number;
}

/** Reads one line, numbered from 1. */
export function readLine(text: string, number: number): HeaderLine {
  const indent = text.length - text.trimStart().length;
  const dash = /^-(\s|$)/.test(text.slice(indent));
  const keyAt = dash ? indent + 1 + (/^\s*/.exec(text.slice(indent + 1))?.[0].length ?? 0) : indent;
  const rest = text.slice(keyAt).trimEnd();
  const match = /^("[^"]*"|'[^']*'|[^\s"'[{#&*!|>%@`][^:]{0,60}?)\s*:(\s+|$)/.exec(rest);
  const isKey = match !== null && looksLikeKey(match[1] ?? "");
  const valueAt = isKey ? keyAt + match[0].length : keyAt;
  return {
    number,
    text,
    indent,
    dash,
    keyAt: isKey ? keyAt : -1,
    key: isKey ? (match[1] ?? "") : "",
    value: text.slice(valueAt).trimEnd(),
    valueAt,
  };
}

/** A key has few words; a sentence with a colon in it is no key. */
function looksLikeKey(text: string): boolean {
  return text.trim().split(/\s+/).length <= 5 && !/[.,;!?]/.test(text);
}
