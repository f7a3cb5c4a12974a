import assert from "node:assert/strict";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { openCurriculum } from "../../src/api/handpress.ts";
import { REPOSITORY } from "../support/run-handpress.ts";
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

test("a build that is stopped leaves whole files, and a curriculum that can be asked", async () => {
  const curriculum = await openCurriculum(CONTENT);
  const output = join(folder, "stopped");
  const controller = new AbortController();
  const request = { language: "en", formats: ["pdf"], output } as const;
  const stopped = curriculum.build(request, {
    signal: controller.signal,
    onBook: () => setTimeout(() => controller.abort(new Error("enough")), 50),
  });
  await assert.rejects(stopped, /enough/);
  const names = await readdir(output, { recursive: true }).catch(() => []);
  assert.deepEqual(
    names.filter((name) => name.endsWith(".part")),
    [],
  );
  const { files } = await curriculum.build({ ...request, modules: ["tails"] });
  assert.equal(files.length, 1);
  await curriculum.close();
});

test("when a build that was stopped has ended, nothing is written any more and all is written down", async () => {
  const curriculum = await openCurriculum(CONTENT);
  const output = join(folder, "ended");
  const controller = new AbortController();
  let begun = 0;
  const stopped = curriculum.build(
    { language: "all", formats: ["epub"], output },
    {
      signal: controller.signal,
      onBook: () => {
        begun += 1;
        if (begun === 4) controller.abort(new Error("enough"));
      },
    },
  );
  await assert.rejects(stopped, /enough/);
  const list = async () =>
    (await readdir(output, { recursive: true })).filter((name) => /\.\w+$/.test(name)).sort();
  const written = await list();
  assert.equal(begun, 4);
  await new Promise((settle) => setTimeout(settle, 2000));
  assert.deepEqual(await list(), written);
  const sums = await readFile(join(output, "SHA256SUMS"), "utf8");
  for (const name of written.filter((one) => one.endsWith(".epub"))) assert.ok(sums.includes(name));
  assert.ok(written.some((one) => one.endsWith(".epub")));
  await curriculum.close();
});

test("without a browser EPUBs are built, and the next build looks again", async () => {
  const curriculum = await openCurriculum(CONTENT, { browser: join(folder, "no-browser") });
  const request = { modules: ["tails"], language: "en", output: join(folder, "half") };
  for (let times = 0; times < 2; times += 1) {
    const { files, browserProblem } = await curriculum.build(request);
    assert.deepEqual(
      files.map(({ format }) => format),
      ["epub"],
    );
    assert.notEqual(browserProblem, undefined);
  }
  const { browserProblem } = await curriculum.build({ ...request, formats: ["epub"] });
  assert.equal(browserProblem, undefined);
  await curriculum.close();
});

test("the examples of docs/api.md run as a program of somebody else", async () => {
  const { spawnSync } = await import("node:child_process");
  const page = await readFile(join(REPOSITORY, "docs/api.md"), "utf8");
  const examples = [...page.matchAll(/^```js\n(.*?)^```$/gms)].map((match) => match[1] ?? "");
  assert.equal(examples.length, 3);
  const said = [/tails en /, /^0$/m, /^1 of 1: en\/tails\n\[ 'tails\.epub' \] \[\]$/m];
  const output = JSON.stringify(join(folder, "books"));
  for (const [at, example] of examples.entries()) {
    const script = join(folder, `example-${at}.mts`);
    const source = JSON.stringify(join(REPOSITORY, "src/api/handpress.ts"));
    await writeFile(script, example.replace('"handpress"', source).replace('"books"', output));
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ["--import", import.meta.resolve("tsx"), script],
      { cwd: REPOSITORY, encoding: "utf8" },
    );
    assert.equal(stderr, "");
    assert.match(stdout, said[at] ?? /^$/);
  }
});
