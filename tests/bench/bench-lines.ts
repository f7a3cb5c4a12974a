import { MEMORY, overlayFileSystem } from "../support/overlay-file-system.ts";
import { runHandpress } from "../support/run-handpress.ts";

/** What a page can be filled with, each once in a row of thousands. */
const PIECES: readonly string[] = [
  "|-\n",
  "|a|\n",
  "|a|b|\n|-|-|\n",
  "`a",
  "`a\n",
  "> ",
  "> a\n",
  "> a\n\n",
  "- ",
  "- a\n",
  "- a\n\n",
  "1. a\n",
  "[x]: y\n",
  "[x]: y\n\n",
  "[a][x] ",
  ":::\n",
  "::: trainer\n",
  "::: note\na\n:::\n",
  "[^1]",
  "[^1]: a\n\n",
  "^[a]",
  "**",
  "**a",
  "*a ",
  "_a_ ",
  "<div>",
  "<div>\n",
  "<b>a</b> ",
  "<!-- a -->\n",
  "![a](b.png)\n",
  "[a](https://good.org) ",
  "good.org ",
  "[[a]] ",
  "{.a}\n",
  "# a\n\n",
  "a\n: b\n\n",
  "*[a]: b\n",
  "a\n\n",
  "a  \n",
  "&amp;",
  "\\*",
  "(((",
  "[[[",
  "a. b) ",
];

/** Pages of these sizes are compared: twice the words should take about twice the time. */
const SIZE = 60_000;
const TIMES = 3;

/** What twice as much of each piece takes, by the time that one takes beyond an empty page. */
export async function benchLines(tell: (line: string) => void): Promise<void> {
  tell("Time of a check for twice as much, over that for once:");
  await costOf("");
  const empty = await costOf("");
  for (const piece of PIECES) {
    const once = (await costOf(piece.repeat(SIZE / piece.length))) - empty;
    const twice = (await costOf(piece.repeat((2 * SIZE) / piece.length))) - empty;
    const ratio = (twice / Math.max(once, 1)).toFixed(1);
    tell(
      `${ratio.padStart(6)}  ${JSON.stringify(piece)} (${Math.round(once)} ms for ${SIZE / 1000} kB)`,
    );
  }
}

/** CPU time in ms: the least of some runs, which others disturbed the least. */
async function costOf(body: string): Promise<number> {
  const fileSystem = overlayFileSystem({
    "c/a.md": `---\nlayout: module\ntitle: A\ndate: 2020-01\npermalink: /a/\ninput:\n  - name: One\n    url: /one/\n---\n${body}\n`,
    "c/one.md": "---\ntitle: One\npermalink: /one/\nadids: Input\n---\nText.\n",
  });
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < TIMES; time += 1) {
    const before = process.cpuUsage();
    await runHandpress(["check", "c", "--limit", "page-parts=5000000"], {
      cwd: MEMORY,
      fileSystem,
    });
    least = Math.min(least, process.cpuUsage(before).user / 1000);
  }
  return least;
}
