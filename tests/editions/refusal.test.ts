import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { runHandpress } from "../support/run-handpress.ts";

// A participant's edition that could hold what is for trainers is not made. The curriculum is English,
// with a translation into Finnish, for which nobody has written a list of words.

let folder = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "handpress-refusal-"));
});
after(() => rm(folder, { recursive: true }));

const module = (title: string, ...sessions: readonly string[]) =>
  `---\nlayout: module\ntitle: ${title}\npermalink: /locks/\ninput:\n${sessions
    .map((name) => `  - url: /${name}/\n`)
    .join("")}---\nKeys and doors.\n`;
const session = (name: string, body: string, more = "") =>
  `---\ntitle: ${name}\npermalink: /${name.toLowerCase()}/\nadids: Input\n${more}---\n${body}\n`;

async function build(files: Readonly<Record<string, string>>, lang: string, ...more: string[]) {
  const root = await mkdtemp(join(folder, "c-"));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  const words =
    more[0] === "check" ? ["check", root] : ["build", root, "--format", "epub", "--edition", "all"];
  const { code, note } = await runHandpress([...words, "--lang", lang], { cwd: root });
  const output = await readdir(join(root, "output", lang)).catch(() => []);
  const found = note
    .split("\n")
    .filter((line) => / error (?:PUB02|THM)/.test(line) || line.startsWith("not built"));
  return { code, found, output: output.sort() };
}

const ENGLISH = {
  "en/locks.md": module("Locks", "doors"),
  "en/doors.md": session(
    "Doors",
    "Open it.\n\n### Trainer's Note\n\nBring keys.\n\n### Look\n\nAt it.",
  ),
};
const finnish = (body: string, more = "") => ({
  ...ENGLISH,
  "fi/locks.md": module("Lukot", "doors"),
  "fi/doors.md": session("Doors", body, more),
});

test("a heading where the source has a trainer's note keeps the edition from being made", async () => {
  const body = "Avaa se.\n\n### Huomio ohjaajalle\n\nTuo avaimet.\n\n### Katso\n\nSitä.";
  const { code, found, output } = await build(finnish(body), "fi");
  assert.deepEqual(found, [
    "fi/doors.md:8:1: error PUB021: Unexpected `Huomio ohjaajalle` where en/doors.md has a part for trainers, expected one here too",
    "not built: fi/locks-participant (a part of it may be for trainers, see above)",
  ]);
  assert.equal(code, 1);
  assert.deepEqual(output, ["locks.epub"]);
});

test("the author's marks settle it: a block for trainers, an empty one, all", async () => {
  const bodies = [
    "Avaa se.\n\n:::trainer\n### Huomio ohjaajalle\n\nTuo avaimet.\n:::\n\n### Katso\n\nSitä.",
    "Avaa se.\n\n:::trainer\n:::\n\n### Katso\n\nSitä.",
    "Avaa se.\n\n### Huomio {.all}\n\nTuo avaimet.\n\n### Katso\n\nSitä.",
  ];
  for (const body of bodies) {
    const { found, output } = await build(finnish(body), "fi");
    assert.deepEqual([found, output], [[], ["locks-participant.epub", "locks.epub"]]);
  }
});

test("where headings do not go side by side, the page is told", async () => {
  const { found } = await build(finnish("Avaa se. Tuo avaimet."), "fi");
  assert.match(
    found[0] ?? "",
    /^fi\/doors\.md:1:1: error PUB021: Unexpected page with nothing for trainers, expected 1 part/,
  );
});

test("words of the configuration are known; handpress.yaml names the edition, check tells", async () => {
  const words =
    "editions: [trainer, participant]\nvocabulary:\n  fi:\n    trainers: [ohjaajalle]\n    notes: huomio\n";
  const body = "Avaa se.\n\n### Huomio ohjaajalle\n\nTuo avaimet.\n\n### Katso\n\nSitä.";
  const known = await build({ ...finnish(body), "handpress.yaml": words }, "fi");
  assert.deepEqual(known.found, []);
  const without = { ...finnish(body), "handpress.yaml": "editions: [trainer, participant]\n" };
  const told = await build(without, "all", "check");
  assert.match(told.found.join("\n"), /^fi\/doors\.md:8:1: error PUB021[^\n]*$/);
  assert.deepEqual((await build(finnish(body), "all", "check")).found, []);
});

test("an audience that nobody knows, and a session called a note for trainers", async () => {
  const files = (more: string) => ({
    "en/locks.md": module("Locks", "doors", "notes"),
    "en/doors.md": ENGLISH["en/doors.md"],
    "en/notes.md": session("Notes", "Bring keys.", more).replace(
      "title: Notes",
      "title: Notes for the trainer",
    ),
  });
  const unclear = await build(files("audience: journalists\n"), "en");
  assert.match(unclear.found[0] ?? "", /^en\/notes\.md:5:11: error PUB022/);
  const named = await build(files(""), "en");
  assert.match(named.found[0] ?? "", /^en\/notes\.md:1:1: error PUB023/);
  for (const audience of ["trainer", "all"]) {
    assert.deepEqual((await build(files(`audience: ${audience}\n`), "en")).found, []);
  }
});
