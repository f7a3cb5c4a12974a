import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { REPOSITORY, runHandpress } from "../support/run-handpress.ts";

let folder = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "handpress-list-"));
  await mkdir(join(folder, "look"));
  await writeFile(
    join(folder, "look/theme.yaml"),
    "title: Look\ndescription: Ours alone\nextends: pocket\nprint: {bodySizePt: 9}\n",
  );
});
after(() => rm(folder, { recursive: true }));

test("every theme is listed with what it is for, in lines that fit", async () => {
  const { code, out } = await runHandpress(["themes"], { cwd: folder });
  assert.equal(code, 0);
  const names = (await readdir(join(REPOSITORY, "themes"))).sort();
  const listed = [...out.matchAll(/^(\S+) {2}\(/gm)].map(([, name]) => name);
  assert.deepEqual([...listed].sort(), names);
  assert.equal(listed[0], "handout");
  assert.match(
    out,
    /^large-print {2}\(Large print; A4, 18 pt\)\n {4}For readers who see little\./m,
  );
  assert.ok(out.split("\n").every((line) => line.length <= 80));
  assert.doesNotMatch(out, /Ours alone/);
});

test("a folder of one's own is listed where it is named, with what it takes from below", async () => {
  const { code, out } = await runHandpress(["themes", "--theme", "./look", "--json"], {
    cwd: folder,
  });
  assert.equal(code, 0);
  const { themes } = JSON.parse(out);
  const own = themes.find(({ name }: { name: string }) => name === "./look");
  const pocket = themes.find(({ name }: { name: string }) => name === "pocket");
  assert.deepEqual(own, {
    name: "./look",
    title: "Look",
    description: "Ours alone",
    paper: pocket.paper,
    bodySizePt: 9,
    images: "colour",
    languages: pocket.languages,
  });
});

test("a theme that is not there, and one that is broken", async () => {
  const unknown = await runHandpress(["themes", "--theme", "pokcet"], { cwd: folder });
  assert.equal(unknown.code, 2);
  assert.match(unknown.note, /Did you mean pocket\?/);
  await writeFile(join(folder, "look/print.css"), "p { color red }\n");
  const broken = await runHandpress(["themes", "--theme", "./look"], { cwd: folder });
  assert.equal(broken.code, 1);
  assert.match(broken.note, /look\/print\.css:1:11: error THM010/);
  assert.equal(broken.out, "");
});
