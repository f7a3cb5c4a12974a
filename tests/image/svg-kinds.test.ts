import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { prepareImage } from "../../src/image/prepare-image.ts";
import { reduceSvg } from "../../src/image/reduce-svg.ts";
import { DEFAULT_LIMITS } from "../../src/source/limits.ts";

const wrap = (content: string, root = "") =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 30"${root}>${content}</svg>`;

function reduce(text: string): string {
  const result = reduceSvg(text);
  assert.ok(result.svg !== undefined, result.svg === undefined ? result.reason : "");
  return result.svg;
}

const SEEN = '<path d="M1 1h9v9z"/>';

/** Of each kind, what is as if it were not there: with it a drawing has the same bytes. */
const NOTHING: Readonly<Record<string, readonly string[]>> = {
  "attributes with words": [
    wrap(SEEN, ' version="by Amina"'),
    wrap(`<style type="by Amina">g{}</style>${SEEN}`),
    wrap('<path d="M1 1h9v9z" stroke-linecap="by Amina"/>'),
    wrap('<path d="M1 1h9v9z" transform="by Amina"/>'),
    wrap(SEEN, ' preserveAspectRatio="by Amina"'),
    wrap('<path d="M1 1h9v9z" vector-effect="Amina" paint-order="of Amina" orient="Amina"/>'),
    wrap('<path d="M1 1h9v9z" baseProfile="Amina" data-name="Amina" role="Amina" lang="Amina"/>'),
  ],
  "words in path data": [
    wrap('<path d="M1 1h9v9z by Amina"/>'),
    wrap('<path d="M1 1h9v9z\tÄmina"/>'),
    wrap('<path d="M1 1h9v9z M"/>'),
    wrap('<path d="M1 1h9v9zm5 5"/>'),
    wrap('<path d="M1,1 H10 V10 Z&#xFEFF;&#xFEFF; "/>'),
    wrap(`${SEEN}<path d="by Amina"/><polygon points="by Amina"/>`),
  ],
  "words as colours": [
    wrap('<path d="M1 1h9v9z" fill="by Amina"/>'),
    wrap('<path d="M1 1h9v9z" fill="Amina(1,2,3)"/>'),
    wrap('<path d="M1 1h9v9z" fill="#amina"/>'),
    wrap('<path d="M1 1h9v9z" style="fill:Amina;stroke:Amina"/>'),
    wrap('<path d="M1 1h9v9z" color="#a1b2c3"/>'),
    wrap('<path d="M1 1h9v9z" stop-color="#a1b2c3" fill="#000 icc-color(Amina)"/>'),
  ],
  "classes, names and rules": [
    wrap('<path id="Amina" class="Amina of Aleppo" d="M1 1h9v9z"/>'),
    wrap(`<style>.Amina{fill:red} Amina > Aleppo{fill:blue}</style>${SEEN}`),
    wrap(`<style>#Amina{--amina:1;-x-amina:1}</style>${SEEN}`),
    wrap('<style>.amina{fill:#000000}</style><path class="amina" d="M1 1h9v9z"/>'),
    wrap(`<g id="Amina"><g class="Amina">${SEEN}</g></g>`),
    wrap(`<defs id="Amina"><path id="a1" d="M2 2h3v3z"/></defs>${SEEN}`),
  ],
  "white space": [
    wrap(`\t \t\t${SEEN}\n \n`),
    wrap(`${SEEN}\uFEFF \uFEFF\uFEFF`),
    wrap(`\u200B\u2060${SEEN}\u00A0\u3000`),
    wrap(`${SEEN}words`),
    wrap(`<!-- 17 -->${SEEN}<?copy 17?>`),
    `\n\n${wrap(SEEN)}  \n`,
  ],
  "hidden layers": [
    wrap(`<g display="none"><path d="M2 2h5v5z"/></g>${SEEN}`),
    wrap(`<g style="display:none"><path d="M2 2h5v5z"/></g>${SEEN}`),
    wrap(`<style>.off{display:none !important}</style><g class="off">${SEEN}</g>${SEEN}`),
    wrap(`<g visibility="hidden"><path d="M2 2h5v5z"/></g>${SEEN}`),
    wrap(`<g opacity="0.005"><path d="M2 2h5v5z"/></g>${SEEN}`),
    wrap(`<path d="M2 2h5v5z" fill="none"/>${SEEN}`),
    wrap(
      `<path d="M2 2h5v5z" fill-opacity="0"/><path d="M2 2h5v5z" fill="rgba(9,9,9,.004)"/>${SEEN}`,
    ),
    wrap(`<path d="M2 2h5" fill="none" stroke="red" stroke-width="0"/>${SEEN}`),
    wrap(`<rect width="0" height="9"/><circle r="0"/><ellipse/><line x1="3" x2="3"/>${SEEN}`),
    wrap(`<path d="M400 2h5v5z"/><g transform="translate(0 900)">${SEEN}</g>${SEEN}`),
    wrap(`<g transform="scale(0)">${SEEN}</g>${SEEN}`),
    wrap(`<clipPath id="c"/><g clip-path="url(#c)">${SEEN}</g>${SEEN}`),
    wrap(`<symbol id="s">${SEEN}</symbol><marker id="m">${SEEN}</marker>${SEEN}`),
    wrap(`<g id="o" display="none">${SEEN}</g><use href="#o"/>${SEEN}`),
    wrap(`<g systemLanguage="en" requiredExtensions="http://example.org">${SEEN}</g>${SEEN}`),
  ],
};
for (const [kind, drawings] of Object.entries(NOTHING)) {
  describe(`${kind} leave no trace`, () => {
    for (const drawing of drawings) {
      test(drawing.slice(110, 230), () => assert.equal(reduce(drawing), reduce(wrap(SEEN))));
    }
  });
}

/** Each list draws one thing in several spellings. */
const SPELLINGS: readonly (readonly string[])[] = [
  [
    '<rect width="5" height="5" fill="#fff"/>',
    '<rect height="5.0" width="0.5e1" fill="white"/>',
    "<rect style='fill : #FFFFFF' width='5px' height='+5'/>",
    '<rect x="0" y="-0" width="5" height="5" fill="rgb(100%, 100%, 100%)"/>',
    '<rect width="5" height="5" fill="hsl(0, 0%, 100%)"/>',
    '<style>rect{fill:rgba(255 255 255 / .997)}</style><rect width="5" height="5"/>',
  ],
  [
    '<path d="M1 1L4 5 7 5 7 9Z" opacity=".5"/>',
    '<path opacity="0.50" d="m 1,1 l 3,4 h 3 v 4 z"/>',
    '<path d="M1.0001 1L4 5H7V9Z" style="opacity:50%"/>',
    '<path d="M1,1 4,5 7,5 7,9z" opacity="5e-1" stroke-width="3" fill-opacity="0.999"/>',
    '<path d="M0 0M1 1L4 5 7 5 7 5 7 9Z" style="opacity:.5;fill:black"/>',
  ],
  [
    '<path d="M1 1h9v9z" transform="translate(3 4) scale(2)" stroke="red"/>',
    '<path d="M1 1h9v9z" transform="matrix(2,0,0,2,3,4)" stroke="#f00"/>',
    '<path d="M1 1h9v9z" transform="translate(3,0)translate(0,4),scale(2 2)" stroke="red"/>',
    '<path d="M1 1h9v9z" style="transform:translate(3px,4px) scale(2);stroke:red"/>',
    '<path d="M1 1h9v9z" transform="translate(3 4) rotate(90) rotate(-90) scale(2)" style="stroke:red !important" stroke="blue"/>',
  ],
];
for (const [index, spellings] of SPELLINGS.entries()) {
  describe(`spellings of one drawing give the same bytes (${index + 1})`, () => {
    const [first = "", ...others] = spellings;
    for (const other of others) {
      test(other, () => assert.equal(reduce(wrap(other)), reduce(wrap(first))));
    }
  });
}

test("what is used once more stays where its layer is hidden", () => {
  const svg = reduce(wrap(`<g display="none"><path id="a" d="M1 1h9v9z"/></g><use href="#a"/>`));
  assert.match(svg, /<defs><path id="i1" d="M1 1h9v9z"\/><\/defs><use xlink:href="#i1"\/>/);
});

test("hidden parts are told once, with their number", async () => {
  const drawing = wrap(
    `<g display="none">${SEEN}${SEEN}</g><path opacity="0" d="M1 1h9v9z"/>${SEEN}`,
  );
  const bytes = new TextEncoder().encode(drawing);
  const { doubt } = await prepareImage("a.svg", bytes, DEFAULT_LIMITS);
  assert.equal(doubt?.code, "IMG009");
  assert.match(doubt?.message ?? "", /2 hidden parts/);
});

describe("what is not drawn as it is asked is told", () => {
  for (const [content, name] of [
    [`<g style="clip-path:circle(5px)">${SEEN}</g>`, "clip-path: circle()"],
    [`<g clip-path="inset(1px)">${SEEN}</g>`, "clip-path: inset()"],
    [
      `<g style="mask-image:linear-gradient(red,blue)">${SEEN}</g>`,
      "mask-image: linear-gradient()",
    ],
    [
      `<mask id="m" style="mask-type:alpha">${SEEN}</mask><g mask="url(#m)">${SEEN}</g>`,
      "mask-type",
    ],
    ['<rect width="calc(1px + 2px)" height="9"/>', "width: calc()"],
    ['<rect style="width:50vw" width="3" height="9"/>', "width"],
    ['<path d="M1 1h9v9z" fill="oklch(50% .1 20)"/>', "fill: oklch()"],
    ['<path d="M1 1h9v9z" fill="color(display-p3 1 0 0)"/>', "fill: color()"],
    [`<style>path:not(.a){fill:red}</style>${SEEN}`, "selectors"],
    [`<style>path[d]{fill:red}</style>${SEEN}`, "selectors"],
    [`<g style="mix-blend-mode:multiply">${SEEN}</g>`, "mix-blend-mode"],
    ['<path d="M1 1h9" stroke="red" pathLength="9" stroke-dasharray="1"/>', "pathLength"],
    [`<g style="rotate:45deg">${SEEN}</g>`, "rotate"],
  ] as const) {
    test(content.slice(0, 60), async () => {
      const bytes = new TextEncoder().encode(wrap(content));
      const { doubt } = await prepareImage("a.svg", bytes, DEFAULT_LIMITS);
      assert.equal(doubt?.code, "IMG009");
      assert.ok(doubt?.message.includes(`\`${name}\``), doubt?.message);
    });
  }

  test("what editors write and nobody sees is not", async () => {
    const style =
      "font-variant-ligatures:normal;-inkscape-stroke:none;line-height:1.25;enable-background:new;mix-blend-mode:normal;isolation:auto;text-decoration-line:none;writing-mode:lr-tb";
    const bytes = new TextEncoder().encode(wrap(`<g style="${style}">${SEEN}</g>`));
    const { doubt } = await prepareImage("a.svg", bytes, DEFAULT_LIMITS);
    assert.equal(doubt, undefined, doubt?.message);
  });
});

test("a marker is turned by any unit of angles", () => {
  const draw = (angle: string) =>
    reduce(
      wrap(
        `<marker id="m" orient="${angle}">${SEEN}</marker><path d="M1 1h9v9" fill="none" stroke="red" marker-end="url(#m)"/>`,
      ),
    );
  for (const angle of ["90deg", "100grad", ".25turn", "1.5707963rad"]) {
    assert.equal(draw(angle), draw("90"));
  }
});

test("definitions stand in the order of their use, whatever theirs was", () => {
  const tint = (id: string, colour: string) =>
    `<linearGradient id="${id}"><stop stop-color="${colour}"/><stop offset="1"/></linearGradient>`;
  const draw = (...tints: readonly string[]) =>
    reduce(
      wrap(
        `<defs>${tints.join("")}</defs><path d="M1 1h9v9z" fill="url(#b)"/><path d="M9 9h9v9z" fill="url(#a)"/>`,
      ),
    );
  assert.equal(
    draw(tint("a", "red"), tint("b", "blue")),
    draw(tint("b", "blue"), tint("a", "red")),
  );
});

test("pieces of a path that go nowhere leave no trace", () => {
  const plain = reduce(wrap('<path d="M1 1h9v9z"/>'));
  for (const d of [
    "M1 1h9v9zm0 0z",
    "M1 1h9v9zz",
    "M1 1h0h9v0v9l0 0z",
    "M1 1h9v9zM1 1z",
    "M1 1h9v9zm0 0m0 0",
  ]) {
    assert.equal(reduce(wrap(`<path d="${d}"/>`)), plain, d);
  }
});
