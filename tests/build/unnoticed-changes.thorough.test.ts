import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { loadCurriculum } from "../../src/build/load/load-curriculum.ts";
import { openKeptList } from "../../src/build/stores/kept-list.ts";
import { orRepeat } from "../../src/cli/repeat-last.ts";
import type { Shell } from "../../src/cli/terminal.ts";
import { listInstalledFonts } from "../../src/font/load-fonts.ts";
import { memoryFileSystem } from "../support/memory-file-system.ts";
import { MEMORY } from "../support/overlay-file-system.ts";
import {
  buildSample,
  CACHE,
  checkSample,
  openSample,
  type SampleFiles,
  sampleFiles,
} from "./finished-curriculum.ts";

/** The same files before a program that knows nothing. */
function without(files: SampleFiles): SampleFiles {
  return openSample(
    Object.fromEntries(
      [...files.memory.files]
        .filter(([path]) => !path.startsWith(`${CACHE}/`))
        .map(([path, bytes]) => [path.slice(MEMORY.length + 1), bytes]),
    ),
  );
}

const set = ({ memory }: SampleFiles, path: string, text: string) =>
  memory.files.set(`${MEMORY}/c/${path}`, new TextEncoder().encode(text));

describe("a change that the book itself does not read", () => {
  const english =
    "People who share one phone should agree on who may read what, and write it down together.";
  const arabic =
    "على من يتشاركون هاتفا واحدا أن يتفقوا على من يقرأ ماذا، وأن يكتبوا ذلك معا. [مكان](#nowhere)";
  const session = (text: string) => `---\ntitle: One\npermalink: /one/\n---\n${text}\n`;

  it("makes the book anew: a copy of a session is translated", async () => {
    const files = openSample({
      ...sampleFiles(),
      "c/handpress.yaml": "title: Sample\nformats: epub\nlanguage: en\n",
      "c/ar/a.md":
        '---\ntitle: وحدة\nlayout: module\npermalink: /a/\nactivity:\n  - {name: "درس", url: "/one/"}\n---\nهذه وحدة عن الهواتف المشتركة وكيف نحميها معا.\n',
      "c/en/one.md": session(english),
      "c/ar/one.md": session(english),
    });
    await buildSample(files);
    await checkSample(files);
    set(files, "ar/one.md", session(arabic));
    const expected = await buildSample(without(files), { cache: false });
    const { diagnostics } = await checkSample(without(files), { cache: false });
    assert.ok(diagnostics.some(({ place }) => place.file === "ar/one.md"));
    assert.deepEqual((await checkSample(files)).diagnostics, diagnostics);
    const found = await buildSample(files);
    assert.deepEqual(found.books, expected.books);
    assert.deepEqual(found.record, expected.record);
    assert.ok(found.written.includes("ar/a.epub"));
  });

  it("is of the page that was read, where two names are one in another form", async () => {
    const [composed, apart] = ["\u00E9", "e\u0301"];
    const page = (text: string) => `---\ntitle: One\npermalink: /one/\n---\n${text}\n`;
    const start = Object.entries(sampleFiles()).filter(([path]) => path !== "c/en/one.md");
    for (const changed of [composed, apart]) {
      const files = openSample({
        ...Object.fromEntries(start),
        [`c/en/${composed}.md`]: page("First."),
        [`c/en/${apart}.md`]: page("First."),
      });
      await buildSample(files);
      set(files, `en/${changed}.md`, page("Second."));
      const expected = await buildSample(without(files), { cache: false });
      assert.deepEqual((await buildSample(files)).books, expected.books);
    }
  });
});

describe("a configuration that is not understood", () => {
  const kept = async (name: string, text: string) => {
    const fileSystem = openSample({
      ...sampleFiles(),
      "c/handpress.yaml": "",
      [`c/${name}`]: text,
    });
    if (name !== "handpress.yaml") fileSystem.memory.files.delete(`${MEMORY}/c/handpress.yaml`);
    const host = { fileSystem, cwd: MEMORY, command: "handpress" };
    return (await loadCurriculum(host, `${MEMORY}/c`, "")).configuration.cache !== false;
  };
  for (const text of [
    "cache: no",
    "cache: off",
    "cache: 0",
    "Cache: false",
    "title: [oops\ncache: false",
    "titel: Sample",
  ]) {
    it(`keeps nothing: ${JSON.stringify(text)}`, async () =>
      assert.equal(await kept("handpress.yaml", `${text}\n`), false));
  }
  it("keeps nothing under another name", async () =>
    assert.equal(await kept("handpress.yml", "cache: false\n"), false));
  it("keeps what is finished where all is well", async () =>
    assert.equal(await kept("handpress.yaml", "title: Sample\n"), true));
});

describe("what is kept", () => {
  const open = (fileSystem: ReturnType<typeof memoryFileSystem>) =>
    openKeptList<string>(
      { fileSystem, cacheFolder: "/cache" },
      {
        file: "list.json",
        mostBytes: 1000,
        isValue: (value): value is string => typeof value === "string",
        choose: (entries) => entries,
      },
    );

  it("stays away where somebody has removed it meanwhile", async () => {
    const fileSystem = memoryFileSystem({});
    const first = await open(fileSystem);
    first.remember("old", "secret");
    await first.keep();
    const second = await open(fileSystem);
    assert.equal(second.recall("old"), "secret");
    fileSystem.files.clear();
    second.remember("new", "mine");
    await second.keep();
    const third = await open(fileSystem);
    assert.deepEqual([third.recall("old"), third.recall("new")], [undefined, "mine"]);
  });

  it("is tidied of what a run left that was killed", async () => {
    const files = openSample();
    const tidied: string[] = [];
    const noting: SampleFiles = {
      ...files,
      removeLeftovers: async (folders) => void tidied.push(...folders),
    };
    await buildSample(noting);
    assert.ok(tidied.includes(`${CACHE}/finished-books`));
  });
});

describe("a command that says the same again", () => {
  const told: (readonly [string, string])[] = [];
  const tidied: string[] = [];
  const fileSystem = memoryFileSystem({ "/c/page": "text" });
  const shell: Shell = {
    fileSystem: {
      ...fileSystem,
      removeLeftovers: async (folders) => {
        for (const one of folders) tidied.push(one);
      },
    },
    cwd: "/c",
    command: "handpress",
    cacheFolder: "/cache",
    toolIdentity: "tool",
    environment: {},
    version: "0",
    terminal: {
      out: (text) => void told.push(["out", text]),
      note: (text) => void told.push(["note", text]),
      canRewrite: false,
      colour: false,
    },
  };
  let runs = 0;
  const run = orRepeat("check", async () => async ({ terminal, fileSystem: own }) => {
    runs += 1;
    await own.removeLeftovers(["/output"]);
    await own.readFile("/c/page");
    for (const [to, text] of ORDER) terminal[to](text);
    return { told: 0, isRepeatable: true };
  });
  const ORDER = [
    ["out", "files\n"],
    ["note", "not built\n"],
    ["out", "end\n"],
  ] as const;

  it("keeps the order of both outputs, and removes what killed runs left", async () => {
    await run(shell, [], {});
    const first = told.splice(0);
    assert.deepEqual(first, ORDER);
    tidied.length = 0;
    await run(shell, [], {});
    assert.equal(runs, 1);
    assert.deepEqual(told, first);
    assert.deepEqual(tidied, ["/output"]);
  });
});

it("the fonts that are installed are known without a file being read", () => {
  assert.ok(listInstalledFonts().includes("@fontsource/noto-serif-armenian"));
  const lacking = listInstalledFonts((name) => (/armenian/.test(name) ? undefined : "/there"));
  assert.ok(!lacking.includes("@fontsource/noto-serif-armenian"));
  assert.ok(lacking.includes("@expo-google-fonts/noto-serif"));
});
