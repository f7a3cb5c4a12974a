import { follows, readTypedMarker, type TypedMarker, WIDE } from "./typed-markers.ts";

/** The lines of a body with the marks of Markdown. */
export interface MarkedLines {
  readonly lines: readonly string[];
  /** Lines, from 0, at which a list begins that is counted from another number than one. */
  readonly listStarts: ReadonlySet<number>;
  /** Lines, from 0, at which a list begins whose marks stand in its text. */
  readonly keptLists: ReadonlySet<number>;
}

/** Signs without width that editors put before the first letter of a line. */
const INVISIBLE = "\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF";

const PREFIX = new RegExp(`^[ \\t>${WIDE}${INVISIBLE}]*`, "u");
const WIDE_SPACE = new RegExp(`[${WIDE}${INVISIBLE}]`, "gu");
/** A mark of Markdown's with another space behind it than Markdown knows. */
const MARK = new RegExp(
  `^(?<mark>#{1,6}|＃{1,6}|[-*+]|\\d{1,9}[.)])(?<gap>[ \\t]*[${WIDE}${INVISIBLE}][ \\t${WIDE}${INVISIBLE}]*)(?=\\S)`,
  "u",
);
const FULL_WIDTH_HEADING = /^＃{1,6}(?=[ \t\p{L}])/u;
const OWN_MARK = /^(?:[-*+]|\d{1,9}[.)])(?=[ \t])/;
const OWN_NUMBER = /^(\d{1,9})[.)][ \t]/;
const BULLETS = ["-", "+", "*"];
const BLOCK = /^(?:#{1,6}[ \t]|\||(?:[-*_][ \t]*){3,}$)/;

/** Lines with marks of one kind, which are a list if there are enough of them. */
interface Run {
  readonly indent: number;
  /** Lists that follow each other are told apart by their signs. */
  readonly bullet: string;
  readonly delimiter: string;
  readonly items: {
    readonly line: number;
    readonly prefix: string;
    readonly marker: TypedMarker;
  }[];
  last: number;
}

/**
 * Writes lists and headings as they are typed with the marks that Markdown has for them: `•`, `☐`,
 * `a)`, `۱.`, no-break and other wide spaces behind `#`, `-`, `1.`. Code stays as it is.
 *
 * @param codeLines numbers of the lines of code, from 0
 * @param isEuropean the page's lists are counted in European digits
 */
export function markTypedLists(
  written: readonly string[],
  codeLines: ReadonlySet<number>,
  isEuropean: boolean,
): MarkedLines {
  const lines = [...written];
  const listStarts = new Set<number>();
  const keptLists = new Set<number>();
  let open: Run[] = [];
  let isAfterEmpty = true;
  /** The signs of the last list, and of the last one at each indent: a list within it parts none. */
  let bullet = "";
  let delimiter = "";
  const bullets = new Map<number, string>();
  const delimiters = new Map<number, string>();
  let counted: { readonly line: number; readonly value: number } | undefined;

  const close = (isOver: (run: Run) => boolean) => {
    const over = open.filter(isOver);
    open = open.filter((run) => !isOver(run));
    for (const run of over) {
      const [first] = run.items;
      if (first === undefined || run.items.length < first.marker.least) continue;
      if (first.marker.kind === "number") {
        if (first.marker.count !== "1") listStarts.add(first.line);
      }
      if (first.marker.kind === "kept") keptLists.add(first.line);
      for (const { line, prefix, marker } of run.items) {
        lines[line] = prefix + writeItem(marker, run);
      }
    }
  };

  for (const [at, line] of written.entries()) {
    if (codeLines.has(at)) {
      if (!/^\s/.test(line)) close(() => true);
      continue;
    }
    const plain = withPlainMarks(line);
    if (plain !== line) lines[at] = plain;
    const prefix = PREFIX.exec(plain)?.[0] ?? "";
    const text = plain.slice(prefix.length);
    if (text === "") {
      isAfterEmpty = true;
      close(({ items }) => items[0]?.marker.isClose === true);
      continue;
    }
    const indent = widthOf(prefix);
    const marker = OWN_MARK.test(text) ? undefined : readTypedMarker(text, isEuropean);
    if (marker !== undefined) {
      close((run) => run.indent > indent);
      const run = open.find((one) => one.indent === indent);
      const last = run?.items.at(-1)?.marker;
      const isNext = last?.family === marker.family && follows(last, marker);
      const isClosed = marker.isClose && run?.last !== at - 1;
      const item = { line: at, prefix: prefix.replace(WIDE_SPACE, " "), marker };
      if (run !== undefined && isNext && !isClosed) {
        run.items.push(item);
        run.last = at;
      } else {
        close((one) => one.indent >= indent);
        if (marker.kind === "number") {
          delimiter = (delimiters.get(indent) ?? delimiter) === "." ? ")" : ".";
          delimiters.set(indent, delimiter);
        } else {
          const used = [bullet, bullets.get(indent)];
          bullet = BULLETS.find((sign) => !used.includes(sign)) ?? bullet;
          bullets.set(indent, bullet);
        }
        open.push({ indent, bullet, delimiter, items: [item], last: at });
      }
    } else {
      const own = OWN_MARK.exec(text)?.[0];
      if (own !== undefined && own.length > 1) {
        delimiter = own.slice(-1);
        delimiters.set(indent, delimiter);
      } else if (own !== undefined) {
        bullet = own;
        bullets.set(indent, own);
      }
      const isBlock = own !== undefined || BLOCK.test(text);
      if (isAfterEmpty || isBlock) close((run) => run.indent >= indent);
      else if (indent > 0) for (const run of open) if (run.last === at - 1) run.last = at;
    }
    const number = OWN_NUMBER.exec(text)?.[1];
    if (number === undefined) counted = undefined;
    else {
      if (counted?.line === at - 1 && Number(number) === counted.value + 1)
        listStarts.add(counted.line);
      counted = { line: at, value: Number(number) };
    }
    isAfterEmpty = false;
  }
  close(() => true);
  return { lines, listStarts, keptLists };
}

function writeItem({ kind, count, isDone, text }: TypedMarker, { bullet, delimiter }: Run): string {
  if (kind === "number") return `${count}${delimiter} ${text}`;
  if (kind === "box") return `${bullet} [${isDone === true ? "x" : " "}] ${text}`;
  return `${bullet} ${text}`;
}

/** The line with plain spaces before and behind the marks of Markdown that it begins with. */
function withPlainMarks(line: string): string {
  let done = "";
  let rest = line;
  for (let depth = 0; depth < 20; depth += 1) {
    const prefix = PREFIX.exec(rest)?.[0] ?? "";
    const text = rest.slice(prefix.length);
    const found = MARK.exec(text)?.groups;
    const own = OWN_MARK.exec(text)?.[0] ?? (/^#{1,6}[ \t]/.test(text) ? "#" : undefined);
    const heading = FULL_WIDTH_HEADING.exec(text)?.[0];
    const isMark = found !== undefined || own !== undefined || heading !== undefined;
    if (!isMark) return done + rest;
    done += prefix.replace(WIDE_SPACE, " ");
    if (found !== undefined) {
      const { mark = "", gap = "" } = found;
      done += mark.replaceAll("＃", "#") + " ".repeat(Math.min(gap.length, 4));
      rest = text.slice(mark.length + gap.length);
    } else if (heading !== undefined) {
      return `${done}${"#".repeat(heading.length)} ${text.slice(heading.length)}`;
    } else {
      done += own;
      rest = text.slice(own?.length);
      if (own === "#") return done + rest;
      const space = /^[ \t]*/.exec(rest)?.[0] ?? "";
      // Five spaces would make code of it.
      if (widthOf(space) > 4) rest = ` ${rest.slice(space.length)}`;
    }
  }
  return done + rest;
}

function widthOf(prefix: string): number {
  let width = 0;
  for (const sign of prefix) width += sign === "\t" ? 4 - (width % 4) : 1;
  return width;
}
