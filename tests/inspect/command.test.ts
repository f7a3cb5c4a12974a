import assert from "node:assert/strict";
import { test } from "node:test";
import { MEMORY, overlayFileSystem } from "../support/overlay-file-system.ts";
import { runHandpress } from "../support/run-handpress.ts";
import { packFiles, sampleFiles } from "./sample-epub.ts";

const files = sampleFiles();
const faulty = {
  ...files,
  "B/a.xhtml": String(files["B/a.xhtml"]).replace(
    "<!--body-->",
    `${'<p><a href="gone.xhtml">One</a></p>'.repeat(5)}<p style="color: red">\u202Eevil</p>`,
  ),
};
const fileSystem = () =>
  overlayFileSystem({
    "books/good.epub": packFiles(files),
    "books/bad.epub": packFiles(faulty),
    "books/note.bin": Uint8Array.of(1, 2, 3),
  });
const run = (...args: string[]) =>
  runHandpress(["inspect", ...args], { cwd: MEMORY, fileSystem: fileSystem() });

test("a good book: what it is, and a verdict as the last line", async () => {
  const { code, out, note } = await run("books/good.epub");
  assert.equal(code, 0);
  assert.equal(note, "");
  assert.equal(
    out,
    `What it would tell a stranger
  Where made      no place is named
  Who             nobody is named
  Fetches         nothing by itself
  Runs            nothing
  Tracking        A picture of one pixel: 1 × 1 in B/p.png
  Made with       no machine or program is named
  When            To the minute or second: 2000-01-02 12:00:00,
                  2026-01-02T03:04:05Z
  Files within    nothing that has no place there
  Hidden          A comment: metadata in B/p.opf, items in B/p.opf, spine in
                  B/p.opf and 3 more
  Remarks, forms  none
  Fonts           none
  Metadata        What a book says of itself: identifier, title, language,
                  accessMode, accessModeSufficient, accessibilityFeature,
                  accessibilityHazard, accessibilitySummary, uid
                  Words that are read aloud for a picture or a part: <img alt>

  Kind            EPUB 3.0
  Title           Kettles
  Language        en
  Identifier      urn:uuid:0b7a0e0c-6a1e-4a3c-9f55-0d5f2a7c1b11
  Changed         2026-01-02T03:04:05Z

Order of reading: 3 documents
   1  B/nav.xhtml  Contents
   2  B/a.xhtml    Water
   3  B/b.xhtml    Leaves

Contents: 3 lines, 2 levels
  Water
    Boiling
  Leaves
  Landmarks       none
  Page list       none

Accessibility: what is in the book
  Images          1 of 1 described
  Headings        in 3 of 3 documents
  Languages       en
Accessibility: what its metadata says
  Needed          textual
  Enough          textual
  Features        tableOfContents
  Hazards         none
  Summary         Text only.

${out.slice(out.indexOf("Size:"), out.indexOf("\n\nbooks/"))}

books/good.epub: not clean: names nobody; mind the list; no problems found.
`,
  );
  // Sizes of compressed files change with the version of zlib in Node.js.
  assert.match(out, /\n {2}cover {16}63 B {4}\d\.\d % {2}1 file\n/);
  assert.ok(out.split("\n").every((line) => line.length <= 80));
});

test("people, titles and series read as words", async () => {
  const metadata = `<dc:title id="t2">Hot</dc:title><meta refines="#t2" property="title-type">subtitle</meta>
<dc:creator id="c">Ana</dc:creator><meta refines="#c" property="role">aut</meta>
<meta refines="#c" property="file-as">A., Ana</meta>
<dc:contributor id="d">Bo</dc:contributor><meta refines="#d" property="role">aut</meta>
<meta property="belongs-to-collection" id="s">Drinks</meta>
<meta refines="#s" property="collection-type">series</meta>
<meta refines="#s" property="group-position">2</meta>
<meta name="calibre:series" content="Drinks"/><meta name="calibre:series_index" content="2"/>
<meta property="schema:educationalLevel">Beginner</meta>`;
  const opf = String(files["B/p.opf"]).replace("<!--metadata-->", metadata);
  const { out } = await runHandpress(["inspect", "a.epub"], {
    cwd: MEMORY,
    fileSystem: overlayFileSystem({ "a.epub": packFiles({ ...files, "B/p.opf": opf }) }),
  });
  assert.match(out, /^! Who {13}Somebody is named: Ana, A\., Ana, Bo\. Remove/m);
  assert.equal(
    out.split("\n\n")[1],
    `  Kind            EPUB 3.0
  Title           Kettles
  Title           Hot (subtitle)
  Author          Ana (sorted as A., Ana)
  Contributor     Bo (author)
  Language        en
  Identifier      urn:uuid:0b7a0e0c-6a1e-4a3c-9f55-0d5f2a7c1b11
  Changed         2026-01-02T03:04:05Z
  Part of         Drinks (series, number 2)
  Level           Beginner`,
  );
});

test("what is no book, or a broken one, gets its reason and no list of parts", async () => {
  const broken = packFiles(files).subarray(0, 500);
  const told = await runHandpress(["inspect", "a.doc", "b.epub"], {
    cwd: MEMORY,
    fileSystem: overlayFileSystem({ "a.doc": Uint8Array.of(7, 7, 7), "b.epub": broken }),
  });
  assert.match(
    told.note,
    /a\.doc: error INS001: Unexpected kind of file, expected a book, a picture, an archive or a text\n {2}hint: EPUB/,
  );
  assert.match(
    told.out,
    /Kind {12}a book that cannot be opened\n\nSize: 500 B\n\nb\.epub: not wholly searched: damaged; 1 error\.\n/,
  );
});

test("a bad book: three problems of a kind, how many more, and exit code 1", async () => {
  const { code, out, note } = await run("-q", "books/bad.epub", "books/good.epub");
  assert.equal(code, 1);
  assert.equal(note.match(/error EPB307/g)?.length, 3);
  assert.match(note, /^books\/bad\.epub\/B\/a\.xhtml:8:4: error EPB307: Unexpected /);
  assert.match(note, /\nAnd 2 of EPB307; `--json` lists all\.\n/);
  assert.doesNotMatch(note, /\u202E/);
  assert.equal(
    out,
    "books/bad.epub: not clean: names nobody; without --quiet it lists what to mind; 5 errors.\nbooks/good.epub: not clean: names nobody; without --quiet it lists what to mind; no problems found.\n\n2 files: 1 not clean, none tells on anybody, 1 with errors.\n",
  );
});

test("--json has everything in one value", async () => {
  const { code, out, note } = await run("--json", "books/bad.epub", "books/note.bin");
  assert.equal(code, 1);
  assert.equal(note, "");
  const { exitCode, files: found } = JSON.parse(out);
  assert.equal(exitCode, 1);
  assert.deepEqual(
    found.map(({ file, kind, verdict }: Record<string, string>) => [file, kind, verdict]),
    [
      ["books/bad.epub", "epub", "errors"],
      ["books/note.bin", "unknown", "errors"],
    ],
  );
  assert.equal(found[0].diagnostics.length, 5);
  assert.equal(found[0].diagnostics[0].place.file, "books/bad.epub/B/a.xhtml");
  assert.equal(found[0].contents[0].children[0].label, "Boiling");
  assert.equal(
    found[0].sizes.reduce(
      (sum: number, { packedBytes }: { packedBytes: number }) => sum + packedBytes,
      0,
    ),
    found[0].sizeBytes,
  );
});

test("a name that is no file is a usage error, before anything is inspected", async () => {
  for (const [name, hint] of [
    ["books/goof.epub", /hint: Did you mean good\.epub\?/],
    ["books/nothing-like-it.epub", /hint: In that folder there is bad\.epub, good\.epub\./],
    ["nowhere/a.epub", /hint: Check the spelling;[^\n]+ Name a book/],
  ] as const) {
    const { code, out, note } = await run("books/good.epub", name);
    assert.equal(code, 2, name);
    assert.equal(out, "");
    assert.match(note, hint);
  }
  assert.equal((await run()).code, 2);
});

test("a picture in a figure with a caption has words; one without either is decoration", async () => {
  const images =
    '<figure><img src="c.png" alt=""/><figcaption>A kettle</figcaption></figure><p><img src="c.png" alt=""/></p>';
  const captioned = {
    ...files,
    "B/a.xhtml": String(files["B/a.xhtml"]).replace("<!--body-->", images),
  };
  const { out } = await runHandpress(["inspect", "b.epub"], {
    cwd: MEMORY,
    fileSystem: overlayFileSystem({ "b.epub": packFiles(captioned) }),
  });
  assert.match(out, /Images {10}2 of 3 described, 1 said to be decoration/);
});
