import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { LaunchedBrowser } from "../../src/browser/launch-browser.ts";
import { cleanCache } from "../../src/build/finished/clean-cache.ts";
import {
  FINISHED_FILE,
  FINISHED_FOLDER,
  openFinishedBooks,
} from "../../src/build/finished/finished-books.ts";
import { knowBooks } from "../../src/build/finished/know-books.ts";
import { loadCurriculum } from "../../src/build/load/load-curriculum.ts";
import { listBooks } from "../../src/build/plan/select-books.ts";
import { checksumOf } from "../../src/build/record/checksum.ts";
import { FileSystemError } from "../../src/host/file-system.ts";
import { memoryFileSystem } from "../support/memory-file-system.ts";
import { MEMORY } from "../support/overlay-file-system.ts";
import {
  buildSample,
  CACHE,
  checkSample,
  listCache,
  openSample,
  otherDot,
  type SampleFiles,
  sampleFiles,
} from "./finished-curriculum.ts";

const ALL = ["en/a.epub", "en/b.epub", "es/a.epub"];

function edit(files: SampleFiles, path: string, change: (text: string) => string): void {
  const at = `${MEMORY}/c/${path}`;
  const before = new TextDecoder().decode(files.memory.files.get(at));
  const after = change(before);
  assert.notEqual(after, before, `${path} is changed`);
  files.memory.files.set(at, new TextEncoder().encode(after));
}

describe("a build of what an earlier run has finished", () => {
  it("writes no book again, and says and records the same", async () => {
    const files = openSample();
    const first = await buildSample(files);
    const second = await buildSample(files);
    assert.deepEqual(first.written, ALL);
    assert.deepEqual(second, { ...first, written: [] });
  });

  it("puts back what was taken away or changed, byte for byte", async () => {
    const files = openSample();
    const first = await buildSample(files);
    files.memory.files.delete(`${MEMORY}/c/output/en/a.epub`);
    files.memory.files.set(`${MEMORY}/c/output/es/a.epub`, new Uint8Array([1]));
    const second = await buildSample(files);
    assert.deepEqual(second.written, ["en/a.epub", "es/a.epub"]);
    assert.deepEqual(second.books, first.books);
    for (const [path, sum] of Object.entries(first.books)) {
      const bytes = files.memory.files.get(`${MEMORY}/c/output/${path}`);
      assert.equal(checksumOf(bytes ?? new Uint8Array()), sum, path);
    }
  });

  const changes: readonly {
    readonly what: string;
    readonly change: (files: SampleFiles) => void;
    /** Books that are made anew; all where it is not said. */
    readonly made?: readonly string[];
  }[] = [
    {
      what: "the text of a session of one module",
      change: (files) => edit(files, "en/three.md", (text) => text.replace("Third", "Last")),
      made: ["en/b.epub"],
    },
    {
      what: "the text of a session that two modules share",
      change: (files) => edit(files, "en/two.md", (text) => text.replace("Shared", "Common")),
      made: ["en/a.epub", "en/b.epub"],
    },
    {
      what: "the text of a module's page",
      change: (files) => edit(files, "en/a.md", (text) => text.replace("about", "good for")),
      made: ["en/a.epub", "es/a.epub"],
    },
    {
      what: "a link that leads nowhere",
      change: (files) => edit(files, "en/three.md", (text) => `${text}\n[x](#nowhere)\n`),
      made: ["en/b.epub"],
    },
    {
      what: "a picture",
      change: (files) => void files.memory.files.set(`${MEMORY}/c/dot.png`, otherDot()),
      made: ["en/a.epub", "en/b.epub"],
    },
    {
      what: "the title of a session that another book links to",
      change: (files) => edit(files, "en/three.md", (text) => text.replace("Session three", "New")),
    },
    {
      what: "an address",
      change: (files) =>
        edit(files, "en/three.md", (text) => text.replace("permalink: /three/", "permalink: /3/")),
    },
    {
      what: "the order of sessions",
      change: (files) =>
        edit(files, "en/b.md", (text) =>
          text.replace(/( {2}- .*\n)( {2}- .*\n)/, (_, one, other) => other + one),
        ),
    },
    {
      what: "the configuration",
      change: (files) => edit(files, "handpress.yaml", (text) => `${text}publisher: Somebody\n`),
    },
    {
      what: "a page in no book",
      change: (files) =>
        void files.memory.files.set(
          `${MEMORY}/c/en/new.md`,
          new TextEncoder().encode("---\ntitle: New\npermalink: /new/\n---\nText.\n"),
        ),
    },
    {
      what: "a page in letters that ask for other fonts",
      change: (files) => edit(files, "en/three.md", (text) => `${text}\nမြန်မာ\n`),
    },
    {
      what: "a picture that is gone",
      change: (files) => void files.memory.files.delete(`${MEMORY}/c/dot.png`),
    },
    {
      what: "a session that is gone",
      change: (files) => void files.memory.files.delete(`${MEMORY}/c/en/one.md`),
    },
  ];
  for (const { what, change, made } of changes) {
    it(`is the same as one without a cache: ${what}`, async () => {
      const files = openSample();
      await buildSample(files);
      await checkSample(files);
      change(files);
      const plain = openSample(
        Object.fromEntries(
          [...files.memory.files]
            .filter(([path]) => !path.startsWith(`${CACHE}/`))
            .map(([path, bytes]) => [path.slice(MEMORY.length + 1), bytes]),
        ),
      );
      const { diagnostics } = await checkSample(plain, { cache: false });
      assert.deepEqual((await checkSample(files)).diagnostics, diagnostics);
      const expected = await buildSample(plain, { cache: false });
      const found = await buildSample(files);
      assert.deepEqual({ ...found, written: [] }, { ...expected, written: [] });
      assert.deepEqual(found.written, made ?? expected.written);
    });
  }

  for (const [what, request] of Object.entries({
    edition: { editions: ["participant"] },
    links: { links: "inline" },
    fonts: { fonts: "always" },
    size: { maxSizeBytes: 30_000 },
    theme: { theme: "pocket" },
    date: { sourceDateSeconds: 86_400 },
  } as const)) {
    it(`is the same as one without a cache: another ${what}`, async () => {
      const files = openSample();
      await buildSample(files);
      const expected = await buildSample(openSample(), { cache: false, request });
      const found = await buildSample(files, { request });
      assert.deepEqual(found.books, expected.books);
      assert.deepEqual(found.diagnostics, expected.diagnostics);
    });
  }

  it("makes everything anew for another program", async () => {
    const files = openSample();
    await buildSample(files);
    assert.deepEqual((await buildSample(files, { tool: "tool 2" })).written, ALL);
  });

  it("keeps nothing where the configuration says so", async () => {
    const files = openSample({
      ...sampleFiles(),
      "c/handpress.yaml": "title: Sample\nformats: epub\ncache: false\n",
    });
    await buildSample(files);
    assert.deepEqual(listCache(files), []);
    assert.deepEqual((await buildSample(files)).written, ALL);
  });

  const faulty = () =>
    openSample({
      ...sampleFiles(),
      "c/en/three.md": "---\ntitle: T\npermalink: /three/\n---\n[nowhere](#nowhere)\n",
    });

  it("says again what was wrong with a book", async () => {
    const files = faulty();
    const first = await buildSample(files);
    assert.ok(first.diagnostics.length > 0);
    assert.deepEqual(await buildSample(files), { ...first, written: [] });
  });

  it("is no check: what that says of the same books is known by itself", async () => {
    const files = faulty();
    await buildSample(files);
    const first = await checkSample(files);
    assert.ok(first.diagnostics.length > 0);
    assert.deepEqual(first.read, ["dot.png"]);
    assert.deepEqual(await checkSample(files), { ...first, read: [] });
    const { diagnostics } = await buildSample(files);
    assert.deepEqual(diagnostics, (await buildSample(faulty())).diagnostics);
  });
});

describe("a cache that is not as it was left", () => {
  const spoilt: Readonly<Record<string, (files: SampleFiles) => void>> = {
    "its list is cut off": ({ memory }) => {
      const path = `${CACHE}/${FINISHED_FILE}`;
      memory.files.set(path, memory.files.get(path)?.slice(0, 300) ?? new Uint8Array());
    },
    "its list is empty": ({ memory }) =>
      void memory.files.set(`${CACHE}/${FINISHED_FILE}`, new Uint8Array()),
    "a sum in its list was changed": ({ memory }) => {
      const path = `${CACHE}/${FINISHED_FILE}`;
      const text = new TextDecoder().decode(memory.files.get(path));
      const changed = text.replace(/"sizeBytes":\d/g, '"sizeBytes":9');
      assert.notEqual(changed, text);
      memory.files.set(path, new TextEncoder().encode(changed));
    },
    "a bit of each book was flipped": ({ memory }) => {
      for (const [path, bytes] of memory.files) {
        if (!path.startsWith(`${CACHE}/${FINISHED_FOLDER}/`)) continue;
        const flipped = bytes.slice();
        flipped[100] = (flipped[100] ?? 0) ^ 1;
        memory.files.set(path, flipped);
      }
    },
    "its books were removed": ({ memory }) => {
      for (const path of [...memory.files.keys()]) {
        if (path.startsWith(`${CACHE}/${FINISHED_FOLDER}/`)) memory.files.delete(path);
      }
    },
    "it may not be read": ({ memory }) => {
      for (const path of memory.files.keys()) {
        if (path.startsWith(CACHE)) memory.faults.set(path, "permission");
      }
    },
  };
  for (const [what, spoil] of Object.entries(spoilt)) {
    it(`harms no book: ${what}`, async () => {
      const files = openSample();
      const first = await buildSample(files);
      spoil(files);
      for (const path of ALL) files.memory.files.delete(`${MEMORY}/c/output/${path}`);
      const second = await buildSample(files);
      assert.deepEqual(second, { ...first, written: ALL });
      files.memory.faults.clear();
      for (const path of ALL) files.memory.files.delete(`${MEMORY}/c/output/${path}`);
      assert.deepEqual((await buildSample(files)).books, first.books);
    });
  }

  it("is nothing where the disk is full", async () => {
    const files = openSample();
    const full: SampleFiles = {
      ...files,
      writeFile: (path, bytes, within) =>
        path.startsWith(CACHE)
          ? Promise.reject(new FileSystemError("full", path))
          : files.writeFile(path, bytes, within),
    };
    const first = await buildSample(full);
    assert.deepEqual(first.written, ALL);
    assert.deepEqual(listCache(files), []);
    assert.deepEqual((await buildSample(full)).books, first.books);
  });
});

it("what another browser than the one that was foreseen has printed is not kept", async () => {
  const files = openSample();
  const host = { fileSystem: files, cwd: MEMORY, command: "handpress" };
  const loaded = await loadCurriculum(host, `${MEMORY}/c`, "");
  const [book] = listBooks(loaded.curriculum, "en");
  assert.ok(book);
  for (const [identity, isKept] of [
    ["embedded 1", true],
    ["Chrome/2", false],
  ] as const) {
    const finished = await openFinishedBooks({ fileSystem: files });
    const start = async () => ({ identity }) as LaunchedBrowser;
    const browser = {
      start,
      identify: async () => identity,
      isForeseen: async () => isKept,
      fault: undefined,
      async close() {},
    };
    const print = { browser, identity: "embedded 1" };
    const known = knowBooks({ host, loaded, finished }, () => "key", print);
    const one = { title: "T", diagnostics: [], inputs: {}, readFiles: {}, files: [] };
    await known.remember(book, one, []);
    assert.equal((await known.find(book)) !== undefined, isKept);
  }
});

describe("the list of finished books", () => {
  const bytes = (text: string) => new TextEncoder().encode(text.padEnd(100, "."));
  const bookOf = (own: Uint8Array) => ({
    title: "T",
    diagnostics: [],
    inputs: {},
    readFiles: {},
    files: [{ format: "epub" as const, sizeBytes: own.byteLength, sha256: checksumOf(own) }],
  });

  function open(mostBytes?: number, toolIdentity: string | undefined = "tool") {
    const fileSystem = memoryFileSystem({});
    const host = { fileSystem, cacheFolder: "/cache", toolIdentity };
    return { fileSystem, again: () => openFinishedBooks(host, { mostBytes }) };
  }

  it("forgets the books that were used longest ago, with their files", async () => {
    const { again, fileSystem } = open(250);
    const first = await again();
    for (const key of ["a", "b"]) await first.remember(key, bookOf(bytes(key)), [bytes(key)]);
    await first.keep();
    const second = await again();
    assert.ok(second.recall("a"));
    await second.remember("c", bookOf(bytes("c")), [bytes("c")]);
    await second.keep();
    const third = await again();
    assert.deepEqual(
      ["a", "b", "c"].map((key) => third.recall(key) !== undefined),
      [true, false, true],
    );
    const kept = [...fileSystem.files.keys()].filter((path) =>
      path.includes(`${FINISHED_FOLDER}/`),
    );
    assert.deepEqual(
      kept.sort(),
      ["a", "c"].map((key) => `/cache/${FINISHED_FOLDER}/${checksumOf(bytes(key))}`).sort(),
    );
  });

  it("keeps what two runs have finished at once", async () => {
    const { again } = open();
    const [one, other] = [await again(), await again()];
    await one.remember("a", bookOf(bytes("a")), [bytes("a")]);
    await other.remember("b", bookOf(bytes("b")), [bytes("b")]);
    await Promise.all([one.keep(), other.keep()]);
    const later = await again();
    assert.ok(later.recall("a") !== undefined && later.recall("b") !== undefined);
  });

  it("is none of a program that cannot say which it is", async () => {
    const fileSystem = memoryFileSystem({});
    const one = await openFinishedBooks({ fileSystem, cacheFolder: "/cache" });
    await one.remember("a", bookOf(bytes("a")), [bytes("a")]);
    await one.keep();
    assert.ok(one.recall("a"), "while it runs");
    assert.deepEqual([...fileSystem.files], []);
  });

  it("is gone after a cleaning, with what other versions left, and nothing else is", async () => {
    const { again, fileSystem } = open();
    const one = await again();
    await one.remember("a", bookOf(bytes("a")), [bytes("a")]);
    await one.keep();
    const rest = ["/cache/browser-1/chromium", "/cache/other.json"];
    for (const path of [...rest, "/cache/finished-books-7.json", "/cache/page-numbers.json"]) {
      await fileSystem.writeFile(path, bytes("x"));
    }
    const { files, sizeBytes } = await cleanCache({ fileSystem, cacheFolder: "/cache" });
    assert.equal(files, 1);
    assert.ok(sizeBytes > 300);
    assert.deepEqual([...fileSystem.files.keys()].sort(), rest);
    assert.equal((await again()).recall("a"), undefined);
  });
});
