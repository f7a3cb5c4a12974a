import { test } from "node:test";
import { CHECKS } from "./checks.ts";
import { FOUND_CASES } from "./found-cases.ts";

for (const { subject, wrong, input } of FOUND_CASES) {
  test(`${subject}: ${wrong}`, async () => {
    const check = CHECKS[subject] as (input: unknown) => void | Promise<void>;
    const isText = typeof input === "string" && subject !== "drawing";
    await check(isText ? new TextEncoder().encode(input) : input);
  });
}
