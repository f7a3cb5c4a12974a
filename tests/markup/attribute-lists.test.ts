import assert from "node:assert/strict";
import { test } from "node:test";
import { read } from "./reading.ts";

const figure = (rest: string) => `<figure><img src="lock.png" alt="A"${rest}/></figure>`;

/** name, Markdown, XHTML. None of them has anything to tell. */
const CASES: readonly (readonly [string, string, string])[] = [
  ["kramdown", '![A](/lock.png){: width="40" .right}', figure(' width="40"')],
  ["kramdown's words", "![A](/lock.png){: nofollow}", figure("")],
  ["kramdown on a line", '![A](/lock.png)\n{: width="40"}', figure(' width="40"')],
  ["Pandoc", "![A](/lock.png){width=10%}", figure(' width="10%"')],
  ["Pandoc on a line", "![A](/lock.png)\n{width=2in}", figure(' width="192"')],
  [
    "Pandoc's units",
    "![A](/lock.png){#f .r width=2cm height=1in}",
    '<figure><img src="lock.png" alt="A" id="a1" width="76" height="96"/></figure>',
  ],
  ["LaTeX's part of the line", "![A](/lock.png){width=.5\\textwidth}", figure(' width="50%"')],
  ["a space before it", "![A](/lock.png) {width=40px}", figure(' width="40"')],
  ["a description", '![](/lock.png){alt="A"}', figure("")],
  [
    "a description and a caption",
    '![The caption](/lock.png){alt="A"}',
    '<figure><img src="lock.png" alt="A"/><figcaption>The caption</figcaption>\n</figure>',
  ],
  [
    "in a line and in an item",
    "- a ![A](/lock.png){width=20} b",
    '<ul><li>a <img src="lock.png" alt="A" width="20"/> b</li>\n</ul>',
  ],
  [
    "on a link",
    '[a](https://b.c){: target="_blank" .btn} [a](https://b.c){.btn}',
    '<p><a href="https://b.c">a</a> <a href="https://b.c">a</a></p>',
  ],
  [
    "on code and words",
    "`a`{.bash} *b*{: .c} d{: .small} e",
    "<p><code>a</code> <em>b</em> d e</p>",
  ],
  [
    "on a heading",
    "## A {#x .y k=v}\n[b](#x)\n## C {-}",
    '<h2 id="h1">A</h2>\n<p><a href="#h1">b</a></p>\n<h2 id="h2">C</h2>',
  ],
  [
    "Pandoc's spans",
    "[a]{.underline} [b]{.mark} [c **d**]{.smallcaps} []{#p}[e](#p)",
    '<p><u>a</u> <mark>b</mark> <span>c <strong>d</strong></span> <span id="a1"></span><a href="#a1">e</a></p>',
  ],
  ["a span's language", "[سلام]{lang=fa} a", '<p><span lang="fa" dir="rtl">سلام</span> a</p>'],
  ["what is no list", "{name=Ada} {x} (y){z=1} a{b}", "<p>{name=Ada} {x} (y){z=1} a{b}</p>"],
  [
    "HTML's sizes",
    'a <img src="/lock.png" alt="A" width="20px"> <img src="/lock.png" alt="A" style="color:red;max-width: 30%"> <img src="/lock.png" alt="A" width="-3" height="x">',
    '<p>a <img src="lock.png" alt="A" width="20"/> <img src="lock.png" alt="A" width="30%"/> <img src="lock.png" alt="A"/></p>',
  ],
];

for (const [name, markdown, xhtml] of CASES) {
  test(`attribute list: ${name}`, () => {
    const { xhtml: written, found } = read(markdown);
    assert.equal(written, xhtml);
    assert.deepEqual(found, []);
  });
}

test("attribute list: one for trainers hides what it stands behind", () => {
  assert.match(read("a [b]{.trainer} c").xhtml, /<span class="trainer-note">b<\/span>/);
});

/** Markdown, XHTML. */
const CALLOUTS: readonly (readonly [string, string])[] = [
  [
    "> [!note] Read **this**\n> Text",
    '<aside class="callout notice"><p class="aside-label">Read <strong>this</strong></p>\n<p>Text</p>\n</aside>',
  ],
  [
    "> [!warning]- Folded\n>\n> Text",
    '<aside class="callout warning"><p class="aside-label">Folded</p>\n<p>Text</p>\n</aside>',
  ],
  ["> [!NOTE]\n> Text", '<aside class="callout notice"><p>Text</p>\n</aside>'],
  ["> [!hint] Alone", '<aside class="callout tip"><p>Alone</p>\n</aside>'],
  [
    "> [!recipe]+\n> Boil",
    '<aside class="callout notice"><p class="aside-label">recipe</p>\n<p>Boil</p>\n</aside>',
  ],
  [
    "> [!note] Trainer's note\n> a",
    '<aside class="trainer-note"><p class="aside-label">Trainer\'s note</p>\n<p>a</p>\n</aside>',
  ],
  [
    "> [!نکته] عنوان\n> متن",
    '<aside class="callout notice"><p class="aside-label">عنوان</p>\n<p>متن</p>\n</aside>',
  ],
];

for (const [markdown, xhtml] of CALLOUTS) {
  test(`callout: ${markdown.replaceAll("\n", " / ")}`, () => {
    assert.equal(read(markdown).xhtml, xhtml);
  });
}
