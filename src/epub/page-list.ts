import type { Element } from "../markup/document.ts";
import { makeElement, makeText } from "../markup/make-nodes.ts";
import type { Words } from "../theme/theme.ts";
import type { PageBreak, PrintedPages } from "./page-breaks.ts";
import { element, tidyText, type XmlElement } from "./xml.ts";

/** The flat list of the navigation document's `page-list` (EPUB 3.3 §7.4.3). */
export function writePageList(pages: readonly PageBreak[]): Element {
  const items = pages.map((page) =>
    makeElement("li", {}, [makeElement("a", { href: hrefOf(page) }, [makeText(page.label)])]),
  );
  return makeElement("ol", {}, items);
}

/** The `pageList` of the NCX (ANSI/NISO Z39.86 §8.4.5), in front of which stands the `navMap`. */
export function writeNcxPages(pages: readonly PageBreak[], words: Words): readonly XmlElement[] {
  if (pages.length === 0) return [];
  const label = (text: string) => element("navLabel", {}, [element("text", {}, [text])]);
  const targets = pages.map((page) =>
    element("pageTarget", { id: page.id, type: kindOf(page), value: String(page.folio) }, [
      label(page.label),
      element("content", { src: hrefOf(page) }),
    ]),
  );
  return [element("pageList", {}, [label(words.say("page-list")), ...targets])];
}

/** Roman numbers are those of the front matter. */
function kindOf({ label }: PageBreak): string {
  return /^[ivxlc]+$/.test(label) ? "front" : "normal";
}

/**
 * What the package says of the pages: whose they are. `pageBreakSource` takes the place of `source-of`
 * (W3C, https://www.w3.org/publishing/a11y/page-source-id/); it has no prefix.
 */
export function describePages(
  pages: readonly PageBreak[],
  printed: PrintedPages | undefined,
): readonly XmlElement[] {
  if (printed === undefined || pages.length === 0) return [];
  return [element("meta", { property: "pageBreakSource" }, [tidyText(printed.source)])];
}

function hrefOf({ document, id }: PageBreak): string {
  return `${document}#${id}`;
}
