import assert from "node:assert/strict";
import { test } from "node:test";
import { readDataPicture } from "../../src/markup/data-pictures.ts";
import { read } from "./reading.ts";

const DOT = "R0lGODlhAQABAAAAACwAAAAAAQABAAA=";

test("a picture in its address is taken out of it, in Markdown and in HTML, once", () => {
  const address = `data:image/gif;base64,${DOT}`;
  const { xhtml, found, document } = read(
    `a ![A](${address}) <img alt="A" src="${address}"> ![A](data:image/gif;base64,\n${DOT.slice(0, 8)}\n${DOT.slice(8)} “T”)`,
  );
  assert.deepEqual(found, []);
  assert.equal(xhtml.match(/src="picture:[0-9a-f]{32}\.gif"/g)?.length, 3);
  assert.doesNotMatch(xhtml, /data:/);
  assert.equal(document.images.length, 1);
  assert.deepEqual(document.images[0]?.bytes, Uint8Array.from(Buffer.from(DOT, "base64")));
});

test("a drawing may stand there as text", () => {
  const picture = readDataPicture("data:image/svg+xml,%3Csvg xmlns='a'%3E%3C/svg%3E");
  assert.equal(new TextDecoder().decode(picture.bytes), "<svg xmlns='a'></svg>");
  assert.match(picture.path ?? "", /\.svg$/);
});

for (const [address, reason] of [
  ["data:image/png;base64,iVB@", "damaged"],
  ["data:image/png;base64,iVBOR", "damaged"],
  ["data:image/png;base64,", "no data"],
  ["data:image/png", "comma"],
  ["data:text/html;base64,aaaa", "no picture"],
  ["data:image/svg+xml,%E0%A4%A", "damaged"],
] as const) {
  test(`a picture that cannot be had is told: ${address}`, () => {
    const { xhtml, found, diagnostics } = read(`a <img alt="A" src="${address}">`);
    assert.deepEqual(found, ["MRK022 11:3"]);
    assert.ok(diagnostics[0]?.message.includes(reason), diagnostics[0]?.message);
    assert.equal(xhtml, '<p>a <span class="missing missing-image">A</span></p>');
  });
}
