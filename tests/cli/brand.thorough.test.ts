import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import sharp from "sharp";
import { readPrint } from "../../src/pdf/read-print.ts";
import { readPageInk } from "../support/page-ink.ts";
import { readPdfFacts } from "../support/pdf-facts.ts";
import { runHandpress } from "../support/run-handpress.ts";

// An organisation's marks come from handpress.yaml alone.

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "handpress-brand-"));
});
afterEach(() => rm(folder, { recursive: true }));

const PAGES = {
  "m.md":
    "---\nlayout: module\ntitle: Locks\ndate: 2020-01\npermalink: /locks/\ninput:\n  - name: Keys\n    url: /keys/\n---\nText.\n",
  "s.md": "---\ntitle: Keys\npermalink: /keys/\nadids: Input\nduration: 20 minutes\n---\nText.\n",
};

async function write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries({ ...PAGES, ...files })) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

const build = (...args: string[]) => runHandpress(["build", ".", ...args], { cwd: folder });
const readPdf = async () => new Uint8Array(await readFile(join(folder, "output/en/locks.pdf")));

async function readBook(name: string): Promise<string> {
  const files = unzipSync(new Uint8Array(await readFile(join(folder, "output/en/locks.epub"))));
  return strFromU8(files[`EPUB/${name}`] ?? new Uint8Array());
}

const redLogo = () =>
  sharp({ create: { width: 60, height: 30, channels: 3, background: "#c03030" } })
    .png()
    .toBuffer();

test("name, contact, logo and accent are on the cover, in the imprint and in the colophon", async () => {
  await write({
    "art/logo.png": await redLogo(),
    "handpress.yaml":
      'publisher: Lock School\nbrand:\n  name: The Lock Network\n  logo: art/logo.png\n  colours:\n    accent: "#00596B"\n  contact:\n    - 12 Canal Road {{title}}\n    - <b>post@example.org</b>\n',
  });
  const { code, note } = await build();
  assert.equal(code, 0, note);
  assert.equal(note, "");
  const bytes = await readPdf();
  const { pageTexts, links } = await readPdfFacts(bytes);
  assert.match(pageTexts[0] ?? "", /The Lock Network/);
  const imprint = pageTexts[1] ?? "";
  assert.match(imprint, /Lock School/);
  assert.match(imprint, /The Lock Network/);
  assert.match(imprint, /12 Canal Road \{\{title\}\}/);
  assert.match(imprint, /<b>post@example\.org<\/b>/);
  assert.deepEqual(
    links.filter(({ address }) => address?.includes("post@")),
    [],
  );
  const book = await readPrint(bytes);
  const [cover] = book.pages.map((page) => readPageInk(book, page));
  assert.deepEqual(cover?.images, ["colour"]);
  assert.ok(
    cover.hues.some((hue) => /^0 0?\.349\d* 0?\.419/.test(hue)),
    cover.hues.join("; "),
  );
  const colophon = await readBook("colophon.xhtml");
  assert.match(colophon, /The Lock Network/);
  assert.match(colophon, /12 Canal Road \{\{title\}\}<\/bdi><br\/><bdi>&lt;b&gt;post@example\.org/);
});

test("without a brand there is none, and low-ink has no colour of one", async () => {
  await write({ "handpress.yaml": "publisher: Lock School\n" });
  assert.equal((await build("--format", "pdf")).code, 0);
  const plain = await readPrint(await readPdf());
  assert.ok(plain.pages.every((page) => readPageInk(plain, page).hues.length === 0));
  await write({
    "logo.png": await redLogo(),
    "handpress.yaml": 'brand:\n  logo: logo.png\n  colours: {accent: "#c03030"}\n',
  });
  assert.equal((await build("--format", "pdf", "--theme", "low-ink")).code, 0);
  const book = await readPrint(await readPdf());
  for (const page of book.pages) {
    const { hues, images } = readPageInk(book, page);
    assert.deepEqual(hues, []);
    assert.ok(images.every((image) => image === "grey"));
  }
});

test("an accent that can hardly be seen: the ratio, and the book in black", async () => {
  await write({ "handpress.yaml": 'brand:\n  colours:\n    accent: "#ffcc00"\n' });
  const { code, note } = await build("--format", "pdf");
  assert.equal(code, 0);
  assert.match(
    note,
    /handpress\.yaml:3:13: warning THM012: Unexpected accent #ffcc00 of the brand: on white paper it has a contrast of 1\.5 to 1, expected at least 3 to 1/,
  );
  assert.match(note, /hint: Take a darker shade/);
  assert.equal(note.match(/THM012/g)?.length, 1);
  const book = await readPrint(await readPdf());
  assert.ok(book.pages.every((page) => readPageInk(book, page).hues.length === 0));
  const { note: checked } = await runHandpress(["check", "."], { cwd: folder });
  assert.match(checked, /THM012/);
});

test("words on an accent of middle depth are black, on a dark one white", async () => {
  const fillsOf = async (accent: string) => {
    await write({ "handpress.yaml": `brand: {colours: {accent: "${accent}"}}\n` });
    assert.equal((await build("--format", "pdf")).code, 0);
    return (await readPdfFacts(await readPdf())).pageTexts.join("");
  };
  assert.match(await fillsOf("#d06020"), /Input/);
  assert.match(await fillsOf("#803300"), /Input/);
});

test("a logo that cannot be had: its line, and the book without it", async () => {
  const outside = await mkdtemp(join(tmpdir(), "handpress-secret-"));
  await writeFile(join(outside, "secret.png"), await redLogo());
  try {
    await write({
      "art/logo.png": await redLogo(),
      "art/broken.png": "no image",
      "art/text.svg":
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>x</text></svg>',
    });
    await symlink(join(outside, "secret.png"), join(folder, "art/link.png"));
    for (const [logo, told] of [
      [
        "art/lgo.png",
        /2:9: warning IMG007: .*`art\/lgo\.png`[\s\S]*hint: Did you mean art\/logo\.png\?/,
      ],
      ["art/link.png", /2:9: warning IMG007: /],
      ["art/broken.png", /2:9: warning IMG001: .*\(art\/broken\.png\)/],
      ["art/text.svg", /2:9: warning IMG004: /],
      ["m.md", /2:9: warning IMG001: /],
    ] as const) {
      await write({ "handpress.yaml": `brand:\n  logo: ${logo}\n` });
      const { note } = await build("--format", "pdf");
      assert.match(note, told, logo);
      assert.match(note, /the books have no logo/);
      const book = await readPrint(await readPdf());
      assert.deepEqual(
        book.pages.flatMap((page) => readPageInk(book, page).images),
        [],
        logo,
      );
    }
  } finally {
    await rm(outside, { recursive: true });
  }
});
