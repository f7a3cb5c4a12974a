import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Root, RootContent } from "../markup/document.ts";
import { textOf } from "../markup/serialise.ts";
import type { Page } from "../source/page.ts";
import { diagnose } from "./rules.ts";

/**
 * What a session lacks that a reader looks for. A page outside a book may be a draft; in a book it is
 * a leaf with nothing on it, or one that the contents cannot name.
 *
 * Adds PUB002 (no text, or headings alone) and PUB003 (no title, and the module gives none).
 */
export function reviewSession(page: Page, name: string, body: Root): readonly Diagnostic[] {
  const { title, breadcrumb, kind } = page.header;
  const diagnostics: Diagnostic[] = [];
  if (!body.children.some(saysSomething)) {
    const found = body.children.length === 0 ? "empty" : "headings";
    diagnostics.push(diagnose(`PUB002 ${found}`, page.place));
  }
  // Of a page that says it is a session, the header has been blamed already.
  if (kind === "page" && name === "" && title === "" && breadcrumb === "") {
    const values = { title: nameFile(page.basePath) };
    diagnostics.push(diagnose("PUB003", page.place, values));
  }
  return diagnostics;
}

/** True for what is more than a heading or white space. */
export function saysSomething(node: RootContent): boolean {
  if (node.type !== "element" || /^h[1-6]$/.test(node.tagName)) return false;
  return node.tagName === "figure" || textOf([node]) !== "" || hasImage(node.children);
}

function hasImage(nodes: readonly RootContent[]): boolean {
  return nodes.some(
    (node) => node.type === "element" && (node.tagName === "img" || hasImage(node.children)),
  );
}

/** A file's name in words: "using tails" for `modules/using-tails.md`. */
export function nameFile(path: string): string {
  const words =
    path
      .replace(/\.\w+$/, "")
      .split("/")
      .at(-1) ?? path;
  return words.replaceAll(/[-_]+/g, " ").trim();
}
