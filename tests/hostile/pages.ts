import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { readPageAttacks } from "./attack.ts";
import { listModules, makeCurriculum, markOf } from "./curriculum.ts";
import { type Listener, openListener } from "./listener.ts";
import { assertClean } from "./outputs.ts";
import { type Built, openRoot, type Root } from "./root.ts";

interface Found {
  readonly code: string;
  readonly place: { readonly file: string; readonly line?: number };
  readonly message: string;
}

const ALL = await readPageAttacks();

/** Tested with the quick tests: what runs, reaches out, or hides what it says. */
export const FIRST =
  /^(?:copy-number|event-handlers|frame|handlebars|image-remote|jpeg-metadata|link-(?:data|file|javascript)|meta-refresh|path-|png-text|raw-text|script-|style-|svg-(?:remote|script)|template)/;

/**
 * Builds all wanted attacks at once, and looks for each of them in its books. With PDFs the program runs as
 * a process of its own.
 *
 * @param wanted by their names.
 */
export function testPages(
  wanted: RegExp,
  languages: readonly string[],
  formats: readonly string[],
): void {
  const isWhole = formats.includes("pdf");
  const attacks = ALL.filter(({ name }) => wanted.test(name));
  const modules = listModules(attacks);
  // Letters that no face draws are told of a print.
  const isTold = (code: string) => isWhole || !code.startsWith("FNT");
  let listener: Listener;
  let root: Root;
  let built: Built;
  let found: readonly Found[] = [];

  before(async () => {
    listener = await openListener();
    root = await openRoot(listener.port);
    root.write(makeCurriculum(attacks, root.targets));
    const language = languages.length > 1 ? "all" : `${languages}`;
    const args = ["--lang", language, "--format", formats.join(",")];
    built = isWhole ? await root.build(args) : await root.buildHere(args);
    if (built.code !== 70) found = JSON.parse(built.out).diagnostics;
  });
  after(() => {
    listener.close();
    root.remove();
  });

  test("all attacks together: the build ends as a build ends, and leaves nothing behind", async () => {
    assert.ok(built.code === 0 || built.code === 1, `${built.code}: ${built.note}`);
    assert.deepEqual(built.strays, []);
    assert.deepEqual(built.survivors, []);
  });

  for (const language of languages) {
    for (const [module, own] of modules) {
      describe(`${language}/${module}`, () => {
        const words: Record<string, string> = {};
        before(async () => {
          for (const format of formats) {
            const path = join(root.output, language, `${module}.${format}`);
            words[format] = await assertClean(
              new Uint8Array(readFileSync(path)),
              `${module}.${format}`,
            );
          }
        });
        for (const attack of own) {
          const { name, what, says, losesEnd } = attack;
          test(`${name}: ${what}`, () => {
            const heard = listener.heard.filter((line) => line.includes(name));
            assert.deepEqual(heard, []);
            const file = `${language}/${name}/page.md`;
            const told = found.filter(({ place }) => place.file.endsWith(file));
            assert.deepEqual(
              [...new Set(told.map(({ code }) => code))].sort(),
              says.filter(isTold),
            );
            for (const text of Object.values(words)) {
              const plain = text.replace(/\s+/g, " ");
              assert.ok(plain.includes(markOf("Before", attack)), "its beginning is in the book");
              assert.equal(
                plain.includes(markOf("After", attack)),
                !losesEnd,
                "its end is in the book",
              );
            }
          });
        }
      });
    }
  }

  test("nothing was fetched, sent or looked up", async () => {
    await new Promise((settle) => setTimeout(settle, 500));
    assert.deepEqual(listener.heard, []);
  });

  test("and the listener does hear", async () => {
    await fetch(`http://127.0.0.1:${listener.port}/x`);
    assert.deepEqual(listener.heard, ["GET /x HTTP/1.1"]);
  });
}
