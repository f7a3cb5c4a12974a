import assert from "node:assert/strict";
import { it } from "node:test";
import { CACHE, listCache, openSample } from "../build/finished-curriculum.ts";
import { MEMORY } from "../support/overlay-file-system.ts";
import { runHandpress } from "../support/run-handpress.ts";

it("clean says what it removed, and that nothing is left of it", async () => {
  const files = openSample();
  const options = { fileSystem: files, cwd: `${MEMORY}/c`, cacheFolder: CACHE, toolIdentity: "t" };
  await runHandpress(["build", "--lang", "all"], options);
  assert.ok(listCache(files).length > 3);
  const { code, out, note } = await runHandpress(["clean"], options);
  assert.deepEqual([code, note], [0, ""]);
  assert.match(
    out,
    /^Removed 3 files of finished books, \d+ kB in all\.\nYour books in the output folders are untouched\. The next build takes longer\.\n$/,
  );
  assert.deepEqual(listCache(files), []);
  assert.deepEqual(await runHandpress(["clean"], options), {
    code: 0,
    out: "There was nothing to remove.\n",
    note: "",
  });
  assert.deepEqual(
    await runHandpress(["clean", "--json"], { ...options, cacheFolder: "/nowhere" }),
    {
      code: 0,
      out: '{\n  "exitCode": 0,\n  "files": 0,\n  "sizeBytes": 0\n}\n',
      note: "",
    },
  );
});
