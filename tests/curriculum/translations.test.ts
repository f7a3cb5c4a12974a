import assert from "node:assert/strict";
import { test } from "node:test";
import { listModules } from "../../src/curriculum/curriculum.ts";
import { page, report } from "../source/files.ts";
import { build, module, outline, resolverOf, session } from "./build.ts";

const SOURCE = {
  "content/locks/locks.md": module("/locks/", [
    "activity Keys | /locks/keys/",
    "input Hinges | /locks/hinges/",
  ]),
  "content/locks/keys.md": session("/locks/keys/", "Activity"),
  "content/locks/hinges.md": session("/locks/hinges/"),
  "content/doors.md": module("/doors/", ["activity Keys | /locks/keys/"]),
};

for (const [name, translation] of [
  [
    "a folder and prefixed permalinks",
    {
      "content/ar/locks/locks.md": module("/ar/locks/", [
        "activity مفاتيح | /ar/locks/keys/",
        "input مفصلات | /ar/locks/hinges/",
      ]),
      "content/ar/locks/keys.md": session("/ar/locks/keys/", "نشاط"),
    },
  ],
  [
    "the same permalinks in both languages",
    {
      "content.ar/locks/locks.md": module("/locks/", [
        "activity مفاتيح | /locks/keys/",
        "input مفصلات | /locks/hinges/",
      ]),
      "content.ar/locks/keys.md": session("/locks/keys/", "نشاط"),
    },
  ],
  [
    "a suffix, localised permalinks, the source's urls",
    {
      "content/locks/locks.ar.md": module("/ar/أقفال/", [
        "activity مفاتيح | /locks/keys/",
        "input مفصلات | /locks/hinges",
      ]),
      "content/locks/keys.ar.md": session("/ar/مفاتيح/", "نشاط"),
    },
  ],
  [
    "a language in the header",
    {
      "aqfal.md": module(
        "/ar/locks/",
        ["activity مفاتيح | /ar/locks/keys/", "input مفصلات | /locks/hinges/"],
        "language: ar\n",
      ),
      "mafatih.md": session("/ar/locks/keys/", "نشاط", "lang: ar\n"),
    },
  ],
] as const) {
  test(`translations by ${name}: what is missing falls back to the source and is counted`, () => {
    const { curriculum, diagnostics } = build({ ...SOURCE, ...translation });
    const [modulePath = "", keysPath = ""] = Object.keys(translation);
    assert.deepEqual(report(diagnostics), []);
    assert.deepEqual(curriculum.languages, ["en", "ar"]);
    assert.deepEqual(outline(curriculum, "ar"), [
      `locks (${modulePath})`,
      `  activity: مفاتيح=${keysPath}`,
      "  input: مفصلات=content/locks/hinges.md (source)",
    ]);
    assert.deepEqual(outline(curriculum, "en").slice(2, 4), [
      "locks (content/locks/locks.md)",
      "  activity: Keys=content/locks/keys.md",
    ]);
    const [found] = listModules(curriculum, "ar");
    assert.equal(found?.untranslatedCount, 1);
    assert.equal(found?.source.path, "content/locks/locks.md");
    // Links in the text lead to the translation, and an English page's to the English one.
    const target = resolverOf({ curriculum, diagnostics }, modulePath).resolveLink(
      "/locks/keys/#a",
    );
    assert.deepEqual(target, { kind: "page", path: keysPath, fragment: "a" });
    const english = resolverOf({ curriculum, diagnostics }, "content/doors.md").resolveLink(
      "/locks/keys/",
    );
    assert.deepEqual(english, { kind: "page", path: "content/locks/keys.md", fragment: "" });
  });
}

test("a translation without stage lists has its source's sessions, named in its language", () => {
  const { curriculum } = build({
    ...SOURCE,
    "content/ar/locks/locks.md": page("layout: module\ntitle: أقفال"),
    "content/ar/locks/keys.md": page("title: مفاتيح\nadids: نشاط"),
  });
  assert.deepEqual(outline(curriculum, "ar").slice(1), [
    "  activity: مفاتيح=content/ar/locks/keys.md",
    "  input: Hinges=content/locks/hinges.md (source)",
  ]);
});

test("a dialect falls back to its language before the source", () => {
  const { curriculum } = build({
    ...SOURCE,
    "pt-BR/locks.md": module("/pt-BR/locks/", [
      "activity A | /locks/keys/",
      "input B | /locks/hinges/",
    ]),
    "pt/keys.md": session("/pt/locks/keys/"),
  });
  assert.deepEqual(outline(curriculum, "pt-BR").slice(1), [
    "  activity: A=pt/keys.md",
    "  input: B=content/locks/hinges.md (source)",
  ]);
  assert.deepEqual(curriculum.languages, ["en", "pt", "pt-BR"]);
});

test("the source language: configured, else English where there is some, else the most frequent", () => {
  assert.deepEqual(
    build({ "ar/a.md": page("title: a"), "fa/a.md": page("title: a"), "fa/b.md": page("title: a") })
      .curriculum.languages,
    ["fa", "ar"],
  );
  assert.deepEqual(
    build({ "ar/a.md": page("title: a"), "b.md": page("title: a") }, "language: es").curriculum
      .languages,
    ["es", "ar"],
  );
  assert.deepEqual(build({}).curriculum.languages, ["en"]);
});

test("a permalink twice in a translation is told like any other", () => {
  const { diagnostics } = build({
    ...SOURCE,
    "ar/a.md": session("/ar/locks/keys/"),
    "ar/b.md": session("/locks/keys/"),
  });
  assert.deepEqual(
    diagnostics.map(({ code, place }) => `${code} ${place.file}`),
    ["LNK001 ar/b.md"],
  );
});

test("a translator who leaves out whom a session is for opens it to nobody", () => {
  const { curriculum } = build({
    "en/locks.md": module("/locks/", ["input Keys | /keys/", "input Bolts | /bolts/"]),
    "en/keys.md": session("/keys/", "Input", "audience: trainer\n"),
    "en/bolts.md": session("/bolts/", "Input", "audience: trainer\n"),
    "es/locks.md": module("/locks/", ["input Llaves | /keys/", "input Cerrojos | /bolts/"]),
    "es/keys.md": session("/keys/"),
    "es/bolts.md": session("/bolts/", "Input", "audience: all\n"),
  });
  const audiences = (language: string) =>
    listModules(curriculum, language).flatMap(({ stages }) =>
      stages.input.map((one) => (one.kind === "session" ? one.audience : "missing")),
    );
  assert.deepEqual(audiences("en"), ["trainer", "trainer"]);
  assert.deepEqual(audiences("es"), ["trainer", undefined]);
});
