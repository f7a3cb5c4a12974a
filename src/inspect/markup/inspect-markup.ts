import { PrivacyFindings } from "../disclosure/privacy-findings.ts";
import type { MarkupFacts } from "../facts.ts";
import { type Inspection, inspectionOf } from "../inspection.ts";
import { searchText } from "./search-markup.ts";

/** Elements with which a page may begin: those around the text may be left out (HTML §13.1.2.4). */
const PAGE =
  /^<(?:html|head|body|title|meta|link|script|style|base|noscript|template|iframe|object|embed|img|video|audio|picture|form|table|div|p|a|center|font|span|section|article|main|header|nav|h[1-6]|ul|ol|dl|pre|blockquote|br|hr)[\s/>]/i;
/** What stands before the first element: a few lines, and some people's licence. */
const MOST_PARTS = 1000;

/** @returns undefined where the text does not begin as a drawing or a page. */
export function markupKindOf(text: string): MarkupFacts["kind"] | undefined {
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  for (let parts = 0; parts < MOST_PARTS; parts += 1) {
    at += /^\s*/.exec(text.slice(at, at + 100_000))?.[0].length ?? 0;
    const start = text.slice(at, at + 2000);
    if (/^<!doctype\s+html\b/i.test(start)) return "html";
    const end = start.startsWith("<!--")
      ? endOf(text, "-->", at + 2)
      : start.startsWith("<?")
        ? endOf(text, "?>", at)
        : /^<!doctype\b/i.test(start)
          ? endOfDoctype(text, at)
          : undefined;
    if (end === undefined) {
      if (/^<(?:[a-z]+:)?svg\b/i.test(start)) return "svg";
      return PAGE.test(start) ? "html" : undefined;
    }
    at = end;
  }
  return "html";
}

function endOf(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  // Browsers end an instruction at the first `>`; what never ends is all there is.
  return found < 0 ? text.indexOf(">", from) + 1 || text.length : found + mark.length;
}

function endOfDoctype(text: string, at: number): number {
  const end = text.indexOf(">", at);
  const inner = text.indexOf("[", at);
  return inner < 0 || inner > end
    ? endOf(text, ">", at)
    : endOf(text, ">", endOf(text, "]", inner));
}

/** Says what a drawing or page tells; a page is read as browsers read it. */
export function inspectMarkup(
  text: string,
  kind: MarkupFacts["kind"],
  sizeBytes: number,
): Inspection {
  const findings = new PrivacyFindings();
  searchText(findings, text, kind === "svg" ? "image/svg+xml" : "text/html");
  return { ...inspectionOf({ kind, sizeBytes }, findings), textOf: () => text };
}
