import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { sameCases } from "../support/seed.ts";
import { LINES, participants } from "./container-scene.ts";
import { read } from "./reading.ts";

test("nothing after a line that opens a block for trainers, and no line closes, gets out", () => {
  const lines = fc.array(fc.constantFrom(...LINES), { maxLength: 12 });
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      // Within code and comments the line is no line of ours; a footnote that the text before refers
      // to is the text's.
      const start = before.filter((line) => !/```|<!--|-->|\[\^/.test(line));
      const body = [...start, "", ":::trainer", ...after, "SECRET", "", "SECRET"].join("\n");
      const { diagnostics } = read(body);
      const isRead = diagnostics.some(({ code }) => code === "MRK060" || code === "MRK065");
      if (isRead) assert.doesNotMatch(participants(body), /SECRET/);
      else assert.match(read(body).xhtml, /:::trainer/);
    }),
    sameCases(400),
  );
});
