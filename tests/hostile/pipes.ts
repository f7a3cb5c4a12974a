import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { closeSync, constants, mkdirSync, openSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { type RunResult, runHandpress } from "../support/run-handpress.ts";
import { makePicture } from "./images.ts";
import { openRoot } from "./root.ts";
import { makePair } from "./tree-attack.ts";

/** Far above what any of these runs takes: it ends a test that would otherwise never end. */
const NET_MS = 120_000;
const LOGO = "title: Own\nbrand: { name: Own, logo: logo.png }\n";
const THEME = "title: Own\ndescription: Own\nextends: handout\n";

const EDG004 = /EDG004: Unexpected pipe, socket or device, expected a file/;
const THM013 = /THM013: Unexpected part of a theme that cannot be opened/;
const PIPE = /pipe/;

/** Tested with the quick tests: what a build, a check and an inspection read first. */
export const FIRST: readonly string[] = [
  "c/page.md",
  "c/handpress.yaml",
  "books/SHA256SUMS",
  "given.pdf",
];

/** Where the pipe stands, then command lines that come to it and what each says. */
export const PLACES: Readonly<Record<string, readonly (readonly [string, RegExp])[]>> = {
  "c/page.md": [
    ["build c -f epub", EDG004],
    ["check c", EDG004],
    ["list c", /could not be read:\n +c\/page\.md/],
  ],
  "c/en/picture.png": [
    ["build c -f epub", EDG004],
    ["check c", EDG004],
  ],
  "c/handpress.yaml": [
    ["build c -f epub", EDG004],
    ["check c", EDG004],
    ["list c", /could not be read:\n +c\/handpress\.yaml/],
  ],
  "c/logo.png": [
    ["build c -f epub", /IMG007: Unexpected logo/],
    ["check c", /EDG004/],
  ],
  c: [
    ["build c", /`c`/],
    ["check c", /`c`/],
    ["list c", /`c`/],
  ],
  look: [["check c --theme ./look", /theme `\.\/look`, expected one that is there/]],
  "look/theme.yaml": [["check c --theme ./look", THM013]],
  "look/print.css": [["check c --theme ./look", THM013]],
  "look/templates/page.hbs": [["build c -f epub --theme ./look", THM013]],
  "look/strings/en.yaml": [["check c --theme ./look", THM013]],
  "look/vocabulary/en.yaml": [["check c --theme ./look", THM013]],
  output: [["build c -f epub", /output/]],
  books: [["verify books", /books/]],
  "books/SHA256SUMS": [["verify books", PIPE]],
  "books/build-record.json": [["verify books", PIPE]],
  "books/en/a.epub": [
    ["verify books", PIPE],
    ["verify books --rebuild c", PIPE],
    ["inspect books", PIPE],
  ],
  "books/.DS_Store": [["verify books", PIPE]],
  "given.pdf": [["inspect given.pdf", PIPE]],
  "given/a.pdf": [
    ["inspect given", PIPE],
    ["inspect --strict given", PIPE],
    ["inspect --json given", /special|pipe/],
  ],
};

export function testPipes(places: readonly string[]): void {
  for (const place of places) {
    const runs = PLACES[place] ?? [];
    test(`a pipe as ${place} is told, and nothing waits for it`, async () => {
      const root = await openRoot(1);
      const pipe = join(root.folder, place);
      const put = (path: string, content: string | Uint8Array) => {
        mkdirSync(dirname(join(root.folder, path)), { recursive: true });
        writeFileSync(join(root.folder, path), content);
      };
      try {
        const pages = Object.entries(makePair("a", "", "![One](picture.png)"));
        for (const [path, text] of pages) put(`c/${path}`, text);
        put("c/en/picture.png", await makePicture());
        put("c/logo.png", await makePicture());
        put("c/handpress.yaml", LOGO);
        if (place.startsWith("look/")) put("look/theme.yaml", THEME);
        if (place.startsWith("books/")) put("books/SHA256SUMS", `${"0".repeat(64)}  en/a.epub\n`);
        rmSync(pipe, { recursive: true, force: true });
        mkdirSync(dirname(pipe), { recursive: true });
        execFileSync("mkfifo", [pipe]);
        for (const [words, expected] of runs) {
          const ended = await endOf(runHandpress(words.split(" "), { cwd: root.folder }), pipe);
          assert.ok(ended !== undefined, `${words} waits`);
          // What was not searched is a mistake in a folder only where that was asked for.
          const codes = /^inspect (?!--strict)/.test(words) ? [0, 2] : [1, 2];
          assert.ok(codes.includes(ended.code), `${words}: ${ended.code}\n${ended.note}`);
          assert.match(ended.out + ended.note, expected, words);
        }
      } finally {
        root.remove();
      }
    });
  }
}

/** Undefined for a run that waits for the pipe: whoever opens it for writing lets it go on. */
async function endOf(run: Promise<RunResult>, pipe: string): Promise<RunResult | undefined> {
  const timer = new AbortController();
  const net = wait(NET_MS, undefined, { signal: timer.signal }).catch(() => undefined);
  const ended = await Promise.race([run, net]);
  timer.abort();
  if (ended === undefined) closeSync(openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK));
  return ended;
}
