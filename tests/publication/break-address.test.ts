import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { serialise, textOf } from "../../src/markup/serialise.ts";
import { breakAddress, isShownAddress } from "../../src/publication/break-address.ts";
import { sameCases } from "../support/seed.ts";

/** Where a line may break, as `|`; what keeps together, in brackets. */
const show = (address: string) =>
  serialise(breakAddress(address))
    .replaceAll("<wbr/>", "|")
    .replaceAll('<span class="keep">', "[")
    .replaceAll("</span>", "]")
    .replaceAll("&amp;", "&");

test("lines break after what parts an address, and before what could end a sentence or a word", () => {
  assert.equal(
    show("https://www.one.example:80/a/b_c.html"),
    "https://|www|.one|.example:|80/|a/|b|_c|.html",
  );
  assert.equal(show("https://o.ex/?q=a+b&r=c#end"), "https://|o|.ex/?|q=|a|+b&|r=|c|#end");
  assert.equal(show("https://o.ex/~me,you;1"), "https://|o|.ex/|~me|,you|;1");
});

test("no line ends with a hyphen: it is kept with the next sign", () => {
  assert.equal(show("https://o-n.ex/a-b--c"), "https://|o|[-n]|.ex/|a|[-b]|[--c]");
  assert.equal(show("https://o.ex/-a-"), "https://|o|.ex/|[-a]-");
});

test("an escape is not parted", () => {
  assert.equal(show("https://o.ex/%D9%85a"), "https://|o|.ex/|%D9|%85a");
});

test("signs at the end stay with what they end", () => {
  assert.equal(show("https://o.ex/a..."), "https://|o|.ex/|a...");
  assert.equal(show("https://o.ex/"), "https://|o|.ex/");
});

test("breaks take nothing away and add nothing", () => {
  const sign = fc.constantFrom(..."ab9/?&=:.-_~#%,;+@é中".split(""), "𝒜");
  fc.assert(
    fc.property(fc.array(sign, { minLength: 1, maxLength: 60 }), (signs) => {
      const address = signs.join("");
      assert.equal(textOf(breakAddress(address)), address);
    }),
    sameCases(),
  );
});

test("an address is shown whatever a person leaves out of it", () => {
  const shown = (text: string) => isShownAddress(text, "https://www.one.example/a/");
  for (const text of ["https://www.one.example/a/", "one.example/a", " WWW.one.example/A "]) {
    assert.ok(shown(text), text);
  }
  for (const text of ["one.example", "one.example/b", "see one.example/a", ""]) {
    assert.ok(!shown(text), text);
  }
});
