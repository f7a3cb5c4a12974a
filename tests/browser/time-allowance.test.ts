import assert from "node:assert/strict";
import { test } from "node:test";
import { BrowserError } from "../../src/browser/browser-error.ts";
import { allow } from "../../src/browser/time-allowance.ts";

test("who builds is told how to give a print more time: content cannot", async () => {
  const allowance = allow(0.01);
  // In a build the browser keeps the program going; the allowance's own timer does not.
  const going = setInterval(() => {}, 1000);
  await assert.rejects(
    allowance.within(() => new Promise(() => {})),
    (error: unknown) => {
      assert.ok(error instanceof BrowserError);
      assert.match(error.details.join("\n"), /`--limit book-seconds=NUMBER`/);
      assert.doesNotMatch(error.details.join("\n"), /handpress\.yaml/);
      return true;
    },
  );
  clearInterval(going);
  allowance.stop();
});
