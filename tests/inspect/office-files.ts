import { packFiles } from "./sample-epub.ts";

type Files = Readonly<Record<string, string | Uint8Array>>;

const W = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" xmlns:w16du="http://schemas.microsoft.com/office/word/2023/wordml/word16du" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"`;
const X = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"`;
const P = `xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"`;
const ODF =
  "office text table draw presentation script style fo meta config svg"
    .split(" ")
    .map((name) => {
      const uri = { fo: "xsl-fo-compatible", svg: "svg-compatible", draw: "drawing" }[name] ?? name;
      return `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${uri}:1.0"`;
    })
    .join(" ") +
  ` xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"`;

const TYPES = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`;

/** A part of a document in Microsoft's formats: its root with the names that fixtures use. */
export const word = (root: string, inner: string) => `<w:${root} ${W}>${inner}</w:${root}>`;
export const sheet = (root: string, inner: string, attributes = "") =>
  `<${root} ${X} ${attributes}>${inner}</${root}>`;
export const slide = (root: string, inner: string, attributes = "") =>
  `<p:${root} ${P} ${attributes}>${inner}</p:${root}>`;
/** Relations to what is outside, by the last word of their type. */
export const relations = (...found: readonly (readonly [type: string, target: string])[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${found
    .map(
      ([type, target], at) =>
        `<Relationship Id="r${at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/>`,
    )
    .join("")}</Relationships>`;

/** A Word document of one paragraph, and what else is given. */
export const packWord = (body: string, files: Files = {}): Uint8Array =>
  packFiles({
    "[Content_Types].xml": TYPES,
    "word/document.xml": word("document", `<w:body>${body}</w:body>`),
    ...files,
  });

export const run = (text: string, properties = "") =>
  `<w:p><w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r></w:p>`;

export const packSheets = (files: Files): Uint8Array =>
  packFiles({ "[Content_Types].xml": TYPES, "xl/workbook.xml": sheet("workbook", ""), ...files });

export const packSlides = (files: Files): Uint8Array =>
  packFiles({
    "[Content_Types].xml": TYPES,
    "ppt/presentation.xml": slide("presentation", ""),
    ...files,
  });

/** An OpenDocument file: what stands in its body and styles, and other files. */
export function packOpenDocument(
  type: "text" | "spreadsheet" | "presentation",
  body: string,
  { styles = "", ...files }: Files & { readonly styles?: string } = {},
): Uint8Array {
  return packFiles({
    mimetype: `application/vnd.oasis.opendocument.${type}`,
    "content.xml": `<office:document-content ${ODF}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${type}>${body}</office:${type}></office:body></office:document-content>`,
    "META-INF/manifest.xml": `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>`,
    ...files,
  });
}

export const odfPart = (root: string, inner: string) =>
  `<office:${root} ${ODF}>${inner}</office:${root}>`;

/** Settings of a printer as Windows writes them: its name in 32 wide letters, then numbers. */
export function packPrinter(name: string): Uint8Array {
  const bytes = Buffer.alloc(220);
  bytes.write(name, "utf16le");
  return bytes;
}

/** The beginning of a file of Microsoft's old kind, with the name of a stream in it. */
export function packCompound(stream: string): Uint8Array {
  const bytes = Buffer.alloc(1536);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(bytes);
  bytes.write(stream, 1024, "utf16le");
  return bytes;
}
