import assert from "node:assert/strict";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { openCurriculum } from "../../src/api/handpress.ts";
import { CONTENT, EPUB, folder, prepare } from "./api-scene.ts";

prepare();

test("a curriculum answers several questions, and two can be open at once", async () => {
  const [one, other] = await Promise.all([openCurriculum(CONTENT), openCurriculum(CONTENT)]);
  const names = one.modules.filter(({ language }) => language === "en").map(({ name }) => name);
  assert.ok(names.includes("tails"));
  const [first, second, found] = await Promise.all([
    one.build({ ...EPUB, output: join(folder, "one") }),
    other.build({ ...EPUB, output: join(folder, "two") }),
    one.check({ language: "en" }),
  ]);
  assert.deepEqual(found, []);
  assert.equal(first.files.length, 1);
  assert.equal(first.files[0]?.sha256, second.files[0]?.sha256);
  const again = await one.build({ ...EPUB, output: join(folder, "three") });
  assert.equal(again.files[0]?.sha256, first.files[0]?.sha256);
  await Promise.all([one.close(), other.close(), one.close()]);
  await assert.rejects(one.check(), /was closed/);
});

test("a signal that was aborted before begins nothing", async () => {
  const curriculum = await openCurriculum(CONTENT);
  const output = join(folder, "never");
  const signal = AbortSignal.abort(new Error("too late"));
  await assert.rejects(curriculum.build({ ...EPUB, output }, { signal }), /too late/);
  await assert.rejects(readdir(join(output, "en")));
  await curriculum.close();
});

test("a page that cannot be read is a diagnostic", async () => {
  const root = join(folder, "bad");
  const { mkdir } = await import("node:fs/promises");
  await mkdir(root, { recursive: true });
  await writeFile(join(root, "tea.md"), "---\nlayout: module\ntitle: [\n---\nText\n");
  const curriculum = await openCurriculum(root);
  const { files, notBuilt, diagnostics } = await curriculum.build({
    formats: ["epub"],
    output: join(folder, "bad-books"),
  });
  assert.deepEqual(files, []);
  assert.deepEqual(
    notBuilt.map(({ why }) => why),
    ["unreadable"],
  );
  assert.ok(diagnostics.some(({ severity }) => severity === "error"));
  await curriculum.close();
});
