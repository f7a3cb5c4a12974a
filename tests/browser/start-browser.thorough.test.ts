import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { BrowserError } from "../../src/browser/browser-error.ts";
import { describeBrowser } from "../../src/browser/describe-browser.ts";
import { cutVersion, launchBrowser } from "../../src/browser/launch-browser.ts";
import { readPdfFacts } from "../support/pdf-facts.ts";
import { found, listProfiles, PLAIN, prepare, request } from "./launched.ts";

prepare();

describe("documents", () => {
  it("wait for a page: two are open at once", async () => {
    const browser = await launchBrowser(found);
    try {
      const [first] = await Promise.all([browser.open(request("1")), browser.open(request("2"))]);
      let isOpen = false;
      const third = browser.open(request("3")).then((session) => {
        isOpen = true;
        return session;
      });
      await new Promise((settle) => setTimeout(settle, 300));
      assert.equal(isOpen, false);
      await first?.close();
      await first?.close();
      const facts = await readPdfFacts(await (await third).print(PLAIN));
      assert.match(facts.pageTexts.join(), /3/);
    } finally {
      await browser.close();
    }
  });

  it("give back the place of one that was refused", async () => {
    const browser = await launchBrowser(found);
    try {
      for (let i = 0; i < 3; i += 1) {
        const bad = { html: '<!doctype html><img src="none.png">', assets: new Map() };
        await assert.rejects(browser.open(bad), BrowserError);
      }
      const session = await browser.open(request("good"));
      await session.close();
    } finally {
      await browser.close();
    }
  });

  it("name the places that a print asks for, in that print only", async () => {
    const browser = await launchBrowser(found);
    try {
      const session = await browser.open(request("x"));
      const named = async (choice: { readonly places?: readonly string[] }) =>
        (await readPdfFacts(await session.print({ ...PLAIN, ...choice }))).destinations;
      assert.deepEqual(await named({}), {});
      assert.deepEqual(await named({ places: ["b", "none"] }), { b: 1 });
      assert.deepEqual(await named({}), {});
      await session.close();
    } finally {
      await browser.close();
    }
  });

  it("are filled by id, as text, and an id that is not there is a defect", async () => {
    const browser = await launchBrowser(found);
    try {
      const session = await browser.open(request("x"));
      await session.fill(new Map([["b", "<b>\u2028\"'</b>`$"]]));
      assert.match((await readPdfFacts(await session.print(PLAIN))).pageTexts.join(), /<b>/);
      await assert.rejects(session.fill(new Map([["none", "1"]])), /none/);
      await session.close();
    } finally {
      await browser.close();
    }
  });
});

// By itself: a test above changes where this process has its temporary files.
it("nothing is left when a browser does not start", async () => {
  const before = listProfiles();
  await assert.rejects(
    launchBrowser({ source: "option", executablePath: process.execPath, notes: [] }),
    (error) => error instanceof BrowserError && error.problem === "start",
  );
  assert.deepEqual(listProfiles(), before);
});

describe("what the build record says of a browser", () => {
  it("is the build of the embedded one, and the major version of any other", async () => {
    for (const source of ["embedded", "option", "environment", "installed"] as const) {
      const browser = await launchBrowser({ ...found, source });
      await browser.close();
      const { version, publicVersion } = browser;
      assert.match(version, /^\w+\/\d+\.\d+\.\d+\.\d+$/);
      const expected = source === "embedded" ? version : version.replace(/\..*/, "");
      assert.equal(publicVersion, expected);
    }
  });
  it("is never more than a name and a number", () => {
    for (const [version, cut] of [
      ["Chrome/140.0.7339.80", "Chrome/140"],
      ["HeadlessChrome/153", "HeadlessChrome/153"],
      ["Chrome/140.0.7339.80-ubuntu-of-ada", "Chrome/140"],
      ["Edg/139.0.1 (build of ada)", "Edg/139"],
      ["ada's own build", "another browser"],
      ["Chrome/20261130101500", "another browser"],
      ["", "another browser"],
    ] as const) {
      assert.equal(cutVersion(version), cut);
    }
  });
});

describe("the report for doctor", () => {
  it("tells browser, version, sandbox and fallback font", async () => {
    const report = await describeBrowser();
    assert.equal(report.problem, undefined);
    assert.equal(report.found?.source, found.source);
    assert.match(report.version ?? "", /Chrome\/\d+/);
    const isRoot = process.getuid?.() === 0;
    assert.equal(report.sandbox?.state === "off-root", isRoot);
    assert.match(report.sandbox?.reason ?? "", /sandbox is (on|off)/);
    assert.equal(report.fallbackFont, "OpenSans-Regular");
    assert.match(report.cacheFolder, /handpress$/);
  });
  it("tells what is wrong and what to do", async () => {
    const report = await describeBrowser({ path: process.execPath });
    assert.equal(report.problem?.problem, "start");
    assert.ok(report.hints.length >= 4);
    const wrongPath = await describeBrowser({ path: "/nowhere/chromium" });
    assert.equal(new Set(wrongPath.hints).size, wrongPath.hints.length, "each said once");
    assert.ok(wrongPath.hints.length >= 4);
    assert.equal(report.version, undefined);
  });
});
