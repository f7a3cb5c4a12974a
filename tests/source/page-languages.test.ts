import assert from "node:assert/strict";
import { test } from "node:test";
import { page, read } from "./files.ts";

/** Path → language and path without it, of pages with these paths (and header lines). */
function languages(
  pages: readonly (string | [path: string, language: string])[],
  yaml = "",
): Record<string, string> {
  const files = Object.fromEntries(
    pages.map((each) =>
      typeof each === "string"
        ? [each, page("title: a")]
        : [each[0], page(`title: a\nlang: ${each[1]}`)],
    ),
  );
  const { value } = read(files, yaml);
  return Object.fromEntries(
    value.map((found) => [found.path, `${found.language} ${found.basePath}`]),
  );
}

test("a folder of a language: at the root, below a content folder, behind a dot", () => {
  assert.deepEqual(
    languages([
      "ar/tails/tails.md",
      "content/es/a.md",
      "content.fr/a.md",
      "_pages/pt_BR/a.md",
      "content/zh-Hant/b.md",
      "content/a.md",
    ]),
    {
      "ar/tails/tails.md": "ar tails/tails.md",
      "content/es/a.md": "es content/a.md",
      "content.fr/a.md": "fr content/a.md",
      "_pages/pt_BR/a.md": "pt-BR _pages/a.md",
      "content/zh-Hant/b.md": "zh-Hant content/b.md",
      "content/a.md": "en content/a.md",
    },
  );
});

test("a suffix of a language", () => {
  assert.deepEqual(languages(["a.md", "a.ar.md", "b.pt-BR.md", "notes.new.md", "v1.2.md"]), {
    "a.md": "en a.md",
    "a.ar.md": "ar a.md",
    "b.pt-BR.md": "pt-BR b.md",
    "notes.new.md": "en notes.new.md",
    "v1.2.md": "en v1.2.md",
  });
});

test("words that happen to be tags are no languages by themselves", () => {
  const paths = [
    "to/a.md",
    "no/b.md",
    "in/c.md",
    "my/d.md",
    "it/e.md",
    "os/f.md",
    "as/g.md",
    "or/h.md",
    "new/i.md",
    "img/j.md",
    "tools/k.md",
    "av/l.md",
    "x.to.md",
  ];
  assert.deepEqual(languages(paths), Object.fromEntries(paths.map((path) => [path, `en ${path}`])));
});

test("a page of the same path elsewhere makes a word a language, for its whole folder", () => {
  assert.deepEqual(languages(["tails/a.md", "my/tails/a.md", "my/only-here.md"]), {
    "tails/a.md": "en tails/a.md",
    "my/tails/a.md": "my tails/a.md",
    "my/only-here.md": "my only-here.md",
  });
  assert.deepEqual(languages(["en/a.md", "id/a.md"]), {
    "en/a.md": "en a.md",
    "id/a.md": "id a.md",
  });
  assert.deepEqual(languages(["a.md", "a.my.md"]), { "a.md": "en a.md", "a.my.md": "my a.md" });
  assert.deepEqual(
    languages(["curriculum/tails/a.md", "curriculum/tails/uk/a.md"])["curriculum/tails/uk/a.md"],
    "uk curriculum/tails/a.md",
  );
});

test("a deep folder with a clear tag needs support", () => {
  assert.equal(
    languages(["tools/phones/de/a.md"])["tools/phones/de/a.md"],
    "en tools/phones/de/a.md",
  );
});

test("the header counts before the folder, the configuration last", () => {
  assert.deepEqual(
    languages([
      ["ar/a.md", "fa"],
      ["my/b.md", "my"],
      ["c.md", "zh_TW"],
    ]),
    {
      "ar/a.md": "fa a.md",
      "my/b.md": "my b.md",
      "c.md": "zh-TW c.md",
    },
  );
  assert.deepEqual(languages(["a.md", "no/b.md"], "language: no"), {
    "a.md": "no a.md",
    "no/b.md": "no b.md",
  });
});

/** Folders that are told, with the tag that they are told to have. */
function foldersTold(paths: readonly string[], header = "title: a"): string[] {
  const { diagnostics } = read(Object.fromEntries(paths.map((path) => [path, page(header)])));
  return diagnostics.flatMap(({ code, place, hint }) =>
    code === "FIL013" ? [`${place.file} → ${/^Call it `(.*)`:/.exec(hint ?? "")?.[1]}`] : [],
  );
}

test("a folder with the name of a language is told the language's tag, once", () => {
  assert.deepEqual(foldersTold(["french/m/m.md", "french/m/a.md", "french/n.md", "en/m/m.md"]), [
    "french → fr",
  ]);
  assert.deepEqual(foldersTold(["content/m/m.md", "content/Español/m/m.md"]), [
    "content/Español → content/es",
  ]);
  assert.deepEqual(
    foldersTold(["m/m.md", "deutsch/m/m.md", `${"français".normalize("NFD")}/x.md`]),
    ["deutsch → de", `${"français".normalize("NFD")} → fr`],
  );
  assert.deepEqual(foldersTold(["فارسی/m/m.md"]), ["فارسی → fa"]);
  assert.deepEqual(foldersTold(["a.md", "espanol/a.md"]), ["espanol → es"]);
});

test("a folder about a language is none of it, nor one whose pages say theirs", () => {
  assert.deepEqual(foldersTold(["english/english.md", "english/a.md", "locks/locks.md"]), []);
  assert.deepEqual(foldersTold(["topics/french/a.md", "topics/doors/a.md"]), []);
  assert.deepEqual(foldersTold(["french/m/m.md", "en/m/m.md"], "title: a\nlang: fr"), []);
  assert.deepEqual(foldersTold(["fr/m/m.md", "en/m/m.md"]), []);
});
