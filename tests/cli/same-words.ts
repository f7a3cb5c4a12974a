import assert from "node:assert/strict";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import sharp from "sharp";
import { runHandpress } from "../support/run-handpress.ts";
import { chanceFrom, readSeed } from "../support/seed.ts";

/** Every kind of text that comes into a book; no two letters of it join, so that no joiner is meant. */
const PAGES: Readonly<Record<string, string>> = {
  "handpress.yaml":
    "title: Locks and keys\npublisher: A small press\nbrand:\n  name: A small press\n  contact: Write to us\nlicence: CC BY 4.0\n",
  "locks.md":
    "---\nlayout: module\ntitle: Locks and keys\nauthor: A. Writer, B. Reader\npermalink: /locks/\ninput:\n  - name: Keys of houses\n    url: /keys/\n---\n## Learning Goals\n\n- One of them\n- Two of them\n",
  "keys.md": `---
title: "Keys of houses"
summary: What a key is
permalink: /keys/
adids: Input
---
Text with a note[^1], a [web page of words](https://www.example.org/ "a title"), **strong words** and \`code here\`.

## A heading of words

| One head | Two heads |
|----------|-----------|
| One cell | Two cells |

> A quotation of words, caf\u00e9 and na\u00efve.

    indented code
      goes on here

\`\`\`sh
if true; then
    echo one two
fi
\`\`\`

![A key of iron](/key.png)

Term
: What it means

[^1]: The note of words.
`,
};

let root = "";

async function build(name: string, pages: Readonly<Record<string, string>>) {
  const folder = join(root, name);
  await mkdir(folder, { recursive: true });
  for (const [file, text] of Object.entries(pages)) await writeFile(join(folder, file), text);
  await cp(join(root, "key.png"), join(folder, "key.png"));
  const { code, note } = await runHandpress([
    "build",
    folder,
    "--format",
    "epub",
    "--output",
    join(folder, "output"),
  ]);
  assert.equal(code, 0, note);
  return { note, epub: await readFile(join(folder, "output", "en", "locks.epub")) };
}

const edit = (change: (text: string, file: string) => string) =>
  Object.fromEntries(Object.entries(PAGES).map(([file, text]) => [file, change(text, file)]));

type Kind = readonly [name: string, signs: readonly string[]];

/** Signs that nobody sees, strewn over the pages. */
export const KINDS: readonly Kind[] = [
  ["spaces of no width", ["\u200B", "\u2060", "\uFEFF"]],
  ["joiners", ["\u200C", "\u200D", "\u034F"]],
  ["soft hyphens", ["\u00AD"]],
  ["tags", ["\u{E0001}", "\u{E0041}", "\u{E007F}"]],
  [
    "selectors of variants",
    ["\uFE00", "\uFE0E", "\uFE0F", "\u{E0100}", "\u{E01EF}", "\u180B", "\u180F"],
  ],
  ["annotations", ["\uFFF9", "\uFFFA", "\uFFFB"]],
  ["music and shorthand", ["\u{1D173}", "\u{1D17A}", "\u{1BCA0}", "\u{1BCA3}"]],
  ["hieroglyphs' formats", ["\u{13430}", "\u{13438}", "\u{1343F}", "\u{13450}"]],
  ["fillers and vowels", ["\u115F", "\u1160", "\u17B4", "\u17B5", "\u180E"]],
  ["operators", ["\u2061", "\u2062", "\u2063", "\u2064", "\u206A", "\u206F"]],
  ["numbers without a sign", ["\u2065", "\uFFF0", "\u{E0FFF}", "\uFDD0"]],
];

type Change = (text: string, file: string) => string;
type Form = readonly [name: string, change: Change];

/** Other ways to write what is seen as the same. */
export const FORMS: readonly Form[] = [
  ["letters apart from their accents", (text: string) => text.normalize("NFD")],
  [
    "runs of spaces and tabs",
    (text: string) =>
      text.replace(/(?<=[a-z]) (?=[a-z])(?!goes)/g, (_, at) => (at % 2 ? "  " : " \t ")),
  ],
  [
    "other spaces",
    (text: string) =>
      text.replace(
        /(?<=[a-z]) (?=[a-z])/g,
        (_, at: number) => "\u00A0\u2002\u2009\u202F\u2003 "[at % 6] ?? " ",
      ),
  ],
  [
    "blanks of other kinds beside spaces",
    (text: string) =>
      text.replace(
        /(?<=[a-z]) (?=[a-z])/g,
        (_, at: number) =>
          ["\u2800\u2800", " \u2028", "\u2029 ", " \u3164", "\uFFA0", "\u0085"][at % 6] ?? " ",
      ),
  ],
  [
    "spaces at the ends of code lines",
    (text: string) =>
      text.replace(
        /^( +\S.*|if .*|fi)$/gm,
        (line, _, at: number) => line + " \t".repeat(1 + (at % 3)),
      ),
  ],
  ["empty lines at the end of code", (text: string) => text.replace("\nfi\n", "\nfi\n \n\t\n\n")],
  ["tabs for spaces in code", (text: string) => text.replace("    echo one", "\techo one")],
  [
    "marks of direction among letters",
    (text: string) =>
      text.replace(
        /(?<=[a-z])(?=[a-z])/g,
        (_, at: number) => ["", "\u200E", "", "\u2066\u2069"][at % 4] ?? "",
      ),
  ],
  [
    "references in place of signs",
    (text: string, file: string) =>
      file === "keys.md" ? text.replaceAll("of words", "of wo&#8203;rd&#x2060;s&zwnj;&shy;") : text,
  ],
  [
    "elements of HTML that do nothing",
    (text: string, file: string) =>
      file === "keys.md"
        ? text
            .replace("Text with", "Te<span>x</span>t <bdi>w<wbr>ith</bdi>")
            .replace("a note", '<span id="n17"></span>a <span lang="en">note</span>')
            .replace("**strong words**", "**str**<wbr>**ong <abbr>words</abbr>**")
            .replace("One cell", '<span lang="en" dir="ltr">One</span> <wbr>cell')
        : text.replace("- Two of", '- <span id="n4">Two</span> <span dir="auto">of</span>'),
  ],
  ["escapes of YAML", (text: string) => text.replace('"Keys of', '"K\\u200Beys\\u2060 of')],
];

export function testSameWords(kinds: readonly Kind[], forms: readonly Form[]): void {
  describe("files that differ in nothing that is seen make one book", () => {
    after(() => rm(root, { recursive: true, force: true }));
    let plain: Uint8Array;
    // Places are those of a seed of its own; a run can be given another.
    const seed = process.env.HANDPRESS_SEED === undefined ? 14 : readSeed();
    before(async () => {
      root = await mkdtemp(join(tmpdir(), "handpress-words-"));
      const drawing = { width: 40, height: 20, channels: 3, background: "#336699" } as const;
      await sharp({ create: drawing }).png().toFile(join(root, "key.png"));
      const built = await build("plain", PAGES);
      assert.doesNotMatch(built.note, /MRK084|HDR034|CFG003/);
      plain = built.epub;
    });

    for (const [index, [name, signs]] of kinds.entries()) {
      test(`${name}, anywhere (seed ${seed})`, async () => {
        const roll = chanceFrom(seed + index);
        const strewn = edit((text) =>
          text.replace(/./gu, (letter) =>
            roll() < 0.1 ? letter + (signs[Math.floor(roll() * signs.length)] ?? "") : letter,
          ),
        );
        const { epub, note } = await build(`strewn-${index}`, strewn);
        assert.match(note, /keys\.md:\d+:\d+: warning MRK084/);
        if (name !== "soft hyphens") assert.match(note, /HDR034|CFG003/);
        assert.ok(Buffer.compare(epub, plain) === 0, `other bytes, seed ${seed}`);
      });
    }

    for (const [name, change] of forms) {
      test(name, async () => {
        const pages = edit((text, file) => {
          // In code a run of spaces is seen, and the header's own form is YAML's.
          const parts = text.split(/(^---\n[\s\S]*?\n---\n|^ {4}[\s\S]*?^```$(?=\n\n!))/m);
          const isWhole = !/spaces and tabs|other/.test(name);
          return isWhole
            ? change(text, file)
            : parts.map((one, at) => (at % 2 ? one : change(one, file))).join("");
        });
        assert.notDeepEqual(pages, PAGES);
        const { epub } = await build(`form-${name.replaceAll(" ", "-")}`, pages);
        assert.ok(Buffer.compare(epub, plain) === 0, "other bytes");
      });
    }
  });
}
