import assert from "node:assert/strict";
import { test } from "node:test";
import type { ElementContent } from "../../src/markup/document.ts";
import { makeFindings } from "../../src/markup/findings.ts";
import { listBlocks } from "../../src/markup/finished-text.ts";
import { lintLostAddresses } from "../../src/markup/lost-addresses.ts";
import { lintLostWords } from "../../src/markup/lost-words.ts";
import { read } from "./reading.ts";

/** What is printed as it was typed, and where; everything here has once been seen in a book. */
const LEFTOVERS: readonly (readonly [string, ...string[]])[] = [
  ["a {{ b\n\nc", "MRK108 11:3"],
  ["a %}", "MRK108 11:3"],
  ["a {:.b c", ...[]],
  ["a %%b", "MRK108 11:3"],
  ["text ~~struck~~ x ==marked==", "MRK108 11:19"],
  ["a {++new++} b", "MRK108 11:3"],
  ["a ``` b", "MRK108 11:3"],
  ["####### Seven", "MRK108 11:1"],
  ["| a | b |", "MRK108 11:1"],
  ["+---+---+\n| a | b |\n+---+---+", "MRK108 11:1", "MRK108 12:1", "MRK108 13:1"],
  ["a &amp;nbsp; b &unknown; c", "MRK108 11:3"],
  ["<div>\nKnead **the** dough\n</div>", "MRK108 12:7"],
  ['=== "Rye"', "MRK108 11:1"],
  ["::: so it goes", "MRK108 11:1"],
  ["Mind :warning: this", "MRK108 11:6"],
  ["H~2~O", "MRK108 11:2"],
  ["m^2^ of ^^dough^^", "MRK108 11:2"],
  // What is shown on purpose, and what is no markup.
  ["at 10:30:15, a:b:c, x^2 + y^2, ~5 kg ~ 6 kg, std::vector, (12:bake:13)"],
  ["`a **b**` \\*\\*c\\*\\* \\[[d]] `{{ e }}`"],
  ["```\n**a** {{ b }}\n# c\n| d |\n```"],
  ["    {{ a }}\n    • b"],
  ["{% raw %}{{ a }}{% endraw %}"],
  ["\\{{ a }} \\# b \\~~c\\~~"],
  ["a &lt;b&gt; &#42;&#42;c&#42;&#42;"],
  ["https://a.b/c__d__e/~~f~~"],
  ["a | b, 5%% of it, a[[1]], x_1__2, #1, C#, 2 * 3 * 4, a == b"],
  ["– a\n– b\n\na) c\nb) d"],
];

for (const [markdown, ...expected] of LEFTOVERS) {
  test(`left over in the finished text: ${JSON.stringify(markdown)}`, () => {
    const found = read(markdown).found.filter((one) => one.startsWith("MRK108"));
    assert.deepEqual(found, expected);
  });
}

test("what is left over is told once a line, by the rule that knows it best", () => {
  assert.deepEqual(read("~~a~~ b ==c== d ==e==").found, ["MRK108 11:9"]);
  const { found } = read("a ** b** c");
  assert.ok(found.length > 0 && found.every((one) => !one.startsWith("MRK108")), String(found));
});

/** Compares a page with a document that a faulty rule could have made of it. */
function compare(markdown: string, damage: (tree: ElementContent[]) => ElementContent[]) {
  const findings = makeFindings("a.md", 11);
  const { document } = read(markdown);
  const tree = damage(document.body.children as ElementContent[]);
  const page = { lines: markdown.split("\n"), codeLines: new Set<number>(), title: "" };
  lintLostWords(page, listBlocks([tree]), findings);
  return findings.diagnostics.map(
    ({ code, message, place }) =>
      `${code} ${place.line}:${place.column} ${/`([^`]*)`/.exec(message)?.[1] ?? ""}`,
  );
}

test("words that a rule has swallowed are told, with their place", () => {
  const page = "# Dough\n\nKnead **the** dough.\n\n- flour\n- salt of the sea\n\n> Bake it.";
  const keep = (tree: ElementContent[]) => tree;
  assert.deepEqual(compare(page, keep), []);
  assert.deepEqual(
    compare(page, (tree) => tree.toSpliced(1, 1)),
    ["MRK109 13:1 knead the dough"],
  );
  assert.deepEqual(
    compare(page, (tree) => tree.slice(0, 3)),
    ["MRK109 18:3 bake it"],
  );
  const cut = (tree: ElementContent[]) => {
    const list = tree[2];
    if (list?.type === "element") list.children.pop();
    return tree;
  };
  assert.deepEqual(compare(page, cut), ["MRK109 16:3 salt of the sea"]);
});

test("what is not printed is no loss", () => {
  const page = [
    "# The page",
    'Text[^1] with *bold*ness, un**believ**able, snake\\_case, `co de`, [a link](https://x.org/y "z").',
    "<b>tag</b> <span class='q'>w</span>ord &amp; caf&eacute; <https://x.org/>",
    "{: .notice #setup}",
    "",
    '![A lock](/lock.png "Locked"){width=50%}',
    "",
    "| a | b |\n|:--|--:|\n| c | d |",
    "",
    "1. one\n2. two\n\n- [ ] do\n- [x] done\n\n۱. سه\n۲. چهار\n\nA) x\nB) y",
    "",
    ":::trainer Before\nnote\n:::",
    "",
    "> [!NOTE]\n> Mind",
    "",
    "{% include q.html %} {# hidden words #} <!-- more -->",
    "",
    "```python\nprint(1)\n```",
    "",
    "[ref]: https://example.org 'Title'\n\nSee [this][ref].\n\nTerm\n: Meaning\n\n*[HTML]: Hyper Text\n\n[^1]: The note.",
  ].join("\n");
  const { diagnostics } = read(page);
  assert.deepEqual(
    diagnostics.filter(({ code }) => /MRK10[89]/.test(code)),
    [],
  );
});

test("an address and a picture that a rule took away are told, each once a line", () => {
  const page = (markdown: string, kept: string) => {
    const findings = makeFindings("a.md", 11);
    const { document } = read(kept);
    const tree = document.body.children as ElementContent[];
    const written = { lines: markdown.split("\n"), codeLines: new Set<number>() };
    lintLostAddresses(written, [tree], (address) => address.startsWith("https://here"), findings);
    return findings.diagnostics.map(
      ({ code, message, place }) =>
        `${code} ${place.line}:${place.column} ${/`([^`]*)`/.exec(message)?.[1] ?? ""}`,
    );
  };
  const whole =
    "[a](https://b.c/d?e=1&amp;f) <https://g.h>, https://i.j/ك.\n\n![k](/lock.png \"A lock\") <img src='/lock.png' alt=k>";
  assert.deepEqual(page(whole, whole), []);
  assert.deepEqual(page(whole, "<https://g.h> https://i.j/ك\n\n![k](/lock.png)"), [
    "MRK109 11:5 https://b.c/d?e=1&f",
  ]);
  assert.deepEqual(page(whole, whole.replace(/\n.*/s, "")), ["MRK109 13:1 /lock.png"]);
  const silent =
    "`https://b.c` [a](https://here.org/b/) ![d](data:image/png;base64,AA) [x](http://**b)";
  assert.deepEqual(page(silent, "nothing"), []);
  const tags =
    "<a title='x' href='https://b.c'>d</a> <link href='https://e.f'> <p style='https://g.h'>";
  assert.deepEqual(page(tags, "<https://b.c>"), []);
  assert.deepEqual(page(tags, "d"), ["MRK109 11:20 https://b.c"]);
});
