import assert from "node:assert/strict";
import { test } from "node:test";
import { MEMORY, overlayFileSystem } from "../support/overlay-file-system.ts";
import { runHandpress } from "../support/run-handpress.ts";

/** What `check` says of a licence in handpress.yaml. */
async function checkLicence(licence: string): Promise<string> {
  const fileSystem = overlayFileSystem({
    "c/a.md":
      "---\nlayout: module\ntitle: A\ndate: 2020-01\npermalink: /a/\ninput:\n  - name: One\n    url: /one/\n---\nText.\n",
    "c/one.md": "---\ntitle: One\npermalink: /one/\nadids: Input\n---\nText.\n",
    "c/handpress.yaml": `licence: ${licence}\n`,
  });
  return (await runHandpress(["check", "c"], { cwd: MEMORY, fileSystem })).note;
}

test("the licence's address is a link as any other", async () => {
  for (const [licence, code] of [
    ["{ name: good.org, url: https://evil.com/ }", "MRK082"],
    ["{ name: Free, url: https://p\u0430ypal.com/ }", "MRK081"],
    ["{ name: Free, url: https://good.org@evil.com/ }", "MRK083"],
  ]) {
    const note = await checkLicence(licence ?? "");
    assert.match(note, new RegExp(`^c/handpress\\.yaml:1:\\d+: warning ${code}: `, "m"));
  }
  for (const licence of [
    "{ name: CC BY-SA 4.0, url: https://creativecommons.org/licenses/by-sa/4.0/ }",
    "CC BY-SA 4.0",
  ]) {
    assert.doesNotMatch(await checkLicence(licence), /MRK08/);
  }
});
