import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { reduceSvg } from "../../src/image/reduce-svg.ts";
import type { WordStyle } from "../../src/image/svg-style.ts";
import type { SetWords } from "../../src/image/svg-words.ts";

/** Where each line was set, and how. */
interface Drawn {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly style: WordStyle;
}

/** A typesetter whose letters are all half an em wide, and which knows no `?`. */
function reduce(content: string, root = 'viewBox="0 0 200 100"') {
  const drawn: Drawn[] = [];
  const set: SetWords = (text, style) => ({
    width: text.length / 2,
    lacking: text.includes("?") ? ["?"] : [],
    draw: (x, y) => {
      if (text === "") return "";
      drawn.push({ text, x, y, style });
      return `M${x},${y}h5v5z`;
    },
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${root}>${content}</svg>`;
  return { ...reduceSvg(svg, set), drawn };
}

const placesOf = (content: string) => reduce(content).drawn.map(({ text, x, y }) => [text, x, y]);

test("words become paths in a group that looks as the text did; no text is left", () => {
  const { svg } = reduce('<text x="20" y="55" fill="red" font-family="Arial">Who reads?</text>');
  assert.match(svg ?? "", /<g fill="#f00"><path d="M20 55h5v5z"\/><\/g>/);
  assert.doesNotMatch(svg ?? "", /<text|Arial|font/);
  assert.match(svg ?? "", /role="img" aria-label="Who reads\?"/);
});

test("without fonts a drawing with words is refused", () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>a</text></svg>';
  assert.deepEqual(reduceSvg(svg), { reason: "<text>" });
});

describe("words stand where the drawing says", () => {
  const cases: readonly (readonly [string, string, readonly (readonly unknown[])[]])[] = [
    ["from", '<text x="10" y="20" font-size="10">abcd</text>', [["abcd", 10, 20]]],
    ["around", '<text x="100" text-anchor="middle" font-size="10">abcd</text>', [["abcd", 90, 0]]],
    [
      "up to",
      '<text x="100" style="text-anchor:end;font-size:10px">abcd</text>',
      [["abcd", 80, 0]],
    ],
    [
      "parts in one line are anchored as a whole",
      '<text x="100" text-anchor="end" font-size="10">ab <tspan>cd</tspan> </text>',
      [
        ["ab ", 75, 0],
        ["cd", 90, 0],
      ],
    ],
    [
      "lines of their own",
      '<text font-size="10">\n  <tspan x="5" y="10">ab</tspan>\n  <tspan x="5" dy="1.2em">cd</tspan>\n</text>',
      [
        ["ab", 5, 10],
        ["cd", 5, 22],
      ],
    ],
    [
      "moves",
      '<text x="0" y="0" font-size="10">ab<tspan dx="3" dy="-4">cd</tspan></text>',
      [
        ["ab", 0, 0],
        ["cd", 13, -4],
      ],
    ],
    [
      "each letter in its place",
      '<text x="1 50 90" y="7" font-size="10">abcd</text>',
      [
        ["a", 1, 7],
        ["b", 50, 7],
        ["cd", 90, 7],
      ],
    ],
    [
      "from the right",
      '<text x="100" direction="rtl" font-size="10">abcd</text>',
      [["abcd", 80, 0]],
    ],
    ["in per cent", '<text x="50%" y="50%" font-size="10">ab</text>', [["ab", 100, 50]]],
    [
      "below its place",
      '<text y="10" font-size="10" dominant-baseline="hanging">ab</text>',
      [["ab", 0, 17.2]],
    ],
  ];
  for (const [name, content, expected] of cases) {
    test(name, () => assert.deepEqual(placesOf(content), expected));
  }
});

test("fonts and sizes come from attributes, styles and rules, the nearer before the farther", () => {
  const { drawn, svg } = reduce(
    "<style>.big{font:italic bold 20px/1.2 Georgia,serif} text.big{fill:red} #n{font-size:2em}</style>" +
      '<g font-family="Courier" font-size="8"><text>a</text><text class="big">b</text>' +
      '<text class="big" style="font-weight:400">c</text><text id="n">d</text></g>',
  );
  assert.deepEqual(
    drawn.map(({ style }) => [style.family, style.sizePx, style.isBold, style.isItalic]),
    [
      ["courier", 8, false, false],
      ["georgia,serif", 20, true, true],
      ["georgia,serif", 20, false, true],
      ["courier", 16, false, false],
    ],
  );
  // What colours a text colours the group that stands for it.
  assert.equal(svg?.match(/<g fill="#f00"><path/g)?.length, 2);
});

test("a style sheet at the end counts as well, and fonts that a drawing brings are left out", () => {
  const { drawn, svg } = reduce(
    "<text>a</text><style>@font-face{font-family:X;src:url(data:font/woff2;base64,AA)} text{font-size:30px}</style>",
  );
  assert.equal(drawn[0]?.style.sizePx, 30);
  assert.doesNotMatch(svg ?? "", /font-face|data:/);
});

test("what no font draws is told", () => {
  assert.deepEqual((reduce("<text>a?</text>") as { lacking?: readonly string[] }).lacking, ["?"]);
});

describe("what cannot be set is refused by name", () => {
  const cases: readonly (readonly [string, string])[] = [
    ['<text><textPath href="#p">a</textPath></text>', "<textPath>"],
    ['<text textLength="50">a</text>', "`textLength` of words"],
    ['<text rotate="45">a</text>', "`rotate` of words"],
    ['<text writing-mode="vertical-rl">a</text>', "`writing-mode` of words"],
    ["<clipPath><text>a</text></clipPath>", "<text>"],
    ["<tspan>a</tspan>", "<tspan>"],
    [`<text>${"words ".repeat(600)}</text>`, "amount of words"],
  ];
  for (const [content, reason] of cases) {
    test(reason, () => assert.equal((reduce(content) as { reason?: string }).reason, reason));
  }
});

test("an editor's notes within words are no words", () => {
  const { drawn, svg } = reduce("<text>a<title>made by a person</title><desc>x</desc></text>");
  assert.deepEqual(
    drawn.map(({ text }) => text),
    ["a"],
  );
  assert.doesNotMatch(svg ?? "", /person/);
});

describe("words are in a drawing's label where they are known to be seen", () => {
  const text = '<text x="20" y="55">Amina</text>';
  const cover = '<rect width="200" height="100" fill="#336"/>';
  for (const [name, content] of [
    ["white on white", '<text x="20" y="55" fill="#fff">Amina</text>'],
    ["nearly white", '<text x="20" y="55" fill="#fdfdfd">Amina</text>'],
    ["of the colour beneath", `${cover}<text x="20" y="55" fill="#336">Amina</text>`],
    ["under a rectangle", `${text}${cover}`],
    ["under a path", `${text}<path d="M0 0h200v100h-200z" fill="#fff"/>`],
    [
      "behind a mask",
      `<mask id="m"><rect width="200" height="100"/></mask><g mask="url(#m)">${text}</g>`,
    ],
    ["very small", `<g transform="scale(.001)"><text x="20000" y="55000">Amina</text></g>`],
    ["off the page", `<defs><g id="a">${text}</g></defs><use href="#a" x="900"/>`],
    ["hardly painted", `<g opacity=".1">${text}</g>`],
    ["under a symbol", `${text}<symbol id="s" viewBox="0 0 9 9">${cover}</symbol><use href="#s"/>`],
    [
      "in a tint of one colour",
      `<linearGradient id="t"><stop stop-color="#fff"/></linearGradient><text x="20" y="55" fill="url(#t)">Amina</text>`,
    ],
  ] as const) {
    test(`${name}: not`, () => {
      const { svg = "", ...rest } = reduce(content);
      assert.doesNotMatch(svg, /Amina/);
      const { doubtfulWords = 0, hiddenParts = 0 } = rest as {
        doubtfulWords?: number;
        hiddenParts?: number;
      };
      assert.ok(Number(doubtfulWords) + Number(hiddenParts) > 0, "told");
    });
  }
  for (const [name, content] of [
    ["on a plain page", text],
    ["light on dark", `${cover}<text x="20" y="55" fill="#fff">Amina</text>`],
    [
      "on a disc",
      `<circle cx="22" cy="57" r="40" fill="#123"/><text x="20" y="55" fill="#fff">Amina</text>`,
    ],
    ["within a frame", `${text}<rect width="200" height="100" fill="none" stroke="red"/>`],
    ["beside another shape", `${text}<rect x="100" width="90" height="90"/>`],
    ["drawn by use", `<defs><g id="a">${text}</g></defs><use href="#a" x="5"/>`],
    ["only lined", '<text x="20" y="55" fill="none" stroke="#000">Amina</text>'],
  ] as const) {
    test(`${name}: they are`, () => {
      const { svg, ...rest } = reduce(content);
      assert.match(svg ?? "", /aria-label="Amina"/);
      assert.equal((rest as { doubtfulWords?: number }).doubtfulWords, 0);
    });
  }
});
