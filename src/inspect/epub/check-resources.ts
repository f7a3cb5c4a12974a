import { attributeOf, descendantsOf } from "../../xml/xml-tree.ts";
import { readImage } from "../image/read-image.ts";
import { readMarkup } from "../markup/read-markup.ts";
import { resolveAddress } from "./book-address.ts";
import { quote, type Report, type Tell, tellIn } from "./book-diagnostics.ts";
import { SVG } from "./namespaces.ts";
import type { Book, BookDocument } from "./read-book.ts";
import { isFont } from "./search-font.ts";

/** Apple's limit for books, in pixels; small devices give up earlier. */
const MOST_PIXELS = 5_600_000;

const RASTER = /^image\/(?:png|jpeg|gif|webp)$/;
const FONT_TYPES =
  /^(?:font\/(?:ttf|otf|woff2?)|application\/(?:font-sfnt|font-woff|vnd\.ms-opentype|x-font-(?:ttf|otf|truetype|opentype)))$/;
/** The font types that every reading system must take (EPUB 3.3 §3.2). */
const CORE_FONT =
  /^(?:font\/(?:ttf|otf|woff2?)|application\/(?:font-sfnt|font-woff|vnd\.ms-opentype))$/;
/** Images are what the manifest says, of a bearable size, and without notes (EPUB 3.3 §3.2). */
export function checkImages(book: Book, report: Report): void {
  for (const { path, mediaType } of book.package?.items ?? []) {
    if (path === undefined) continue;
    const drawing = mediaType === "image/svg+xml" ? book.documents.get(path) : undefined;
    if (drawing !== undefined) checkDrawing(drawing, tellIn(report, path));
    else if (RASTER.test(mediaType)) checkRaster(mediaType, path, book, tellIn(report, path));
  }
}

function checkRaster(mediaType: string, file: string, book: Book, tell: Tell): void {
  const bytes = book.bytes(file);
  if (bytes === undefined) return;
  const header = readImage(bytes);
  if (header === undefined || header.widthPx === 0) {
    tell("EPB601 image", {}, { mediaType: quote(mediaType) });
    return;
  }
  if (header.mediaType !== mediaType)
    tell("EPB112", {}, { found: quote(header.mediaType), listed: quote(mediaType) });
  const { widthPx, heightPx, noteKinds } = header;
  if (widthPx * heightPx > MOST_PIXELS) {
    const millions = MOST_PIXELS / 1_000_000;
    tell("EPB603", {}, { width: widthPx, height: heightPx, millions });
  }
  if (noteKinds.size > 0) tell("EPB602 image", {}, { kinds: [...noteKinds].join(", ") });
}

/** What programs for drawing leave in their files. */
const EDITORS = /inkscape|sodipodi|adobe|sketch|figma|corel/i;

function checkDrawing({ root }: BookDocument, tell: Tell): void {
  const nodes = [...descendantsOf(root)];
  if (root.uri !== SVG || root.local !== "svg")
    tell("EPB601 drawing", root, { element: root.name });
  const note = nodes.find((node) => node.local === "metadata" || EDITORS.test(node.uri));
  if (note !== undefined) tell("EPB602 drawing", note, { element: note.name });
  const script = nodes.find(
    (node) =>
      node.local === "script" || node.attributes.some(({ local }) => /^on[a-z]+$/.test(local)),
  );
  if (script !== undefined) tell("EPB312 drawing", script, { element: script.name });
}

/** Fonts are fonts, of a kind that readers know, and not scrambled (EPUB 3.3 §3.2, §4.4). */
export function checkFonts(book: Book, report: Report): void {
  const scrambled = listScrambled(book);
  for (const { path, mediaType } of book.package?.items ?? []) {
    if (path === undefined || !FONT_TYPES.test(mediaType)) continue;
    const tell = tellIn(report, path);
    if (scrambled.has(path)) {
      tell("EPB604 scrambled", {});
      continue;
    }
    const bytes = book.bytes(path);
    if (bytes === undefined) continue;
    const values = { mediaType: quote(mediaType) };
    if (!isFont(bytes)) tell("EPB605", {}, values);
    else if (!CORE_FONT.test(mediaType) && !book.package?.isEpub2) tell("EPB604 type", {}, values);
  }
}

/** Files that `encryption.xml` names (EPUB 3.3 §4.2.6.3.2). */
function listScrambled(book: Book): ReadonlySet<string> {
  const document = readMarkup(book.text("META-INF/encryption.xml") ?? "");
  const nodes = document === undefined ? [] : [...descendantsOf(document.root)];
  return new Set(
    nodes.flatMap((node) => {
      const address = node.local === "CipherReference" ? attributeOf(node, "URI") : undefined;
      const target = address === undefined ? undefined : resolveAddress(address, "root");
      return target?.kind === "book" ? [target.path] : [];
    }),
  );
}
