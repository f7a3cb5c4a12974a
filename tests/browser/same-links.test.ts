import assert from "node:assert/strict";
import { it } from "node:test";
import { launchBrowser } from "../../src/browser/launch-browser.ts";
import { found, prepare } from "./launched.ts";

prepare();

const LINKS = 20;
/** So many that the browser draws frames while it reads them: some link has no text yet then. */
const UNSHOWN = "<i hidden></i>".repeat(2000);
const PIECES = ["https:", "example", "org"];

it("writes a link in the same pieces, however much of it was read when the first frame was drawn", async () => {
  const link = `<p><a href="https://example.org">${UNSHOWN}${PIECES.join("<wbr>")}</a></p>`;
  const browser = await launchBrowser(found);
  try {
    const session = await browser.open({
      html: `<!doctype html>${link.repeat(LINKS)}`,
      assets: new Map(),
    });
    const bytes = await session.print({ tagged: true, outline: false });
    const annotations = Buffer.from(bytes)
      .toString("latin1")
      .match(/\/Subtype \/Link\b/g);
    assert.equal(annotations?.length, LINKS * PIECES.length);
  } finally {
    await browser.close();
  }
});
