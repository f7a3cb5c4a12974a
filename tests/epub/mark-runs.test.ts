import assert from "node:assert/strict";
import { test } from "node:test";
import { listMarkedLanguages, markRuns } from "../../src/epub/mark-runs.ts";
import { SCRIPT_FONTS } from "../../src/font/families.ts";

const scripts = SCRIPT_FONTS.filter(({ script }) => script === "Ethi" || script === "Mymr");
const page = (body: string) =>
  `<?xml version="1.0"?>\n<!DOCTYPE html>\n<html lang="en"><head><title>ሰላም</title></head><body>${body}</body></html>`;
const mark = (body: string) => {
  const marked = markRuns(page(body), scripts);
  assert.ok(marked.startsWith(page("").replace("</body></html>", "")), "only the body is marked");
  return marked.slice(page("").indexOf("</body>"), marked.indexOf("</body>"));
};

const cases: Readonly<Record<string, readonly [string, string]>> = {
  "text of other scripts stays": ["<p>Ann &amp; علي</p>", "<p>Ann &amp; علي</p>"],
  "a run is marked, words and signs together": [
    "<p>By አበበ በቀለ፣ Ann</p>",
    '<p>By <span class="script-ethi">አበበ በቀለ፣</span> Ann</p>',
  ],
  "a run ends with its last letter and the marks on it": [
    "<p>(ဒေါ်မြ, x)</p>",
    '<p>(<span class="script-mymr">ဒေါ်မြ</span>, x)</p>',
  ],
  "two scripts in one text": [
    "<p>ሀ က</p>",
    '<p><span class="script-ethi">ሀ</span> <span class="script-mymr">က</span></p>',
  ],
  "an entity does not end inside a run": [
    "<p>ሀ &amp; ለ</p>",
    '<p><span class="script-ethi">ሀ</span> &amp; <span class="script-ethi">ለ</span></p>',
  ],
  "attributes stay": ['<img src="a.png" alt="ሀ"/>', '<img src="a.png" alt="ሀ"/>'],
  "text that says its language has its face from there": [
    '<p><span lang="am">ሀ <b>ለ</b></span> ሐ</p>',
    '<p><span lang="am">ሀ <b>ለ</b></span> <span class="script-ethi">ሐ</span></p>',
  ],
  "the language of an inner element counts": [
    '<p lang="am">ሀ <i lang="en">ለ<br/>ሐ</i> መ</p>',
    '<p lang="am">ሀ <i lang="en"><span class="script-ethi">ለ</span><br/><span class="script-ethi">ሐ</span></i> መ</p>',
  ],
};
for (const [name, [body, expected]] of Object.entries(cases)) {
  test(name, () => assert.equal(mark(body), expected));
}

test("a long run is marked in one go", () => {
  const words = "ሰላም ".repeat(100_000);
  assert.equal(mark(`<p>${words}</p>`).match(/<span/g)?.length, 1);
});

test("languages are those that documents say, as they say them", () => {
  const documents = ['<p lang="my">', '<p lang="shn"/><b lang="en-GB">', '<i lang="x<">', "lang"];
  assert.deepEqual(listMarkedLanguages(documents, "Mymr"), ["my", "shn"]);
});
