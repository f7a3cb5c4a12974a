import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import type { Browser } from "../../src/browser/browser.ts";
import { findBrowser } from "../../src/browser/find-browser.ts";
import { launchBrowser } from "../../src/browser/launch-browser.ts";
import { producePdf } from "../../src/pdf/produce-pdf.ts";
import type { PageMemory, RememberedPages } from "../../src/pdf/remembered-pages.ts";
import { sampleDocument } from "./sample-document.ts";

let browser: Browser;
let prints = 0;
before(async () => {
  const launched = await launchBrowser(await findBrowser());
  browser = {
    version: launched.version,
    close: () => launched.close(),
    open: async (request) => {
      const session = await launched.open(request);
      const print: typeof session.print = (options) => {
        prints += 1;
        return session.print(options);
      };
      return { ...session, print };
    },
  };
});
after(() => browser.close());

/** A memory that says what it is told, or something else. */
function memoryOf(change: (pages: RememberedPages) => RememberedPages = (pages) => pages) {
  const kept = new Map<string, RememberedPages>();
  const memory: PageMemory = {
    recall: (key) => kept.get(key),
    remember: (key, pages) => void kept.set(key, change(pages)),
  };
  return { kept, memory };
}

async function build(memory?: PageMemory, document = sampleDocument()) {
  prints = 0;
  const { bytes } = await producePdf(document, browser, memory);
  return { bytes: Buffer.from(bytes), prints };
}

it("a document whose pages are known is printed once, and is the same book", async () => {
  const { memory } = memoryOf();
  const without = await build();
  const first = await build(memory);
  const second = await build(memory);
  assert.deepEqual([without.prints, first.prints, second.prints], [2, 2, 1]);
  assert.ok(first.bytes.equals(without.bytes));
  assert.ok(second.bytes.equals(without.bytes));
});

it("numbers that are wrong are found out on the pages", async () => {
  const { memory } = memoryOf(({ texts, ...rest }) => ({
    ...rest,
    texts: new Map([...texts].map(([id]) => [id, "7"])),
  }));
  const first = await build(memory);
  const second = await build(memory);
  assert.equal(second.prints, 3);
  assert.ok(second.bytes.equals(first.bytes));
});

it("blank pages that are not needed are found out on the pages", async () => {
  const openers = { openers: ["s1", "s2"] };
  const { memory, kept } = memoryOf();
  const first = await build(memory, { ...sampleDocument(), ...openers });
  const [key = "", pages] = [...kept][0] ?? [];
  assert.deepEqual(pages?.blankPagesBefore, ["s1", "s2"]);
  assert.equal((await build(memory, { ...sampleDocument(), ...openers })).prints, 1);
  assert.ok(pages);
  kept.set(key, { ...pages, blankPagesBefore: ["s2"] });
  const second = await build(memory, { ...sampleDocument(), ...openers });
  assert.equal(second.prints, 3);
  assert.ok(second.bytes.equals(first.bytes));
});

it("another text, picture or side of the paper is another print", async () => {
  const { memory, kept } = memoryOf();
  const document = sampleDocument();
  await build(memory, document);
  await build(memory, { ...document, html: document.html.replace("Cotton", "Carton") });
  await build(memory, { ...document, openers: ["s1"] });
  assert.equal(kept.size, 3);
});

const FORGED: readonly [what: string, forge: (pages: RememberedPages) => RememberedPages][] = [
  [
    "words for a place of the text",
    (pages) => ({ ...pages, texts: new Map([...pages.texts, ["s1-title", "Forged"]]) }),
  ],
  [
    "words for a place that is not there",
    (pages) => ({ ...pages, texts: new Map([...pages.texts, ["nowhere", "Forged"]]) }),
  ],
  [
    "a style of its own",
    (pages) => ({ ...pages, texts: new Map([...pages.texts, ["tightening", "p{color:red}"]]) }),
  ],
  ["a style in place of a chapter", (pages) => ({ ...pages, tightened: ["s1{}p{color:red}"] })],
  ["a blank page within a chapter", (pages) => ({ ...pages, blankPagesBefore: ["s1-title"] })],
];

for (const [what, forge] of FORGED) {
  it(`a memory that holds ${what} is not believed`, async () => {
    const { memory } = memoryOf(forge);
    const document = sampleDocument();
    const html = document.html
      .replace("<strong", '<strong id="s1-title"')
      .replace("</head>", '<style id="tightening"></style></head>');
    const first = await build(memory, { ...document, html });
    const second = await build(memory, { ...document, html });
    assert.equal(second.prints, 2);
    assert.ok(second.bytes.equals(first.bytes));
  });
}
