import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { EpubCheck } from "@likecoin/epubcheck-ts";
import { renderEpub } from "../../src/epub/render-epub.ts";
import { loadFonts } from "../../src/font/load-fonts.ts";
import { openCoverFonts } from "../../src/font/shape-text.ts";
import { nodeFileSystem } from "../../src/host/node-file-system.ts";
import type { Language } from "../../src/language/language.ts";
import type { Publication } from "../../src/publication/publication.ts";
import type { FontPolicy } from "../../src/source/book-options.ts";
import { makeElement as el } from "../support/pages.ts";
import { openBook, parseStrictly, readText } from "./open-book.ts";
import {
  ARABIC,
  loadHandout,
  makeArabicBook,
  makeChapter,
  makePublication,
} from "./sample-book.ts";

const theme = await loadHandout();
const fonts = await loadFonts(nodeFileSystem, {
  scripts: new Set(["Mymr", "Ethi"]),
  isWide: false,
});
const BURMESE: Language = { tag: "my", direction: "ltr", script: "Mymr" };

const burmese = makePublication({
  language: BURMESE,
  title: "တိတ်ဆိတ်သောဖုန်းများ",
  authors: ["ဒေါ်အေးအေး"],
  credits: [
    { title: "ဖုန်း", language: BURMESE, authors: ["ဦးဘ"], licence: "ဥပဒေ", attributions: [] },
  ],
  module: makeChapter(
    "m",
    "ဖုန်း",
    [
      el("p", {}, "ဖုန်းများသည် သူတို့ဘာသာ စကားပြောသည်။"),
      el("ol", {}, el("li", {}, "ပထမ")),
      el("p", {}, el("img", { src: "gone.png", alt: "ဓာတ်ပုံ" })),
    ],
    { language: BURMESE },
  ),
});

const render = async (book: Publication, policy: FontPolicy = "auto") =>
  await renderEpub(book, theme, new Map(), { coverFonts: [], fonts: { policy, fonts } });
const fontsOf = (epub: Uint8Array) =>
  [...openBook(epub)].filter(([name]) => name.startsWith("EPUB/fonts/"));

describe("a Burmese book", async () => {
  const epub = await render(burmese);
  const files = openBook(epub);

  test("carries a regular and a bold face, listed as what they are", () => {
    const items = parseStrictly(readText(files, "package.opf"))
      .filter(({ name }) => name === "item")
      .map(({ attributes }) => attributes)
      .filter(({ href }) => href?.startsWith("fonts/"));
    assert.deepEqual(
      items.map((item) => [item.href, item["media-type"]]),
      [
        ["fonts/noto-serif-myanmar-myanmar-400-normal.ttf", "font/ttf"],
        ["fonts/noto-serif-myanmar-myanmar-700-normal.ttf", "font/ttf"],
      ],
    );
    assert.deepEqual(
      fontsOf(epub).map(([name]) => name.replace("EPUB/", "")),
      items.map(({ href }) => href),
    );
  });

  test("has every letter that it shows: authors, credits, image texts, numbers of lists", async () => {
    const shown = "တိတ်ဆိတ်သောဖုန်းများဒေါ်အေးအေးဦးဘဥပဒေဓာတ်ပုံစကားပြောသည်။ပထမ၀၁၂၃၄၅၆၇၈၉";
    for (const [name, bytes] of fontsOf(epub)) {
      const [face] = await openCoverFonts([{ bytes: bytes as Uint8Array }], shown);
      const lacking = [...new Set(shown)].filter(
        (one) => face?.shaper.nominalGlyph(one.codePointAt(0) ?? 0) === undefined,
      );
      assert.deepEqual(lacking, [], name);
      assert.equal(
        face?.shaper.nominalGlyph("ဋ".codePointAt(0) ?? 0),
        undefined,
        "no more than that",
      );
    }
  });

  test("names its faces on the root, where a reader's own choice wins", () => {
    const css = readText(files, "reader.css");
    assert.match(css, /^html \{ font-family: "Noto Serif Myanmar", serif; \}$/m);
    assert.doesNotMatch(css, /!important;/);
    for (const [, address] of css.matchAll(/url\("([^"]+)"\)/g)) {
      assert.ok(files.has(`EPUB/${address}`), address);
    }
  });

  test("credits the faces in its colophon", () => {
    assert.match(readText(files, "colophon.xhtml"), /Noto Serif Myanmar.*SIL Open Font License/);
  });

  test("stays under 150 kB", () => assert.ok(epub.byteLength < 150_000, `${epub.byteLength}`));

  test("is the same when it is made again", async () => {
    assert.deepEqual(await render(burmese), epub);
  });

  test("carries nothing when that is forbidden", async () => {
    const without = await render(burmese, "never");
    assert.deepEqual(fontsOf(without), []);
    const plain = await renderEpub(burmese, theme, new Map(), { coverFonts: [] });
    assert.deepEqual(without, plain);
  });
});

test("books in Latin and Arabic script carry no face of themselves, and do when it is forced", async () => {
  for (const [book, face] of [
    [makePublication(), "source-serif-pro-latin-400-normal.ttf"],
    [makeArabicBook(), "scheherazade-new-arabic-400-normal.ttf"],
  ] as const) {
    const plain = openBook(await render(book));
    assert.deepEqual(
      [...plain.keys()].filter((name) => name.includes("font")),
      [],
    );
    assert.equal(readText(plain, "reader.css"), theme.stylesheet("reader"));
    const forced = await render(book, "always");
    assert.ok(
      fontsOf(forced).some(([name]) => name.endsWith(face)),
      face,
    );
    assert.ok(forced.byteLength < 150_000);
  }
});

test("a name in Ethiopic on an English page is marked, wherever it stands", async () => {
  const files = openBook(await render(makePublication({ authors: ["Ann", "አበበ በቀለ"] })));
  const marked = '<span class="script-ethi">አበበ በቀለ</span>';
  assert.ok(readText(files, "title-page.xhtml").includes(marked));
  const css = readText(files, "reader.css");
  assert.match(css, /^\.script-ethi \{ font-family: "Noto Sans Ethiopic", serif; \}$/m);
  assert.doesNotMatch(css, /^html \{ font-family/m);
});

describe("a validator finds nothing in", () => {
  const mixed = makePublication({
    language: ARABIC,
    authors: ["አበበ", "ဒေါ်အေး"],
    module: makeChapter("m", "هاتف", [
      el("p", {}, "ሰላም ", el("span", { lang: "my" }, "ဖုန်း"), " & <ok>"),
    ]),
  });
  const books: Readonly<Record<string, readonly [Publication, FontPolicy]>> = {
    "a Burmese book": [burmese, "auto"],
    "an Arabic book with names in two other scripts": [mixed, "auto"],
    "the same with every face": [mixed, "always"],
  };
  for (const [name, [book, policy]] of Object.entries(books)) {
    test(name, async () => {
      const { messages } = await EpubCheck.validate(await render(book, policy));
      assert.deepEqual(
        messages.map(({ id, message, location }) => [id, message, location?.path]),
        [],
      );
    });
  }
});
