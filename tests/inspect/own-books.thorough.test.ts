import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { listUnsearched } from "../../src/inspect/verdict.ts";
import { findModelFaults } from "../content-model/check-content-model.ts";
import { findBookFaults } from "../epub-rules/book-faults.ts";
import { MEMORY, overlayFileSystem } from "../support/overlay-file-system.ts";
import { runHandpress } from "../support/run-handpress.ts";
import { sameCases } from "../support/seed.ts";

/** Pieces of pages, each of which has a shape of its own in a book. */
const PIECES = [
  "## A heading\n",
  "### Step 1: Look\n\nText.\n",
  "###### Deep\n",
  "# First again\n",
  "##### *Trainer's Note*\n\nSay it slowly.\n\n#### After\n",
  "Text with a note.[^1]\n\n[^1]: The note, *with* `code`.\n",
  "Another.[^a] And again.[^a]\n\n[^a]: Twice.\n\n    With a second paragraph.\n",
  "| a | b |\n|---|:-:|\n| 1 | 2 |\n",
  "- one\n  - two\n    1. three\n- [ ] open\n- [x] done\n",
  "Term\n: Meaning\n: Another\n",
  "> Quoted\n>\n> - list\n",
  "```sh\nrm -rf ~\n```\n",
  "Text with *[HTML]: x and <kbd>Ctrl</kbd>.\n",
  "Be careful.\n{: .warning}\n",
  "[another page](/keys/) and [the web](https://example.org/a?b=c&d=[e]) and <mailto:a@example.org>\n",
  "[nowhere](/gone/) [script](javascript:alert(1)) [file](file:///etc/hosts)\n",
  "<div><p>One<div>two</div></p><ul>three<p>four</p></ul></div>\n",
  "<table><tr><td>One<caption>Two</caption></table>\n",
  '<a href="https://example.org/"><a href="/keys/">x</a></a>\n',
  "<script>1</script><iframe src='x'></iframe><font color=red>One</font>\n",
  '<p id="x y" align="left" role="wibble" onclick="x()">One</p><p id="1">Two</p>\n',
  '<span lang="ar">مرحبا</span> <p lang="ar">سلام</p>\n',
  "![A lock](/assets/lock.svg)\n",
  "![](/assets/lock.svg)\n",
  "![Gone](/assets/gone.png)\n",
  "<dl><dd>One</dd><p>Two</p><dt>Three</dt></dl>\n",
  "<h2><p>One</p></h2>\n",
  "<ruby>漢<rt>kan</rt></ruby>\n",
  "<details><summary>One</summary>Two</details>\n",
  "<ol start='x'><li value='y'>One</li></ol>\n",
  "\u0000 \u202E <![CDATA[ ]]> --> &nbsp; &bogus;\n",
  "### Materials to Prepare\n\n- paper\n- pens\n",
] as const;

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';

const page = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 10 })
  .map((pieces) => pieces.join("\n"));
const title = fc.constantFrom("Good Locks", "&<\"'>", "a: b", "\u202Ex", "قفل", "x".repeat(300));

function build(heading: string, module: string, session: string, language: string) {
  const quoted = JSON.stringify(heading);
  return overlayFileSystem({
    "c/handpress.yaml": `title: Doors\nlanguage: ${language}\n`,
    "c/locks.md": `---\nlayout: module\ntitle: ${quoted}\ndate: 2020-01\npermalink: /locks/\ninput:\n  - name: Keys\n    url: /keys/\n---\n${module}`,
    "c/keys.md": `---\ntitle: ${quoted}\npermalink: /keys/\nadids: Input\nduration: 30-45 minutes\n---\n${session}`,
    "c/assets/lock.svg": DRAWING,
  });
}

test("our rules find nothing in a book of any pages", async () => {
  let books = 0;
  await fc.assert(
    fc.asyncProperty(
      title,
      page,
      page,
      fc.constantFrom("en", "ar", "fr"),
      async (heading, module, session, language) => {
        const fileSystem = build(heading, module, session, language);
        await runHandpress(["build", "c", "-f", "epub", "-q"], { cwd: MEMORY, fileSystem });
        for (const [name, bytes] of fileSystem.memory.files) {
          if (!name.endsWith(".epub")) continue;
          books += 1;
          const found = inspectFile(bytes);
          assert.deepEqual(found.diagnostics, []);
          assert.deepEqual(listUnsearched(found), []);
          assert.deepEqual(findModelFaults(bytes), []);
          assert.deepEqual(findBookFaults(bytes), []);
        }
      },
    ),
    sameCases(30),
  );
  assert.ok(books > 25, `${books} books`);
});
