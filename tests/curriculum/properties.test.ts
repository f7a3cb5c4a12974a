import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { toKey } from "../../src/curriculum/address.ts";
import { listModules } from "../../src/curriculum/curriculum.ts";
import { createResolver } from "../../src/curriculum/resolver.ts";
import { STAGES } from "../../src/source/page.ts";
import type { Files } from "../source/files.ts";
import { sameCases } from "../support/seed.ts";
import { build } from "./build.ts";

const part = fc.constantFrom(
  "a",
  "b",
  "ar",
  "es",
  "_pages",
  "content",
  "index",
  "..",
  "A",
  "é",
  "%C3%A9",
  "x.png",
  "a.md",
  " ",
);
const address = fc.oneof(
  fc
    .tuple(
      fc.constantFrom("", "/", "//", "../", "https://example.org/", "mailto:", "#", "?", "\\"),
      fc.array(part, { maxLength: 4 }),
    )
    .map(([start, parts]) => start + parts.join("/")),
  fc.string({ unit: "binary" }),
  fc.webUrl(),
);
const oneLine = address.map((text) => JSON.stringify(text.replace(/[\p{C}\u2028\u2029]/gu, "")));
const pageText = fc
  .record({
    layout: fc.constantFrom("module", "page"),
    permalink: fc.option(oneLine),
    redirect: fc.option(oneLine),
    language: fc.option(fc.constantFrom("ar", "en", "pt-BR")),
    items: fc.array(fc.tuple(fc.constantFrom(...STAGES), oneLine), { maxLength: 4 }),
  })
  .map(({ layout, permalink, redirect, language, items }) =>
    [
      "---",
      `layout: ${layout}`,
      "title: a",
      ...(permalink === null ? [] : [`permalink: ${permalink}`]),
      ...(redirect === null ? [] : [`redirect_from: ${redirect}`]),
      ...(language === null ? [] : [`language: ${language}`]),
      ...items.map(([stage, url]) => `${stage}:\n  - name: b\n    url: ${url}`),
      "---",
      "",
    ].join("\n"),
  );
const path = fc.tuple(
  fc.array(fc.constantFrom("a", "b", "ar", "_pages"), { maxLength: 2 }),
  fc.constantFrom("a.md", "b.md", "index.md", "a.ar.md", "x.png"),
);
const files = fc
  .array(fc.tuple(path, pageText), { maxLength: 6 })
  .map(
    (list): Files =>
      Object.fromEntries(
        list.map(([[folders, name], text]) => [[...folders, name].join("/"), text]),
      ),
  );

test("any curriculum builds; every session is a page of it, or missing with an error", () => {
  fc.assert(
    fc.property(files, (content) => {
      const { curriculum, diagnostics } = build(content);
      const paths = new Set(curriculum.pages.map((page) => page.path));
      let missing = 0;
      for (const language of curriculum.languages) {
        for (const module of listModules(curriculum, language)) {
          assert.equal(module.page.language, language);
          for (const session of STAGES.flatMap((stage) => module.stages[stage])) {
            if (session.kind === "missing") missing += 1;
            else {
              assert.ok(paths.has(session.page.path));
              assert.notEqual(session.page.header.kind, "module");
              assert.equal(session.translated, session.page.language === language);
            }
          }
        }
      }
      const told = diagnostics.filter(({ code }) =>
        ["LNK002", "LNK003", "LNK004", "LNK007"].includes(code),
      );
      assert.equal(told.length, missing);
      // The order in which the edge lists the files changes nothing.
      const reversed = Object.fromEntries(Object.entries(content).reverse());
      assert.deepEqual(build(reversed).diagnostics, diagnostics);
    }),
    sameCases(300),
  );
});

test("no address makes a resolver throw, or leads out of the curriculum", () => {
  fc.assert(
    fc.property(files, address, (content, written) => {
      const { curriculum } = build(content);
      for (const page of curriculum.pages) {
        const resolver = createResolver(curriculum, page);
        const link = resolver.resolveLink(written);
        const image = resolver.resolveImage(written);
        if (link.kind === "external")
          assert.match(new URL(link.url).protocol, /^(https?|mailto):$/);
        if (link.kind === "page" || link.kind === "file") assert.ok(link.path in content);
        if (image.kind === "file") assert.ok(image.path in content);
      }
    }),
    sameCases(300),
  );
});

test("a key is its own key, whatever slashes are put around it", () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
      const key = toKey(parts.join("/"));
      assert.equal(toKey(`//${parts.join("//")}/`), key);
    }),
    sameCases(),
  );
});
