import assert from "node:assert/strict";
import { test } from "node:test";
import { runHandpress } from "../support/run-handpress.ts";
import { folder, header, module, nfd, picture, prepare, readBook, write } from "./forms-scene.ts";

prepare();

test("files, pages, fragments and modules are found in either form", async () => {
  await write({
    "café/café.md": module(["/clés/", `/${encodeURIComponent(nfd("fenêtres"))}/`]),
    [`café/${nfd("clés.md")}`]: `${header("Keys", "permalink: /clés/\n")}## Été\n\n![A key](été.png) [to](${nfd("fenêtres.md")}#${encodeURIComponent(nfd("Hauteur"))}) ![B](${nfd("À côté.png").replace(" ", "%20")})\n`,
    "café/fenêtres.md": `${header("Windows", `permalink: ${nfd("/fenêtres/")}\n`)}## Hauteur\n\nText.\n`,
    [`café/${nfd("été.png")}`]: await picture(),
    "café/À côté.png": await picture(),
  });
  const { code, note } = await runHandpress(["build", nfd("café/café"), "--format", "epub"], {
    cwd: folder,
  });
  assert.equal(code, 0, note);
  assert.doesNotMatch(note, /LNK|MRK02|IMG/);
  const book = await readBook("output/en/cafe.epub");
  assert.match(book["s1.xhtml"] ?? "", /s2\.xhtml#/);
  assert.equal(book["s1.xhtml"]?.match(/<img /g)?.length, 2);
});
