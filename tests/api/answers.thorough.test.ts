import assert from "node:assert/strict";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { openCurriculum, RequestError } from "../../src/api/handpress.ts";
import { CONTENT, EPUB, folder, prepare } from "./api-scene.ts";

prepare();

test("what cannot be is a RequestError, and the curriculum can be asked again", async () => {
  const curriculum = await openCurriculum(CONTENT);
  const impossible = [
    { modules: ["no-such-module"] },
    { language: "xx" },
    { theme: "no-such-theme" },
    { sessions: ["no-such-session"] },
  ];
  for (const request of impossible) {
    await assert.rejects(curriculum.build({ formats: ["epub"], ...request }), RequestError);
  }
  const { files } = await curriculum.build({ ...EPUB, output: join(folder, "after") });
  assert.equal(files.length, 1);
  await curriculum.close();
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
