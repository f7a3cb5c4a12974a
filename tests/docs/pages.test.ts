import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { REPOSITORY, runHandpress } from "../support/run-handpress.ts";
import { readPage, readPages } from "./pages.ts";
import { isAsShown, readExamples } from "./read-examples.ts";

const PAGES = readPages();
const OTHERS = ["ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "content/README.md"];

test("README is read in one sitting, ARCHITECTURE is a page", () => {
  const countLines = (path: string) => readPage(path).text.split("\n").length - 1;
  assert.ok(countLines("README.md") <= 200, `README.md has ${countLines("README.md")} lines`);
  assert.ok(countLines("ARCHITECTURE.md") <= 120, "ARCHITECTURE.md has more than 120 lines");
});

test("every link of the documents leads to a file, and to a heading in it", () => {
  const lost: string[] = [];
  for (const { path, text } of [...PAGES, ...OTHERS.map(readPage)]) {
    const prose = text.replace(/^(`{3,}).*\n[\s\S]*?^\1$/gm, "").replace(/`[^`\n]*`/g, "``");
    for (const [, address = ""] of prose.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^\w+:/.test(address)) continue;
      const [to = "", heading] = address.split("#");
      const file = to === "" ? path : join(dirname(path), to);
      if (!existsSync(join(REPOSITORY, file))) lost.push(`${path}: ${address}`);
      else if (heading !== undefined && !listHeadings(file).includes(heading))
        lost.push(`${path}: ${address}, no such heading`);
    }
  }
  assert.deepEqual(lost, []);
});

test("README or a page that it names leads to every page", () => {
  const named = new Set(
    PAGES.flatMap(({ path, text }) =>
      [...text.matchAll(/\]\(([\w./-]+\.md)/g)].map(([, to = ""]) => join(dirname(path), to)),
    ),
  );
  const pages = readdirSync(join(REPOSITORY, "docs")).filter((name) => name.endsWith(".md"));
  assert.deepEqual(
    pages.filter((name) => !named.has(`docs/${name}`)),
    [],
  );
});

test("every example is one that a test runs", () => {
  const untested = PAGES.flatMap(({ path, text }) =>
    readExamples(text).flatMap((one) =>
      // Run by `tests/api` and `tests/rules`.
      one.kind === "untested" && !/^docs\/(?:api|rules)\.md$/.test(path)
        ? [`${path}:${one.line}`]
        : [],
    ),
  );
  assert.deepEqual(untested, []);
});

test("docs/building.md has every option of build", async () => {
  const { out } = await runHandpress(["build", "--help"]);
  const options = new Set(out.match(/(?<=^ .*)--[a-z-]+(?= )/gm));
  options.delete("--help");
  assert.ok(options.size > 15);
  const rows =
    readPage("docs/building.md")
      .text.match(/^\| `--.*$/gm)
      ?.join("\n") ?? "";
  const shown = new Set(rows.match(/(?<=^\| (?:[^|]*, )?`)--[a-z-]+/gm));
  assert.deepEqual(
    [...options].filter((one) => !shown.has(one)),
    [],
  );
  assert.deepEqual(
    [...shown].filter((one) => !options.has(one)),
    [],
  );
});

test("an example is read as it is typed, and compared as it is shown", () => {
  const page =
    "`a/b.md`, at its end\n\n```markdown\nx\n```\n\n```console\n$ ./handpress a # why\nout\n\n$ b\n```\n";
  assert.deepEqual(readExamples(page), [
    { kind: "file", path: "a/b.md", text: "x\n", isAdded: true, line: 3 },
    {
      kind: "run",
      command: "./handpress a",
      typed: "$ ./handpress a # why",
      printed: "out\n",
      line: 8,
    },
    { kind: "run", command: "b", typed: "$ b", printed: "", line: 11 },
  ]);
  assert.ok(isAsShown("a\nb\nc (1)\n", "a\n…\nc (…)\n"));
  assert.ok(isAsShown("a\nc\n", "a\n…\nc\n"));
  assert.ok(!isAsShown("a\nb\n", "a\n"));
  assert.ok(!isAsShown("a\nb\n", "…\nc\n"));
});

/** Of a page, as GitHub makes addresses of them. */
function listHeadings(path: string): readonly string[] {
  return [...readPage(path).text.matchAll(/^#+ (.+)$/gm)].map(([, words = ""]) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
}
