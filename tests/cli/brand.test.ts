import assert from "node:assert/strict";
import { test } from "node:test";
import { readPrint } from "../../src/pdf/read-print.ts";
import { readPageInk } from "../support/page-ink.ts";
import { readPdfFacts } from "../support/pdf-facts.ts";
import { build, prepare, readBook, readPdf, redLogo, write } from "./brand-scene.ts";

prepare();

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
