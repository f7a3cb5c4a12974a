import assert from "node:assert/strict";
import { before, test } from "node:test";
import { type FontSet, loadFonts } from "../../src/font/load-fonts.ts";
import { openWords } from "../../src/font/set-words.ts";
import { nodeFileSystem } from "../../src/host/node-file-system.ts";
import { type Language, parseLanguage } from "../../src/language/language.ts";

let fonts: FontSet;
before(async () => {
  const scripts = new Set(["Hans", "Hebr"]);
  fonts = await loadFonts(nodeFileSystem, { scripts, isWide: true, hasBoxes: true });
});

const english = parseLanguage("en") as Language;
const PLAIN = { family: "", isBold: false, isItalic: false, direction: "ltr" as const };
const set = async (text: string, wish: Partial<typeof PLAIN> = {}) =>
  (await openWords(fonts, english, text))(text, { ...PLAIN, ...wish });

test("words are shapes of our fonts, whatever font of a machine is named", async () => {
  const widths = await Promise.all(
    ["Arial", "Helvetica Neue", "Unheard Of", "Times New Roman", "'Courier New', monospace"].map(
      async (family) => (await set("Who reads it?", { family })).width,
    ),
  );
  const [arial, helvetica, unknown, times, courier] = widths;
  assert.equal(arial, helvetica);
  assert.equal(arial, unknown);
  assert.equal(new Set([arial, times, courier]).size, 3);
});

test("weight and slant are those of a font, not of force", async () => {
  const draw = async (wish: object) => (await set("ab", wish)).draw(0, 0, 10);
  const all = await Promise.all([{}, { isBold: true }, { isItalic: true }].map(draw));
  assert.equal(new Set(all).size, 3);
});

test("a line begins where it is asked to and is as wide as it says", async () => {
  const { draw, width } = await set("HH");
  const path = draw(100, 50, 20);
  const xs = [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map((match) => Number(match[1]));
  const ys = [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map((match) => Number(match[2]));
  assert.ok(Math.min(...xs) > 100 && Math.max(...xs) < 100 + width * 20);
  assert.equal(Math.max(...ys), 50);
  assert.ok(Math.min(...ys) > 50 - 20);
});

test("words from the right are set from the right, and other scripts in their own fonts", async () => {
  for (const text of ["من يقرأ؟", "שלום", "安全 门", "e\u0302\u0301 ŋ ─│ ⅓ ✓"]) {
    const { lacking, width } = await set(text);
    assert.deepEqual(lacking, [], text);
    assert.ok(width > 0.5 && width < text.length * 1.2, `${text}: ${width}`);
  }
  const [one, other] = [await set("אב"), await set("א")];
  const right = (path: string) =>
    Math.max(...[...path.matchAll(/(-?[\d.]+),/g)].map((match) => Number(match[1])));
  assert.ok(right(one.draw(0, 0, 100)) > right(other.draw(0, 0, 100)));
});

test("what no font draws is named", async () => {
  const { lacking, draw } = await set("a ꦗ b");
  assert.deepEqual(lacking, ["ꦗ"]);
  assert.equal(draw(0, 0, 10), (await set("a [U+A997] b")).draw(0, 0, 10));
});

test("the same words give the same shapes", async () => {
  assert.equal((await set("Same")).draw(1, 2, 3), (await set("Same")).draw(1, 2, 3));
});
