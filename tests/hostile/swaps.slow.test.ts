import { test } from "node:test";
import { buildWhileSwapped } from "./swaps.ts";

test("two hundred builds of files that become links or pipes meanwhile", async () => {
  await buildWhileSwapped(200);
});
