import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { homedir, hostname, tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { recordBuild } from "../../src/build/record/record-build.ts";
import { memoryFileSystem } from "../support/memory-file-system.ts";
import { runHandpress } from "../support/run-handpress.ts";
import { build, openWorld, PAGES, readText } from "./curriculum.ts";
import { makeFile } from "./made-files.ts";
import { RECORD } from "./record-files.ts";

test("nothing of the user, the machine, the folder or the day is written down", async () => {
  const folder = await mkdtemp(join(tmpdir(), "secret-place-"));
  try {
    const own = { "look/theme.yaml": "title: Mine\ndescription: Mine.\nextends: handout\n" };
    for (const [path, text] of Object.entries({ ...PAGES, ...own })) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    for (const more of [["locks", "--theme", "./look"], ["doors"]]) {
      const args = ["build", "./c", ...more, "-f", "epub", "--output", "books-of-mine"];
      const { code } = await runHandpress(args, {
        cwd: folder,
        environment: { USER: "somebody", HOSTNAME: "elsewhere" },
      });
      assert.equal(code, 0);
    }
    const text = (
      await Promise.all(
        ["SHA256SUMS", "handpress-record.json"].map((name) =>
          readFile(join(folder, "books-of-mine", name), "utf8"),
        ),
      )
    ).join("\n");
    const { username } = userInfo();
    const tells = [
      folder,
      "secret-place",
      tmpdir(),
      homedir(),
      hostname(),
      "look",
      "of-mine",
      "somebody",
      "elsewhere",
      process.version.slice(1),
      process.platform,
      process.arch,
      // The year of the books is not in the record either: it is in the books.
      "2020",
      "2026",
      ...(username.length > 2 ? [`/${username}`, `"${username}`] : []),
    ];
    const sums = /\b[0-9a-f]{16,}\b/g;
    const words = text.replace(sums, "");
    assert.deepEqual(
      tells.filter((one) => words.toLowerCase().includes(one.toLowerCase())),
      [],
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("a participant's edition does not name what it leaves out", async () => {
  const fileSystem = openWorld({
    ...PAGES,
    "c/keys.md":
      "---\ntitle: keys\npermalink: /keys/\nadids: Input\n---\nText.\n\n:::trainer\n![Secret](/zebra-picture.svg)\n:::\n",
    "c/locks.md": `${PAGES["c/locks.md"]}`.replace(
      "---\nText",
      "synthesis:\n  - name: Two\n    url: /zebra-session/\n---\nText",
    ),
    "c/zebra-session.md":
      "---\ntitle: zebra\npermalink: /zebra-session/\nadids: Synthesis\naudience: trainer\n---\nText.\n",
    "c/zebra-picture.svg": PAGES["c/key.svg"] ?? "",
  });
  await build(fileSystem, "--edition", "participant");
  assert.doesNotMatch(readText(fileSystem, RECORD), /zebra/);
  await build(fileSystem, "--edition", "trainer");
  assert.match(readText(fileSystem, RECORD), /zebra-session\.md/);
  assert.match(readText(fileSystem, RECORD), /zebra-picture\.svg/);
});

test("two builds that end at once lose nothing of each other", async () => {
  const sumOfText = (text: string) => createHash("sha256").update(text).digest("hex");
  const memory = memoryFileSystem({ "/o/en/a.epub": "A", "/o/en/b.epub": "B" });
  const slow = {
    ...memory,
    async writeFile(path: string, bytes: Uint8Array) {
      await new Promise((settle) => setTimeout(settle, 5));
      await memory.writeFile(path, bytes);
    },
  };
  await Promise.all(
    ["a", "b"].map((name) => {
      const sha256 = sumOfText(name.toUpperCase());
      return recordBuild(slow, "/o", [makeFile(`en/${name}.epub`, "0", { sha256 })]);
    }),
  );
  const list = new TextDecoder().decode(memory.files.get("/o/SHA256SUMS"));
  assert.match(list, /en\/a\.epub\n.*en\/b\.epub\n.*handpress-record\.json\n$/);
});

test("a book of one build keeps how it was made when another is made otherwise", async () => {
  const fileSystem = openWorld();
  await build(fileSystem, "locks", "--links", "inline");
  await build(fileSystem, "doors", "--links", "none");
  const { files, settings } = JSON.parse(readText(fileSystem, RECORD));
  const linksOf = (path: string) => settings[files[path].settings].links;
  assert.equal(linksOf("en/locks.epub"), "inline");
  assert.equal(linksOf("en/doors.epub"), "none");
});
