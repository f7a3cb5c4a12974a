import { longestWord } from "../language/longest-word.ts";
import type { Element, ElementContent } from "./document.ts";
import { type Findings, quoteText } from "./findings.ts";
import { diagnose } from "./rules.ts";
import { walk } from "./tree-walk.ts";

/** More columns than this have no room for words on a large sheet. */
const MOST_COLUMNS = 8;

/** Longer than any word of a language that writes spaces; a line of a handout has about 75. */
const MOST_LETTERS = 80;

/** About four pages. */
const MOST_CODE_LINES = 200;

/**
 * Looks for what no page has room for. All of it is printed, in a form that can be read; only the
 * author can make it good.
 *
 * Diagnostics: MRK070–MRK072, once each for a page.
 */
export function lintSizes(nodes: readonly ElementContent[], findings: Findings): void {
  walk(nodes, (element, ancestors) => {
    if (element.tagName === "table") lintTable(element, findings);
    else if (element.tagName === "pre") lintCode(element, findings);
    else lintWords(element, ancestors, findings);
  });
}

function lintTable(table: Element, findings: Findings): void {
  let columns = 0;
  walk(table.children, (row) => {
    if (row.tagName !== "tr") return;
    columns = Math.max(columns, row.children.filter(({ type }) => type === "element").length);
  });
  if (columns <= MOST_COLUMNS) return;
  const values = { columns, most: MOST_COLUMNS };
  findings.addOnce("table", diagnose("MRK070", findings.placeOf(table), values));
}

function lintCode(code: Element, findings: Findings): void {
  const lines = code.children.reduce(
    (sum, child) => sum + (child.type === "element" ? countLines(child) : 0),
    0,
  );
  if (lines <= MOST_CODE_LINES) return;
  const values = { lines, most: MOST_CODE_LINES };
  findings.addOnce("code", diagnose("MRK072", findings.placeOf(code), values));
}

function countLines(code: Element): number {
  return code.children.reduce(
    (sum, child) => sum + (child.type === "text" ? child.value.trimEnd().split("\n").length : 0),
    0,
  );
}

/** Code and addresses are broken anywhere: nobody reads them aloud. */
function lintWords(element: Element, ancestors: readonly Element[], findings: Findings): void {
  if (element.tagName === "code" || ancestors.some(({ tagName }) => tagName === "pre")) return;
  for (const child of element.children) {
    if (child.type !== "text" || child.value.length <= MOST_LETTERS) continue;
    const word = longestWord(child.value);
    const letters = [...word].length;
    if (letters <= MOST_LETTERS) continue;
    const placed = [...ancestors, element].findLast(({ position }) => position) ?? element;
    const values = { letters, word: quoteText(word), most: MOST_LETTERS };
    findings.addOnce("word", diagnose("MRK071", findings.placeOf(placed), values));
  }
}
