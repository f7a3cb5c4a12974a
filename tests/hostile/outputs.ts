import assert from "node:assert/strict";
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from "@cantoo/pdf-lib";
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { findBookFaults } from "../epub-rules/book-faults.ts";
import { readPdfFacts } from "../support/pdf-facts.ts";
import { readPdfStructure } from "../support/pdf-structure.ts";
import { CANARIES } from "./canaries.ts";

/** What no byte of a book may hold; the second word is put together only by a script that runs. */
const NEVER = [...Object.values(CANARIES), "RAN-SCRIPT", "root:x:0:0", "%SERVER%"];

/** Elements and attributes of our books, written down here once more: a second opinion. */
const ELEMENTS = new Set(
  (
    "html head title meta link body section nav header footer aside div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd " +
    "blockquote pre hr figure figcaption table caption thead tbody tfoot tr th td " +
    "a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q s samp small span strong sub sup u var wbr"
  ).split(" "),
);
const ATTRIBUTES =
  /^(?:xmlns(?::epub)?|xml:lang|lang|dir|id|class|role|epub:(?:type|prefix)|aria-[a-z]+|hidden|alt|src|href|title|width|height|colspan|rowspan|scope|start|value|rel|type|name|content|charset)$/;

/** Asserts what must hold of every book, and gives the words in it. */
export async function assertClean(bytes: Uint8Array, name: string): Promise<string> {
  const { diagnostics, findings } = inspectFile(bytes);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  assert.deepEqual(
    errors.map(({ code, message, place }) => `${name} ${code} ${place.file} ${message}`),
    [],
  );
  assert.ok(
    !findings.some(({ code }) => code === "TEL408"),
    `a number that nobody sees in ${name}`,
  );
  const isPdf = strFromU8(bytes.subarray(0, 5)) === "%PDF-";
  return isPdf ? await readPdf(bytes, name) : readEpub(bytes, name);
}

function assertNever(bytes: Uint8Array, name: string): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const word of NEVER) assert.ok(!buffer.includes(word), `${word} in ${name}`);
}

function readEpub(bytes: Uint8Array, name: string): string {
  assertNever(bytes, name);
  const faults = findBookFaults(bytes).filter(({ isError }) => isError);
  assert.deepEqual(faults, [], name);
  const files = unzipSync(bytes);
  const words: string[] = [];
  for (const [path, content] of Object.entries(files)) {
    const file = `${name}/${path}`;
    assertNever(content, file);
    assert.match(path, /^[\w./-]+$/, file);
    assert.doesNotMatch(path, /(?:^|\/)\.\.?(?:\/|$)|^\//, file);
    if (path.endsWith(".xhtml")) words.push(readXhtml(strFromU8(content), file, files));
    else if (path.endsWith(".svg")) {
      const text = strFromU8(content);
      assert.doesNotMatch(
        text,
        /<(?:script|foreignObject|image|a|animate|set|text)\b|\son\w+=|@import/i,
        file,
      );
      assert.doesNotMatch(text, /href="(?!#)|url\((?!#)/, file);
    } else if (path.endsWith(".css")) {
      assert.doesNotMatch(
        strFromU8(content),
        /@import|url\(\s*["']?(?!fonts\/)|expression|127\.0\.0\.1/,
        file,
      );
    } else if (!/\.(?:opf|ncx|xml|png|jpg|woff2?)$|^mimetype$/.test(path)) assert.fail(file);
  }
  return words.join("\n");
}

function readXhtml(text: string, file: string, files: Readonly<Record<string, unknown>>): string {
  const words: string[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => assert.fail(`${file}: ${error.message}`));
  parser.on("text", (word) => words.push(word));
  parser.on("processinginstruction", ({ target }) => assert.fail(`${file}: <?${target}`));
  parser.on("doctype", (doctype) => assert.equal(doctype.trim(), "html", file));
  parser.on("opentag", ({ name, attributes }) => {
    assert.ok(ELEMENTS.has(name), `<${name}> in ${file}`);
    for (const [key, value] of Object.entries(attributes)) {
      assert.match(key, ATTRIBUTES, `${key} of <${name}> in ${file}`);
      if (key !== "href" && key !== "src") continue;
      if (name === "a" && /^(?:https?:\/\/|mailto:)/.test(value)) continue;
      const [target = ""] = value.split("#");
      const own = new URL(target, `https://book.invalid/${file.replace(/^[^/]+\//, "")}`);
      assert.ok(
        target === "" || own.pathname.slice(1) in files,
        `${name} ${key}="${value}" in ${file}`,
      );
    }
  });
  parser.write(text).close();
  return words.join("");
}

/** What a PDF can do beside being read (ISO 32000-1 §12.6.4), and files within it. */
const ACTS = new Set([
  "JS",
  "JavaScript",
  "AA",
  "EmbeddedFiles",
  "EF",
  "AF",
  "Launch",
  "XFA",
  "AcroForm",
  "RichMediaContent",
]);

async function readPdf(bytes: Uint8Array, name: string): Promise<string> {
  assertNever(bytes, name);
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const look = (object: PDFObject | undefined): void => {
    if (object instanceof PDFDict) {
      for (const [key, value] of object.entries()) {
        assert.ok(!ACTS.has(key.decodeText()), `${key} in ${name}`);
        look(value);
      }
      const type = object.get(PDFName.of("S"));
      const address = object.get(PDFName.of("URI"));
      assert.ok(!(type instanceof PDFName) || !ACTS.has(type.decodeText()), `${type} in ${name}`);
      if (address instanceof PDFString || address instanceof PDFHexString) {
        assert.match(address.decodeText(), /^(?:https?:\/\/|mailto:)/, name);
      }
    } else if (object instanceof PDFArray) object.asArray().forEach(look);
    else if (object instanceof PDFString || object instanceof PDFHexString) {
      assertNever(Buffer.from(object.decodeText()), name);
    }
  };
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    look(object instanceof PDFRawStream ? object.dict : object);
    if (!(object instanceof PDFRawStream)) continue;
    const filter = String(object.dict.get(PDFName.of("Filter")));
    if (filter === "/FlateDecode") assertNever(decodePDFRawStream(object).decode(), name);
  }
  if (document.catalog.has(PDFName.of("StructTreeRoot")))
    assert.deepEqual((await readPdfStructure(bytes)).faults, [], name);
  const { pageTexts } = await readPdfFacts(bytes);
  const words = pageTexts.join("\n");
  for (const word of NEVER) assert.ok(!words.includes(word), `${word} on a page of ${name}`);
  return words;
}
