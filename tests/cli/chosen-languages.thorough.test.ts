import assert from "node:assert/strict";
import { test } from "node:test";
import { runHandpress } from "../support/run-handpress.ts";
import {
  folder,
  LAYOUTS,
  module,
  prepare,
  readBook,
  SOURCE,
  TRANSLATED,
  under,
  write,
} from "./language-scene.ts";

prepare();

for (const [name, files] of LAYOUTS) {
  test(`translations in ${name}: what is not translated stands in the source, and says so`, async () => {
    await write(files);
    const args = ["build", "--lang", "all", "--format", "epub"];
    const { code, note } = await runHandpress(args, { cwd: folder });
    assert.equal(code, 0, note);
    const english = await readBook("en");
    assert.doesNotMatch(`${english["nav.xhtml"]}${english["s1.xhtml"]}`, /[\u0600-\u06FF]/);
    const arabic = await readBook("ar");
    assert.match(arabic["package.opf"] ?? "", /page-progression-direction="rtl"/);
    assert.match(arabic["s1.xhtml"] ?? "", /مفاتيح/);
    const borrowed = arabic["s2.xhtml"] ?? "";
    assert.match(borrowed, /lang="en"[^>]*dir="ltr"/);
    assert.match(borrowed, /Words of Bolts/);
    assert.match(borrowed, /class="notice/);
    const listed = await runHandpress(["list", "--lang", "ar"], { cwd: folder });
    assert.match(listed.out, /أقفال 2 .*in en/);
  });
}

test("without a language the curriculum's own is built, and one that is not there is a usage error", async () => {
  await write(under("content/", { ...SOURCE, ...under("ar/", TRANSLATED) }));
  const own = await runHandpress(["build", "--format", "epub"], { cwd: folder });
  assert.match(own.out, /output\/en\/locks\.epub/);
  assert.doesNotMatch(own.out, /output\/ar/);
  const { code, note } = await runHandpress(["build", "--lang", "fr"], { cwd: folder });
  assert.equal(code, 2);
  assert.match(note, /hint: There is en, ar, or `all`/);
});

test("a configuration inside content/ counts although translations lie beside it", async () => {
  await write({
    ...under("content/", { ...SOURCE, "handpress.yaml": "title: The Lock Course\n" }),
    ...under("content.ar/", TRANSLATED),
  });
  const { out } = await runHandpress(["list", "--lang", "all"], { cwd: folder });
  assert.match(out, /^The Lock Course: 5 pages/);
});

test("a folder whose only module has no sessions is told in any choice of languages", async () => {
  await write({ "m.md": "---\nlayout: module\ntitle: Locks\npermalink: /locks/\n---\n" });
  for (const command of ["build", "check"]) {
    for (const choice of [[], ["--lang", "all"]]) {
      const { code, note, out } = await runHandpress([command, ".", ...choice], { cwd: folder });
      assert.equal(code, 1, `${command} ${choice}`);
      assert.match(note + out, /LNK005/, `${command} ${choice}`);
    }
  }
});

test("a module has the same place in its series in every language", async () => {
  const earlier = {
    "a.md": module("Alarms").replace("/locks/", "/alarms/"),
    "handpress.yaml": "title: The Lock Course\n",
  };
  await write(under("content/", { ...SOURCE, ...earlier, ...under("ar/", TRANSLATED) }));
  await runHandpress(["build", "locks", "--lang", "all", "--format", "epub"], { cwd: folder });
  for (const language of ["en", "ar"]) {
    const { "package.opf": text = "" } = await readBook(language);
    assert.match(text, /property="belongs-to-collection" id="series">The Lock Course</, language);
    assert.match(text, /property="group-position">2</, language);
  }
});
