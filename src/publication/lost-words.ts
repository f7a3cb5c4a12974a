import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { ElementContent, PageDocument } from "../markup/document.ts";
import { listBlocks, wordsOf } from "../markup/finished-text.ts";
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
  const left = new Map<string, number>();
  const made = [chapter.body, ...chapter.notes].map(({ children }) => elementsOf(children));
  for (const { whole } of listBlocks(made)) {
    for (const word of wordsOf(whole)) left.set(word, (left.get(word) ?? 0) + 1);
  }
  const trees = [document.body, ...document.footnotes].map(({ children }) =>
    withoutPageLinks(elementsOf(children)),
  );
  for (const { whole, line } of listBlocks(trees)) {
    const lost = wordsOf(whole).filter((word) => {
      const count = left.get(word) ?? 0;
      left.set(word, count - 1);
      return count <= 0;
    });
    if (lost.length === 0) continue;
    const words = `${lost.slice(0, 8).join(" ")}${lost.length > 8 ? " ..." : ""}`;
    const place = { file: page.path, line };
    return [diagnose("PUB010", place, { words })];
  }
  return [];
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
