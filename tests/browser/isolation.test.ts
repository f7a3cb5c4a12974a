import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import type { Browser, PrintRequest } from "../../src/browser/browser.ts";
import { BrowserError } from "../../src/browser/browser-error.ts";
import { findBrowser } from "../../src/browser/find-browser.ts";
import { launchBrowser } from "../../src/browser/launch-browser.ts";
import { SAMPLE_FONTS } from "../pdf-engine/sample-document.ts";
import { readPdfFacts } from "../support/pdf-facts.ts";
import { listHostileDocuments } from "./hostile-documents.ts";

const CANARY = "canary-of-the-machine";
const folder = mkdtempSync(join(tmpdir(), "handpress-test-"));
const canary = join(folder, "canary.txt");
writeFileSync(canary, CANARY);

let connections = 0;
const listener: Server = createServer((socket) => {
  connections += 1;
  socket.end("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
}).listen(0, "127.0.0.1");
await new Promise((settle) => listener.once("listening", settle));
const { port } = listener.address() as AddressInfo;
const server = `http://127.0.0.1:${port}`;
const file = pathToFileURL(canary).href;
const documents = listHostileDocuments({ server, file });

/** What of a document is told where it is not printed. Every other document is printed, without it. */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  image: [`picture ${server}/i.png`],
  "image set": ["picture ", "picture "],
  "image without scheme": [`picture //127.0.0.1:${port}/i.png`],
  "image over tls": [`picture https://127.0.0.1:${port}/i.png`],
  "lazy image": [`picture ${server}/i.png`],
  "image of a local file": [`picture ${file}`],
  font: ["font Far normal normal"],
  "font of a local file": ["font Near normal normal"],
  base: ["picture i.png"],
  "own policy": [`picture ${server}/i.png`],
  handler: ["picture data:,"],
};

let browser: Browser;
before(async () => {
  browser = await launchBrowser(await findBrowser());
});
after(async () => {
  await browser.close();
  listener.close();
  rmSync(folder, { recursive: true });
});

/** A PDF, or the addresses that were refused. */
async function print(request: PrintRequest): Promise<Uint8Array | readonly string[]> {
  let session: Awaited<ReturnType<Browser["open"]>> | undefined;
  try {
    session = await browser.open(request);
    return await session.print({ tagged: true, outline: true });
  } catch (error) {
    if (error instanceof BrowserError) return error.details;
    throw error;
  } finally {
    await session?.close();
  }
}

describe("a hostile document reaches nothing", () => {
  it("and the listener does count", async () => {
    await new Promise<void>((settle) => {
      const socket = connect(port, "127.0.0.1", () => socket.end());
      socket.resume().once("close", () => settle());
    });
    assert.equal(connections, 1);
    connections = 0;
  });

  for (const [name, html] of documents) {
    it(name, async () => {
      const printed = await print({ html, assets: new Map() });
      // A connection that is under way gets the time to arrive.
      await new Promise((settle) => setTimeout(settle, 30));
      assert.equal(connections, 0, `${connections} connections`);
      if (!(printed instanceof Uint8Array) || name in REFUSED) {
        assert.deepEqual(printed, REFUSED[name]);
        return;
      }
      const text = (await readPdfFacts(printed)).pageTexts.join("\n");
      assert.doesNotMatch(text, new RegExp(`${CANARY}|RAN-SCRIPT`));
      assert.match(text, /own text/);
    });
  }

  it("and each refusal is one of these", () => {
    for (const name of Object.keys(REFUSED)) assert.ok(documents.has(name), name);
  });

  it("nor in the time after it", async () => {
    await new Promise((settle) => setTimeout(settle, 1000));
    assert.equal(connections, 0);
  });
});

describe("a document gets its own files only", () => {
  const svg = (word: string) => ({
    bytes: Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="50"><text y="30">${word}</text></svg>`,
    ),
    mediaType: "image/svg+xml",
  });
  const picture = '<!doctype html><body><p>text</p><img src="images/1.svg">';

  it("names a file that is not on its list", async () => {
    const printed = await print({
      html: '<!doctype html><img src="images/none.png">',
      assets: new Map(),
    });
    assert.deepEqual(printed, ["https://book.invalid/images/none.png"]);
  });
  it("names a picture that is none", async () => {
    const assets = new Map([
      ["images/1.svg", { bytes: Buffer.from("no"), mediaType: "image/png" }],
    ]);
    assert.deepEqual(await print({ html: picture, assets }), ["picture images/1.svg"]);
  });
  it("names a font that is none", async () => {
    const assets = new Map([["f.woff2", { bytes: Buffer.from("no"), mediaType: "font/woff2" }]]);
    const html =
      "<!doctype html><style>@font-face{font-family:Own;src:url(f.woff2)}</style><p>text";
    assert.match(String(await print({ html, assets })), /^font "?Own"? /);
  });
  it("never sees the file of the same name of the document before it", async () => {
    // More documents than there are pages, so that pages are used again.
    for (const word of ["first", "second", "third", "fourth"]) {
      const assets = new Map([["images/1.svg", svg(word)]]);
      const printed = await print({ html: picture, assets });
      assert.ok(printed instanceof Uint8Array);
      assert.match((await readPdfFacts(printed)).pageTexts.join(), new RegExp(word));
    }
  });
  it("uses its fonts, though its origin is opaque", async () => {
    const html =
      "<!doctype html><style>@font-face{font-family:T;src:url(fonts/text.woff2)} p{font-family:T}</style><p>text";
    const printed = await print({ html, assets: SAMPLE_FONTS });
    assert.ok(printed instanceof Uint8Array);
    assert.deepEqual((await readPdfFacts(printed)).fonts, [
      { name: "SourceSerifPro-Regular", embedded: true },
    ]);
  });
  it("cannot find a font of the machine", async () => {
    const printed = await print({
      html: "<!doctype html><p style='font-family:serif'>text",
      assets: new Map(),
    });
    assert.ok(printed instanceof Uint8Array);
    assert.deepEqual(
      (await readPdfFacts(printed)).fonts.map((font) => font.name),
      ["OpenSans-Regular"],
    );
  });
});

it("the browser's own profile and port are closed to others", () => {
  if (process.platform !== "linux") return;
  const id = (browser as Awaited<ReturnType<typeof launchBrowser>>).processId;
  const command = readFileSync(`/proc/${id}/cmdline`, "utf8");
  assert.doesNotMatch(command, /remote-debugging-port/);
  assert.match(command, /remote-debugging-pipe/);
  const environment = readFileSync(`/proc/${id}/environ`, "utf8");
  assert.doesNotMatch(environment, new RegExp(`HOME=${process.env.HOME}\0`));
});
