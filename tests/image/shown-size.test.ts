import assert from "node:assert/strict";
import { test } from "node:test";
import { showSize, writeShareRules } from "../../src/image/shown-size.ts";

const picture = { widthPx: 400, heightPx: 200 };

for (const [asked, expected] of [
  [{}, { widthPx: 400, heightPx: 200, isAsked: false }],
  [{ width: 20 }, { widthPx: 20, heightPx: 10, isAsked: true }],
  [{ height: 20 }, { widthPx: 40, heightPx: 20, isAsked: true }],
  [
    { width: 100, height: 10 },
    { widthPx: 20, heightPx: 10, isAsked: true },
  ],
  [{ width: 1 }, { widthPx: 1, heightPx: 1, isAsked: true }],
  [
    { width: 5000, height: 300 },
    { widthPx: 400, heightPx: 200, isAsked: false },
  ],
  [{ width: "33%" }, { widthPx: 400, heightPx: 200, isAsked: false, share: 35 }],
  [{ width: "1%" }, { widthPx: 400, heightPx: 200, isAsked: false, share: 5 }],
  [
    { width: "99%", height: 20 },
    { widthPx: 40, heightPx: 20, isAsked: true, share: 95 },
  ],
  [{ width: "x" }, { widthPx: 400, heightPx: 200, isAsked: false }],
] as const) {
  test(`a picture of 400 × 200 is shown as asked: ${JSON.stringify(asked)}`, () => {
    assert.deepEqual(showSize(asked, picture), expected);
  });
}

test("only the shares that a document uses have rules", () => {
  const html =
    '<img src="a" class="share-35"/> <img class="sized share-5" src="b"/> class="share-10"';
  assert.equal(
    writeShareRules([html, html]),
    "img.share-5 { max-width: 5%; }\nimg.share-35 { max-width: 35%; }\n",
  );
  assert.equal(writeShareRules(["<p>share-50</p>"]), "");
});
