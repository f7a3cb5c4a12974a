import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

test("time zones, locales and summer time change nothing", () => {
  const script = fileURLToPath(new URL("print-book-hash.ts", import.meta.url));
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const hashes = ["UTC", "Pacific/Apia", "America/St_Johns", "Asia/Tehran"].map((zone, index) =>
    execFileSync(process.execPath, ["--import", "tsx", script], {
      cwd: root,
      env: { ...process.env, TZ: zone, LC_ALL: index % 2 === 0 ? "ar_EG.UTF-8" : "C" },
      encoding: "utf8",
    }),
  );
  assert.match(hashes[0] ?? "", /^[0-9a-f]{64}\n$/);
  assert.equal(new Set(hashes).size, 1);
  assert.notEqual(hashes[0], createHash("sha256").digest("hex"));
});
