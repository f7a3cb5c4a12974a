import assert from "node:assert/strict";
import { test } from "node:test";
import { runHandpress } from "../support/run-handpress.ts";

const explain = (...words: string[]) => runHandpress(["explain", ...words]);

test("a code is explained with what gives it and how it is mended", async () => {
  const { code, out, note } = await explain("LNK003");
  assert.deepEqual([code, note], [0, ""]);
  assert.equal(
    out,
    `LNK003, error or warning: a module lists a session without an address

The module gives the name of a session, and not its address. Names can change,
so a session is found by its permalink alone. Type the permalink after \`url:\`.

Wrong:
  locks.md:
    ---
    layout: module
    title: Locks
    permalink: /locks/
    input:
      - name: Keys
        url:
    ---

Right:
  locks.md:
    ---
    layout: module
    title: Locks
    permalink: /locks/
    input:
      - name: Keys
        url: /keys/
    ---
`,
  );
});

test("several codes, in small letters or with a comma, and signs that nobody sees", async () => {
  const { code, out, note } = await explain("hdr033,tel001", "EPB602");
  assert.deepEqual([code, note], [0, ""]);
  assert.equal(
    out,
    `HDR033, warning: a value holds signs that turn the order of letters around

Some signs are not seen, and turn letters from right to left. With them one name
can look like another. The book is made without them. Type the line again by
hand.

Wrong:
  ---
  title: "Keys <U+202E>for you"
  permalink: /keys/
  ---

Right:
  ---
  title: "Keys for you"
  permalink: /keys/
  ---


TEL001, tells on somebody: GPS

The file holds the place where it was made, as numbers that any map understands.
That can be somebody's home. Remove it.

Wrong:
  A photo taken with a phone, with the place where it was taken

Right:
  The same photo, saved without its notes


EPB602, warning: an image holds notes about who made it, where or with what

The picture holds notes about itself. They can say who made it, where, when, and
with which camera. That can put people in danger. Take the notes out; Handpress
does so in the books that it makes.

From: house rule: safe to carry

Wrong:
  A photo with the place where it was taken

Right:
  The same photo without notes
`,
  );
});

test("three letters list their codes, and no word lists all, a line each", async () => {
  const some = await explain("rec");
  assert.equal(
    some.out,
    `Build records
  REC001  a build record is too large, or no JSON
  REC002  a build record is not as its format asks
  REC003  a build record has a format that is not known
`,
  );
  const all = await explain();
  assert.equal(all.code, 0);
  assert.match(all.out, /^Files of the curriculum\n {2}FIL001 {2}a file is empty\n/);
  assert.ok(all.out.endsWith("\n") && !all.out.endsWith("\n\n"));
  assert.ok(all.out.includes(some.out));
  for (const line of all.out.split("\n"))
    assert.match(line, /^( {2}[A-Z]{3}\d{3} {2}\S.*|[A-Z].*|)$/);
});

test("an unknown code is a usage error that names the nearest", async () => {
  const { code, out, note } = await explain("LNK02");
  assert.deepEqual([code, out], [2, ""]);
  assert.equal(
    note,
    "handpress: Unexpected code `LNK02`, expected one that stands in a message\n  hint: Did you mean `./handpress explain LNK002`?\n",
  );
  const far = await explain("nonsense");
  assert.deepEqual([far.code, far.out], [2, ""]);
  assert.match(
    far.note,
    /`NONSENSE`[^\n]+\n {2}hint: `\.\/handpress explain` lists all codes\.\n$/,
  );
});

test("as JSON, with the examples as they are typed", async () => {
  const { code, out } = await explain("HDR020", "--json");
  assert.equal(code, 0);
  assert.deepEqual(JSON.parse(out), {
    exitCode: 0,
    rules: [
      {
        code: "HDR020",
        severity: "warning",
        summary: "a key stands twice",
        explanation:
          "A header says each thing once. Here one key stands in two lines. Lists of sessions are joined; of other values one counts, and the message says which. Delete the line that is wrong.",
        bad: { header: "title: Keys\ntitle: Spare keys\npermalink: /keys/" },
        good: { header: "title: Spare keys\npermalink: /keys/" },
      },
    ],
  });
});
