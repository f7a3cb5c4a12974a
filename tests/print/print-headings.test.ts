import assert from "node:assert/strict";
import { test } from "node:test";
import { listHeadings } from "../../src/print/print-headings.ts";

test("a bookmark has the words of its heading without the marks of notes", () => {
  const html =
    '<h2 id="a"><a href="https://one.example/">Doors</a><a class="note-ref" href="#n1" id="r"><sup class="note-ref-mark">1</sup></a></h2>' +
    '<h3>Keys &amp; <a class="note-ref" href="#n2"><sup class="note-ref-mark">2</sup></a>locks</h3>';
  assert.deepEqual(listHeadings(html), ["Doors", "Keys & locks"]);
});
