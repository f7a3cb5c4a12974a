import assert from "node:assert/strict";
import { test } from "node:test";
import { BoundedInspector } from "../../src/api/bounded-inspector.ts";
import { judgeFile, listUnsearched } from "../../src/inspect/verdict.ts";
import { bytes } from "./kinds-scene.ts";
import { drawPlain } from "./telling-files.ts";

test("a file that takes too much memory or time is ended, and the next one is inspected", async () => {
  const order = (file: Uint8Array) => ({ name: "tea", bytes: file, isInFolder: false });
  const many = bytes(`<p>${"<b>tea</b>".repeat(600_000)}</p>`);
  const bounds = { memoryMb: 32, seconds: 100, secondsPerMb: 0, smallBytes: 0 };
  const small = new BoundedInspector(bounds);
  try {
    const full = await small.inspect(order(many));
    assert.equal(full.diagnostics[0]?.code, "INS005");
    assert.deepEqual(
      listUnsearched(full).map(({ name }) => name),
      ["it needed more than 32 MB of memory"],
    );
    assert.equal(judgeFile(await small.inspect(order(await drawPlain()))), "clean");
    const inFolder = await small.inspect({ ...order(many), isInFolder: true });
    assert.equal(judgeFile(inFolder), "not wholly searched");
  } finally {
    await small.close();
  }
  const short = new BoundedInspector({ ...bounds, memoryMb: 1024, seconds: 0 });
  try {
    const late = await short.inspect(order(many));
    assert.match(listUnsearched(late)[0]?.name ?? "", /^it took longer than 0 seconds$/);
  } finally {
    await short.close();
  }
});
