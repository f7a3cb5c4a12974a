import { XmlError } from "../../xml/xml-events.ts";
import { attributeOf, descendantsOf, readXmlTree } from "../../xml/xml-tree.ts";
import { readImageHeader } from "../image-header.ts";
import { resolveAddress } from "./book-address.ts";
import { quote, type Report } from "./finding.ts";
import { SVG } from "./namespaces.ts";
import type { ManifestItem } from "./package-reader.ts";
import type { Book } from "./read-book.ts";
import { isFont } from "./trace-font.ts";

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
  for (const item of book.package?.items ?? []) {
    if (item.path === undefined || !item.mediaType.startsWith("image/")) continue;
    if (item.mediaType === "image/svg+xml") checkDrawing(item.path, book, report);
    else if (RASTER.test(item.mediaType)) checkRaster(item, item.path, book, report);
  }
}

function checkRaster(item: ManifestItem, path: string, book: Book, report: Report): void {
  const bytes = book.bytes(path);
  if (bytes === undefined) return;
  const spot = { file: path };
  const header = readImageHeader(bytes);
  if (header === undefined) {
    report("EPB601", spot, `Unexpected bytes of an image, expected ${quote(item.mediaType)}`);
    return;
  }
  if (header.mediaType !== item.mediaType) {
    report(
      "EPB112",
      spot,
      `Unexpected ${quote(header.mediaType)}, expected ${quote(item.mediaType)} as the manifest says`,
    );
  }
  const { widthPx, heightPx, notes } = header;
  if (widthPx * heightPx > MOST_PIXELS) {
    report(
      "EPB603",
      spot,
      `Unexpected size of ${widthPx} × ${heightPx} pixels, expected fewer than ${MOST_PIXELS / 1_000_000} million`,
    );
  }
  if (notes.length > 0) {
    report(
      "EPB602",
      spot,
      `Unexpected notes in an image (${notes.join(", ")}), expected the picture only`,
      "They may name a person, a place or a camera.",
    );
  }
}

/** What programs for drawing leave in their files. */
const EDITORS = /inkscape|sodipodi|adobe|sketch|figma|corel/i;

function checkDrawing(path: string, book: Book, report: Report): void {
  const document = book.documents.get(path);
  if (document === undefined) return;
  const nodes = [...descendantsOf(document.root)];
  if (document.root.uri !== SVG || document.root.local !== "svg") {
    report(
      "EPB601",
      { file: path, offset: document.root.offset },
      `Unexpected \`<${document.root.name}>\`, expected a drawing`,
    );
  }
  const note = nodes.find((node) => node.local === "metadata" || EDITORS.test(node.uri));
  if (note !== undefined) {
    report(
      "EPB602",
      { file: path, offset: note.offset },
      `Unexpected notes in a drawing (\`<${note.name}>\`), expected the picture only`,
      "They may name a person, a folder or a program.",
    );
  }
  const script = nodes.find(
    (node) =>
      node.local === "script" || node.attributes.some(({ local }) => /^on[a-z]+$/.test(local)),
  );
  if (script !== undefined) {
    report(
      "EPB312",
      { file: path, offset: script.offset },
      `Unexpected program in a drawing (\`<${script.name}>\`), expected none`,
    );
  }
}

/** Fonts are fonts, of a kind that readers know, and not scrambled (EPUB 3.3 §3.2, §4.4). */
export function checkFonts(book: Book, report: Report): void {
  const scrambled = listScrambled(book);
  for (const { path, mediaType } of book.package?.items ?? []) {
    if (path === undefined || !FONT_TYPES.test(mediaType)) continue;
    const spot = { file: path };
    if (scrambled.has(path)) {
      report(
        "EPB604",
        spot,
        "Unexpected scrambling of a font, expected it plain",
        "Many readers cannot unscramble it and show another face.",
      );
      continue;
    }
    const bytes = book.bytes(path);
    if (bytes === undefined) continue;
    if (!isFont(bytes)) {
      report("EPB605", spot, `Unexpected bytes of a font, expected ${quote(mediaType)}`);
    } else if (!CORE_FONT.test(mediaType) && !book.package?.isEpub2) {
      report(
        "EPB604",
        spot,
        `Unexpected media type ${quote(mediaType)} of a font, expected \`font/ttf\`, \`font/otf\`, \`font/woff\` or \`font/woff2\``,
      );
    }
  }
}

/** Files that `encryption.xml` names (EPUB 3.3 §4.2.6.3.2). */
function listScrambled(book: Book): ReadonlySet<string> {
  const text = book.text("META-INF/encryption.xml");
  if (text === undefined) return new Set();
  try {
    const nodes = [...descendantsOf(readXmlTree(text).root)];
    return new Set(
      nodes.flatMap((node) => {
        const address = node.local === "CipherReference" ? attributeOf(node, "URI") : undefined;
        const target = address === undefined ? undefined : resolveAddress(address, "root");
        return target?.kind === "book" ? [target.path] : [];
      }),
    );
  } catch (error) {
    if (error instanceof XmlError) return new Set();
    throw error;
  }
}
