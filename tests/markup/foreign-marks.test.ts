import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { CodeLines } from "../../src/markdown/code-lines.ts";
import { dropRemarks } from "../../src/source/remarks.ts";
import { readOne } from "../source/files.ts";
import { sameCases } from "../support/seed.ts";
import { read } from "./reading.ts";

/** Signs around a remark, as different systems have them. */
const REMARKS: readonly (readonly [opening: string, closing: string])[] = [
  ["{% comment %}", "{% endcomment %}"],
  ["{%- comment -%}", "{%- endcomment -%}"],
  ['{% comment "by the cook" %}', "{% /comment %}"],
  ["{% # ", " %}"],
  ["{# ", " #}"],
  ["{#- ", " -#}"],
  ["%%", "%%"],
  ["{/* ", " */}"],
  ["{{/* ", " */}}"],
  ["{{</* ", " */>}}"],
  ["{{< comment >}}", "{{< /comment >}}"],
  ["{{!-- ", " --}}"],
  ["{{! ", " }}"],
  ["{>> ", " <<}"],
  ["{::comment}", "{:/comment}"],
  ["{::comment}", "{:/}"],
  ["<%-- ", " --%>"],
  ["<%# ", " %>"],
  ["<comment>", "</comment>"],
  ["<!-- ", " -->"],
  ["<!– ", " –>"],
  ["<!-- one <!-- two --> ", " -->"],
  ["< !-- ", " -->"],
  ["<! -- ", " -->"],
  ["<!- ", " ->"],
  ["<#-- ", " -->"],
  ["{% COMMENT %}", "{% EndComment %}"],
  ["<span hidden>", "</span>"],
  ['<div style="display: none">', "</div>"],
];

for (const [opening, closing] of REMARKS) {
  test(`a remark in ${opening}…${closing} reaches no book`, () => {
    const remark = `${opening}The oven **is** broken${closing}`;
    const { xhtml, found } = read(`Knead ${remark} the dough.\n\n${remark}\n\nBake.`);
    assert.equal(xhtml, "<p>Knead the dough.</p>\n<p>Bake.</p>");
    assert.deepEqual(found, []);
    const block = `${opening}\n# Broken\n\n- an oven\n\n~~~\nof the inn\n${closing}`;
    assert.equal(read(`One.\n\n${block}\n\nTwo.`).xhtml, "<p>One.</p>\n<p>Two.</p>");
    // Of no concern to anybody but those who write about such signs.
    const sample = `\`${remark}\`\n\n\`\`\`\n${remark}\n\`\`\`\n\n    ${remark}`;
    assert.equal(read(sample).document.body.children.length, 3);
    assert.match(
      read(sample).xhtml,
      /^<p><code>.*broken.*<\/code><\/p>\n<pre>.*broken[\s\S]*<pre>.*broken/,
    );
    assert.equal(dropRemarks(`Bread ${remark} of rye`), "Bread of rye");
  });
}

/** name, Markdown, XHTML, diagnostics as `CODE line:column` (the body begins on line 11). */
const CASES: readonly (readonly [string, string, string, ...string[]])[] = [
  [
    "remarks in remarks",
    "{% comment %}a {% comment %}b{% endcomment %} c{% endcomment %}seen",
    "<p>seen</p>",
  ],
  [
    "a remark that is not closed is told, and nothing is lost",
    "One\n{% comment %}\ntwo\n\nthree",
    "<p>One</p>\n<p>two</p>\n<p>three</p>",
    "MRK100 12:1",
  ],
  [
    "of remarks in remarks, one that is not closed",
    "{% comment %}a{% comment %}b{% endcomment %}seen",
    "<p>seen</p>",
    "MRK100 11:1",
  ],
  ["an HTML remark that is not closed", "<!-- a\n\nb", "<p>a</p>\n<p>b</p>", "MRK100 11:1"],
  [
    "a box of remarks, with another in it",
    "a\n\n::: comment\nb\n:::tip\nc\n:::\n:::\n\nd",
    "<p>a</p>\n<p>d</p>",
  ],
  ["percent signs are text", "5%% of 100%% is %%x", "<p>5%% of 100%% is %%x</p>", "MRK108 11:17"],
  ["the name of a heading is no remark", "## Dough {#dough}", '<h2 id="h1">Dough</h2>'],
  [
    "definitions of links that hold a remark, also within a text",
    'Text\n[//]: # (the (old) oven)\nmore\n\n[oven]: # "broken\nagain"\n[comment]: <> (x)\n\nend',
    "<p>Text</p>\n<p>more</p>\n<p>end</p>",
  ],
  ["lines of percent signs", "% by the cook\n% again\n\n50\n% of it", "<p>50\n% of it</p>"],
  [
    "between items, rows and lines of a quotation",
    "1. a\n{# x #}\n2. b\n\n| a | b |\n|---|---|\n{# x #}\n| c | d |\n\n> a\n> {# x #}\n> b",
    '<ol><li>a</li>\n<li>b</li>\n</ol>\n<table><thead><tr><th scope="col">a</th>\n<th scope="col">b</th>\n</tr>\n</thead>\n<tbody><tr><td>c</td>\n<td>d</td>\n</tr>\n</tbody>\n</table>\n<blockquote><p>a</p>\n<p>b</p>\n</blockquote>',
  ],
  [
    "a mark of Markdown's behind a remark",
    "{# x #}## Dough\n{# y #}- rye\n- wheat",
    '<h2 id="h1">Dough</h2>\n<ul><li>rye</li>\n<li>wheat</li>\n</ul>',
  ],
  [
    "a note for trainers is one behind a remark",
    "{# x #} **Trainer's Note:** Hot!",
    '<aside class="trainer-note"><p class="aside-label">Trainer\'s Note</p>\n<p>Hot!</p>\n</aside>',
  ],
  ["bold before a remark", "**Hot.**{# x #} Bake", "<p><strong>Hot.</strong> Bake</p>"],
  [
    "columns of what stands behind",
    "{# x #} a {{ site.oven }} [b]()",
    "<p>a b</p>",
    "MRK101 11:11",
    "MRK010 11:27",
  ],
  [
    "tags are left out, what stands between them is kept",
    "{% if hot %}a{% else %}b{% endif %} {{< tip >}}c{{< /tip >}}",
    "<p>ab c</p>",
    "MRK101 11:1",
    "MRK101 11:37",
  ],
  [
    "tags that are shown",
    "`{{ x }}` \\{{ y }} {% raw %}{{ z }}{% endraw %}",
    "<p><code>{{ x }}</code> {{ y }} {{ z }}</p>",
  ],
  [
    "a tag that is not closed is text",
    "{{ a\n\nb }}",
    "<p>{{ a</p>\n<p>b }}</p>",
    "MRK108 11:1",
    "MRK108 13:3",
  ],
  [
    "addresses behind the site's own",
    '[a]({{ site.baseurl }}/keys/) ![b]({{ "/lock.png" | relative_url }}) <img src="{{ site.url }}/lock.png" alt="c"> [d]()',
    '<p><a href="page:keys.md">a</a> <img src="lock.png" alt="b"/> <img src="lock.png" alt="c"/> d</p>',
    "MRK010 11:114",
  ],
  [
    "a tag over two lines, which are counted",
    '{{ "/keys/" | relative_ur\n }} [d]()',
    "<p>/keys/\nd</p>",
    "MRK010 12:5",
  ],
  [
    "a sample in tags of its own",
    "{% highlight sh %}\nbake {{ x }}\n{% endhighlight %}\nend",
    "<pre><code>bake {{ x }}</code></pre>\n<p>end</p>",
  ],
  [
    "a list of contents",
    "* TOC\n{:toc}\n\n[[_TOC_]]\n\nText",
    "<p>Text</p>",
    "MRK102 11:1",
    "MRK102 14:1",
  ],
  [
    "page breaks",
    "a\n\\newpage\nb \\pagebreak c C:\\newpage",
    "<p>a</p>\n<p>b c C:\\newpage</p>",
    "MRK102 12:1",
    "MRK102 13:3",
  ],
  ["lines of code for a page", 'import Oven from "./oven"\n\nText', "<p>Text</p>", "MRK102 11:1"],
  ["what a word processor leaves", "a<o:p>b</o:p>", "<p>ab</p>", "MRK102 11:2", "MRK102 11:8"],
];

for (const [name, markdown, xhtml, ...expected] of CASES) {
  test(`marks of other systems: ${name}`, () => {
    const { xhtml: written, found } = read(markdown);
    assert.equal(written, xhtml);
    assert.deepEqual(found, expected);
  });
}

test("remarks in a header reach no book", () => {
  const { page } = readOne(
    '---\nlayout: module\ntitle: "Dough {# ask Bo #}"\nsummary: "Rye %%of the inn%% bread"\nactivity:\n  - name: "Knead <!-- hot -->"\n    url: /knead/\n---\nText',
  );
  assert.equal(page.header.title, "Dough");
  assert.equal(page.header.summary, "Rye bread");
  assert.equal(page.header.stages.activity[0]?.name, "Knead");
});

test("code is known before the page is parsed", () => {
  const parser = new MarkdownIt({ html: false });
  const line = fc.constantFrom(
    "text",
    "",
    "```",
    "~~~~",
    "    indented",
    "  two",
    "      six",
    "- item",
    "  - inner",
    "10. ten",
    "-     five",
    "> quote",
    "> ```",
    ">     quoted code",
    "# heading",
    "***",
    "\ttab",
    "- ```",
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const expected = new Set<number>();
      // Behind the mark of an item there is text, however wide the gap.
      const narrow = lines.map((one) => one.replace("-     five", "- five"));
      for (const { type, map } of parser.parse(narrow.join("\n"), {})) {
        if ((type !== "fence" && type !== "code_block") || !map) continue;
        for (let at = map[0]; at < map[1]; at += 1) if (lines[at]?.trim()) expected.add(at);
      }
      const code = new CodeLines();
      const found = lines.flatMap((one, at) => (code.take(one) && one.trim() ? [at] : []));
      assert.deepEqual(found, [...expected]);
    }),
    sameCases(3000),
  );
});

test("remarks within the text of a footnote are none of its code", () => {
  const body =
    "Salt[^1]\n\n[^1]: Sea.\n\n    %%\n    SECRET\n    %%\n\n    {% comment %}SECRET{% endcomment %}\n\n    Rock.";
  const shown = JSON.stringify(read(body).document.footnotes.map(({ children }) => children));
  assert.match(shown, /Rock/);
  assert.doesNotMatch(shown, /SECRET|%/);
});

test("what is hidden and has no end is told, and so is what is lost behind it", () => {
  const open = read("<li hidden>Salt").diagnostics;
  assert.match(open[0]?.message ?? "", /expected `<\/li>`/);
  assert.match(open[0]?.hint ?? "", /printed for everybody/);
  const lost = read("<b hidden>Salt\n\n<b>a</b>").diagnostics;
  assert.match(lost[0]?.message ?? "", /expected `<\/b>`/);
  assert.match(lost[0]?.hint ?? "", /left out with it/);
});

test("a line of thousands of marks is read in linear time", () => {
  for (const mark of ["• ", "- ", "☐ ", "1. "]) {
    const start = performance.now();
    const lines = new CodeLines();
    lines.take(mark.repeat(100_000));
    assert.ok(performance.now() - start < 2000, mark);
  }
});
