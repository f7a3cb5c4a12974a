import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { prepare } from "./printed-sample.ts";

prepare();

describe("two builds", () => {
  it("give the same bytes in another process, folder, time zone and locale", async () => {
    const script = fileURLToPath(new URL("print-once.ts", import.meta.url));
    const tsx = import.meta.resolve("tsx");
    const print = async (cwd: string, environment: Record<string, string>) => {
      const { stdout } = await promisify(execFile)(process.execPath, ["--import", tsx, script], {
        cwd,
        env: { ...process.env, ...environment },
      });
      return stdout;
    };
    const first = await print(process.cwd(), { TZ: "UTC", LANG: "C.UTF-8", LC_ALL: "C.UTF-8" });
    const second = await print(tmpdir(), {
      TZ: "Pacific/Chatham",
      LANG: "ar_EG.UTF-8",
      LC_ALL: "ar_EG.UTF-8",
      FONTCONFIG_FILE: "/nowhere/fonts.conf",
    });
    assert.match(first, /^[0-9a-f]{64}$/);
    assert.equal(second, first);
  });
});
