import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { parse, stringify } from "yaml";
import { REPOSITORY } from "../support/run-handpress.ts";
import { fillIn, readPageAttacks, type Targets } from "./attack.ts";
import { type Listener, openListener } from "./listener.ts";
import { assertClean } from "./outputs.ts";
import { type Built, openRoot, type Root } from "./root.ts";
import { GOOD } from "./tree-attack.ts";

/** A theme's templates are code; its words are words, and translators from everywhere write them. */
const attacks = (await readPageAttacks()).filter(
  // Floods of brackets are refused with the file that they are in (THM006).
  ({ name, files }) => Object.keys(files).length === 0 && !/-flood$/.test(name),
);
const LONGEST = 160;
/** Names of stages stand side by side in one line: what runs out of it is refused (OUT010). */
const LONGEST_STAGE = 10;

/** Every word of the interface with an attack behind it, the attacks one after the other. */
function makeStrings(language: string, targets: Targets): ReadonlyMap<string, string> {
  const text = readFileSync(join(REPOSITORY, `themes/handout/strings/${language}.yaml`), "utf8");
  const strings = new Map<string, string>();
  let next = 0;
  for (const [key, words] of Object.entries(parse(text) as Record<string, unknown>)) {
    if (typeof words !== "string") continue;
    const attack = attacks[next % attacks.length];
    next += 1;
    if (attack === undefined) break;
    const payload = fillIn(attack.page, attack.name, targets)
      // A name in braces is a place for a value, and one that is not there is an error of the theme.
      .replace(/\{\w+\}/g, "")
      .replace(/[\p{Cc}\s]+/gu, " ");
    const longest = key.startsWith("stage-") ? LONGEST_STAGE : LONGEST;
    strings.set(key, `${words} ${payload.slice(0, longest)}`);
  }
  return strings;
}

let listener: Listener;
let root: Root;
let built: Built;
before(async () => {
  listener = await openListener();
  root = await openRoot(listener.port);
  root.write({
    ...GOOD,
    "ar/good.md": GOOD["en/good.md"] ?? "",
    "ar/well.md": GOOD["en/well.md"] ?? "",
  });
  const look = join(root.folder, "look");
  mkdirSync(join(look, "strings"), { recursive: true });
  writeFileSync(join(look, "theme.yaml"), "title: Look\ndescription: Ours\nextends: handout\n");
  for (const language of ["en", "ar"]) {
    const strings = Object.fromEntries(makeStrings(language, root.targets));
    writeFileSync(join(look, `strings/${language}.yaml`), stringify(strings));
  }
  built = await root.build(["--lang", "all", "--format", "pdf,epub", "--theme", look]);
});
after(() => {
  listener.close();
  root.remove();
});

test("a theme whose every word attacks: the build ends as a build ends, and leaves nothing behind", () => {
  assert.equal(built.code, 0, built.note + built.out);
  assert.deepEqual([built.strays, built.survivors, listener.heard], [[], [], []]);
});

describe("its books", () => {
  for (const language of ["en", "ar"]) {
    for (const format of ["epub", "pdf"]) {
      test(`${language}, ${format}: have the words as words`, async () => {
        const bytes = readFileSync(join(root.output, language, `good.${format}`));
        const words = await assertClean(new Uint8Array(bytes), `${language}-good.${format}`);
        const plain = words.replace(/\s+/g, "");
        const said = [...makeStrings(language, root.targets).values()].filter((one) =>
          plain.includes(one.slice(-60).replace(/\s+/g, "")),
        );
        // Not every word is in a book of one session; and an Arabic line comes out of a PDF in pieces.
        if (language === "en") assert.ok(said.length >= 5, `${said.length} of them are printed`);
      });
    }
  }
});
