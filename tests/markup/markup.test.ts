import assert from "node:assert/strict";
import { test } from "node:test";
import { serialise } from "../../src/markup/serialise.ts";
import { read } from "./reading.ts";

/** name, Markdown, XHTML, diagnostics as `CODE line:column` (the body begins on line 11). */
type Case = [name: string, markdown: string, xhtml: string, ...found: string[]];

const groups: Record<string, Case[]> = {
  "spaces and breaks": [
    ["a line of <br><br> ends a paragraph", "One.\n<br><br>\nTwo.", "<p>One.</p>\n<p>Two.</p>"],
    [
      "text below a break is not in the list above",
      "- item\n<br><br>\nText",
      "<ul><li>item</li>\n</ul>\n<p>Text</p>",
    ],
    ["a heading below a break", "One\n<br>\n## Two", '<p>One</p>\n<h2 id="h1">Two</h2>'],
    ["two breaks within a line", "One<br><br />Two", "<p>One</p>\n<p>Two</p>"],
    ["one break within a line stays", "Street 1<br>Town", "<p>Street 1<br/>Town</p>"],
    ["breaks at the ends are dropped", "<br>One<br>\n\nTwo<br><br>", "<p>One</p>\n<p>Two</p>"],
    ["breaks in a list item", "- a<br><br>b", "<ul><li><p>a</p>\n<p>b</p>\n</li>\n</ul>"],
    [
      "breaks in code stay",
      "    a\n    <br><br>\n    b",
      "<pre><code>a\n&lt;br&gt;&lt;br&gt;\nb</code></pre>",
    ],
    ["lines of no-break spaces", "a\n\u00A0\nb", "<p>a</p>\n<p>b</p>"],
    ["control characters", "a\u0000\u0008\uFFFEb\uD800", "<p>ab</p>"],
    ["tabs in code", "```\n\ta\tb\n```", "<pre><code>    a   b</code></pre>"],
    ["tabs of a Makefile", "```\nall: a\n\tcc\ta \n```", "<pre><code>all: a\n\tcc  a</code></pre>"],
    [
      "tabs of a shell",
      "```\ncat <<-E\n\ta\n\tE\n```",
      "<pre><code>cat &lt;&lt;-E\n\ta\n\tE</code></pre>",
    ],
    [
      "blanks at the ends of code",
      "```\na  \n \t\nb\u00A0\n\n \n```",
      "<pre><code>a\n\nb</code></pre>",
    ],
    ["runs of spaces", "a  b\u00A0\u00A0c \u2003 d\u200A e\u3000", "<p>a b c d e</p>"],
    [
      "spaces that French needs",
      "«\u00A0a\u202F!\u00A0» 10\u00A0000",
      "<p>«\u00A0a\u202F!\u00A0» 10\u00A0000</p>",
    ],
    ["the wide space of Chinese", "中文\u3000中文", "<p>中文\u3000中文</p>"],
  ],
  headings: [
    [
      "ranks begin at 2 without gaps",
      "# A\n#### B\n# C",
      '<h2 id="h1">A</h2>\n<h3 id="h2">B</h3>\n<h2 id="h3">C</h2>',
    ],
    ["a deep first rank", "##### A\n# B", '<h2 id="h1">A</h2>\n<h2 id="h2">B</h2>'],
    ["the title again", "# The Page\n\nText", "<p>Text</p>"],
    ["an empty heading", "#\n\nText", "<p>Text</p>"],
    ["a label in italics", "##### *Optional*", '<h2 id="h1">Optional</h2>'],
    ["no space before a letter", "#Synthesis", '<h2 id="h1">Synthesis</h2>'],
    ["no space before an asterisk", "##*Why*", '<h2 id="h1">Why</h2>'],
    ["no space before a digit is text", "#1 is best", "<p>#1 is best</p>"],
    [
      "a tag by itself is text",
      "#KeepItOn\n\n#حرية_الصحافة",
      "<p>#KeepItOn</p>\n<p>#حرية_الصحافة</p>",
    ],
    [
      "a tag that is an item",
      "- #Freedom\n- #آزادی",
      "<ul><li>#Freedom</li>\n<li>#آزادی</li>\n</ul>",
    ],
    ["hashtags are text", "Say\n#KeepItOn now", "<p>Say\n#KeepItOn now</p>"],
    [
      "a sentence is no heading",
      "### Ask them to sit down.",
      '<p id="a1" class="lead">Ask them to sit down.</p>',
    ],
    [
      "a sentence in italics is said",
      "### *Who reads your letters!*",
      '<p id="a1" class="say">Who reads your letters!</p>',
    ],
    [
      "a question is a heading",
      "### How Does Mail Travel?",
      '<h2 id="h1">How Does Mail Travel?</h2>',
    ],
    [
      "a numbered question is a heading",
      "### II. How Does Mail Travel?",
      '<h2 id="h1">II. How Does Mail Travel?</h2>',
    ],
    [
      "a question at the deepest rank",
      "##### What would it cost?",
      '<p id="a1" class="lead">What would it cost?</p>',
    ],
    ["a short line with a colon", "### For Windows:", '<h2 id="h1">For Windows:</h2>'],
    [
      "an instruction with a colon",
      "### Tell them about the following:",
      '<p id="a1" class="lead">Tell them about the following:</p>',
    ],
  ],
  "sections of a session": [
    [
      "a trainer's note ends at a heading",
      "##### *Trainer’s Notes*:\nOne.\n\nTwo.\n## B",
      '<aside class="trainer-note" id="a1"><p class="aside-label">Trainer’s Notes</p>\n<p>One.</p>\n<p>Two.</p>\n</aside>\n<h2 id="h1">B</h2>',
    ],
    [
      "a trainer's note ends at a break",
      "#### Trainer's Note\nOne.\n<br><br>\nTwo.",
      '<aside class="trainer-note" id="a1"><p class="aside-label">Trainer\'s Note</p>\n<p>One.</p>\n</aside>\n<p>Two.</p>',
    ],
    [
      "a trainer's note ends at a break behind its text",
      "#### Trainer's Note\nOne.<br><br>\nTwo.",
      '<aside class="trainer-note" id="a1"><p class="aside-label">Trainer\'s Note</p>\n<p>One.</p>\n</aside>\n<p>Two.</p>',
    ],
    [
      "a note in a paragraph",
      "**Trainer's Note:** Be *kind*.\n\nText",
      '<aside class="trainer-note"><p class="aside-label">Trainer\'s Note</p>\n<p>Be <em>kind</em>.</p>\n</aside>\n<p>Text</p>',
    ],
    ["other words are no note", "## Trainer's Notebook", '<h2 id="h1">Trainer\'s Notebook</h2>'],
    [
      "a step",
      "## Step 3: Go *out*",
      '<h2 id="h1" class="step"><span class="step-label">Step 3</span> Go <em>out</em></h2>',
    ],
    [
      "a step that is a sentence",
      "## Step 5: Use it!",
      '<h2 id="h1" class="step"><span class="step-label">Step 5</span> Use it!</h2>',
    ],
    [
      "a step in a paragraph",
      "**Step 3 |** Open it.",
      '<p class="step"><span class="step-label">Step 3</span> Open it.</p>',
    ],
    [
      "a step in a bold sentence",
      "**Step 3 | Open it** now.",
      '<p class="step"><span class="step-label">Step 3</span> <strong>Open it</strong> now.</p>',
    ],
    ["a sentence about a step", "Step 3 was hard.", "<p>Step 3 was hard.</p>"],
    [
      "materials",
      "## Materials to Prepare:\nBring:\n- pens\n\n## B\n- x",
      '<h2 id="h1">Materials to Prepare:</h2>\n<p>Bring:</p>\n<ul class="checklist"><li>pens</li>\n</ul>\n<h2 id="h2">B</h2>\n<ul><li>x</li>\n</ul>',
    ],
    [
      "tasks",
      "- [ ] a\n- [x] *b*",
      '<ul class="tasks"><li class="open">a</li>\n<li class="done"><em>b</em></li>\n</ul>',
    ],
  ],
  callouts: [
    [
      "below a block",
      "Mind.\n{: .notice}\n\nText",
      '<aside class="callout notice"><p>Mind.</p>\n</aside>\n<p>Text</p>',
    ],
    [
      "above a block",
      "Text\n\n{: .warning}\nMind.",
      '<p>Text</p>\n<aside class="callout warning"><p>Mind.</p>\n</aside>',
    ],
    ["at the end of a line", "Mind. {.tip}", '<aside class="callout tip"><p>Mind.</p>\n</aside>'],
    [
      "an HTML container",
      '<div class="notice x">\n\nMind.\n\n</div>',
      '<aside class="callout notice"><p>Mind.</p>\n</aside>',
    ],
    [
      "GitHub's alerts",
      "> [!WARNING]\n> Mind.",
      '<aside class="callout warning"><p>Mind.</p>\n</aside>',
    ],
    ["other classes are dropped", "Text\n{: .fancy}", "<p>Text</p>"],
    [
      "a class that means trainers",
      "Text\n{: .trainer-note}",
      '<aside class="trainer-note"><p>Text</p>\n</aside>',
    ],
    ["other braces are text", "Dear {name}", "<p>Dear {name}</p>"],
  ],
  "images and links": [
    [
      "an image alone",
      '![A lock](/lock.png "Fig")',
      '<figure><img src="lock.png" alt="A lock"/>\n<figcaption>Fig</figcaption>\n</figure>'.replace(
        "/>\n<fig",
        "/><fig",
      ),
    ],
    [
      "an image in a line",
      'LazyBrowser ![OK](/lock.png "x") now',
      '<p>LazyBrowser <img src="lock.png" alt="OK"/> now</p>',
    ],
    [
      "no description",
      "Text\n\n![](/lock.png)",
      '<p>Text</p>\n<figure><img src="lock.png" alt=""/></figure>',
      "MRK020 13:1",
    ],
    [
      "a heading of nothing but an image without words",
      "## ![](/lock.png)\n\nText",
      '<p id="a1"><img src="lock.png" alt=""/></p>\n<p>Text</p>',
      "MRK020 11:4",
    ],
    [
      "a caption instead of a description: read once",
      '![](/lock.png "A lock on a door")',
      '<figure><img src="lock.png" alt=""/><figcaption>A lock on a door</figcaption>\n</figure>',
    ],
    [
      "a title instead of a description, in a line",
      'LazyBrowser ![](/lock.png "OK") or [![](/lock.png "Back")](https://example.org/) now',
      '<p>LazyBrowser <img src="lock.png" alt="OK"/> or <a href="https://example.org/"><img src="lock.png" alt="Back"/></a> now</p>',
    ],
    [
      "a caption in HTML",
      '<figure><img src="/lock.png"><figcaption>A lock</figcaption></figure>',
      '<figure><img src="lock.png" alt=""/><figcaption>A lock</figcaption>\n</figure>',
    ],
    [
      "an empty caption in HTML",
      '<figure><img src="/lock.png"><figcaption> </figcaption></figure>',
      '<figure><img src="lock.png" alt=""/></figure>',
      "MRK020 11:1",
    ],
    [
      "a missing image",
      "a ![A key](key.png)",
      '<p>a <span class="missing missing-image">A key</span></p>',
      "MRK021 11:3",
    ],
    [
      "a missing image alone",
      "![](dir/key.png)",
      '<p class="missing missing-image">key.png</p>',
      "MRK021 11:1",
    ],
    [
      "a remote image",
      "![x](https://a.b/c.png)",
      '<p class="missing missing-image">x</p>',
      "MRK022 11:1",
    ],
    [
      "HTML's image",
      '<img src="/lock.png" alt="A" width="9" style="x" onerror="y()">',
      '<figure><img src="lock.png" alt="A" width="9"/></figure>',
    ],
    ["outside", "[a](https://a.b/?x=1&y=2)", '<p><a href="https://a.b/?x=1&amp;y=2">a</a></p>'],
    [
      "a bare address",
      "See https://a.b/c.",
      '<p>See <a href="https://a.b/c">https://a.b/c</a>.</p>',
    ],
    [
      "a bare www address",
      "See www.a.org/b.",
      '<p>See <a href="https://www.a.org/b">www.a.org/b</a>.</p>',
    ],
    [
      "a bare www address with brackets",
      "(See www.a.org/b_(c).)",
      '<p>(See <a href="https://www.a.org/b_(c)">www.a.org/b_(c)</a>.)</p>',
    ],
    [
      "no guesses",
      "a.org and a@b.org `https://c.d`",
      "<p>a.org and a@b.org <code>https://c.d</code></p>",
    ],
    ["a page", "[a](/keys/#x)", '<p><a href="page:keys.md#x">a</a></p>'],
    [
      "a mail address with a space",
      "[a](mailto: b@c.org)",
      '<p><a href="mailto:b@c.org">a</a></p>',
    ],
    [
      "a place in the page",
      "## My Set-Up, Now\n[a](#My-set-up-now/)",
      '<h2 id="h1">My Set-Up, Now</h2>\n<p><a href="#h1">a</a></p>',
    ],
    [
      "a place of the author's",
      "<a name='Q'></a>Text [a](#q)",
      '<p><span id="a1"></span>Text <a href="#a1">a</a></p>',
    ],
    ["no such place", "Text [a](#b)", "<p>Text a</p>", "MRK013 11:6"],
    [
      "a place that nothing is left of",
      "<blockquote id='q'>\n\n</br>\n\n</blockquote>\n\n[a](#q)",
      "<p>a</p>",
      "MRK013 17:1",
    ],
    ["a download", "[a](/form.pdf)", "<p>a</p>"],
    ["no address", "x [a]()", "<p>x a</p>", "MRK010 11:3"],
    ["nowhere", "x\ny [a](b.md)", "<p>x\ny a</p>", "MRK011 12:3"],
    ["a script", "[a](javascript:alert(1))", "<p>a</p>", "MRK012 11:1"],
    ["no text", "[](https://a.b)", '<p><a href="https://a.b">https://a.b</a></p>'],
    [
      "a bare address in HTML's link",
      "<a href='https://a.b'>https://a.b</a>",
      '<p><a href="https://a.b">https://a.b</a></p>',
    ],
    [
      "a link in a link",
      "<a href='https://a.b'>x [y](https://c.d)</a>",
      '<p><a href="https://a.b">x y</a></p>',
      "MRK109 11:29",
    ],
  ],
  HTML: [
    ["a script", "a <script>x()</script> b", "<p>a b</p>", "MRK003 11:3"],
    ["a style block", "<style>\np {}\n</style>\n\nText", "<p>Text</p>", "MRK003 11:-"],
    ["an unknown element, once", "<foo>a</foo> <foo>b</foo>", "<p>a b</p>", "MRK003 11:1"],
    ["an element left open", "a <form> b\n\nc", "<p>a b</p>\n<p>c</p>", "MRK003 11:3"],
    ["a comment", "a<!-- b -->c", "<p>ac</p>"],
    ["a tag left open", "<b>a\n\nb", "<p><b>a</b></p>\n<p>b</p>"],
    [
      "direction and language",
      "<span dir=rtl lang=ar class=x>a</span>",
      '<p><span dir="rtl" lang="ar">a</span></p>',
    ],
    ["a paragraph in a paragraph", "<p>a<p>b", "<p>a</p>\n<p>b</p>"],
    ["a list without ends", "<ul><li>a<li>b</ul>", "<ul><li>a</li>\n<li>b</li>\n</ul>"],
    ["an item without a list", "<li>a</li>", "<ul><li>a</li>\n</ul>"],
    [
      "a table without rows",
      "<table><td>a<td>b</table>",
      "<table><tbody><tr><td>a</td>\n<td>b</td>\n</tr>\n</tbody>\n</table>",
    ],
    [
      "a block in a line",
      "a <blockquote>b</blockquote> c",
      "<p>a</p>\n<blockquote><p>b</p>\n</blockquote>\n<p>c</p>",
    ],
    ["code stays text", "    <body onload=x>", "<pre><code>&lt;body onload=x&gt;</code></pre>"],
  ],
  "the rest of Markdown": [
    [
      "a table",
      "|a|b|\n|-|-:|\n|c|d|",
      '<table><thead><tr><th scope="col">a</th>\n<th scope="col" class="align-end">b</th>\n</tr>\n</thead>\n<tbody><tr><td>c</td>\n<td class="align-end">d</td>\n</tr>\n</tbody>\n</table>',
    ],
    ["definitions", "Term\n: Meaning", "<dl><dt>Term</dt>\n<dd>Meaning</dd>\n</dl>"],
    [
      "abbreviations",
      "*[VPN]: a tunnel\n\nA VPN, VPNs",
      '<p>A <abbr title="a tunnel">VPN</abbr>, VPNs</p>',
    ],
    ["a list that begins at 3", "3. a", '<ol start="3"><li>a</li>\n</ol>'],
    ["quotation marks stay", "\"a\" -- 'b'", "<p>\"a\" -- 'b'</p>"],
  ],
  "damaged text": [
    [
      "a space in a link",
      "x [a] (https://b.c/d)",
      '<p>x [a] (<a href="https://b.c/d">https://b.c/d</a>)</p>',
      "MRK040 11:3",
    ],
    [
      "a space in an image",
      "! [a](https://b.c/d.png)",
      '<p>! <a href="https://b.c/d.png">a</a></p>',
      "MRK041 11:1",
    ],
    [
      "full-width brackets",
      "[a]（https://b.c）",
      '<p>[a]（<a href="https://b.c">https://b.c</a>）</p>',
      "MRK042 11:3",
    ],
    ["spaces in bold text", "x ** a ** y", "<p>x ** a ** y</p>", "MRK043 11:3"],
    ["bold text without an end", "x\n**a y", "<p>x\n**a y</p>", "MRK044 12:1"],
    [
      "placeholders",
      "[LINK] [DEFINE LOCATION] [PGP]",
      "<p>[LINK] [DEFINE LOCATION] [PGP]</p>",
      "MRK045 11:1",
      "MRK045 11:8",
    ],
    ["a note that is not there", "a[^b]", "<p>a[^b]</p>", "MRK030 11:2"],
    [
      "code is never looked at",
      "`[a] (https://b.c)` `** a **`",
      "<p><code>[a] (https://b.c)</code> <code>** a **</code></p>",
    ],
  ],
};

for (const [group, cases] of Object.entries(groups)) {
  for (const [name, markdown, xhtml, ...found] of cases) {
    test(`${group}: ${name}`, () => {
      const result = read(markdown);
      assert.equal(result.xhtml, xhtml);
      assert.deepEqual(result.found, found);
    });
  }
}

test("footnotes: a mark within a link stands behind it", () => {
  const { xhtml } = read("<a href='https://b.c/'>A *link[^1]* here</a>.\n\n[^1]: N");
  assert.match(
    xhtml,
    /^<p><a href="https:\/\/b\.c\/">A <em>link<\/em> here<\/a><sup class="note-ref-mark">/,
  );
});

test("a run in another language has its direction too, unless the author gives one", () => {
  assert.equal(
    read('<span lang="fa">a</span> <b lang="fr">b</b> <i lang="fa" dir="ltr">c</i>').xhtml,
    '<p><span lang="fa" dir="rtl">a</span> <b lang="fr" dir="ltr">b</b> <i dir="ltr" lang="fa">c</i></p>',
  );
});

test("footnotes: numbered by first reference, with several references and notes in notes", () => {
  const { document, xhtml, found } = read(
    "a[^z] b[^y] c[^z] ^[here]\n\n[^y]: Y[^q]\n[^z]: Z [k](/keys/)\n[^q]: Q\n[^n]: unused",
  );
  assert.equal(
    xhtml.replaceAll(
      /<sup class="note-ref-mark"><a class="note-ref" href="#(\w+)" id="([\w-]+)">(\d)<\/a><\/sup>/g,
      "{$1 $2 $3}",
    ),
    "<p>a{n1 nr1 1} b{n2 nr2 2} c{n1 nr1-2 1} {n3 nr3 3}</p>",
  );
  assert.deepEqual(
    document.footnotes.map(({ id, children }) => `${id} ${serialise(children).trim()}`),
    [
      'n1 <p>Z <a href="page:keys.md">k</a></p>',
      'n2 <p>Y<sup class="note-ref-mark"><a class="note-ref" href="#n4" id="nr4">4</a></sup></p>',
      "n3 <p>here</p>",
      "n4 <p>Q</p>",
    ],
  );
  assert.deepEqual(found, ["MRK031 16:-"]);
});

test("labels in five languages", () => {
  for (const label of [
    "Trainer's Note",
    "Trainers’ notes",
    "Note for Trainers",
    "Nota para quien facilita",
    "Nota para la persona facilitadora",
    "Nota para el facilitador",
    "Notas para la formadora",
    "Note pour le formateur",
    "Note pour la formatrice",
    "Note à l'attention des formateurs",
    "ملاحظة للمدرّب",
    "ملاحظة للمدرب",
    "ملاحظات للمدربين",
    "یادداشت مربی",
    "یادداشت برای مربی",
  ]) {
    assert.match(read(`### *${label}*\nText`).xhtml, /^<aside class="trainer-note"/, label);
  }
  for (const label of [
    "Materials",
    "Materiales para preparar",
    "Materiales",
    "Matériel à préparer",
    "المواد المطلوبة",
    "المواد المطلوب تحضيرها",
    "Materiales que preparar",
    "مواد مورد نیاز",
  ]) {
    assert.match(read(`### ${label}\n- x`).xhtml, /<ul class="checklist">/, label);
  }
  for (const label of ["Paso 3", "Étape 3", "الخطوة ٣", "الخطوة الثالثة", "گام ۳", "مرحله ۳"]) {
    const xhtml = read(`### ${label}: X`).xhtml;
    assert.match(xhtml, new RegExp(`<span class="step-label">${label}</span> X`), label);
  }
});

test("headings, anchors and images are listed", () => {
  const { document } = read("# A *b*\n\n## A b\n\n{: #own}\nText ![x](/lock.png) ![y](/lock.png)");
  assert.deepEqual(
    document.headings.map(({ id, rank, text, place }) => [id, rank, text, place.line]),
    [
      ["h1", 2, "A b", 11],
      ["h2", 3, "A b", 13],
    ],
  );
  assert.deepEqual(
    [...document.anchors],
    [
      ["a-b", "h1"],
      ["a-b-1", "h2"],
      ["own", "a1"],
    ],
  );
  assert.deepEqual(document.images, [
    { path: "lock.png", place: { file: "a.md", line: 16, column: 6 } },
  ]);
});

test("elements keep their lines", () => {
  const { document } = read("a\n\nb\n\n- c");
  const lines = document.body.children.map((child) => child.position?.start.line);
  assert.deepEqual(lines, [11, 13, 15]);
});
