import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before } from "node:test";
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFStream,
  PDFString,
} from "@cantoo/pdf-lib";
import { strFromU8, unzipSync } from "fflate";
import { decodeStream } from "../../src/pdf-file/objects.ts";
import { readPdfFacts } from "../support/pdf-facts.ts";
import { runHandpress } from "../support/run-handpress.ts";
import { writeCurriculum } from "./curriculum.ts";

export let folder = "";

export let output = "";

export let built: { code: number; out: string; note: string };

export async function readEpub(name: string): Promise<Record<string, string>> {
  const files = unzipSync(new Uint8Array(await readFile(join(output, `${name}.epub`))));
  return Object.fromEntries(
    Object.entries(files).map(([path, bytes]) => [path.replace("EPUB/", ""), strFromU8(bytes)]),
  );
}

/** File names and contents, tags taken away, so that no markup parts a word. */
export const epubText = async (name: string) =>
  Object.entries(await readEpub(name))
    .flatMap(([path, text]) => [path, text, text.replace(/<[^>]*>/g, "")])
    .join("\n");

/** All that a PDF says: text, tags, bookmarks, links, and every string and stream in it, unpacked. */
export async function pdfText(name: string): Promise<string> {
  const bytes = new Uint8Array(await readFile(join(output, `${name}.pdf`)));
  const facts = await readPdfFacts(bytes);
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const strings: string[] = [];
  const collect = (value: unknown): void => {
    if (value instanceof PDFString || value instanceof PDFHexString) {
      strings.push(value.decodeText());
    } else if (value instanceof PDFArray) value.asArray().forEach(collect);
    else if (value instanceof PDFDict) [...value.asMap().values()].forEach(collect);
    else if (value instanceof PDFStream) {
      collect(value.dict);
      const unpacked = Buffer.from(decodeStream(value)).toString("latin1");
      strings.push(unpacked, ...listSpokenStrings(unpacked));
    }
  };
  for (const [, object] of document.context.enumerateIndirectObjects()) collect(object);
  const text = facts.pageTexts.join("\n");
  // Words may be broken at the end of a line.
  return [text, text.replace(/-?\n/g, ""), JSON.stringify(facts), ...strings].join("\n");
}

/** What is said of a part of a page stands among its drawing operations, in UTF-16 as digits. */
export function listSpokenStrings(operations: string): readonly string[] {
  return [...operations.matchAll(/<feff([0-9a-f]*)>/gi)].map(([, digits = ""]) =>
    Buffer.from(digits, "hex").swap16().toString("utf16le"),
  );
}

/** Labels are set in capitals; a word of an address or a file name may lose its hyphens. */
export function found(text: string, words: readonly string[]): readonly string[] {
  const lower = text.toLowerCase();
  return words.filter((word) =>
    [word, word.replaceAll("-", "")].some((one) => lower.includes(one.toLowerCase())),
  );
}

export async function build(files: Readonly<Record<string, string>>, ...args: string[]) {
  const own = await mkdtemp(join(tmpdir(), "handpress-editions-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(own, name)), { recursive: true });
      await writeFile(join(own, name), text);
    }
    const result = await runHandpress([...args, own], { cwd: own });
    const books = await readdir(join(own, "output"), { recursive: true }).catch(() => []);
    const titles: string[] = [];
    for (const book of books.filter((name) => name.endsWith(".epub")).sort()) {
      const files = unzipSync(new Uint8Array(await readFile(join(own, "output", book))));
      const page = strFromU8(files["EPUB/title-page.xhtml"] ?? new Uint8Array());
      titles.push(`${book} ${/class="edition">([^<]*)/.exec(page)?.[1] ?? ""}`.trim());
    }
    return { ...result, titles };
  } finally {
    await rm(own, { recursive: true });
  }
}

export const MODULE =
  "---\nlayout: module\ntitle: Locks\npermalink: /locks/\ninput:\n  - name: Keys\n    url: /keys/\n---\nText.\n";

export const KEYS =
  "---\ntitle: Keys\npermalink: /keys/\nadids: Input\naudience: trainer\n---\nText.\n";

/** Before and after the tests of a file. */
export function prepare(): void {
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "handpress-editions-"));
    output = join(folder, "output");
    await writeCurriculum(folder);
    built = await runHandpress(["build", folder, "--edition", "all", "--lang", "all"], {
      cwd: folder,
    });
  });
  after(() => rm(folder, { recursive: true }));
}
