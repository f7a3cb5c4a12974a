import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { areBackwards, composeText, findForms, traceLine } from "../../src/language/text-form.ts";
import { sameCases } from "../support/seed.ts";

/** Arabic words in the forms of their places, as a PDF's text has them. */
const TRUSTED = "\uFEE3\uFEEE\uFE9B\uFEEE\uFED5";
const NETWORK = "\uFEB7\uFE92\uFEDC\uFE94";

test("accents come to their letters, in every script", () => {
  assert.equal(composeText("ti\u0065\u0302\u0301ng Vi\u0065\u0323\u0302t"), "tiếng Việt");
  assert.equal(composeText("\u1112\u1161\u11AB"), "한");
  assert.equal(composeText("\u0627\u0653"), "آ");
  assert.equal(composeText("か\u3099"), "が");
});

test("presentation forms become the letters that they stand for", () => {
  assert.equal(composeText(`${TRUSTED} ${NETWORK}`), "موثوق شبكة");
  assert.equal(composeText("\uFEFB"), "لا");
  assert.equal(composeText("\uFDF2 \uFDFA"), "الله صلى الله عليه وسلم");
  assert.equal(composeText("\uFBFE\uFB56"), "یپ");
});

test("a mark comes onto the letter before it, and stands as it did where there is none", () => {
  assert.equal(composeText("\uFEB7\uFE76\uFE92"), "شَب");
  assert.equal(composeText("\uFEB7\uFE77\uFE92"), "شَب");
  assert.equal(composeText("\u0634\uFC60"), "شَّ");
  assert.equal(composeText("x \uFE76"), "x  \u064E");
});

test("nothing else is decomposed", () => {
  for (const text of ["x² ﬁ ½ ①", "Ａ：", "\uFD3E\uFD3F\uFDFD", "\uD800 \uDFFF"]) {
    assert.equal(composeText(text), text);
    assert.deepEqual(findForms(text), []);
  }
});

test("words that were copied as they are seen stand backwards", () => {
  const words = `${TRUSTED} ${NETWORK}`;
  assert.equal(areBackwards(findForms(words)), false);
  assert.equal(areBackwards(findForms([...words].reverse().join(""))), true);
  assert.equal(areBackwards(findForms("\uFDFA \uFDFC \uFEFB")), false);
});

const written = fc
  .array(
    fc.oneof(
      fc.constantFrom(..."aeio e\u0302\u0301\u0323\u0654\u0653اوشبک가\u1112\u1161\u11AB"),
      fc.constantFrom("\uFDFA", "\uFE76", "\uFC60", "\uFEB7", "\uFEFB", "\uFE77", "𝕏", "가"),
    ),
    { maxLength: 30 },
  )
  .map((signs) => signs.join(""));

test("every place of a composed line is found in the line as it was written", () => {
  fc.assert(
    fc.property(written, fc.nat(60), fc.nat(20), (line, from, length) => {
      const composed = composeText(line);
      const trace = traceLine(line);
      if (trace === undefined) return assert.equal(composed, line);
      const start = Math.min(from, composed.length);
      const end = Math.min(start + length, composed.length);
      const [first, last] = [trace.startOf(start), trace.endOf(end)];
      assert.ok(first >= 0 && first <= line.length && last >= 0 && last <= line.length);
      if (end > start) {
        assert.ok(first < last, `${start}–${end}: ${first}–${last}`);
        const before = composeText(line.slice(0, first)).length;
        const found = composeText(line.slice(0, last)).slice(Math.max(before - 1, 0));
        assert.ok(found.includes(composed.slice(start + 1, end - 1)));
      }
    }),
    sameCases(500),
  );
});

test("a place between letters and marks is that of the whole sign", () => {
  const line = "vi\u0065\u0323\u0302t **x";
  const trace = traceLine(line);
  assert.equal(trace?.startOf("việt ".length), line.indexOf("**"));
  assert.equal(trace?.endOf("việ".length), line.indexOf("t"));
});
