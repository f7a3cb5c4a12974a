import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { openCoverFonts, shapeLine } from "../../src/font/shape-text.ts";
import { subsetGlyphs } from "../../src/font/subset-glyphs.ts";
import { unpackFont } from "../../src/font/unpack-font.ts";
import { parseLanguage } from "../../src/language/language.ts";

const { resolve } = createRequire(import.meta.url);
const readFont = (packageName: string, slice: string) =>
  new Uint8Array(
    readFileSync(
      resolve(`@fontsource/${packageName}/files/${packageName}-${slice}-400-normal.woff2`),
    ),
  );

/** Letters that join, stack, go around others, or are taken apart by the shaping engine. */
const SAMPLES: readonly (readonly [string, string, string, string])[] = [
  ["en", "source-serif-pro", "latin", "Office staff AVATAR “naïve” fjord"],
  ["ar", "scheherazade-new", "arabic", "السلام عليكم، لا إله ﷲ مُحَمَّد"],
  ["fa", "vazirmatn", "arabic", "می‌خواهم گوشی را خاموش کنم ۱۲۳"],
  ["my", "noto-serif-myanmar", "myanmar", "ဥက္ကဋ္ဌ ပြဿနာ သင်္ဘော ကျွန်ုပ်တို့ ဩဂုတ် ဦး"],
  ["am", "noto-sans-ethiopic", "ethiopic", "ደህንነቱ የተጠበቀ፤ የይለፍ ቃል።"],
  ["hi", "noto-serif-devanagari", "devanagari", "श्रद्धा क्षत्रिय ज्ञान विद्यार्थी फ़ोन कैसे"],
  ["bn", "noto-serif-bengali", "bengali", "ক্ষমা কোনো জ্ঞান স্বাস্থ্য"],
  ["km", "noto-serif-khmer", "khmer", "កើតឿងៀកោកៅ ពាក្យសម្ងាត់ ប្រាំមួយ"],
  ["th", "noto-serif-thai", "thai", "น้ำทำคำ ที่ปลอดภัย"],
  ["lo", "noto-serif-lao", "lao", "ນ້ຳ ຄຳ ປອດໄພ"],
  ["si", "noto-serif-sinhala", "sinhala", "ශ්‍රී විද්‍යාව ක්‍රියා කොළඹ"],
  ["bo", "noto-serif-tibetan", "tibetan", "བོད་སྐད་ རྒྱུད་ ཨོཾ་"],
  ["he", "noto-serif-hebrew", "hebrew", "סיסמה בְּטוּחָה"],
];

for (const [tag, packageName, slice, text] of SAMPLES) {
  test(`a subset sets ${tag} as the whole font does`, async () => {
    const language = parseLanguage(tag);
    assert.ok(language);
    const packed = readFont(packageName, slice);
    // The text as it stands in no order: what is asked for is a set of characters.
    const characters = [...new Set(text)].sort().join("");
    const subset = await subsetGlyphs(packed, characters);
    const [whole] = await openCoverFonts([{ bytes: packed }], text);
    const [part] = await openCoverFonts([{ bytes: subset }], text);
    assert.ok(whole && part);
    assert.ok(part.shaper.nominalGlyph(0x20) !== undefined, "a space");
    for (const line of text.split(/[ ،፤]/)) {
      const before = shapeLine(line, [whole], language);
      assert.ok(before, `${line} is in the font`);
      assert.deepEqual(shapeLine(line, [part], language), before, line);
    }
    const full = await unpackFont(packed);
    assert.ok(
      subset.byteLength < full.byteLength / 2,
      `${subset.byteLength} of ${full.byteLength}`,
    );
  });
}

test("a subset has no letter that was not asked for", async () => {
  const subset = await subsetGlyphs(readFont("noto-serif-myanmar", "myanmar"), "ကခ");
  const [font] = await openCoverFonts([{ bytes: subset }], "က");
  const held = Array.from({ length: 0x1100 }, (_, codePoint) => codePoint).filter(
    (codePoint) => font?.shaper.nominalGlyph(codePoint) !== undefined,
  );
  assert.deepEqual(held, [0x20, 0x1000, 0x1001]);
});

test("the same font and text give the same bytes, also two at a time", async () => {
  const packed = readFont("noto-sans-ethiopic", "ethiopic");
  const [one, two, other] = await Promise.all([
    subsetGlyphs(packed, "ሰላም"),
    subsetGlyphs(packed, "ምላሰ"),
    subsetGlyphs(readFont("noto-serif-khmer", "khmer"), "កខ"),
  ]);
  assert.deepEqual(one, two);
  assert.notDeepEqual(one, other);
});

test("copyright and licence stay in the font, and nothing is restricted", async () => {
  const subset = Buffer.from(await subsetGlyphs(readFont("noto-serif-myanmar", "myanmar"), "ကခ"));
  const text = subset.toString("latin1").replaceAll("\0", "");
  assert.match(text, /Copyright 2016 Google/);
  assert.match(text, /scripts\.sil\.org\/OFL/);
  assert.equal(readTable(subset, "OS/2").readUInt16BE(8), 0, "fsType: installable");
});

function readTable(font: Buffer, tag: string): Buffer {
  const count = font.readUInt16BE(4);
  for (let index = 0; index < count; index += 1) {
    const record = 12 + index * 16;
    if (font.toString("ascii", record, record + 4) !== tag) continue;
    return font.subarray(font.readUInt32BE(record + 8));
  }
  throw new RangeError(`no table ${tag}`);
}
