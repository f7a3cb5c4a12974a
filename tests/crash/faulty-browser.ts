import { readFileSync, writeFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { findBrowser } from "../../src/browser/find-browser.ts";

/** What happens when a document that holds a word is to be printed. */
export type Fault =
  /** The browser and all its processes end in the middle of the print. */
  | "die"
  /** The page never answers; the browser does. */
  | "page-hangs"
  /** Nothing answers any more. */
  | "browser-hangs"
  /** The browser is killed before it says a word; whatever the document. */
  | "die-at-start";

export interface FaultyBrowser {
  /** For `--browser`, or `HANDPRESS_BROWSER`. */
  readonly path: string;
  /** How many faults are still to come. */
  readonly left: () => number;
  /** How often the browser was started. */
  readonly starts: () => number;
}

/**
 * A real browser behind a program that reads along what it is told over the DevTools pipe, and does
 * it harm at a moment that is always the same: no test waits for luck.
 */
export async function makeFaultyBrowser(
  folder: string,
  fault: Fault,
  times: number,
  word: string,
): Promise<FaultyBrowser> {
  const { executablePath, libraryFolder } = await findBrowser();
  await mkdir(folder, { recursive: true });
  const path = join(folder, "browser");
  const count = join(folder, "faults-left");
  const log = join(folder, "starts");
  await writeFile(count, String(times));
  await writeFile(log, "");
  const known = { executablePath, libraryFolder, fault, word, count, log };
  await writeFile(path, `#!${process.execPath}\nconst known = ${JSON.stringify(known)};\n${BODY}`, {
    mode: 0o755,
  });
  writeFileSync(join(folder, "package.json"), '{ "type": "commonjs" }');
  return {
    path,
    left: () => Number(readFileSync(count, "utf8")),
    starts: () => readFileSync(log, "utf8").length,
  };
}

const BODY = `
const { spawn } = require("node:child_process");
const fs = require("node:fs");
const net = require("node:net");
fs.appendFileSync(known.log, "x");
const takeFault = () => {
  const left = Number(fs.readFileSync(known.count, "utf8"));
  if (left > 0) fs.writeFileSync(known.count, String(left - 1));
  return left > 0;
};
if (known.fault === "die-at-start" && takeFault()) process.kill(process.pid, "SIGKILL");
const env = { ...process.env };
if (known.libraryFolder) env.LD_LIBRARY_PATH = known.libraryFolder;
// In our process group: whoever ends the group ends both.
const browser = spawn(known.executablePath, process.argv.slice(2), {
  env,
  stdio: ["ignore", "ignore", "inherit", "pipe", "pipe"],
});
browser.on("exit", (code, signal) => (signal ? process.kill(process.pid, signal) : process.exit(code)));
const told = new net.Socket({ fd: 3, readable: true, writable: false });
told.on("end", () => browser.stdio[3].end()).on("data", readAlong).on("error", () => {});
const answers = new net.Socket({ fd: 4, readable: false, writable: true }).on("error", () => {});
browser.stdio[4].pipe(answers);
browser.stdio[3].on("error", () => {});

const guilty = new Set();
let pending = Buffer.alloc(0);
function readAlong(chunk) {
  pending = Buffer.concat([pending, chunk]);
  for (let end = pending.indexOf(0); end !== -1; end = pending.indexOf(0)) {
    const message = pending.subarray(0, end + 1);
    pending = pending.subarray(end + 1);
    if (judge(JSON.parse(message.subarray(0, -1).toString("utf8")))) browser.stdio[3].write(message);
  }
}
/** True where the browser is to hear it. */
function judge({ method, params, sessionId }) {
  if (method === "Fetch.fulfillRequest" && params.body) {
    const text = Buffer.from(params.body, "base64").toString("utf8");
    if (text.startsWith("<!") || text.includes("<html"))
      text.includes(known.word) ? guilty.add(sessionId) : guilty.delete(sessionId);
  }
  if (method !== "Page.printToPDF" || !guilty.has(sessionId) || !takeFault()) return true;
  if (known.fault === "page-hangs") return false;
  if (known.fault === "browser-hangs") {
    browser.kill("SIGSTOP");
    return false;
  }
  // It has begun when it dies.
  setTimeout(() => process.kill(0, "SIGKILL"), 20);
  return true;
}
`;
