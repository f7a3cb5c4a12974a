import assert from "node:assert/strict";
import { test } from "node:test";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { page, SAMPLE } from "./sample-epub.ts";
import { changeBook, takePhoto } from "./telling-files.ts";

const EVIL = "https://evil.example/x";

/** What is told, a line each: `TEL201 url() in B/s.css`. */
function tell(bytes: Uint8Array): readonly string[] {
  return inspectFile(bytes).disclosure.topics.flatMap(({ findings }) =>
    findings.flatMap(({ code, entries }) =>
      entries.map(({ place, field }) => `${code} ${field}${place === "" ? "" : ` in ${place}`}`),
    ),
  );
}

const base64 = (text: string) => Buffer.from(text).toString("base64");
const SVG = `<svg xmlns="http://www.w3.org/2000/svg">`;

/** Style sheets that fetch; readers obey all of them (CSS Syntax 3 §4). */
const SHEETS: readonly (readonly [how: string, sheet: string])[] = [
  ["an import without a space", `@import"${EVIL}";`],
  ["an escaped letter that is no digit", `a{background:u\\rl(${EVIL})}`],
  ["an escape in an import", `@\\import "${EVIL}";`],
  [
    "the mark of a comment in a string",
    `a{content:"/*"} b{background:url(${EVIL})} c{content:"*/"}`,
  ],
  ["the second picture of a set", `a{background:image-set("p.png" 1x, "${EVIL}" 2x)}`],
  ["an escape in an address", 'a{background:url("http\\s://evil.example/x")}'],
  ["a line that goes on in an address", 'a{background:url("htt\\\nps://evil.example/x")}'],
  ["a sheet within an address", `@import "data:text/css,@import%20'${EVIL}';";`],
  [
    "a drawing within an address",
    `a{background:url('data:image/svg+xml,${SVG}<image href="${EVIL}"/></svg>')}`,
  ],
];
for (const [how, css] of SHEETS)
  test(`CSS: ${how}`, () => {
    for (const book of [
      changeBook({ css }),
      changeBook({
        body: `<style>${css.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</style>`,
      }),
    ]) {
      const told = tell(book);
      assert.ok(
        told.some((line) => line.startsWith("TEL201 ")),
        told.join("\n"),
      );
    }
  });

test("CSS: a sheet in another encoding is searched", () => {
  const sheet = Buffer.from(`/* caf\u00E9 */ @import url(${EVIL});`, "latin1");
  assert.ok(
    tell(changeBook({ files: { "B/s.css": sheet } })).includes("TEL201 @import in B/s.css"),
  );
});

test("CSS: what fetches nothing is not told", () => {
  const css = `@namespace h "http://www.w3.org/1999/xhtml"; a::after{content:"https://a.example"} /* url(${EVIL}) */`;
  assert.ok(!tell(changeBook({ css })).some((line) => line.startsWith("TEL201")));
});

const head = (markup: string) =>
  changeBook({ files: { "B/a.xhtml": page("Water", "<h1 id='boil'>Water</h1>", markup) } });
const body = (markup: string) => changeBook({ body: markup });
const PAGES: readonly (readonly [how: string, code: string, book: Uint8Array])[] = [
  [
    "a set of pictures without spaces",
    "TEL201",
    body(`<img srcset="p.png 1x,${EVIL} 2x" alt=""/>`),
  ],
  [
    "a set of pictures to be fetched early",
    "TEL201",
    head(`<link rel="preload" imagesrcset="${EVIL} 1x"/>`),
  ],
  [
    "a page within an address",
    "TEL201",
    body(`<iframe src="data:text/html;base64,${base64(`<img src="${EVIL}">`)}"/>`),
  ],
  [
    "a program within an address",
    "TEL301",
    body('<iframe src="data:text/html,%3Cscript%3Ealert(1)%3C/script%3E"/>'),
  ],
  [
    "a drawing within an address",
    "TEL103",
    body(
      `<img alt="" src="data:image/svg+xml;base64,${base64(`${SVG}<metadata>/home/mina/x</metadata></svg>`)}"/>`,
    ),
  ],
  [
    "addresses within addresses",
    "TEL201",
    body(
      `<iframe src="data:text/html;base64,${base64(`<iframe src="data:text/html;base64,${base64(`<img src=${EVIL}>`)}">`)}"/>`,
    ),
  ],
  [
    "the way to a base in XML",
    "TEL201",
    body('<p xml:base="https://evil.example/"><img src="p.png" alt=""/></p>'),
  ],
  [
    "an address that is set later",
    "TEL201",
    body(`${SVG}<image href="p.png"><set attributeName="href" to="${EVIL}"/></image></svg>`),
  ],
  [
    "an address that moves",
    "TEL201",
    body(`${SVG}<image><animate attributeName="href" values="p.png;${EVIL}"/></image></svg>`),
  ],
  ["an escape in a colour", "TEL201", body(`${SVG}<rect fill="u\\72l(${EVIL}#a)"/></svg>`)],
  [
    "going on without a name",
    "TEL201",
    head(`<meta http-equiv="refresh" content="0; ${EVIL}?a=b"/>`),
  ],
  [
    "a page in an attribute, spelt in numbers",
    "TEL201",
    body('<iframe srcdoc="&lt;img src=&amp;#104;ttps&amp;colon;&amp;#x2F;/evil.example>"/>'),
  ],
  [
    "a page in an attribute without slashes",
    "TEL201",
    body('<iframe srcdoc="&lt;img src=https:evil.example/x>"/>'),
  ],
  [
    "a sheet that an instruction names in numbers",
    "TEL201",
    changeBook({
      files: {
        "B/a.xhtml": page("Water", "<h1 id='boil'>Water</h1>").replace(
          "<!DOCTYPE",
          '<?xml-stylesheet href="&#104;ttps://evil.example/x.css" type="text/css"?><!DOCTYPE',
        ),
      },
    }),
  ],
];
for (const [how, code, book] of PAGES)
  test(`markup: ${how}`, () => {
    const told = tell(book);
    assert.ok(
      told.some((line) => line.startsWith(`${code} `)),
      told.join("\n"),
    );
  });

test("markup: a page is known by more than its first element, and read as browsers do", () => {
  for (const text of [
    `<!doctype html><title>x</title><img src=${EVIL}>`,
    `<meta charset=utf-8><script src=${EVIL}></script>`,
    `<p>Tea<br><img src=${EVIL}>`,
    `<!--${"-".repeat(30_000)}--><html><br><img src=${EVIL}>`,
    `<html><br><img src="&#104;ttps://evil.example/x">`,
    "<html><br><img src=https:evil.example/x>",
    "<html><br><img src='\\\\evil.example/x'>",
    `<html><br><iframe src="data:text/html;base64,${base64(`<img src=${EVIL}>`)}">`,
  ]) {
    const told = tell(Buffer.from(text));
    assert.ok(
      told.some((line) => /^TEL[23]01 /.test(line)),
      `${text.slice(-80)}\n${told.join("\n")}`,
    );
  }
});

test("a file in a book is what its bytes are, whatever its name", async () => {
  const photo = await takePhoto();
  for (const name of ["B/x.css", "B/x.otf", "B/x.xhtml"])
    assert.ok(
      tell(changeBook({ files: { [name]: photo } })).includes(`TEL001 GPS in ${name}`),
      name,
    );
  const told = tell(
    changeBook({ files: { "B/z.dat": `<html><body><img src="${EVIL}"/></body></html>` } }),
  );
  assert.ok(told.includes("TEL201 <img src> in B/z.dat"), told.join("\n"));
  assert.ok(
    tell(changeBook({ files: { "B/z.ogg": "OggS\0\x02" } })).includes("TEL705 file in B/z.ogg"),
  );
  assert.ok(
    !tell(changeBook({})).some((line) => line.startsWith("TEL705")),
    String(SAMPLE.mimetype),
  );
});

const NUMBER = "\u200B\u200C\u200C\u200B\u200C\u200B\u200B\u200C";
for (const [how, bytes, place] of [
  ["in a book", changeBook({ body: `<p>the well${NUMBER} is dry</p>` }), " in "],
  ["in a page", Buffer.from(`<p>the well<b>${NUMBER}</b>`), ""],
  ["in a text", Buffer.from(`the well${NUMBER} is dry`), ""],
] as const)
  test(`signs that nobody sees, which can number a copy: ${how}`, () => {
    const told = tell(bytes);
    assert.ok(
      told.some((line) => line.startsWith(`TEL408 invisible characters${place}`)),
      told.join("\n"),
    );
  });
