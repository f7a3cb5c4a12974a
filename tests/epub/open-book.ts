import { unzipSync } from "fflate";
import { SaxesParser } from "saxes";

/** The files of a book, texts as text, in the order of the archive. */
export function openBook(epub: Uint8Array): ReadonlyMap<string, string | Uint8Array> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  return new Map(
    Object.entries(unzipSync(epub)).map(([name, bytes]) => [
      name,
      /\.(xhtml|opf|ncx|xml|css)$|^mimetype$/.test(name) ? decoder.decode(bytes) : bytes,
    ]),
  );
}

export function readText(files: ReadonlyMap<string, string | Uint8Array>, name: string): string {
  const text = files.get(`EPUB/${name}`);
  if (typeof text !== "string") throw new Error(`no text ${name}`);
  return text;
}

/** Throws where an XML parser would stop. */
export function parseStrictly(
  text: string,
): readonly { name: string; attributes: Record<string, string> }[] {
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    const attributes = Object.entries(tag.attributes).map(([name, { value }]) => [name, value]);
    elements.push({ name: tag.name, attributes: Object.fromEntries(attributes) });
  });
  parser.write(text).close();
  return elements;
}

/** All XML documents of a book. */
export function listXml(
  files: ReadonlyMap<string, string | Uint8Array>,
): readonly (readonly [string, string])[] {
  return [...files].flatMap(([name, text]) =>
    typeof text === "string" && /\.(xhtml|opf|ncx|xml)$/.test(name) ? [[name, text] as const] : [],
  );
}
