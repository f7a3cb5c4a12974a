import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { nodeFileSystem } from "../../src/host/node-file-system.ts";
import { checkStylesheet } from "../../src/theme/check-stylesheet.ts";
import { themeFinder } from "../../src/theme/find-theme.ts";
import { loadTheme } from "../../src/theme/load-theme.ts";
import { stripComments } from "../../src/theme/strip-comments.ts";

// What a build does not look at again, because it comes with the product.

const folder = fileURLToPath(new URL("../../themes", import.meta.url));
const names = readdirSync(folder).sort();
const find = themeFinder(nodeFileSystem, folder, (path) => path);

test("there are four", () => {
  assert.deepEqual(names, ["handout", "large-print", "low-ink", "pocket"]);
});

for (const name of names) {
  test(`${name} is CSS that fetches nothing, and names no side`, async () => {
    const files = await find(name);
    for (const [path, text] of files?.texts ?? []) {
      if (!path.endsWith(".css")) continue;
      assert.deepEqual(checkStylesheet(path, text), []);
      if (path !== "print.css") continue;
      const css = text.replace(/\/\*[\s\S]*?\*\//g, "");
      assert.doesNotMatch(
        css,
        /[\s;{](?:(?:margin|padding|border|inset)-)?(?:left|right)[\w-]*\s*:/,
      );
      assert.doesNotMatch(css, /float:|text-align:\s*(left|right)/);
    }
  });

  test(`${name} gives readers of EPUB books the sheet that handout gives`, async () => {
    const theme = await loadTheme(name, find);
    assert.equal(theme.isBundled, true);
    const plain = readFileSync(`${folder}/handout/reader.css`, "utf8");
    assert.equal(theme.stylesheet("reader"), stripComments(plain));
  });
}
