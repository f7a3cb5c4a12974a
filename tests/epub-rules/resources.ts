import { quote } from "../../src/inspect/epub/book-diagnostics.ts";
import { SVG } from "../../src/inspect/epub/namespaces.ts";
import { type Book, listTexts } from "../../src/inspect/epub/read-book.ts";
import { readImage } from "../../src/inspect/image/read-image.ts";
import { readStyleTokens } from "../../src/inspect/markup/style-tokens.ts";
import { attributeOf, descendantsOf, textOf, type XmlNode } from "../../src/xml/xml-tree.ts";
import type { Report } from "./book-faults.ts";

/** Apple's limit for books, in pixels; small devices give up earlier. */
const MOST_PIXELS = 5_600_000;

const RASTER = /^image\/(?:png|jpeg|gif|webp)$/;
const FONT_TYPES =
  /^(?:font\/(?:ttf|otf|woff2?)|application\/(?:font-sfnt|font-woff|vnd\.ms-opentype|x-font-(?:ttf|otf|truetype|opentype)))$/;
/** The font types that every reading system must take (EPUB 3.3 §3.2). */
const CORE_FONT =
  /^(?:font\/(?:ttf|otf|woff2?)|application\/(?:font-sfnt|font-woff|vnd\.ms-opentype))$/;
/** First bytes: TrueType, OpenType, collections, both forms of WOFF. */
const FONT_STARTS = new Set(["\0\x01\0\0", "true", "OTTO", "ttcf", "wOFF", "wOF2"]);

/** Images are what the manifest says, and of a bearable size (EPUB 3.3 §3.2). */
export function checkImages(book: Book, report: Report): void {
  for (const { path: file, mediaType } of book.package?.items ?? []) {
    if (file === undefined) continue;
    const root = mediaType === "image/svg+xml" ? book.documents.get(file)?.root : undefined;
    if (root !== undefined && (root.uri !== SVG || root.local !== "svg"))
      report("EPB601", { file }, `\`<${root.name}>\``, "a drawing (`<svg>`)");
    const bytes = RASTER.test(mediaType) ? book.bytes(file) : undefined;
    if (bytes === undefined) continue;
    const { mediaType: found = "", widthPx = 0, heightPx = 0 } = readImage(bytes) ?? {};
    if (widthPx === 0) report("EPB601", { file }, "bytes of an image", mediaType);
    else if (found !== mediaType) report("EPB112", { file }, found, mediaType);
    if (widthPx * heightPx > MOST_PIXELS)
      report("EPB603", { file }, `size of ${widthPx} × ${heightPx} pixels`, "fewer");
  }
}

/** Fonts are fonts, of a kind that readers know, and not scrambled (EPUB 3.3 §3.2, §4.4). */
export function checkFonts(book: Book, report: Report): void {
  const encryption = book.text("META-INF/encryption.xml") ?? "";
  for (const { path: file, mediaType } of book.package?.items ?? []) {
    const bytes = file === undefined ? undefined : book.bytes(file);
    if (file === undefined || bytes === undefined || !FONT_TYPES.test(mediaType)) continue;
    const start = Buffer.from(bytes.subarray(0, 4)).toString("latin1");
    if (encryption.includes(`URI="${file}"`))
      report("EPB604", { file }, "scrambled font", "a plain one");
    else if (!FONT_STARTS.has(start)) report("EPB605", { file }, "bytes of a font", mediaType);
    else if (!CORE_FONT.test(mediaType) && !book.package?.isEpub2)
      report("EPB604", { file }, `media type ${quote(mediaType)}`, "that of a font");
  }
}

/** Style sheets: whether they can be read, and what they may not say (CSS Syntax 3 §4, EPUB 3.3 §6.3.2). */
export function checkStyleSheets(book: Book, report: Report): void {
  const files = (book.package?.items ?? []).flatMap(({ path, mediaType }) =>
    mediaType === "text/css" && path !== undefined ? [[path, book.text(path) ?? ""] as const] : [],
  );
  const inside = listTexts(book).flatMap(({ file, root }) =>
    [...descendantsOf(root)].map((node) => [file, styleOf(node)] as const),
  );
  for (const [file, text] of [...files, ...inside]) {
    readStyleTokens(text, {
      comment: () => undefined,
      words: () => undefined,
      call: () => undefined,
      broken: (fault) => report("EPB504", { file }, `fault (${fault}) in a style sheet`, "CSS"),
      address(field, address) {
        if (field === "@import")
          report("EPB505", { file }, `import of ${quote(address)}`, "one style sheet");
      },
    });
    const plain = text.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, "");
    for (const [, property] of plain.matchAll(/(?<=[;{]\s*)(direction|unicode-bidi)\s*:/gi))
      report("EPB503", { file }, `\`${property}\` in a style sheet`, "`dir` in the text");
  }
}

function styleOf(node: XmlNode): string {
  if (node.local === "style") return textOf(node);
  const style = attributeOf(node, "style") ?? "";
  return style === "" ? "" : `a{${style}}`;
}
