import assert from "node:assert/strict";
import { appendFile, cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { REPOSITORY, runHandpress } from "../support/run-handpress.ts";
import { readPage, readPages } from "./pages.ts";
import { isAsShown, readExamples } from "./read-examples.ts";
import { SCENES } from "./scenes.ts";

const SCRIPTS = JSON.parse(readPage("package.json").text).scripts as Readonly<
  Record<string, string>
>;
const FINGERPRINT = "41cc 71fa bafd 788c 84c5 87cd 717d a21d";
/** What a page without a shown text promises by that: nothing was found. */
const FOUND = /\b(?:error|warning) [A-Z]{3}\d{3}/;

// UPDATE_DOCS=1 node tests/run.mjs --slow docs/examples writes what is printed today; read the difference.
for (const { path, text } of readPages()) {
  const examples = readExamples(text);
  if (!examples.some(({ kind }) => kind === "run")) continue;
  test(`${path} shows what one sees`, async (t) => {
    const home = await mkdtemp(join(tmpdir(), "handpress-docs-"));
    t.after(() => rm(home, { recursive: true }));
    const cwd = join(home, "handpress");
    await mkdir(cwd);
    for (const copy of ["handpress/content", "my-curriculum"]) {
      await cp(join(REPOSITORY, "content"), join(home, copy), { recursive: true });
    }
    let page = text;
    const differing: string[] = [];
    for (const example of examples) {
      if (example.kind === "scene") {
        const play = SCENES[example.name];
        assert.ok(play, `${path}:${example.line}: no scene ${example.name}`);
        await play(cwd);
      } else if (example.kind === "file") {
        const file = join(cwd, example.path);
        await mkdir(dirname(file), { recursive: true });
        await (example.isAdded ? appendFile : writeFile)(file, example.text);
      } else if (example.kind === "run") {
        const { command, printed, typed, line } = example;
        const { code, said } = await type(command, cwd, home);
        if (printed === "") {
          if (code === 0 && !FOUND.test(said)) continue;
          differing.push(`${path}:${line}: ${command} ended with ${code}\n${said}`);
        } else if (!isAsShown(said, printed)) {
          differing.push(`${path}:${line}: ${command}\n${said}`);
          if (!/^…$/m.test(printed))
            page = page.replace(`${typed}\n${printed}`, () => `${typed}\n${said}`);
        }
      }
    }
    if (process.env.UPDATE_DOCS === "1") await writeFile(join(REPOSITORY, path), page);
    assert.deepEqual(differing, []);
  });
}

/** Types one line, and gives what both streams say, with an empty line between them. */
async function type(command: string, cwd: string, home: string) {
  if (command === "npm ci && npm start")
    return await type("./handpress build --lang all", cwd, home);
  // Tests and measures that would take too long here: at least there is a script of that name.
  const script = /\bnpm (?:ci && npm )?(?:run )?(?:--silent )?([\w:]+)/.exec(command)?.[1];
  if (script !== undefined) return { code: script in SCRIPTS ? 0 : 1, said: "" };
  const [program, ...words] = command.split(" ");
  assert.equal(program, "./handpress", `${command} is run by nobody`);
  const { code, note, out } = await runHandpress(words, { cwd });
  const said = `${note}${note === "" || out === "" ? "" : "\n"}${out}`
    .replace(/\n{3,}/g, "\n\n")
    .replaceAll(home, "/home/trainer")
    .replaceAll(homedir(), "/home/trainer")
    .replaceAll(`Node.js ${process.versions.node}`, "Node.js 20.20.2")
    // Of the sums of all books: each change of a theme makes another.
    .replace(/(?<=Fingerprint of the folder {2})[\da-f ]{39}/, FINGERPRINT);
  return { code, said };
}
