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

/** Whatever style sheets name is in the book (EPUB 3.3 §3.4). */
export function checkStyles(book: Book, report: Report): void {
  const names = new Set(book.entries.map(({ name }) => name));
  for (const { text, spot, isFile } of listSheets(book))
    readStyleTokens(text, {
      ...UNTOLD,
      address: (_, address, offset) =>
        checkAddress(address, names, isFile ? { file: spot.file, offset } : spot, report),
    });
}

/** What else can be read in a sheet is told elsewhere. */
const UNTOLD = {
  comment: () => undefined,
  words: () => undefined,
  call: () => undefined,
  broken: () => undefined,
};

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
  address: string,
  names: ReadonlySet<string>,
  spot: Spot,
  report: Report,
): void {
  const target = resolveAddress(address, spot.file);
  const values = { address: quote(address) };
  if (target.kind === "outside") {
    if (target.scheme !== "data") report("EPB501", spot, values);
  } else if (
    target.kind !== "book" ||
    (address !== "" && !address.startsWith("#") && !names.has(target.path))
  )
    report("EPB502", spot, values);
}
