import assert from "node:assert/strict";
import { test } from "node:test";
import { parseSizeBytes } from "../../src/source/size.ts";

test("a size is read in the units that people write", () => {
  const sizes = {
    "500kB": 500_000,
    " 1.5 MB ": 1_500_000,
    "2m": 2_000_000,
    "64KiB": 65_536,
    "1MiB": 1_048_576,
    "80 K": 80_000,
    "1234": 1234,
    "12b": 12,
  };
  for (const [text, bytes] of Object.entries(sizes))
    assert.equal(parseSizeBytes(text), bytes, text);
});

test("what is no size is none", () => {
  const texts = ["", "kB", "0", "0.0001", "-5kB", "5 TB", "1e3", "1,5MB", "1.2.3", "٥kB", "5kB x"];
  for (const text of texts) assert.equal(parseSizeBytes(text), undefined, text);
});
