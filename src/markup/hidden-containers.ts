import type { Token } from "markdown-it";
import { type ContainerLine, readContainerLine } from "../markdown/container-lines.ts";
import type { Wording } from "../wording/wording.ts";
import type { Element } from "./document.ts";
import type { Findings } from "./findings.ts";
import { diagnose } from "./rules.ts";

// A `:::trainer` line that is indented too far is the text of a paragraph or a line of code for
// Markdown. What it was to hide is hidden all the same.

/**
 * The line that opens a block for trainers in a block of indented code, and the one that closes it,
 * where it has one. Fenced code is a sample: nobody looks here for any.
 */
export function findHiddenLines(
  code: string,
  { wording }: { readonly wording: Wording },
): readonly ContainerLine[] {
  const lines = code.split("\n").flatMap((line) => readContainerLine(line, wording) ?? []);
  const open = lines.findIndex(isForTrainers);
  const found = open < 0 ? [] : [lines[open], lines.slice(open).find(isClosing)];
  return found.filter((line) => line !== undefined);
}

/** The same within the lines of a text: the tokens that are such lines. */
export function findHiddenMarks(
  tokens: readonly Token[],
  { wording }: { readonly wording: Wording },
): ReadonlyMap<Token, ContainerLine> {
  const found = new Map<Token, ContainerLine>();
  let openCount = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.type !== "text" || !isWholeLine(tokens, index)) continue;
    const line = readContainerLine(token.content, wording);
    if (line === undefined) continue;
    const counts = line.type === "open" ? isForTrainers(line) || openCount > 0 : openCount > 0;
    if (!counts) continue;
    openCount += line.type === "open" ? 1 : -1;
    found.set(token, line);
  }
  return found;
}

function isWholeLine(tokens: readonly Token[], index: number): boolean {
  const isBreak = (token: Token | undefined) =>
    token === undefined || token.type === "softbreak" || token.type === "hardbreak";
  return isBreak(tokens[index - 1]) && isBreak(tokens[index + 1]);
}

function isForTrainers(line: ContainerLine): boolean {
  return line.type === "open" && line.kind === "trainer";
}

function isClosing(line: ContainerLine): boolean {
  return line.type === "close";
}

/** Adds MRK065. */
export function reportHidden(findings: Findings, position: Element["position"]): void {
  findings.add(diagnose("MRK065", findings.placeOf(position === undefined ? {} : { position })));
}
