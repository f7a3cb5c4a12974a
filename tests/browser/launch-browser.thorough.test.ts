import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { BrowserError } from "../../src/browser/browser-error.ts";
import { launchBrowser } from "../../src/browser/launch-browser.ts";
import { readPdfFacts } from "../support/pdf-facts.ts";
import {
  folder,
  found,
  PLAIN,
  prepare,
  request,
  signal,
  startAndClose,
  waitUntilGone,
} from "./launched.ts";

prepare();

describe("a browser that hangs", () => {
  it("is ended when the time is over, and the next document gets a new one", async () => {
    const browser = await launchBrowser(found, { mostSeconds: 3 });
    try {
      const session = await browser.open(request("x"));
      signal(browser.processId, "SIGSTOP");
      await assert.rejects(
        session.print(PLAIN),
        (error) => error instanceof BrowserError && error.problem === "hung",
      );
      await session.close();
      const next = await browser.open(request("after"));
      assert.match((await readPdfFacts(await next.print(PLAIN))).pageTexts.join(), /after/);
      await next.close();
    } finally {
      await browser.close();
    }
  });
});

describe("nothing is left", { concurrency: 4 }, () => {
  for (const [ending, end] of [
    ["a signal to stop", "SIGINT"],
    ["a signal to end", "SIGTERM"],
    ["an exception", "throw"],
    ["a sudden death", "SIGKILL"],
  ] as const) {
    it(`after ${ending}`, async () => {
      const own = mkdtempSync(join(folder, "tmp-"));
      const script = fileURLToPath(new URL("open-and-wait.ts", import.meta.url));
      const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), script, end], {
        env: { ...process.env, TMPDIR: own },
        stdio: ["ignore", "pipe", "ignore"],
      });
      const ended = new Promise((settle) => child.once("exit", (_, name) => settle(name)));
      const processId = await new Promise<number>((settle) =>
        child.stdout.once("data", (chunk: Buffer) => settle(Number(chunk.toString()))),
      );
      if (end !== "throw") {
        assert.ok(existsSync(`/proc/${processId}`) || process.platform !== "linux");
        child.kill(end);
      }
      assert.equal(await ended, end === "throw" ? null : end);
      await waitUntilGone(processId);
      if (end === "SIGKILL") await startAndClose(own);
      const left = readdirSync(own).filter((name) => name.startsWith("handpress"));
      assert.deepEqual(left, []);
    });
  }
});
