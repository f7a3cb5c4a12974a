import { attributeOf, descendantsOf, textOf, type XmlNode } from "../../xml/xml-tree.ts";
import { readStyleTokens } from "../markup/style-tokens.ts";
import { resolveAddress } from "./book-address.ts";
import { quote, type Report, type Spot } from "./book-diagnostics.ts";
import { type Book, listTexts } from "./read-book.ts";

/** A style sheet, or what stands in a document for one. */
interface Sheet {
  readonly text: string;
  /** Where it stands; offsets of the sheet are added where it is a file of its own. */
  readonly spot: Spot;
  readonly isFile: boolean;
}

/** Style sheets: what they name, and whether they can be read (CSS Syntax 3 §4, EPUB 3.3 §6.3.2). */
export function checkStyles(book: Book, report: Report): void {
  const names = new Set(book.entries.map(({ name }) => name));
  for (const { text, spot, isFile } of listSheets(book)) {
    const at = (offset: number): Spot => (isFile ? { file: spot.file, offset } : spot);
    let isBroken = false;
    readStyleTokens(text, {
      comment: () => undefined,
      words: () => undefined,
      call: () => undefined,
      broken(fault, written, offset) {
        if (!isBroken) report(`EPB504 ${fault}`, at(offset), { written });
        isBroken = true;
      },
      address: (field, address, offset) =>
        checkAddress(field, address, spot.file, names, at(offset), report),
    });
    const plain = text.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, (comment) => " ".repeat(comment.length));
    for (const match of plain.matchAll(/(?<=[;{]\s*)(direction|unicode-bidi)\s*:/gi)) {
      report("EPB503", at(match.index), { property: match[1]?.toLowerCase() ?? "" });
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

function checkAddress(
  field: string,
  address: string,
  file: string,
  names: ReadonlySet<string>,
  spot: Spot,
  report: Report,
): void {
  const target = resolveAddress(address, file);
  const values = { address: quote(address) };
  if (field === "@import") report("EPB505", spot, values);
  if (target.kind === "outside") {
    if (target.scheme === "data") return;
    report("EPB501", spot, values);
  } else if (
    target.kind !== "book" ||
    (address !== "" && !address.startsWith("#") && !names.has(target.path))
  )
    report("EPB502", spot, values);
}
