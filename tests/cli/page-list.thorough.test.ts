import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { unzipSync } from "fflate";
import { type PdfFacts, readPdfFacts } from "../support/pdf-facts.ts";
import { REPOSITORY, runHandpress } from "../support/run-handpress.ts";

// The sample curriculum through the real browser: what stands after a break of the EPUB is what
// stands at the top of the printed page.

let output = "";
before(async () => {
  output = await mkdtemp(join(tmpdir(), "handpress-pages-"));
});
after(() => rm(output, { recursive: true }));

async function build(name: string, ...args: readonly string[]): Promise<string> {
  const folder = join(output, name);
  await runHandpress(["build", "tails", "--output", folder, ...args], { cwd: REPOSITORY });
  return folder;
}

async function readBook(path: string): Promise<ReadonlyMap<string, string>> {
  const files = Object.entries(unzipSync(await readFile(path)));
  return new Map(
    files.map(([name, bytes]) => [name.replace("EPUB/", ""), new TextDecoder().decode(bytes)]),
  );
}

const WORD = /[\p{L}\p{N}]{3,}/gu;

/** Words without marks of pronunciation; pdf.js gives some from the wrong end. */
function wordsOf(text: string): readonly string[] {
  return text.normalize("NFKC").replace(/\p{M}/gu, "").match(WORD) ?? [];
}

function readPages({ pageTexts }: PdfFacts): readonly ReadonlySet<string>[] {
  return pageTexts.map((text) => {
    const words = wordsOf(text);
    return new Set([...words, ...words.map((word) => [...word].reverse().join(""))]);
  });
}

/** The words that open each block of a chapter, and at which of them a page begins. */
function readBlocks(xhtml: string) {
  const blocks: { words: readonly string[]; folios: readonly number[] }[] = [];
  const body = xhtml.slice(xhtml.indexOf("</header>"));
  let folios: number[] = [];
  for (const part of body.split(/<\/?(?:p|li|ul|ol|h\d|aside|pre|td|th|dt|dd|figure)\b/)) {
    folios.push(...[...part.matchAll(/id="page-(\d+)"/g)].map(([, folio]) => Number(folio)));
    const text = part.replace(/^[^>]*>/, "").replace(/<[^>]*>/g, "");
    const words = wordsOf(text).slice(0, 8);
    // Too little to be told from other pages: judged by what follows.
    if (words.length < 4) continue;
    blocks.push({ words, folios });
    folios = [];
  }
  return blocks;
}

for (const language of ["en", "ar"]) {
  describe(`the pages of a book in ${language}`, () => {
    let both = "";
    let facts: PdfFacts;
    let book: ReadonlyMap<string, string>;
    before(async () => {
      both = await build("both", "--lang", language);
      facts = await readPdfFacts(new Uint8Array(await readFile(join(both, language, "tails.pdf"))));
      book = await readBook(join(both, language, "tails.epub"));
    });

    test("begin in the EPUB with what is at the top of the page", () => {
      const pages = readPages(facts);
      const share = (words: readonly string[], folio: number) =>
        words.filter((word) => pages[folio - 1]?.has(word)).length / words.length;
      let count = 0;
      for (const [name, text] of book) {
        if (!/^(m|s\d+)\.xhtml$/.test(name)) continue;
        const blocks = readBlocks(text);
        for (const [at, { words, folios }] of blocks.entries()) {
          const [folio] = folios;
          const ahead = blocks[at - 1];
          if (folio === undefined || ahead === undefined) continue;
          const where = `${name}, page ${folio}`;
          assert.ok(share(words, folio) > 0.6, `${where} has: ${words.join(" ")}`);
          assert.ok(share(words, folio) > share(words, folio - 1), `${where}, not the one before`);
          assert.ok(
            share(ahead.words, folio - 1) > share(ahead.words, folio),
            `${where} does not have: ${ahead.words.join(" ")}`,
          );
          count += 1;
        }
      }
      assert.ok(count >= 5, `${count} breaks within chapters`);
    });

    test("are all in the list, and each chapter's first is the one of the contents", () => {
      const nav = book.get("nav.xhtml") ?? "";
      const listed = [...nav.matchAll(/href="([^"#]+)#page-(\d+)"/g)];
      assert.deepEqual(
        listed.map(([, , folio]) => Number(folio)),
        facts.pageTexts.map((_text, at) => at + 1),
      );
      for (const [id, folio] of Object.entries(facts.destinations)) {
        if (!book.has(`${id}.xhtml`)) continue;
        const first = listed.find(([, name]) => name === `${id}.xhtml`)?.[2];
        assert.equal(Number(first), folio, id);
      }
    });

    test("are named in the PDF only where a link leads to them", () => {
      const linked = new Set(facts.links.map(({ destination }) => destination));
      assert.deepEqual(
        Object.keys(facts.destinations).filter((name) => !linked.has(name)),
        [],
      );
    });

    test("cost the PDF nothing: alone it has the same bytes", async () => {
      const alone = await build("pdf", "--lang", language, "--format", "pdf");
      const [one, other] = await Promise.all(
        [both, alone].map((folder) => readFile(join(folder, language, "tails.pdf"))),
      );
      assert.ok(one !== undefined && other !== undefined && one.equals(other));
    });
  });
}

test("an EPUB has no pages where no PDF is made, for want of a browser or of a wish", async () => {
  const alone = await build("epub", "--format", "epub");
  const failed = await build("failed", "--browser", join(output, "no-browser"));
  const book = await readFile(join(alone, "en/tails.epub"));
  assert.ok(book.equals(await readFile(join(failed, "en/tails.epub"))));
  for (const text of (await readBook(join(alone, "en/tails.epub"))).values()) {
    assert.doesNotMatch(text, /pagebreak|page-list/);
  }
});
