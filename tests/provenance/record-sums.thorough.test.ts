import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { runHandpress } from "../support/run-handpress.ts";
import { PAGES } from "./curriculum.ts";
import { RECORD, SUMS } from "./record-files.ts";

test("SHA256SUMS has the sum of every book and of the record, and sha256sum -c accepts it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "handpress-sums-"));
  try {
    for (const [path, text] of Object.entries(PAGES)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const { code, out, note } = await runHandpress(["build", "c"], { cwd: folder });
    assert.equal(`${code} ${note}`, "0 ");
    assert.match(
      out,
      /4 files of 2 books\.\nSums for `\.\/handpress verify`: output\/SHA256SUMS\n$/,
    );
    const list = await readFile(join(folder, SUMS), "utf8");
    const names: string[] = [];
    for (const line of list.split("\n").slice(0, -1)) {
      const [, sum = "", name = ""] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
      const bytes = await readFile(join(folder, "output", name));
      assert.equal(createHash("sha256").update(bytes).digest("hex"), sum, name);
      names.push(name);
    }
    assert.deepEqual(names, [
      "en/doors.epub",
      "en/doors.pdf",
      "en/locks.epub",
      "en/locks.pdf",
      "handpress-record.json",
    ]);
    const record = await readFile(join(folder, RECORD), "utf8");
    assert.match(record, /"browser": "\w*Chrom\w*\/[\d.]+"/);
    const checked = spawnSync("sha256sum", ["--strict", "-c", "SHA256SUMS"], {
      cwd: join(folder, "output"),
      encoding: "utf8",
    });
    if (checked.error === undefined) assert.equal(checked.status, 0, checked.stderr);
    const perl = spawnSync("shasum", ["-a", "256", "-c", "SHA256SUMS"], {
      cwd: join(folder, "output"),
      encoding: "utf8",
    });
    if (perl.error === undefined) assert.equal(perl.status, 0, perl.stderr);

    // Built again from its source, PDFs as well; a page that is another is named.
    const again = await runHandpress(["verify", "output", "--rebuild", "c"], { cwd: folder });
    assert.equal(again.code, 0, again.out);
    assert.match(again.out, /^You can trust this copy.*all 4 book files are the same/);
    await writeFile(join(folder, "c/keys.md"), (PAGES["c/keys.md"] ?? "").replace("Turn", "Take"));
    const other = await runHandpress(["verify", "output", "--rebuild", "c"], { cwd: folder });
    assert.equal(other.code, 1);
    assert.match(other.out, /^ {2}differs +en\/locks\.pdf: changed since: keys\.md$/m);
    assert.match(other.out, /^ {2}differs +en\/locks\.epub: changed since: keys\.md$/m);
    assert.match(other.out, /^ {2}identical {2}en\/doors\.pdf$/m);
  } finally {
    await rm(folder, { recursive: true });
  }
});
