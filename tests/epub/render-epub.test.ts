import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { EpubCheck } from "@likecoin/epubcheck-ts";
import { packBook } from "../../src/epub/archive.ts";
import { renderEpub, renderFiles } from "../../src/epub/render-epub.ts";
import { type Language, parseLanguage } from "../../src/language/language.ts";
import type { Publication } from "../../src/publication/publication.ts";
import { makeElement as el } from "../support/pages.ts";
import { COVER_FONTS } from "./cover-fonts.ts";
import { listXml, openBook, parseStrictly, readText } from "./open-book.ts";
import {
  loadHandout,
  makeArabicBook,
  makeChapter,
  makeImage,
  makeImages,
  makePublication,
  makeSampleBook,
} from "./sample-book.ts";

const theme = await loadHandout();
const images = makeImages("lessons/Walk.PNG", "lessons/unused.png");
const PNG = makeImage("cover.png").bytes;
const wordsOf = ({ language }: Publication) => {
  const words = theme.words(language);
  assert.ok(words);
  return words;
};
const build = (publication: Publication, store = images) =>
  openBook(packBook(renderFiles(publication, theme, wordsOf(publication), store, PNG)));
const sample = build(makeSampleBook());
const withBody = (...children: Parameters<typeof makeChapter>[2]) =>
  build(makePublication({ module: makeChapter("m", "Quiet Phones", children) }));

describe("a validator finds nothing in", () => {
  const books: Readonly<Record<string, readonly [Publication, typeof images]>> = {
    "a book with one of everything": [makeSampleBook(), images],
    "a book without its images": [makeSampleBook(), new Map()],
    "a book from right to left": [makeArabicBook(), images],
    "a book with nothing but a paragraph": [makePublication(), images],
    "a book that lacks all that can be lacking": [
      makePublication({
        title: " ",
        summary: " ",
        curriculumTitle: "",
        section: "",
        authors: [],
        publisher: "",
        facts: { level: "", platforms: [], prerequisites: [] },
        module: makeChapter("m", "", []),
      }),
      images,
    ],
  };
  for (const [name, [publication, store]] of Object.entries(books)) {
    test(name, async () => {
      const { licence, date, ...rest } = publication;
      const lacking = rest.title === " " ? rest : { ...rest, licence, date };
      const epub = await renderEpub(lacking as Publication, theme, store, { coverFonts: [] });
      const { messages } = await EpubCheck.validate(epub);
      assert.deepEqual(
        messages.map(({ id, message, location }) => [id, message, location?.path]),
        [],
      );
    });
  }
});

describe("the package document", () => {
  const elements = parseStrictly(readText(sample, "package.opf"));
  const items = elements.filter(({ name }) => name === "item").map(({ attributes }) => attributes);

  test("lists every file once, and nothing that is not there", () => {
    const listed = items.map(({ href }) => `EPUB/${href}`).sort();
    const packed = [...sample.keys()]
      .filter((name) => name.startsWith("EPUB/") && name !== "EPUB/package.opf")
      .sort();
    assert.deepEqual(listed, packed);
  });

  test("has the documents in the order in which they are read", () => {
    const spine = elements.filter(({ name }) => name === "itemref");
    assert.deepEqual(
      spine.map(({ attributes }) => attributes.idref),
      ["cover", "title-page", "nav", "m", "s1", "s2", "s3", "credits", "colophon"],
    );
  });

  test("names every author with a role, and the true licence", () => {
    const text = readText(sample, "package.opf");
    assert.match(text, /<dc:creator id="creator-2">Luis Ortega<\/dc:creator>/);
    assert.match(text, /refines="#creator-2" property="role" scheme="marc:relators">aut</);
    assert.match(text, /<dc:rights>CC BY-SA 4\.0 https:/);
    assert.match(text, /<dc:date>2024-05<\/dc:date>/);
    assert.match(text, /"dcterms:modified">2024-05-01T00:00:00Z</);
  });

  test("says from where to where the book is read", () => {
    const arabic = readText(build(makeArabicBook()), "package.opf");
    assert.match(arabic, /page-progression-direction="rtl"/);
    assert.match(arabic, /xml:lang="ar" dir="rtl"/);
  });

  // AZW3 and MOBI files that are made of an EPUB have what stands on body, not on html.
  test("each document says its language and direction on its body as well", () => {
    for (const [book, tag, direction] of [
      [makeArabicBook(), "ar", "rtl"],
      [makeSampleBook(), "en", "ltr"],
    ] as const) {
      const texts = [...build(book)].filter(([name]) => name.endsWith(".xhtml"));
      assert.ok(texts.length > 5);
      for (const [name, text] of texts) {
        const [said] = /<body [^>]*>/.exec(String(text)) ?? [];
        assert.ok(
          said?.startsWith(`<body lang="${tag}" xml:lang="${tag}" dir="${direction}" `),
          name,
        );
      }
    }
  });

  test("claims alternative texts only where every image has one", () => {
    assert.match(readText(sample, "package.opf"), />alternativeText</);
    const image = { src: "lessons/Walk.PNG", alt: "" };
    const undescribed = readText(withBody(el("p", {}, el("img", image))), "package.opf");
    assert.doesNotMatch(undescribed, />alternativeText</);
    assert.doesNotMatch(undescribed, /accessModeSufficient">textual</);
    const figure = (...caption: string[]) =>
      el("figure", {}, el("img", image), el("figcaption", {}, ...caption));
    const captioned = readText(withBody(figure("A street at noon")), "package.opf");
    assert.match(captioned, />alternativeText</);
    assert.match(captioned, /accessModeSufficient">textual</);
    const blank = readText(withBody(figure(" "), figure("A street")), "package.opf");
    assert.doesNotMatch(blank, />alternativeText</);
    const plain = readText(withBody(el("p", {}, "Text.")), "package.opf");
    assert.doesNotMatch(plain, />visual<|>alternativeText</);
  });
});

describe("the contents", () => {
  const nav = readText(sample, "nav.xhtml");
  const hrefs = [...nav.matchAll(/href="([a-z]+[\w-]*\.xhtml[^"]*)"/g)].map((match) => match[1]);

  test("nest headings in sessions in stages", () => {
    const toc = nav.slice(nav.indexOf("<ol>"), nav.indexOf("</nav>")).replaceAll("\n", "");
    assert.match(
      toc,
      /<li><a href="s1.xhtml">Activity<\/a><ol><li><a href="s1.xhtml">A Walk with a Phone<\/a><ol><li><a href="s1.xhtml#s1-h1">/,
    );
    assert.doesNotMatch(toc, /Synthesis/);
  });

  test("are in the order of the spine, and the same in the NCX", () => {
    const order = ["m", "s1", "s2", "s3", "credits", "colophon"];
    const toc = hrefs.slice(0, hrefs.indexOf("cover.xhtml"));
    const places = toc.map((href) => order.indexOf(href?.replace(/\.xhtml.*/, "") ?? ""));
    assert.deepEqual(places, [...places].sort());
    const ncx = readText(sample, "toc.ncx");
    assert.deepEqual(
      [...ncx.matchAll(/content src="([^"]+)"/g)].map((match) => match[1]),
      toc,
    );
    assert.doesNotMatch(ncx, /playOrder/);
    assert.match(ncx, /"dtb:depth" content="3"/);
  });

  test("leave out headings that are sentences", () => {
    const text = "A heading that goes on and on until it is a whole sentence, and then some more.";
    const module = makeChapter("m", "Quiet Phones", [el("h2", { id: "m-h1" }, text)], {
      headings: [{ id: "m-h1", rank: 2, text, place: { file: "a.md" } }],
    });
    assert.doesNotMatch(readText(build(makePublication({ module })), "nav.xhtml"), /goes on/);
  });
});

describe("a content document", () => {
  const walk = readText(sample, "s1.xhtml");

  test("links to other documents by their name", () => {
    assert.match(walk, /<a href="s2\.xhtml#s2-h1">the map<\/a>/);
    assert.match(readText(sample, "s2.xhtml"), /<a href="s1\.xhtml#s1-h1">/);
    assert.match(readText(sample, "m.xhtml"), /<a href="s1\.xhtml#s1">/);
  });

  test("keeps web addresses, with only the signs that one may hold", () => {
    assert.match(walk, /href="https:\/\/example\.org\/a\?b=1&amp;c=%7C2"/);
  });

  test("makes text of a link that leads nowhere or is no address of the web", () => {
    const link = (href: string) => el("a", { href }, "here");
    const m = withBody(
      el("p", {}, link("#lost"), link("javascript:x"), link("file:///x"), link("https://")),
    );
    assert.doesNotMatch(readText(m, "m.xhtml"), /<a |javascript|file:/);
  });

  test("joins a note with its reference, both ways", () => {
    assert.match(
      walk,
      /href="#s1-note-1" id="s1-note-1-ref" epub:type="noteref" role="doc-noteref"/,
    );
    assert.match(walk, /<aside id="s1-note-1" epub:type="footnote" role="doc-footnote"/);
    assert.match(walk, /href="#s1-note-1-ref" epub:type="backlink" role="doc-backlink"/);
  });

  test("leads back to the first of two references, and from an unused note nowhere", () => {
    const reference = el("a", { className: ["note-ref"], href: "#m-note-1", id: "m-ref" }, "1");
    const module = makeChapter("m", "Phones", [el("p", {}, reference, reference)], {
      notes: [
        { id: "m-note-1", number: 1, referenceId: "m-ref", children: [el("p", {}, "One.")] },
        {
          id: "m-note-2",
          number: 2,
          referenceId: "m-lost",
          children: [el("ul", {}, el("li", {}, "Two."))],
        },
      ],
    });
    const text = readText(build(makePublication({ module })), "m.xhtml");
    assert.match(text, /<p><a [^>]*id="m-ref"[^>]*>1<\/a><a (?![^>]*id=)[^>]*>1<\/a>/);
    assert.equal(text.match(/doc-backlink/g)?.length, 1);
  });

  test("makes no landmarks of warnings: two in a document have one name", () => {
    const warning = el("aside", { className: ["callout", "warning"] }, el("p", {}, "Hot."));
    const text = readText(withBody(warning, warning), "m.xhtml");
    assert.equal(text.match(/<div class="callout warning"[^>]* role="doc-notice"/g)?.length, 2);
    assert.doesNotMatch(text, /<section class="callout/);
  });

  test("names an image that the page's reader has missed already", () => {
    const lost = { className: ["missing", "missing-image"] };
    const text = readText(
      withBody(
        el("p", {}, "See ", el("span", lost, "key.png")),
        el("p", lost, "The key"),
        el("h2", { id: "m-h" }, el("a", { href: "#m-h" }, el("span", lost))),
      ),
      "m.xhtml",
    );
    const words = "An image is missing here";
    assert.ok(text.includes(`<p>See <span class="missing missing-image">${words}: key.png</span>`));
    assert.ok(text.includes(`<p class="missing missing-image">${words}: The key</p>`));
    assert.ok(text.includes(`<span class="missing missing-image">${words}.</span></a></h2>`));
  });

  test("gives asides, tasks and lost things words", () => {
    assert.match(
      walk,
      /role="note" aria-label="Trainer’s note"><p class="aside-label">Trainer’s note<\/p>/,
    );
    assert.match(walk, /<span class="box" role="img" aria-label="done">☑<\/span> Turned off/i);
    assert.match(walk, /<li><p><span class="box" aria-hidden="true">☐<\/span> Pens/);
    assert.match(walk, /An image is missing here: A lost map/);
    assert.match(readText(sample, "m.xhtml"), /Safer Passwords<\/span>.* \(not in this book\)/);
    assert.match(readText(sample, "s3.xhtml"), /class="notice missing"/);
  });

  test("in a book of another language, keeps its own on title and text", () => {
    const foreign = readText(build(makeArabicBook()), "s1.xhtml");
    assert.match(foreign, /<html [^>]*lang="ar" xml:lang="ar" dir="rtl"/);
    assert.match(foreign, /<body lang="ar" xml:lang="ar" dir="rtl" class=/);
    assert.match(foreign, /<h1 id="s1-title" lang="en" xml:lang="en" dir="ltr">/);
    assert.match(foreign, /<div class="text [^"]*" lang="en" xml:lang="en" dir="ltr">/);
    assert.match(foreign, /class="notice untranslated"/);
    assert.match(foreign, /<span lang="ar" xml:lang="ar" dir="rtl">ملاحظة/);
  });

  test("says a language in XML's way too", () => {
    const m = withBody(el("p", { lang: "fa", dir: "rtl" }, "سلام"));
    assert.match(readText(m, "m.xhtml"), /lang="fa" xml:lang="fa"/);
  });

  test("has an id only once", () => {
    const m = withBody(
      el("p", { id: "m-a" }, "A"),
      el("p", { id: "m-a" }, "B"),
      el("p", { id: "m" }, "C"),
    );
    const text = readText(m, "m.xhtml");
    assert.equal(text.match(/id="m-a"/g)?.length, 1);
    assert.equal(text.match(/id="m"/g)?.length, 1);
  });
});

describe("images", () => {
  test("are packed once, and only where the text uses them", () => {
    const packed = [...sample.keys()].filter((name) => name.startsWith("EPUB/images/"));
    assert.deepEqual(packed, ["EPUB/images/walk.png"]);
    assert.equal(readText(sample, "s1.xhtml").match(/src="images\/walk\.png"/g)?.length, 2);
  });

  test("are packed once when ten chapters show them, and when two paths lead to the same bytes", () => {
    const show = (id: string, src: string) =>
      makeChapter(id, id, [el("p", {}, el("img", { src, alt: "A map" }))]);
    const sessions = Array.from({ length: 10 }, (_, at) =>
      show(`s${at + 1}`, at % 2 === 0 ? "a/map.png" : "b/plan.png"),
    );
    const stages = [{ stage: "input" as const, sessions }];
    const other = { ...makeImage("c/map.png"), bytes: Uint8Array.from(PNG, (byte) => byte ^ 1) };
    const store = new Map([...makeImages("a/map.png", "b/plan.png"), ["c/map.png", other]]);
    const files = build(makePublication({ module: show("m", "c/map.png"), stages }), store);
    const names = [...files.keys()].filter((name) => name.includes("/images/"));
    assert.deepEqual(names, ["EPUB/images/map.png", "EPUB/images/map-2.png"]);
    assert.match(readText(files, "m.xhtml"), /src="images\/map\.png"/);
    for (const { id } of sessions) {
      assert.match(readText(files, `${id}.xhtml`), /src="images\/map-2\.png"/);
    }
    const listed = readText(files, "package.opf").match(/href="images\/[^"]+"/g);
    assert.deepEqual(listed, ['href="images/map.png"', 'href="images/map-2.png"']);
  });

  test("get names that nothing can confuse", () => {
    const paths = ["a/Map.PNG", "b/map.png", "b/خريطة.png", "b/con fusion.jpeg", "b/地图.png"];
    const body = paths.map((src) => el("p", {}, el("img", { src, alt: "Map" })));
    const module = makeChapter("m", "Maps", body);
    // Each with bytes of its own: what is the same is packed once.
    const different = paths.map((path) => ({
      ...makeImage(path),
      bytes: new TextEncoder().encode(path),
    }));
    const store = new Map(different.map((image) => [image.path, image]));
    const files = build(makePublication({ module }), store);
    const names = [...files.keys()].filter((name) => name.includes("/images/"));
    assert.deepEqual(names, [
      "EPUB/images/map.png",
      "EPUB/images/map-2.png",
      "EPUB/images/image.png",
      "EPUB/images/con-fusion.png",
      "EPUB/images/image-2.png",
    ]);
  });

  test("never have a fixed size", () => {
    const m = withBody(el("p", {}, el("img", { src: "lessons/Walk.PNG", alt: "W", width: "900" })));
    assert.doesNotMatch(readText(m, "m.xhtml"), /width=/);
  });
});

test("no document has a script, a style of its own, or anything to fetch", async () => {
  for (const files of [sample, build(makeArabicBook())]) {
    for (const [name, text] of listXml(files)) {
      for (const element of parseStrictly(text)) {
        assert.doesNotMatch(element.name, /^(script|style|iframe|object|form|video|audio)$/, name);
        const { src, href } = element.attributes;
        assert.doesNotMatch(src ?? "", /:/, name);
        if (element.name === "link") assert.equal(href, "reader.css");
        for (const attribute of Object.keys(element.attributes)) {
          assert.doesNotMatch(attribute, /^(on|style$)/, name);
        }
      }
    }
    const sheet = readText(files, "reader.css");
    assert.doesNotMatch(sheet, /url\(|@import|\bwidth\s*:\s*\d+px/);
  }
});

test("rules for Chinese, Japanese and Korean are in books that have these, and in no others", () => {
  const sheetOf = (tag: string) =>
    readText(
      build({ ...makeSampleBook(), language: parseLanguage(tag) as Language }),
      "reader.css",
    );
  assert.match(sheetOf("zh-Hans"), /text-emphasis: filled dot/);
  assert.match(sheetOf("ko"), /word-break: keep-all/);
  assert.doesNotMatch(sheetOf("en"), /:lang\((?:zh|ja|ko)\)/);
});

test("a cover is drawn for every script, without words where a face is lacking", async () => {
  const cover = async (publication: Publication, coverFonts: typeof COVER_FONTS) => {
    const files = openBook(await renderEpub(publication, theme, images, { coverFonts }));
    const png = files.get("EPUB/cover.png");
    assert.ok(png instanceof Uint8Array);
    assert.ok(png.byteLength < 24_000, `a cover of ${png.byteLength} bytes`);
    return Buffer.from(png).toString("base64");
  };
  const titled = (title: string) => makePublication({ title });
  const wordless = await cover(titled("Quiet Phones"), []);
  assert.equal(await cover(titled("ဖုန်း"), COVER_FONTS), wordless);
  assert.notEqual(await cover(titled("Quiet Phones"), COVER_FONTS), wordless);
  assert.notEqual(await cover(titled("هواتف VPN هادئة (3)"), COVER_FONTS), wordless);
  assert.notEqual(await cover(titled("Phones 📱"), COVER_FONTS), wordless);
  // The name of the letter that no face draws.
  assert.notEqual(await cover(titled("Quiet ꦗ Phones"), COVER_FONTS), wordless);
  assert.equal(
    await cover(titled("Quiet ꦗ Phones"), COVER_FONTS),
    await cover(titled("Quiet [U+A997] Phones"), COVER_FONTS),
  );
  assert.notEqual(await cover(titled("Unhyphenated".repeat(60)), COVER_FONTS), wordless);
  assert.notEqual(await cover(titled("A word or two ".repeat(60)), COVER_FONTS), wordless);
});
