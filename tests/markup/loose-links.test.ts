import assert from "node:assert/strict";
import { test } from "node:test";
import { read } from "./reading.ts";

/** name, Markdown, what the paragraph holds, diagnostics as `CODE line:column`. */
const CASES: readonly (readonly [string, string, string, ...string[]])[] = [
  ["a picture with a space", "a ![A](/lock my.png)", 'a <img src="lock my.png" alt="A"/>'],
  ["a page with a space", "[a](/keys/my page/)", '<a href="page:keys.md">a</a>'],
  [
    "both within each other",
    "[![A](/lock a.png)](/keys/a b/) c",
    '<a href="page:keys.md"><img src="lock a.png" alt="A"/></a> c',
  ],
  ["no such page", "[a](my page.md)", "a", "MRK011 11:1"],
  [
    "turned quotation marks",
    "[a](https://b.c “T”) [a](https://b.c «T») [a](https://b.c „T“)",
    '<a href="https://b.c">a</a> <a href="https://b.c">a</a> <a href="https://b.c">a</a>',
  ],
  [
    "HackMD's sizes",
    "a ![A](/lock.png =40x30) ![A](/lock.png “T” =30%x) ![A](/lock.png =x20)",
    'a <img src="lock.png" alt="A" width="40" height="30"/> <img src="lock.png" alt="A" width="30%"/> <img src="lock.png" alt="A" height="20"/>',
  ],
  [
    "no round bracket at the end",
    "[a](https://b.c, d",
    '<a href="https://b.c">a</a>, d',
    "MRK085 11:1",
  ],
  ["a square one at the end", "[a](https://b.c] d", '<a href="https://b.c">a</a> d', "MRK085 11:1"],
  [
    "a bracket in an address",
    "[a](https://b.c/D_(e) f",
    '<a href="https://b.c/D_(e)">a</a> f',
    "MRK085 11:1",
  ],
  [
    "no square bracket",
    "[a(https://b.c)",
    '[a(<a href="https://b.c">https://b.c</a>)',
    "MRK085 11:1",
  ],
  ["swapped", "x (a)[https://b.c]", 'x (a)[<a href="https://b.c">https://b.c</a>]', "MRK085 11:3"],
  [
    "no round brackets",
    "x [a]https://b.c",
    'x [a]<a href="https://b.c">https://b.c</a>',
    "MRK085 11:3",
  ],
  ["words for an address", "[a](see below)", "[a](see below)", "MRK085 11:1"],
  ["nothing for an address", "x [a](", "x [a](", "MRK085 11:3"],
  [
    "a bracket behind a link",
    "[a](https://b.c/(d)e))",
    '<a href="https://b.c/(d)e">a</a>)',
    "MRK090 11:1",
  ],
  [
    "a label that is not there",
    "x [ab][b] [c d][1] [ef][]",
    "x [ab][b] [c d][1] [ef][]",
    "MRK088 11:3",
    "MRK088 11:11",
    "MRK088 11:20",
  ],
  ["an address behind a label", "[a]: /my map.png", "[a]: /my map.png", "MRK088 11:1"],
  ["a space in a bare address", "x https ://b.c/d", "x https ://b.c/d", "MRK089 11:3"],
  ["a space in the scheme", "<https ://b.c> x", '<a href="https://b.c">https://b.c</a> x'],
  [
    "a space in a web address",
    "[a](https://b.c/d e) f",
    '<a href="https://b.c/d e">a</a> f',
    "MRK089 11:1",
  ],
  ["an angle bracket that is never closed", "[a](<https://b.c) d", '<a href="https://b.c">a</a> d'],
  [
    "a space between angle brackets",
    "x <https://b.c/d e>",
    'x <a href="https://b.c/d e">https://b.c/d e</a>',
    "MRK089 11:3",
  ],
  [
    "braces that are no list",
    'a ![A](/lock.png){width="20} {b=c}',
    'a <img src="lock.png" alt="A"/>{width="20} {b=c}',
    "MRK091 11:18",
  ],
  [
    "a scheme before a scheme",
    "[a](http://https://b.c/d) [a](https://http//b.c) [a](https://w.b.c/https://b.c) x",
    '<a href="https://b.c/d">a</a> <a href="http://b.c">a</a> <a href="https://w.b.c/https://b.c">a</a> x',
    "MRK092 11:1",
    "MRK092 11:27",
  ],
  [
    "Obsidian's sizes",
    "a ![A b|40x30](/lock.png) ![A | 50](/lock.png) ![yes|no](/lock.png)",
    'a <img src="lock.png" alt="A b" width="40" height="30"/> <img src="lock.png" alt="A" width="50"/> <img src="lock.png" alt="yes|no"/>',
  ],
  [
    "a list of MkDocs's",
    "a ![A](/lock.png){ align=left width=40 loading=lazy }",
    'a <img src="lock.png" alt="A" width="40"/>',
  ],
  [
    "a wiki's link without an end",
    "a [[Keys] b [[c",
    "a [[Keys] b [[c",
    "MRK085 11:3",
    "MRK085 11:13",
  ],
  [
    "what is no link",
    "[1] (x) a[i][j] [ ][ ] (see [a](https://b.c/d))",
    '[1] (x) a[i][j] [ ][ ] (see <a href="https://b.c/d">a</a>)',
  ],
  [
    "code",
    "`[a(https://b.c)` `(a)[https://b.c]`",
    "<code>[a(https://b.c)</code> <code>(a)[https://b.c]</code>",
  ],
  [
    "right to left",
    "[الصفحة](/keys/a b/) و[ب](https://b.c",
    '<a href="page:keys.md">الصفحة</a> و<a href="https://b.c">ب</a>',
    "MRK085 11:23",
  ],
];

for (const [name, markdown, xhtml, ...expected] of CASES) {
  test(`loose link: ${name}`, () => {
    const { xhtml: written, found } = read(markdown);
    assert.equal(written, `<p>${xhtml}</p>`);
    assert.deepEqual(found, expected);
  });
}

test("loose link: a title in turned marks is a picture's caption", () => {
  for (const title of [
    "“The town”",
    "«The town»",
    "„The town“",
    "「The town」",
    "‘The town’",
    '“The town"',
  ]) {
    assert.equal(
      read(`![A](/lock.png ${title})`).xhtml,
      '<figure><img src="lock.png" alt="A"/><figcaption>The town</figcaption>\n</figure>',
    );
  }
});

test("loose link: hints say what to type", () => {
  const hints = (markdown: string) =>
    read(markdown)
      .diagnostics.map(({ hint }) => hint ?? "")
      .join();
  assert.match(hints("(a)[https://b.c]"), /`\[a\]\(https:\/\/b\.c\)`/);
  assert.match(hints("[a(https://b.c)"), /`\[a\]\(https:\/\/b\.c\)`/);
  assert.match(hints("[words][none]"), /`\[none\]: https/);
  assert.match(hints("[a](https://b.c/d e)"), /`https:\/\/b\.c\/d%20e`/);
  assert.match(hints("[a](b.md)"), /take the link away/);
});

/** name, Markdown, the whole, diagnostics. */
const WIKI: readonly (readonly [string, string, string, ...string[]])[] = [
  [
    "a page",
    "[[Keys]] [[Keys|the keys]]",
    '<p><a href="page:keys.md">Keys</a> <a href="page:keys.md">the keys</a></p>',
  ],
  ["a heading", "[[Keys#First Step|it]]", '<p><a href="page:keys.md#first-step">it</a></p>'],
  ["in this page", "[[#Two]]\n\n## Two", '<p><a href="#h1">Two</a></p>\n<h2 id="h1">Two</h2>'],
  ["nowhere", "a [[Nope|words]]", "<p>a words</p>", "MRK086 11:3"],
  ["several", "[[Doors]]", "<p>Doors</p>", "MRK086 11:1"],
  [
    "a picture",
    "![[lock.png|A lock|100]]",
    '<figure><img src="lock.png" alt="A lock" width="100"/></figure>',
  ],
  [
    "a picture of a size",
    "a ![[lock.png|20x10]]",
    '<p>a <img src="lock.png" alt="" width="20" height="10"/></p>',
    "MRK020 11:3",
  ],
  ["a page within a page", "![[Keys]]", '<p><a href="page:keys.md">Keys</a></p>', "MRK087 11:1"],
  [
    "in a table",
    "|a|\n|-|\n|[[Keys\\|k]]|",
    '<table><thead><tr><th scope="col">a</th>\n</tr>\n</thead>\n<tbody><tr><td><a href="page:keys.md">k</a></td>\n</tr>\n</tbody>\n</table>',
  ],
  [
    "no wiki's",
    "[[1]](https://b.c) `[[Keys]]` [[ -f x ]]",
    '<p><a href="https://b.c">[1]</a> <code>[[Keys]]</code> [[ -f x ]]</p>',
  ],
];

for (const [name, markdown, xhtml, ...expected] of WIKI) {
  test(`wiki link: ${name}`, () => {
    const { xhtml: written, found } = read(markdown);
    assert.equal(written, xhtml);
    assert.deepEqual(found, expected);
  });
}

/** Markdown, what it becomes: wherever a link stands, its address is kept. */
const LABELS: readonly (readonly [string, string])[] = [
  [
    "### [Step 1](https://b.c): Go",
    '<h2 id="h1" class="step"><span class="step-label"><a href="https://b.c">Step 1</a></span> Go</h2>',
  ],
  [
    "**[Step 2](https://b.c) |** Go",
    '<p class="step"><span class="step-label"><a href="https://b.c">Step 2</a></span> Go</p>',
  ],
  [
    "**Step 3 |** Go [](https://b.c)",
    '<p class="step"><span class="step-label">Step 3</span> Go <a href="https://b.c">https://b.c</a></p>',
  ],
  [
    "##### [Trainer's Note](https://b.c)\n\na",
    '<aside class="trainer-note"><p class="aside-label"><a href="https://b.c">Trainer\'s Note</a></p>\n<p>a</p>\n</aside>',
  ],
  [
    ":::tip [See **it**](https://b.c) & more\na\n:::",
    '<aside class="callout tip"><p class="aside-label"><a href="https://b.c">See <strong>it</strong></a> &amp; more</p>\n<p>a</p>\n</aside>',
  ],
];

for (const [markdown, xhtml] of LABELS) {
  test(`a link in a label: ${markdown.replaceAll("\n", " / ")}`, () => {
    const { xhtml: written, found } = read(markdown);
    assert.equal(written.replace(' id="a1"', ""), xhtml);
    assert.deepEqual(found, []);
  });
}

test("Markdown within a block of HTML that says so", () => {
  const { xhtml, found } = read(
    '<div class="tip" markdown="1">\n**Knead** the [dough](/keys/)\n</div>\n\n<figure markdown="span">\n  ![A](/lock.png){ width="40" }\n  <figcaption>Below</figcaption>\n</figure>',
  );
  assert.equal(
    xhtml.replaceAll("\n", ""),
    '<aside class="callout tip"><p><strong>Knead</strong> the <a href="page:keys.md">dough</a></p></aside><figure><img src="lock.png" alt="A" width="40"/><figcaption>Below</figcaption></figure>',
  );
  assert.deepEqual(found, []);
});
