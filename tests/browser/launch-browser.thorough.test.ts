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

describe("a browser that dies", () => {
  it("is started again, and the document is as it was", async () => {
    const browser = await launchBrowser(found);
    try {
      const session = await browser.open(request("one"));
      await session.fill(new Map([["b", "filled before the death"]]));
      const first = browser.processId;
      signal(first, "SIGKILL");
      const facts = await readPdfFacts(await session.print(PLAIN));
      assert.match(facts.pageTexts.join(), /one\s*filled before the death/);
      assert.notEqual(browser.processId, first);
      await session.close();
    } finally {
      await browser.close();
    }
  });

  it("is started again in the middle of a print, for two documents at once", async () => {
    const browser = await launchBrowser(found);
    try {
      const long = "a long text ".repeat(60_000);
      const sessions = await Promise.all([
        browser.open(request(long)),
        browser.open(request(long)),
      ]);
      // Each is printed again when the other is done.
      const prints = sessions.map((session) => session.print(PLAIN).finally(session.close));
      await new Promise((settle) => setTimeout(settle, 50));
      signal(browser.processId, "SIGKILL");
      const [a, b] = await Promise.all(prints);
      assert.ok(a && b && a.length > 100_000);
      assert.equal(a.length, b.length);
    } finally {
      await browser.close();
    }
  });

  it("is reported when it dies again", async () => {
    const browser = await launchBrowser(found);
    const killing = setInterval(() => {
      try {
        signal(browser.processId, "SIGKILL");
      } catch {
        // It is being started again.
      }
    }, 5);
    try {
      await assert.rejects(
        async () => {
          const session = await browser.open(request("x"));
          await session.print(PLAIN);
        },
        (error) =>
          error instanceof BrowserError && (error.problem === "died" || error.problem === "start"),
      );
    } finally {
      clearInterval(killing);
      await browser.close();
    }
  });
});

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
