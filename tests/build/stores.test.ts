import assert from "node:assert/strict";
import { test } from "node:test";
import { loadCurriculum } from "../../src/build/load/load-curriculum.ts";
import { compileBook } from "../../src/build/make/compile-book.ts";
import { listEditions } from "../../src/build/plan/book-editions.ts";
import { listBooks } from "../../src/build/plan/select-books.ts";
import { BoundedMap } from "../../src/build/stores/bounded-map.ts";
import { createDocumentStore } from "../../src/build/stores/document-store.ts";
import { createPictureStore } from "../../src/build/stores/picture-store.ts";
import { nodeFileSystem } from "../../src/host/node-file-system.ts";
import { REPOSITORY } from "../support/run-handpress.ts";

const host = { fileSystem: nodeFileSystem, cwd: REPOSITORY, command: "handpress" };

function freeze(value: unknown): void {
  const pending: unknown[] = [value];
  while (pending.length > 0) {
    const one = pending.pop();
    if (typeof one !== "object" || one === null || Object.isFrozen(one)) continue;
    if (ArrayBuffer.isView(one)) continue;
    Object.freeze(one);
    for (const inner of one instanceof Map ? one.values() : Object.values(one)) pending.push(inner);
  }
}

test("no book changes a document that other books are made of", async () => {
  const loaded = await loadCurriculum(host, `${REPOSITORY}/content`, "");
  const documents = createDocumentStore(loaded, loaded.wording);
  const read = new Map<string, number>();
  const sources = {
    loaded,
    documents: {
      wording: documents.wording,
      read: (page: Parameters<typeof documents.read>[0]) => {
        const found = documents.read(page);
        freeze(found);
        read.set(page.path, (read.get(page.path) ?? 0) + 1);
        assert.equal(documents.read(page), found, "the same document each time");
        return found;
      },
    },
    pictures: createPictureStore(host, () => loaded),
  };
  const modules = listBooks(loaded.curriculum, "all");
  const names = modules.map(({ name }) => name);
  for (const book of listEditions(modules, ["trainer", "participant"], names)) {
    await compileBook(sources, book, { links: "notes" }, new Map());
  }
  assert.ok([...read.values()].some((times) => times > 1));
});

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
