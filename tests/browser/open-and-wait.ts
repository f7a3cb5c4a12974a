/** Opens a document and waits for ever: run in a process of its own, which is then ended. */
import { findBrowser } from "../../src/browser/find-browser.ts";
import { launchBrowser } from "../../src/browser/launch-browser.ts";

const browser = await launchBrowser(await findBrowser());
await browser.open({ html: "<!doctype html><p>text", assets: new Map() });
process.stdout.write(`${browser.processId}\n`);
setInterval(() => {}, 60_000);
if (process.argv[2] === "throw") throw new Error("thrown on purpose");
