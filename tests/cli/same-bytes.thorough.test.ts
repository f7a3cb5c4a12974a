import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import sharp from "sharp";
import { runProgram } from "./whole-program.ts";

const PAGES = {
  "handpress.yaml": "title: Locks\npublisher: A small press\n",
  "locks.md":
    "---\nlayout: module\ntitle: Locks\ndate: 2020-01\nauthor: A. Writer\npermalink: /locks/\ninput:\n  - name: Keys\n    url: /keys/\n---\n## Learning Goals\n- One\n- Two\n",
  "keys.md":
    "---\ntitle: Keys\npermalink: /keys/\nadids: Input\nduration: 30 minutes\n---\nText with a note[^1], a [web page](https://www.example.org/) and مفتاح.\n\n![A key](/key.png)\n\n[^1]: The note.\n",
};

async function write(folder: string): Promise<void> {
  for (const [name, text] of Object.entries(PAGES)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const drawing = { width: 40, height: 20, channels: 3, background: "#336699" } as const;
  await sharp({ create: drawing }).png().toFile(join(folder, "key.png"));
}

async function sumOf(path: string): Promise<string> {
  return createHash("sha256")
    .update(await readFile(path))
    .digest("hex");
}

test("two people in two places at two times make the same bytes", async () => {
  const base = await mkdtemp(join(tmpdir(), "handpress-same-"));
  try {
    const here = join(base, "one");
    const there = join(base, "another folder ü");
    await write(here);
    await cp(here, there, { recursive: true });
    const first = await runProgram(["build", "."], {
      cwd: here,
      environment: { TZ: "Pacific/Kiritimati", LANG: "ar_EG.UTF-8", LC_ALL: "ar_EG.UTF-8" },
    });
    const second = await runProgram(["build", "../another folder ü", "--output", "../books"], {
      cwd: here,
      environment: {
        TZ: "America/Anchorage",
        LANG: "C",
        LC_ALL: "C",
        USER: "somebody",
        LOGNAME: "somebody",
        HOSTNAME: "elsewhere",
        TMPDIR: base,
      },
    });
    assert.equal(`${first.code} ${first.note}`, "0 ");
    assert.equal(`${second.code} ${second.note}`, "0 ");
    for (const file of ["en/locks.epub", "en/locks.pdf", "handpress-record.json", "SHA256SUMS"]) {
      assert.equal(
        await sumOf(join(base, "books", file)),
        await sumOf(join(here, "output", file)),
        file,
      );
    }
  } finally {
    await rm(base, { recursive: true });
  }
});
