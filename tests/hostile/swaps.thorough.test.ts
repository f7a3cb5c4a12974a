import { test } from "node:test";
import { buildWhileSwapped } from "./swaps.ts";

test("files that become links or pipes while books are built bring nothing in, and stop nothing", async () => {
  await buildWhileSwapped(20);
});
