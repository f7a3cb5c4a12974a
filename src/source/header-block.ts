import matter from "gray-matter";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { writeSize } from "./limits.ts";
import { clip } from "./line-diagnostics.ts";
import { diagnose } from "./rules.ts";
import { parseYamlTree, replaceWideSpaces, type YamlProblem, type YamlTree } from "./yaml.ts";

/** A file split in two. `lines[n]` and the positions of `tree` are those of the file's line n + 1. */
export interface HeaderBlock {
  /** 1-based line of the file on which the first `---` stands. */
  readonly line: number;
  readonly lines: readonly string[];
  readonly tree: YamlTree;
  readonly problems: readonly YamlProblem[];
  readonly body: string;
  /** 1-based line of the file on which the body begins. */
  readonly bodyLine: number;
}

export type SplitResult =
  | { readonly block: HeaderBlock }
  | { readonly diagnostic: Diagnostic }
  /** The text has nothing that is meant as a header. */
  | { readonly headless: true };

/**
 * Splits a page into header and body with gray-matter.
 *
 * gray-matter runs a `---js` header as code, reads `---json` by itself, and keeps a cache (a plain
 * object, so that `constructor` is "cached", and a header that threw once is `{}` the second time).
 * So only YAML reaches it, with an engine of our own; every other engine that it knows throws; and
 * it is always given options, which switches the cache off.
 *
 * Adds HDR001 (never closed), HDR002 (TOML), HDR003 (another engine), HDR013 (too large).
 */
export function splitHeader(path: string, text: string, mostBytes: number): SplitResult {
  const { lines, skipped } = leadingLines(text);
  const first = lines[0] ?? "";
  const place = { file: path, line: skipped + 1, column: 1, length: Math.max(first.length, 1) };
  if (/^\+\+\+\s*$/.test(first)) {
    return { diagnostic: diagnose("HDR002", place) };
  }
  if (/^[‐-―−_]+\s*$|^--\s*$/.test(first) && lines.some((line) => /^[A-Za-z]+:\s/.test(line))) {
    return { diagnostic: diagnose("HDR001 dashes", place, { first: first.trim() }) };
  }
  if (!/^---(?!-)/.test(bare(first))) return { headless: true };
  const engine = bare(first).slice(3);
  if (!/^(ya?ml)?$/i.test(engine)) {
    return { diagnostic: diagnose("HDR003", place, { engine: clip(engine, 40) }) };
  }
  const close = lines.findIndex((line, index) => index > 0 && /^(---|\.\.\.)$/.test(bare(line)));
  if (close === -1) return { diagnostic: describeUnclosed(path, lines, skipped) };
  const header = lines.slice(1, close).map(replaceWideSpaces);
  const sizeBytes = new TextEncoder().encode(header.join("\n")).length;
  if (sizeBytes > mostBytes) {
    const sizes = { size: writeSize(sizeBytes), most: writeSize(mostBytes) };
    return { diagnostic: diagnose("HDR013 size", place, sizes) };
  }
  // Lines taken off the front are put back as empty ones, so that positions stay the file's.
  let parsed = NO_HEADER;
  const body = lines.slice(close + 1).join("\n");
  const file = matter(
    // It takes one line end off the body: the empty line is there for that.
    { content: ["---", ...header, "---", "", body].join("\n") },
    {
      language: "yaml",
      delimiters: ["---", "---\n"],
      engines: {
        yaml: (source: string) => {
          // gray-matter leaves the line end behind the first --- on the header.
          parsed = parseYamlTree("\n".repeat(skipped) + source);
          return {};
        },
        ...DENIED,
      },
    },
  );
  return {
    block: {
      line: skipped + 1,
      lines: [...Array<string>(skipped + 1).fill(""), ...header],
      tree: parsed.tree,
      problems: parsed.problems,
      body: file.content,
      bodyLine: skipped + close + 2,
    },
  };
}

/** What is read of a header without a line. */
const NO_HEADER = parseYamlTree("");

const DENIED = Object.fromEntries(
  ["js", "javascript", "coffee", "coffeescript", "cson", "json", "toml"].map((name) => [
    name,
    (): object => {
      throw new Error(`the header engine ${name} is denied`);
    },
  ]),
);

/** A line of hyphens without what nobody sees in it: marks of direction come with a right-to-left text. */
function bare(line: string): string {
  return line.replace(/[\u061C\u200E\u200F]/g, "").trimEnd();
}

function leadingLines(text: string): { lines: string[]; skipped: number } {
  const lines = text.split("\n");
  const skipped = lines.findIndex((line) => line.trim() !== "");
  return { lines: lines.slice(Math.max(skipped, 0)), skipped: Math.max(skipped, 0) };
}

function describeUnclosed(path: string, lines: readonly string[], skipped: number): Diagnostic {
  // The header ends before the first line that cannot belong to one.
  const last = lines.findIndex(
    (line, index) =>
      index > 0 &&
      line.trim() !== "" &&
      !/^\s|^- |^#\s?[^#]*$|^[\p{L}_][\p{L}\p{M}\p{N} _-]*:(\s|$)/u.test(line),
  );
  let end = last === -1 ? lines.length : last;
  while (end > 1 && (lines[end - 1] ?? "").trim() === "") end -= 1;
  // A line such as `--` or `—` in that place was meant to close it.
  const meant = /^[-‐-―−_=]{1,}\s*$/.test((lines[last] ?? "").trim());
  const line = skipped + (meant ? last : end) + 1;
  const place = { file: path, line: skipped + 1, column: 1, length: 3 };
  return diagnose(`HDR001 open ${meant ? "meant" : "open"}`, place, { line });
}
