import assert from "node:assert/strict";
import { test } from "node:test";
import { loadCurriculum } from "../../src/build/load/load-curriculum.ts";
import { BoundedMap } from "../../src/build/stores/bounded-map.ts";
import { createDocumentStore } from "../../src/build/stores/document-store.ts";
import { createPictureStore } from "../../src/build/stores/picture-store.ts";
import { nodeFileSystem } from "../../src/host/node-file-system.ts";
import { REPOSITORY } from "../support/run-handpress.ts";
import { host } from "./store-scene.ts";

test("a picture is prepared once, whatever shows it", async () => {
  let reads = 0;
  const counting = {
    ...nodeFileSystem,
    readFile: (...args: Parameters<typeof nodeFileSystem.readFile>) => {
      const [where] = args;
      if (/\.(png|jpe?g|svg)$/.test(typeof where === "string" ? where : where.path)) reads += 1;
      return nodeFileSystem.readFile(...args);
    },
  };
  const own = { ...host, fileSystem: counting };
  const loaded = await loadCurriculum(own, `${REPOSITORY}/content`, "");
  const documents = createDocumentStore(loaded, loaded.wording);
  const pictures = createPictureStore(own, () => loaded);
  const uses = loaded.pages.flatMap((page) => documents.read(page).value.images);
  const wanted = uses.filter(({ bytes }) => bytes === undefined);
  const files = new Set(wanted.map(({ path }) => path));
  for (const use of [...wanted, ...wanted]) await pictures.prepare(use, "en");
  assert.ok(wanted.length > 0);
  assert.equal(reads, files.size);
});

test("a bounded map forgets what was used longest ago", () => {
  const map = new BoundedMap<number>(10);
  map.set("a", 1, 4);
  map.set("b", 2, 4);
  assert.equal(map.get("a"), 1);
  map.set("c", 3, 4);
  assert.deepEqual(
    ["a", "b", "c"].map((key) => map.get(key)),
    [1, undefined, 3],
  );
  map.set("d", 4, 40);
  assert.deepEqual(
    ["a", "c", "d"].map((key) => map.get(key)),
    [undefined, undefined, 4],
  );
});
