import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { reduceSvg } from "../../src/image/reduce-svg.ts";
import { sameCases } from "../support/seed.ts";

const wrap = (content: string, attributes = 'viewBox="0 0 40 30"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${content}</svg>`;

/** A path that is seen. */
const DIAGONAL = "M0 0l9 9h3";

function reduce(text: string): string {
  const result = reduceSvg(text);
  assert.ok(result.svg !== undefined, result.svg === undefined ? result.reason : "");
  return result.svg;
}

function reasonOf(text: string): string {
  const result = reduceSvg(text);
  assert.equal(result.svg, undefined);
  return "reason" in result ? result.reason : "";
}

describe("a drawing keeps", () => {
  test("shapes, gradients, references and what its styles say", () => {
    const svg = reduce(
      wrap(
        '<style>.c1{stroke:#000}</style><defs><linearGradient id="sky"><stop offset="0" stop-color="#fff"></stop></linearGradient></defs>' +
          '<g class="c1" transform="scale(2)"><path id="hill" d="M0 0h9v9" fill="url(#sky)"></path><use xlink:href="#hill" x="3"></use></g>',
      ),
    );
    assert.ok(
      svg.includes(
        '<defs><linearGradient id="i1"><stop stop-color="#fff"/></linearGradient></defs>' +
          '<g transform="scale(2)" stroke="#000"><path id="i2" d="M0 0h9v9" fill="url(#i1)"/><use xlink:href="#i2" x="3"/></g>',
      ),
      svg,
    );
  });

  test("its references, where ids are no names of XML, stand there twice or tell a story", () => {
    const svg = reduce(
      wrap(
        '<style>.a{fill:url( "#1" )}</style><linearGradient id="1"><stop/></linearGradient>' +
          `<g id="a b:c"><path id="a b:c" class="a" d="${DIAGONAL}"/></g><use xlink:href="#a%20b:c"/>` +
          `<use href="#Ana"/><path id="Ana" d="${DIAGONAL}" style="clip-path:url( '#1st' )"/><path id="unused" d="${DIAGONAL}"/>` +
          '<clipPath id="1st"><rect width="3" height="3"/></clipPath>',
      ),
    );
    assert.match(
      svg,
      /<linearGradient id="i1"><stop\/><\/linearGradient><g id="i2"><path d="[^"]+" fill="url\(#i1\)"\/><\/g><use xlink:href="#i2"\/>/,
    );
    assert.match(
      svg,
      /<use xlink:href="#i3"\/><path id="i3" d="[^"]+" clip-path="url\(#i4\)"\/><path d="[^"]+"\/><clipPath id="i4">/,
    );
  });

  test("nothing that is slow to paint, and no notes", () => {
    const content =
      "<title>Ana</title><desc>Ana</desc><style>g{mix-blend<![CDATA[-mode:multiply;fill:#00f}]]></style>" +
      `<g style="mix-blend-mode:normal;stroke:#111;filter:blur(9px)"><path d="${DIAGONAL}"/></g>`;
    const svg = reduce(wrap(content));
    assert.match(svg, /<g fill="#00f" stroke="#111"><path/);
    assert.doesNotMatch(svg, /Ana|blend|filter/);
  });

  test("no reference that leads nowhere", () => {
    const svg = reduce(
      wrap(
        `<style>.a{fill:url(#gone) red;stroke:url("#gone") blue}</style><use href="#gone"/><path class="a" d="${DIAGONAL}"/>` +
          `<g mask="url(#gone)" fill="url(#gone) red" style="clip-path:url(#gone);fill:#00f"><path d="${DIAGONAL}"/></g>`,
      ),
    );
    assert.match(
      svg,
      /30"><path d="[^"]+" fill="#f00" stroke="#00f"\/><g fill="#00f"><path d="[^"]+"\/><\/g><\/svg>/,
    );
  });

  test("of a style what is one: the rest is as if not there", () => {
    const fill = (style: string, content = `<path class="a b" d="${DIAGONAL}"/>`) =>
      / fill="([^"]*)"/.exec(reduce(wrap(`<style>${style}</style>${content}`)))?.[1];
    assert.equal(fill("/* Ana */ .a{fill:red;;stroke} .b { }"), "#f00");
    assert.equal(fill(".1a{fill:red} .a..b{fill:red} .a,{fill:red} } .b{fill:blue"), "#00f");
    assert.equal(fill("*{fill:red} [id=Ana]{fill:blue}"), "#f00");
    assert.equal(fill(".b{fill:#00f} path{fill:red} .a.b{fill:#0f0} .a{fill:red}"), "#0f0");
    assert.equal(fill(".a{fill:red !important} .a.b{fill:#0f0}"), "#f00");
    assert.equal(
      fill(".a{fill:red}", `<path class="a" fill="#123" style="fill:words" d="${DIAGONAL}"/>`),
      "#f00",
    );
    assert.equal(
      fill("svg > .a:nth-child(2) ~ g *{fill:red}", `<g class="a"/><g><path d="${DIAGONAL}"/></g>`),
      "#f00",
    );
    assert.equal(fill("path:nth-child(2n+3){fill:red}", `<path d="${DIAGONAL}"/>`), undefined);
    assert.equal(fill("Ana"), undefined);
  });

  test("its size, from wherever it is known", () => {
    const size = (attributes: string) => {
      const result = reduceSvg(wrap("", attributes));
      return result.svg === undefined ? result.reason : [result.widthPx, result.heightPx];
    };
    assert.deepEqual(size('viewBox="0 0 40 30"'), [40, 30]);
    assert.deepEqual(size('width="1in" height="48px"'), [96, 48]);
    assert.deepEqual(size('viewBox="0,0,40,30" width="100%"'), [40, 30]);
    assert.match(reduce(wrap("", 'width="10" height="5"')), /viewBox="0 0 10 5"/);
    assert.equal(size('width="100%"'), "absence of a size");
    assert.equal(size('viewBox="0 0 0 0"'), "absence of a size");
  });

  test("an editor's document type away, and its notes", () => {
    const svg = `<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><!-- me -->${wrap(
      '<metadata><rdf:RDF xmlns:rdf="urn:r"><who>Amina</who></rdf:RDF></metadata><i:pgf xmlns:i="urn:i">x</i:pgf><rect width="1" height="1" i:knockout="Off" xmlns:i="urn:i"/>',
    )}`;
    const written = reduce(svg);
    assert.doesNotMatch(written, /Amina|DOCTYPE|knockout|pgf|-- me/);
    assert.match(written, /<rect width="1" height="1"\/>/);
  });
});

describe("a drawing loses", () => {
  test("scripts, events and animation", () => {
    const written = reduce(
      wrap(
        '<script>alert(1)</script><rect width="1" onload="x()" onclick="x()"><set attributeName="href" to="javascript:x"/><animate/></rect>',
      ),
    );
    assert.doesNotMatch(written, /script|alert|on(load|click)|<set|animate/);
  });
});

describe("a drawing is refused for", () => {
  const cases: Readonly<Record<string, readonly [string, RegExp]>> = {
    "a page within": [wrap("<foreignObject><p/></foreignObject>"), /<foreignObject>/],
    "a picture within": [wrap('<image href="a.png"/>'), /<image>/],
    "text, which no font of the book would set": [wrap("<text>A</text>"), /<text>/],
    "a link": [wrap('<a href="https://a.example"/>'), /<a>/],
    "something used from elsewhere": [wrap('<use href="https://a.example/#x"/>'), /elsewhere/],
    "a fill from elsewhere": [wrap('<rect fill="url(https://a.example/#x)"/>'), /fill/],
    "a style from elsewhere": [wrap("<style>@import 'https://a.example'</style>"), /style/],
    "a style in disguise": [wrap('<rect style="fill:\\75rl(https://a.example)"/>'), /style/],
    entities: [`<!DOCTYPE svg [<!ENTITY a "b">]>${wrap("<text>&a;</text>")}`, /entities/],
    "entities of files": [
      `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]>${wrap("<text>&a;</text>")}`,
      /entities/,
    ],
    "unknown entities": [wrap("<g>&nbsp;</g>"), /damage/],
    "being cut off": [wrap("<g>").replace("</svg>", ""), /damage/],
    "another root": ['<html><svg xmlns="http://www.w3.org/2000/svg"/></html>', /root/],
    "a shape that repeats itself": [
      wrap('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
      /repeated/,
    ],
    "see-through groups without end": [
      wrap('<g opacity=".9">'.repeat(40) + "</g>".repeat(40)),
      /see-through/,
    ],
    "a style that makes all groups see-through": [
      wrap(`<style>g{opacity:.9}</style>${"<g>".repeat(40)}${"</g>".repeat(40)}`),
      /see-through/,
    ],
    "a box of no size": [wrap("", 'viewBox="0 0 1e-300 1e-300"'), /size/],
    "depth without end": [wrap("<g>".repeat(200) + "</g>".repeat(200)), /depth/],
  };
  for (const [name, [svg, reason]] of Object.entries(cases)) {
    test(name, () => assert.match(reasonOf(svg), reason));
  }

  test("repeats that multiply", () => {
    const level = (at: number) => `<g id="l${at}">${`<use href="#l${at - 1}"/>`.repeat(10)}</g>`;
    const bomb = wrap(`<g id="l0"/>${[1, 2, 3, 4, 5, 6, 7, 8, 9].map(level).join("")}`);
    assert.match(reasonOf(bomb), /repeated shapes/);
  });
});

const chain = (define: (id: string, next: string) => string) =>
  Array.from({ length: 25 }, (_, at) => define(`p${at}`, `p${at + 1}`)).join("");

const EXCESSES: Readonly<Record<string, string>> = {
  masks: `${chain(
    (id, next) =>
      `<mask id="${id}">${'<rect mask="url(#NEXT)"/>'.repeat(2).replaceAll("NEXT", next)}</mask>`,
  )}<rect mask="url(#p0)"/>`,
  patterns: `${chain(
    (id, next) =>
      `<pattern id="${id}">${"<rect style=\"fill:url('#NEXT')\"/>".repeat(2).replaceAll("NEXT", next)}</pattern>`,
  )}<rect fill="url(#p0)"/>`,
  classes: `<style>${chain((id, next) => `.${id}{clip-path:url(#${next})}`)}</style>${chain((id) => `<clipPath id="${id}">${`<rect class="${id}"/>`.repeat(2)}</clipPath>`)}<rect class="p0"/>`,
  "hidden rules": `<style>${chain((id, next) => `.x{font-family:"}.y{"} .${id}{mask:url(#${next})}`)}</style>${chain((id) => `<mask id="${id}">${`<rect class="${id}"/>`.repeat(2)}</mask>`)}<rect class="p0"/>`,
  markers: `<marker id="m"><path marker-mid="url(#n)" d="M0 0${"h1".repeat(500)}"/></marker><marker id="n"><rect/></marker><path marker-mid="url(#m)" d="M0 0${"h1".repeat(500)}"/>`,
  "large uses": `<g id="a">${"<rect/>".repeat(1000)}</g>${'<use href="#a"/>'.repeat(1000)}`,
};
for (const [name, content] of Object.entries(EXCESSES)) {
  test(`a drawing that asks for countless shapes by its ${name} is refused`, () => {
    const { svg, reason } = reduceSvg(wrap(content)) as { svg?: string; reason?: string };
    assert.equal(svg, undefined);
    assert.match(reason ?? "", /repeated shape/);
  });
}

test("clip paths and gradients as drawing programs write them are kept", () => {
  const { svg } = reduceSvg(
    wrap(
      `<style>.cls-1{fill:none;font-family:"Arial"}.cls-2{clip-path:url(#clip)}.cls-3{fill:url(#tint)}</style><defs><clipPath id="clip"><rect class="cls-1" width="9" height="9"/></clipPath><linearGradient id="tint"><stop offset="0"/></linearGradient></defs><g class="cls-2">${'<rect class="cls-3" width="9" height="9"/>'.repeat(5000)}</g>`,
    ),
  );
  assert.match(svg ?? "", /<clipPath id="i1"><rect width="9" height="9"\/><\/clipPath>/);
  assert.match(
    svg ?? "",
    /<g clip-path="url\(#i1\)"><rect width="9" height="9" fill="url\(#i2\)"\/>/,
  );
});

test("whatever stands in a drawing, what is written is well-formed and has no way out", () => {
  const part = fc.oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.constantFrom(
      "<g>",
      "</g>",
      "<script>",
      "</script>",
      '<rect x="1"/>',
      '<use href="#a"/>',
      "&amp;",
      "<![CDATA[</style>]]>",
      "<style>",
      "</style>",
      "url(#a)",
      'href="x"',
      "]]>",
      "<text>",
    ),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const { svg } = reduceSvg(wrap(parts.join("")));
      if (svg === undefined) return;
      const parser = new SaxesParser({ xmlns: true });
      parser.on("error", (error) => {
        throw error;
      });
      parser.on("opentag", ({ name }) => assert.notEqual(name, "script"));
      parser.write(svg).close();
    }),
    sameCases(1000),
  );
});
