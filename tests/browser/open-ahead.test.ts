import assert from "node:assert/strict";
import { it } from "node:test";
import type { Browser, PrintRequest } from "../../src/browser/browser.ts";
import { openAhead } from "../../src/browser/open-ahead.ts";

const REQUEST: PrintRequest = { html: "<p>one", assets: new Map() };

function fakeBrowser(fault?: Error) {
  const opened: string[] = [];
  const browser: Browser = {
    version: "Fake/1",
    close: async () => {},
    async open({ html }) {
      opened.push(html);
      if (fault !== undefined) throw fault;
      return { fill: async () => {}, print: async () => new Uint8Array(), close: async () => {} };
    },
  };
  return { browser, opened };
}

it("begins before it is asked, once", async () => {
  const { browser, opened } = fakeBrowser();
  const ahead = openAhead(browser, REQUEST);
  assert.deepEqual(opened, ["<p>one"]);
  const first = await ahead.open({ ...REQUEST });
  assert.deepEqual(opened, ["<p>one"]);
  const second = await ahead.open({ ...REQUEST });
  assert.deepEqual(opened, ["<p>one", "<p>one"]);
  assert.notEqual(first, second);
});

it("gives nobody the document of another", async () => {
  const { browser, opened } = fakeBrowser();
  const ahead = openAhead(browser, REQUEST);
  await ahead.open({ html: "<p>two", assets: REQUEST.assets });
  await ahead.open({ html: "<p>one", assets: new Map() });
  assert.deepEqual(opened, ["<p>one", "<p>two", "<p>one"]);
});

it("tells a failure where the document is opened", async () => {
  const fault = new Error("the browser is gone");
  const ahead = openAhead(fakeBrowser(fault).browser, REQUEST);
  await new Promise((settle) => setImmediate(settle));
  await assert.rejects(ahead.open(REQUEST), fault);
});
