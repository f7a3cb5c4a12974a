import assert from "node:assert/strict";
import { test } from "node:test";
import { read } from "./reading.ts";

const B = (words: string) => `<strong>${words}</strong>`;
const I = (words: string) => `<em>${words}</em>`;

/** name, Markdown, what the paragraph holds. None of them has anything to tell. */
const WORKS: readonly (readonly [string, string, string])[] = [
  [
    "Thai",
    'ก่อน**รหัส (password)**ต้อง และ**"ลับ"**ทุก',
    `ก่อน${B("รหัส (password)")}ต้อง และ${B('"ลับ"')}ทุก`,
  ],
  ["a colon", "ส่วน**สำคัญ:**ห้าม", `ส่วน${B("สำคัญ:")}ห้าม`],
  ["one sign", "คำ*ลวง (phishing)*คือ", `คำ${I("ลวง (phishing)")}คือ`],
  ["Chinese", "**重要：**请用**『强密码』**登录", `${B("重要：")}请用${B("『强密码』")}登录`],
  ["Japanese", "これは**「鍵」**です。*（注）*も", `これは${B("「鍵」")}です。${I("（注）")}も`],
  ["Korean", "**열쇠(key)**를 쓰고", `${B("열쇠(key)")}를 쓰고`],
  [
    "Burmese, Khmer, Lao",
    "က**(a)**က ក**(b)**ក ກ**(c)**ກ",
    `က${B("(a)")}က ក${B("(b)")}ក ກ${B("(c)")}ກ`,
  ],
  ["Tibetan, Javanese", "ཀ**(a)**ཀ ꦏ*(b)*ꦏ", `ཀ${B("(a)")}ཀ ꦏ${I("(b)")}ꦏ`],
  ["an Arabic prefix", "و**«كلمة»**هنا", `و${B("«كلمة»")}هنا`],
  ["Latin beside two signs", "**Note:**text", `${B("Note:")}text`],
  ["Latin beside one is a sum", "2*(a+b)*c", "2*(a+b)*c"],
  ["a code to dial", "*123*4# or *21*0700*9#, 2*3*4", "*123*4# or *21*0700*9#, 2*3*4"],
  ["three signs", "也***「全」***都", `也${I(B("「全」"))}都`],
  ["struck out", "这~~「错」~~的", "这<s>「错」</s>的"],
  ["underscores", "这是_重点_和__「词」__的", `这是${I("重点")}和${B("「词」")}的`],
  ["two underscores", '__"b"__word __init__', `${B('"b"')}word ${B("init")}`],
  [
    "underscores in names",
    "报告_最终_版.docx 备份_2024_份 snake_case_name",
    "报告_最终_版.docx 备份_2024_份 snake_case_name",
  ],
  ["escaped signs", "x \\*\\* y \\*\\*z", "x ** y **z"],
];

for (const [name, markdown, xhtml] of WORKS) {
  test(`emphasis: ${name}`, () => {
    const { xhtml: read_, found } = read(markdown);
    assert.equal(read_, `<p>${xhtml}</p>`);
    assert.deepEqual(found, []);
  });
}

/** Markdown, code and place, and a word of the hint. */
const TOLD: readonly (readonly [string, ...(readonly [string, RegExp])[]])[] = [
  ["Do **one**, **two, **three**, and **four**.", ["MRK044 11:13", /after the last word/]],
  ["Do **one**, two**, and **four**.", ["MRK044 11:16", /before the first word/]],
  ["x \\* **a** y\n**b", ["MRK044 12:1", /after the last word/]],
  ["**a** ** b ** c", ["MRK043 11:7", /`\*\*b\*\*`/]],
  [
    "a (b)** and **(c",
    ["MRK044 11:6", /before the first word/],
    ["MRK044 11:13", /after the last word/],
  ],
  ["[**a](https://b.c)", ["MRK044 11:2", /after the last word/]],
  ["a ~~b", ["MRK044 11:3", /`\\~\\~`/]],
  ["> - x **y", ["MRK044 11:7", /after the last word/]],
];

for (const [markdown, ...expected] of TOLD) {
  test(`emphasis is told: ${markdown.replace("\n", " / ")}`, () => {
    const { found, diagnostics } = read(markdown);
    assert.deepEqual(
      found,
      expected.map(([place]) => place),
    );
    expected.forEach(([, hint], at) => {
      assert.match(diagnostics[at]?.hint ?? "", hint);
    });
  });
}
