import { attributeOf, descendantsOf, textOf, type XmlNode } from "../../xml/xml-tree.ts";
import { resolveAddress } from "./book-address.ts";
import { listTexts } from "./check-document.ts";
import { quote, type Report, type Spot } from "./finding.ts";
import type { Book } from "./read-book.ts";

/** A style sheet, or what stands in a document for one. */
interface Sheet {
  readonly text: string;
  /** Where it stands; offsets of the sheet are added where it is a file of its own. */
  readonly spot: Spot;
  readonly isFile: boolean;
}

/**
 * Style sheets, read lightly: comments, strings and brackets are understood, values are not judged
 * (CSS Syntax 3 §4, EPUB 3.3 §6.3.2).
 */
export function checkStyles(book: Book, report: Report): void {
  const names = new Set(book.entries.map(({ name }) => name));
  for (const sheet of listSheets(book)) {
    const { text, fault } = blankComments(sheet.text);
    const at = (offset: number): Spot =>
      sheet.isFile ? { file: sheet.spot.file, offset } : sheet.spot;
    if (fault !== undefined) {
      report(
        "EPB504",
        at(fault.offset),
        `Unexpected ${fault.what} in a style sheet, expected its end`,
      );
    }
    checkBrackets(text, at, report);
    checkAddresses(text, sheet.spot.file, names, at, report);
    for (const match of text.matchAll(/(?<=[;{]\s*)(direction|unicode-bidi)\s*:/gi)) {
      const found = match[1]?.toLowerCase();
      report(
        "EPB503",
        at(match.index),
        `Unexpected \`${found}\` in a style sheet, expected \`dir\` in the text`,
      );
    }
  }
}

function listSheets(book: Book): readonly Sheet[] {
  const files = (book.package?.items ?? []).flatMap(({ path, mediaType }): readonly Sheet[] => {
    const text = mediaType === "text/css" && path !== undefined ? book.text(path) : undefined;
    if (text === undefined || path === undefined) return [];
    return [{ text, spot: { file: path, offset: 0 }, isFile: true }];
  });
  const inside = listTexts(book).flatMap(({ file, root }) =>
    [...descendantsOf(root)].flatMap((node): readonly Sheet[] => {
      const text = styleOf(node);
      return text === "" ? [] : [{ text, spot: { file, offset: node.offset }, isFile: false }];
    }),
  );
  return [...files, ...inside];
}

function styleOf(node: XmlNode): string {
  if (node.local === "style") return textOf(node);
  const style = attributeOf(node, "style") ?? "";
  return style === "" ? "" : `a{${style}}`;
}

/** Comments as spaces, so that places stay where they are. */
function blankComments(text: string): {
  readonly text: string;
  readonly fault?: { readonly what: string; readonly offset: number };
} {
  let out = "";
  let from = 0;
  for (let start = text.indexOf("/*"); start >= 0; start = text.indexOf("/*", from)) {
    const end = text.indexOf("*/", start + 2);
    if (end < 0)
      return {
        text: out + text.slice(from, start),
        fault: { what: "comment without end", offset: start },
      };
    out += text.slice(from, start) + " ".repeat(end + 2 - start);
    from = end + 2;
  }
  return { text: out + text.slice(from) };
}

const STRINGS = /"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|url\((?!\s*["'])[^()]*\)/gi;

/** Every bracket is closed; what stands in strings and addresses does not count. */
function checkBrackets(text: string, at: (offset: number) => Spot, report: Report): void {
  const plain = text.replace(STRINGS, (string) => " ".repeat(string.length));
  let depth = 0;
  for (const { 0: bracket, index } of plain.matchAll(/[{}]/g)) {
    depth += bracket === "{" ? 1 : -1;
    if (depth >= 0) continue;
    report("EPB504", at(index), "Unexpected `}` in a style sheet, expected a `{` before it");
    return;
  }
  if (depth === 0) return;
  report("EPB504", at(plain.lastIndexOf("{")), "Unexpected end of a style sheet, expected a `}`");
}

function checkAddresses(
  text: string,
  file: string,
  names: ReadonlySet<string>,
  at: (offset: number) => Spot,
  report: Report,
): void {
  for (const match of text.matchAll(
    /@import\s+(?:url\()?\s*["']?([^"');]*)|url\(\s*["']?([^"')]*)/gi,
  )) {
    const isImport = match[0].startsWith("@");
    const address = (match[1] ?? match[2] ?? "").trim();
    const target = resolveAddress(address, file);
    const spot = at(match.index);
    if (isImport) {
      report("EPB505", spot, `Unexpected import of ${quote(address)}, expected one style sheet`);
    }
    if (target.kind === "outside") {
      if (target.scheme === "data") continue;
      const hint = "Whoever runs that site learns who reads the book and when.";
      report(
        "EPB501",
        spot,
        `Unexpected address ${quote(address)} in a style sheet, expected a file of the book`,
        hint,
      );
    } else if (
      target.kind !== "book" ||
      (address !== "" && !address.startsWith("#") && !names.has(target.path))
    ) {
      report(
        "EPB502",
        spot,
        `Unexpected address ${quote(address)} in a style sheet, expected a file of the book`,
      );
    }
  }
}
