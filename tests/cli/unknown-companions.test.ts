import assert from "node:assert/strict";
import { test } from "node:test";
import { describeFiles } from "../../src/cli/describe-folder.ts";
import { type JudgedFile, markFolder } from "../../src/provenance/judge-folder.ts";

function tell(path: string): string {
  const judged: readonly JudgedFile[] = [{ path, state: "unlisted" }];
  return describeFiles(judged, markFolder(judged), false).join("\n");
}

test("of a Mac's companion that is not known it is said where it may come from and what to do", () => {
  assert.match(
    tell("en/._tails.epub"),
    /A Mac may have put those there.* delete them, and look again/,
  );
  assert.doesNotMatch(tell("en/tails.epub"), /A Mac/);
});
