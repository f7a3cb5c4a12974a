import fc from "fast-check";
import { anyLine, anyPlainLine, HOSTILE } from "./any-words.ts";

/** Where links of a generated page may lead: pages, places in them, elsewhere, nowhere. */
const ADDRESSES = [
  "/any/",
  "/any/s0/",
  "/any/s1/",
  "/any/s1/#goals",
  "/any/s2/#m",
  "#goals",
  "#1-goals",
  "#nowhere",
  "#",
  "s1.md",
  "../any/s0",
  "/not/here/",
  "https://example.org/a?b=1&c=|2",
  "https://example.org/ü/%zz/(x)",
  "http://[::1]/",
  "http://a b/",
  "mailto: a@example.org",
  "tel:+1",
  "javascript:alert(1)",
  "data:text/html,x",
  "file:///etc/passwd",
  "//example.org",
  "https://",
  "\u202Ehttps://example.org",
  "",
];

const PICTURES = [
  "/assets/a.png",
  "/assets/A.PNG",
  "assets/b.svg",
  "/assets/ü b.png",
  "/assets/broken.jpg",
  "/assets/gone.png",
  "https://example.org/x.png",
  "data:image/png;base64,AAAA",
  "",
];

const HTML = [
  '<b id="1">x</i>',
  "<br><br>",
  "<table><td>x<p>y</table>",
  '<img src=/assets/a.png onerror="x" alt>',
  "<a href='#goals' name=goals>x",
  "</div></p></body>",
  "<script>alert(1)</script>",
  "<style>p{}</style>",
  "<svg><script/></svg>",
  "<math><mi>x</math>",
  "<ruby>x<rt>y</ruby>",
  "<ul><p>x</ul><li>y",
  "<dl><dd>x</dl>",
  '<p lang="x-y-z" dir="rtl">x</p>',
  '<span lang="fa" dir=rtl class="step">x</span>',
  "<details><summary>x</summary>y</details>",
  "<figure><figcaption>x</figcaption></figure>",
  "<h1>x<h6>y",
  "<object data=x><embed src=x><iframe src=x>",
  "<input type=checkbox checked><select><option>x",
  "<q cite=x><cite><abbr title='<'><time datetime=x><kbd><var><samp>x",
  "<pre>\n\nx</pre>",
  "<x-note-reference>x",
  "<!-- x -- y --->",
  "<![CDATA[x]]>",
];

const joined = (parts: readonly string[]) => parts.join(" ");
const addressed = fc.constantFrom(...ADDRESSES);

const inline: fc.Arbitrary<string> = fc.letrec<{ inline: string }>((tie) => {
  const inner = tie("inline");
  return {
    inline: fc.oneof(
      { depthSize: "small", maxDepth: 4 },
      { weight: 5, arbitrary: anyLine },
      { weight: 5, arbitrary: anyPlainLine },
      inner.map((text) => `*${text}*`),
      inner.map((text) => `**${text}**`),
      inner.map((text) => `~~${text}~~`),
      anyLine.map((text) => `\`\`${text}\`\``),
      fc.tuple(inner, addressed).map(([text, to]) => `[${text}](<${to}>)`),
      fc.tuple(inner, addressed).map(([text, to]) => `[${text}](${to} "${text}")`),
      fc.tuple(anyLine, fc.constantFrom(...PICTURES)).map(([alt, from]) => `![${alt}](<${from}>)`),
      addressed.map((to) => `<${to}>`),
      fc.constantFrom("[^1]", "[^2]", "[^nothing]", "^[in line]", "[^1][^1]"),
      fc.constantFrom(...HTML),
      fc.constantFrom("HTML", "https://example.org/bare.", "  \n", "\\\n", "{: .notice #goals}"),
      fc.array(inner, { maxLength: 3 }).map(joined),
    ),
  };
}).inline;

/** One line: what stands in headings and cells. */
const cell = inline.map((text) => text.replaceAll(/[\r\n|]/g, " "));

const table = fc
  .tuple(
    fc.integer({ min: 1, max: 5 }),
    fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 4 }),
  )
  .map(([width, rows]) => {
    const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
    const head = line(Array.from({ length: width }, (_, at) => `c${at}`));
    const ruler = line(Array.from({ length: width }, (_, at) => (at % 2 ? ":-:" : "--:")));
    return [head, ruler, ...rows.map(line)].join("\n");
  });

const indented = (text: string, by: string) => text.replaceAll("\n", `\n${by}`);

const block: fc.Arbitrary<string> = fc.letrec<{ block: string; blocks: string }>((tie) => {
  const blocks = tie("blocks");
  const items = fc.array(blocks, { minLength: 1, maxLength: 3 });
  return {
    blocks: fc.array(tie("block"), { minLength: 1, maxLength: 2 }).map((all) => all.join("\n\n")),
    block: fc.oneof(
      { depthSize: "small", maxDepth: 5 },
      { weight: 6, arbitrary: inline },
      {
        weight: 3,
        arbitrary: fc
          .tuple(fc.integer({ min: 1, max: 6 }), cell)
          .map(([rank, text]) => `${"#".repeat(rank)} ${text}`),
      },
      fc.constantFrom("## Goals", "## Goals", "## 1 Goals", "##### *Trainer's Note*", "#Close"),
      fc.constantFrom("### Materials to Prepare\n- [ ] pens\n- paper", "\u00A0", "***", "---"),
      cell.map((text) => `**Step 1 |** ${text}`),
      items.map((all) => all.map((text) => `- ${indented(text, "  ")}`).join("\n")),
      items.map((all) => all.map((text, at) => `${at + 7}. ${indented(text, "   ")}`).join("\n")),
      items.map((all) => all.map((text) => `- [x] ${indented(text, "  ")}`).join("\n")),
      blocks.map((text) => `> ${indented(text, "> ")}`),
      blocks.map((text) => `> [!WARNING]\n> ${indented(text, "> ")}`),
      blocks.map((text) => `${text}\n{: .tip}`),
      blocks.map((text) => `[^2]: ${indented(text, "    ")}`),
      fc.tuple(cell, blocks).map(([term, text]) => `${term}\n: ${indented(text, "  ")}`),
      fc.tuple(anyLine, anyLine).map(([name, text]) => `\`\`\`${name}\n${text}\n\t<b>\n\`\`\``),
      anyLine.map((text) => `    ${text}\n    \tFrom: x <x@example.org>`),
      table,
      fc.constantFrom(...HTML),
      inline.map((text) => `<div class="notice">\n\n${text}\n\n</div>`),
      cell.map((text) => `*[HTML]: ${text}`),
      fc.constantFrom(...HOSTILE),
      fc.constantFrom("> ".repeat(120), "- ".repeat(120), "*".repeat(300), "[".repeat(300)),
      fc.constant("<div><b>".repeat(150)),
    ),
  };
}).block;

/** The body of a page: any Markdown, with the note that most of its references mean. */
export const anyMarkdown: fc.Arbitrary<string> = fc
  .tuple(fc.array(block, { maxLength: 9 }), inline)
  .map(([blocks, note]) => [...blocks, `[^1]: ${note}`, ""].join("\n\n"));
