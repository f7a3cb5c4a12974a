import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { ElementContent, PageDocument } from "../markup/document.ts";
import { type BlockText, listBlocks, wordsOf } from "../markup/finished-text.ts";
import type { Page } from "../source/page.ts";
import type { Chapter } from "./publication.ts";
import { diagnose } from "./rules.ts";

/**
 * Compares a page, as its edition shows it, with the chapter that was made of it: linking and
 * numbering may add words and must lose none. PUB010, once a page.
 */
export function reportLostWords(
  page: Page,
  document: PageDocument,
  chapter: Pick<Chapter, "body" | "notes">,
): readonly Diagnostic[] {
  const trees = [document.body, ...document.footnotes].map(({ children }) =>
    withoutPageLinks(elementsOf(children)),
  );
  const written = listBlocks(trees);
  const made = listBlocks(
    [chapter.body, ...chapter.notes].map(({ children }) => elementsOf(children)),
  ).map(({ whole }) => whole);
  // Most blocks are the same in both, and lose nothing: where the others do not, nothing is lost.
  const others = withoutPairs(written, made);
  if (findLost(others.written, others.made) === undefined) return [];
  const found = findLost(written, made);
  if (found === undefined) return [];
  const { lost, line } = found;
  const words = `${lost.slice(0, 8).join(" ")}${lost.length > 8 ? " ..." : ""}`;
  return [diagnose("PUB010", { file: page.path, line }, { words })];
}

/** The blocks of a page without those that a chapter has as they are, and what else that has. */
function withoutPairs(
  written: readonly BlockText[],
  made: readonly string[],
): { readonly written: readonly BlockText[]; readonly made: readonly string[] } {
  const counts = new Map<string, number>();
  for (const whole of made) counts.set(whole, (counts.get(whole) ?? 0) + 1);
  const rest = written.filter(({ whole }) => {
    const count = counts.get(whole) ?? 0;
    if (count > 0) counts.set(whole, count - 1);
    return count === 0;
  });
  const left = [...counts].flatMap(([whole, count]) => Array.from({ length: count }, () => whole));
  return { written: rest, made: left };
}

/** The words of the first block that has some which the others have not as often. */
function findLost(
  written: readonly BlockText[],
  made: readonly string[],
): { readonly lost: readonly string[]; readonly line: number } | undefined {
  const left = new Map<string, number>();
  for (const whole of made) {
    for (const word of wordsOf(whole)) left.set(word, (left.get(word) ?? 0) + 1);
  }
  for (const { whole, line } of written) {
    const lost = wordsOf(whole).filter((word) => {
      const count = left.get(word) ?? 0;
      left.set(word, count - 1);
      return count <= 0;
    });
    if (lost.length > 0) return { lost, line };
  }
  return undefined;
}

function elementsOf(children: readonly { readonly type: string }[]): readonly ElementContent[] {
  return children.filter((child): child is ElementContent => child.type !== "doctype");
}

/** A link to a page may stand under that page's own title in a book that does not hold it. */
function withoutPageLinks(nodes: readonly ElementContent[]): readonly ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== "element") return [node];
    if (String(node.properties.href ?? "").startsWith("page:")) return [];
    return [{ ...node, children: [...withoutPageLinks(node.children)] }];
  });
}
