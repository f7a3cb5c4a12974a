import assert from "node:assert/strict";
import { test } from "node:test";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { isClean } from "../../src/inspect/verdict.ts";
import { changeBook } from "./telling-files.ts";

const page = (body: string, head = "", attributes = "") =>
  Buffer.from(
    `<!doctype html><html><head><title>Tea</title>${head}</head><body${attributes}>${body}</body></html>`,
  );
const looks = (style: string) => page(`<p>Tea</p><p style="${style}">Mina Kettle</p>`);
const sheet = (css: string) => page("<p>Tea</p>", `<style>${css}</style>`);
const drawing = (inner: string, attributes = 'viewBox="0 0 90 90" width="90" height="90"') =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`);

/** None of them is clean. */
const KINDS: Readonly<Record<string, readonly Uint8Array[]>> = {
  "addresses that are files of no kind that is looked into": [
    page('<img alt="" src="data:,Mina">'),
    page('<iframe src="data:text/plain,Mina"></iframe>'),
    page('<a href="data:,Mina">Tea</a>'),
    page("Tea", '<link rel=stylesheet href="data:text/plain,p{margin:0}">'),
    page("Tea", '<base href="data:,Mina">'),
    page('<form action="data:,Mina"></form>'),
    page('<img alt="" src="data:image/svg+xml;name=mina,">'),
  ],
  "links that are fetched, or name an author": [
    page("Tea", '<link rel=next href="https://evil.example/x">'),
    page("Tea", '<link rel=author href="mailto:mina@kettle.example">'),
  ],
  "places in files that are loaded": [
    page('<img alt="" src="#prepared-for-mina">'),
    drawing('<use href="#prepared-for-mina"/>'),
    looks("list-style-image:url(#prepared-for-mina)"),
    changeBook({ body: '<p xml:base="#mina-kettle">Tea</p>' }),
  ],
  "marks of a sheet that are none of its grammar": [
    looks("margin:0!minakettle"),
    looks("orphans:2minakettle"),
    looks("border-color:#minakettle"),
    looks("-minakettle-color:inherit"),
    sheet("[title='note' minakettle]{margin:0}"),
    sheet("@media (min-width:1minakettle){p{margin:0}}"),
    sheet("@namespace url(Mina-Kettle);"),
    sheet("p::before{content:'\\E004D \\E0069 '}"),
    sheet("p::before{content:'\u200b\u200c'}"),
    sheet(".m.i.n.a{margin:0}"),
    sheet("p{margin:0} \t \t\t p{margin:0}"),
    drawing('<rect style="stroke-width:1minakettle"/>'),
  ],
  "looks that hide": [
    looks("text-decoration:line-through 2em #fff"),
    looks("text-decoration-thickness:2em"),
    looks("text-combine-upright:all"),
    looks("justify-content:flex-end"),
    looks("display:table-column"),
    looks("padding:20em;background:#fff"),
    looks("outline:10em solid #fff"),
    looks("text-indent:-2em"),
    page("Tea", "", ' link="white"'),
    page("Tea", '<meta name="color-scheme" content="dark">'),
    page('<math><mstyle scriptlevel="40"><mtext>Mina</mtext></mstyle></math>'),
    page("<math><semantics><mi>x</mi><mtext>Mina</mtext></semantics></math>"),
    page("<textarea rows=1 cols=1>\n\n\nMina</textarea>"),
  ],
  "text of a drawing that is outside, or too small": [
    drawing('<text x="5" y="0">Mina</text>'),
    drawing('<text x="89" y="20">Mina Kettle</text>'),
    drawing('<text x="0" y="20" text-anchor="end">Mina</text>'),
    drawing('<text x="5" y="20">Mina</text>', 'viewBox="0 0 90 90" width="0" height="0"'),
    drawing('<text x="5" y="2000">Mina</text>', 'viewBox="0 0 100000 100000"'),
  ],
  "words made of letters, and of known words": [
    page('<p class="m i n a">Tea'),
    page('<p title="for Georgia Brown">Tea'),
    drawing('<path d="M0 0h9z Salma Celeste"/>'),
    drawing('<polygon points="m i n a"/>'),
    changeBook({ body: '<nav epub:type="lot" hidden=""><ol><li>Mina</li></ol></nav>' }),
  ],
  "rows of white space": [
    page('<p \t \t\t  class="note">Tea'),
    page('<p class="note \t \t\t first">Tea'),
    page("<p>Tea \t \t\t </p>"),
    drawing("<rect \t \t\t  />"),
  ],
};

for (const [kind, files] of Object.entries(KINDS))
  test(`${kind}: no file is clean`, () => {
    for (const [at, bytes] of files.entries())
      assert.equal(isClean(inspectFile(bytes)), false, `${at}: ${Buffer.from(bytes).toString()}`);
  });

test("what is written as it should be stays clean", () => {
  const files = [
    page('<p class="note first" style="margin:0 1em;text-decoration:underline">Tea</p>'),
    sheet(
      "p, li {\n  padding: 0.5em 1em;\n  border: 1px solid #ccc;\n}\n\na:hover { color: #123 }",
    ),
    page('<img alt="" src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E">'),
    drawing('<path d="M0 0h9v-1e1zm1,1l2.5.5Z"/><polygon points="0,0 9,9 0,9"/>'),
    drawing('<text x="45" y="40" text-anchor="middle">Tea</text>'),
  ];
  for (const [at, bytes] of files.entries())
    assert.deepEqual(
      inspectFile(bytes).findings.filter(({ code }) => /^TEL(?:[23]|705|80)/.test(code)),
      [],
      String(at),
    );
});
