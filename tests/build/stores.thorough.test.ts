import assert from "node:assert/strict";
import { test } from "node:test";
import { loadCurriculum } from "../../src/build/load/load-curriculum.ts";
import { compileBook } from "../../src/build/make/compile-book.ts";
import { listEditions } from "../../src/build/plan/book-editions.ts";
import { listBooks } from "../../src/build/plan/select-books.ts";
import { createDocumentStore } from "../../src/build/stores/document-store.ts";
import { createPictureStore } from "../../src/build/stores/picture-store.ts";
import { REPOSITORY } from "../support/run-handpress.ts";
import { freeze, host } from "./store-scene.ts";

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
