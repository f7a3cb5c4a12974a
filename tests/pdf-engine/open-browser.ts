import { after, before } from "node:test";
import type { Browser } from "../../src/browser/browser.ts";
import { findBrowser } from "../../src/browser/find-browser.ts";
import { launchBrowser } from "../../src/browser/launch-browser.ts";

export let browser: Browser;

/** Before and after the tests of a file. */
export function prepare(): void {
  before(async () => {
    browser = await launchBrowser(await findBrowser());
  });
  after(() => browser.close());
}
