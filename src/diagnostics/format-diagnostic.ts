import type { Diagnostic, Place } from "./diagnostic.ts";

/** How long a shown source line may be; longer ones are cut around the caret. */
const SHOWN_LINE = 160;

export interface FormatOptions {
  /** Put before every file of the curriculum: the way from the current folder to its root. */
  readonly prefix: string;
  /** The text of a file, for the line and the caret; undefined where it is not known. */
  readonly textOf: (file: string) => string | undefined;
  /** ANSI colours, for a terminal only. */
  readonly colour: boolean;
}

/**
 * A diagnostic as people read it: `file:line:col: severity CODE: message`, the line and a caret,
 * where it came from, and what to do.
 *
 * @param others other places of the same problem in that file, in words
 */
export function formatDiagnostic(
  diagnostic: Diagnostic,
  options: FormatOptions,
  others = "",
): string {
  const { severity, code, hint } = diagnostic;
  const paint = painter(options.colour);
  const tint = severity === "error" ? "red" : "yellow";
  const where = formatPlace(diagnostic.place, options.prefix);
  const message = showControls(diagnostic.message);
  const parts = [`${paint("bold", `${where}:`)} ${paint(tint, `${severity} ${code}:`)} ${message}`];
  for (const one of excerpt(diagnostic.place, options)) parts.push(one);
  if (others !== "") parts.push(`  ${others}`);
  for (const { place, message: about } of diagnostic.related ?? []) {
    const from = formatPlace(place, options.prefix);
    parts.push(`  ${from}: ${showControls(about)}`);
    for (const one of excerpt(place, options)) parts.push(one);
  }
  for (const step of diagnostic.trace ?? []) parts.push(`  ${showControls(step)}`);
  if (hint !== undefined) {
    const [first = "", ...rest] = indentHint(hint.split("\n").map(showControls));
    parts.push(`  ${paint("bold", "hint:")} ${first}`);
    for (const one of rest) parts.push(one);
  }
  return parts.join("\n");
}

/**
 * What follows a colon, down to an empty line, is to be typed: it keeps the columns that it has in
 * the file, so that it can be copied as it stands.
 */
function indentHint(lines: readonly string[]): readonly string[] {
  let isTyped = false;
  return lines.map((line, at) => {
    isTyped = line !== "" && (isTyped || lines[at - 1]?.endsWith(":") === true);
    return at === 0 || isTyped || line === "" ? line : `        ${line}`;
  });
}

function formatPlace(place: Place, prefix: string): string {
  const file = showControls(locateFile(place.file, prefix));
  if (place.line === undefined) return file;
  return place.column === undefined
    ? `${file}:${place.line}`
    : `${file}:${place.line}:${place.column}`;
}

/**
 * A file as people would open it from where they are. A theme and the output may lie outside the
 * curriculum and are named by their absolute path.
 */
export function locateFile(file: string, prefix: string): string {
  if (file === "") return prefix.replace(/\/$/, "") || ".";
  return /^(\/|[A-Za-z]:)/.test(file) ? file : prefix + file;
}

function excerpt(place: Place, options: FormatOptions): string[] {
  if (place.line === undefined) return [];
  const line = linesOf(options.textOf(place.file) ?? "")[place.line - 1];
  if (line === undefined || line.trim() === "") return [];
  const number = String(place.line).padStart(5);
  const start = (place.column ?? 1) - 1;
  const from = start > SHOWN_LINE / 2 ? start - Math.floor(SHOWN_LINE / 4) : 0;
  const before = from > 0 ? "…" : "";
  const after = line.length > from + SHOWN_LINE ? "…" : "";
  const shown = before + line.slice(from, from + SHOWN_LINE) + after;
  const text = `${number} | ${blankControls(shown)}`;
  if (place.column === undefined) return [text];
  const indent = displayWidth(before + line.slice(from, start));
  const marked = line.slice(start, Math.min(start + (place.length ?? 1), from + SHOWN_LINE));
  const carets = "^".repeat(Math.max(1, displayWidth(marked)));
  return [text, `      | ${" ".repeat(indent)}${carets}`];
}

/** A long page with a thousand problems is parted into lines once. */
let parted: { readonly text: string; readonly lines: readonly string[] } = { text: "", lines: [] };

function linesOf(text: string): readonly string[] {
  if (parted.text !== text) parted = { text, lines: partLines(text) };
  return parted.lines;
}

/** The lines of a file as places count them. */
export function partLines(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/);
}

/** In the shown line a control takes one column, so that the caret stays under its mark. */
function blankControls(line: string): string {
  return line.replace(/[\p{Cc}\p{Cs}]/gu, " ").replace(INVISIBLE, "");
}

/** Columns of a fixed-width terminal: marks take none, East Asian wide characters take two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{M}|\p{Cf}/u.test(character)) continue;
    width +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/.test(
        character,
      )
        ? 2
        : 1;
  }
  return width;
}

/**
 * A file is a stranger's: its bytes must not steer the terminal, and a character that turns the
 * reading direction must be seen, not obeyed. Made before colours are added.
 */
export function showControls(text: string): string {
  return text.replace(INVISIBLE, (one) => {
    const code = one.codePointAt(0) ?? 0;
    return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
  });
}

const INVISIBLE = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu;

type Style = "bold" | "red" | "yellow";
const CODES: Readonly<Record<Style, number>> = { bold: 1, red: 31, yellow: 33 };

function painter(colour: boolean): (style: Style, text: string) => string {
  return (style, text) => (colour ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text);
}

/**
 * By file, then line, then column, then code, and consequences after all causes: the order in which
 * a person mends them.
 */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const key = (one: Diagnostic) =>
    [
      one.causedBy === undefined ? 0 : 1,
      one.place.file,
      one.place.line ?? 0,
      one.place.column ?? 0,
      one.code,
      one.message,
    ] as const;
  const sorted = [...diagnostics].sort((one, other) => {
    const left = key(one);
    const right = key(other);
    const index = left.findIndex((part, at) => part !== right[at]);
    if (index < 0) return 0;
    return (left[index] ?? 0) < (right[index] ?? 0) ? -1 : 1;
  });
  // A shared session is read for each of its modules; its problems are told once.
  return sorted.filter((one, at) => {
    const previous = sorted[at - 1];
    return previous === undefined || key(one).join("\0") !== key(previous).join("\0");
  });
}
