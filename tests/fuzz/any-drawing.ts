import fc from "fast-check";
import { anyAddress } from "./any-address.ts";
import { broken, splinter } from "./broken-text.ts";

const TAGS =
  "g path rect circle ellipse line polyline polygon defs use symbol clipPath mask pattern marker linearGradient radialGradient stop style svg g path rect a image text tspan foreignObject script animate animateMotion animateTransform set filter feImage feFlood switch metadata title desc view cursor font-face-uri iframe handler listener discard mpath x:rect html:script html:img rdf:RDF SCRIPT Style".split(
    " ",
  );
const NAMES =
  "id id class style fill stroke href xlink:href src clip-path mask marker-mid filter transform d points x y width height r viewBox preserveAspectRatio opacity offset stop-color gradientUnits patternUnits orient onload onclick onbegin xml:base xml:space xmlns xmlns:xlink xmlns:x attributeName to values begin externalResourcesRequired requiredFeatures systemLanguage cursor font-family color-profile type baseProfile inkscape:label data-name x:href h:href __proto__ constructor lang role".split(
    " ",
  );
const IDS = ["a", "b", "c", "a b", "1", "é", "", "a&quot;b", "i1", "i2", "a)b", "%61"];
const VALUES = [
  "url(#a)",
  "url( '#b' )",
  "url(&quot;#c&quot;) red",
  "url(#gone)",
  "url(https://example.org/x#a)",
  "url(//example.org/#a)",
  "url(data:image/svg+xml,x)",
  "u\\72l(https://example.org)",
  "URL(#a) url(x)",
  "url(#a",
  "url(#a\nb)",
  "url('#a)",
  "url(#a)url(//x)",
  "url(#)",
  "url()",
  "red",
  "#123456",
  "none",
  "currentColor",
  "image(x)",
  "image-set('x' 1x)",
  "src('x')",
  "-webkit-image-set(url(#a) 1x)",
  "attr(href)",
  "var(--x)",
  "expression(alert(1))",
  "fill:url(#a)",
  "fill:url(#a);stroke:url(x)",
  "@import 'x'",
  "behavior:url(#a)",
  "-moz-binding:url(#a)",
  "background:url(//x)",
  "animation:x 1s",
  "filter:blur(9px)",
  "opacity:.5",
  "/**/fill:red",
  "fill:red/*",
  "fil/**/l:url(#b)",
  "mix-/**/blend-mode:multiply",
  "animation-filter:x;name:y",
  "filter:filter:x;;",
  "fill:url(/**/#a)",
  "cursor:url(#a),auto",
  "fill:red;}*{fill:blue",
  "fi\tll:\u00A0red",
  "filter :x",
  "M0 0h9v9z",
  `M0 0${"h1v1".repeat(80)}`,
  "0 0 10 10",
  "0 0 1e999 1",
  "0,0,0,0",
  "-1e9 0 5 5",
  "10",
  "1in",
  "1e-9",
  "1e9",
  "100%",
  "-5",
  "NaN",
  "1px;",
  "translate(1e308)",
  "rotate(1 2 3)",
  "javascript:alert(1)",
  "alert(1)",
  "en",
  "preserve",
];
const STYLES = [
  ".a{fill:url(#a)}",
  "#a,#b>g{stroke:url('#b')}",
  "@import 'https://example.org/x';",
  "@font-face{src:url(x)}",
  "*{fill:red;filter:url(#a)}",
  "/* */",
  "/*",
  "<!--",
  "-->",
  ".a{fill:url(//x)}",
  "g{fill:r\\65 d}",
  "@media print{*{fill:red}}",
  "@namespace x 'y';",
  ".b{mix-blend-mode:multiply",
  "}",
  ".a:hover{fill:red}",
  ".a[href^='x']{fill:red}",
  "g::before{content:'x'}",
  ":root{--x:url(#a)}",
  ".c{fill:var(--x)}",
  ".a{animation:x 1s;fill:red}",
  "@keyframes x{}",
  ".a{fi/**/lter:url(#a)}",
  ".a{ani/**/mation:x 1s}",
  ".a{filt<![CDATA[er:blur(1px)]]>}",
  "{}",
  "a{b:c}",
  ".é{fill:red}",
  "#\u{1F600}{fill:red}",
  '.a{fill:url( "#a" )}',
  "&lt;/style&gt;",
];

/** One refusal ends a drawing: most of it must pass for the rest to be tried. */
const PASSES = (text: string) =>
  !/[\\@<]|&lt;|expression|javascript|image|src|url\((?!\s*(?:["']|&quot;)?#[^()]*\))/i.test(text);

const value = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom(...VALUES.filter(PASSES)) },
  { weight: 1, arbitrary: fc.constantFrom(...VALUES) },
  { weight: 9, arbitrary: fc.constantFrom(...IDS.map((id) => `#${id}`), ...IDS) },
  { weight: 1, arbitrary: anyAddress },
);
const attribute = fc
  .tuple(fc.constantFrom(...NAMES), value, fc.constantFrom('"', '"', '"', "'"))
  .map(([name, given, quote]) => {
    // Signs that would end the attribute are written as entities: whole files shall often be read.
    const text = given.replaceAll(/&(?!\w+;|#)/g, "&amp;").replaceAll("<", "&lt;");
    return ` ${name}=${quote}${text.replaceAll(quote, quote === '"' ? "&quot;" : "&apos;")}${quote}`;
  });
const style = fc.oneof(
  { weight: 15, arbitrary: fc.constantFrom(...STYLES.filter(PASSES)) },
  { weight: 1, arbitrary: fc.constantFrom(...STYLES) },
);
/** The same name twice would be refused by every reader at once. */
const attributes = fc
  .array(attribute, { maxLength: 4 })
  .map((all) =>
    [...new Map(all.map((one) => [/^ ([^=]+)/.exec(one)?.[1], one])).values()].join(""),
  );

const content: fc.Arbitrary<string> = fc.letrec<{ part: string }>((tie) => {
  const inner = fc.array(tie("part"), { maxLength: 4 }).map((all) => all.join(""));
  return {
    part: fc.oneof(
      { depthSize: "medium", maxDepth: 6 },
      // The first is what stands at the greatest depth.
      splinter.filter((text) => !/[<&]/.test(text)),
      {
        weight: 6,
        arbitrary: fc
          // The first twenty draw: a file of nothing else is kept.
          .tuple(
            fc.oneof(
              { weight: 12, arbitrary: fc.constantFrom(...TAGS.slice(0, 18)) },
              { weight: 1, arbitrary: fc.constantFrom(...TAGS) },
            ),
            attributes,
            inner,
          )
          .map(([name, given, children]) => `<${name}${given}>${children}</${name}>`),
      },
      {
        weight: 2,
        arbitrary: fc.array(style, { maxLength: 3 }).map((all) => `<style>${all.join("")}</style>`),
      },
      fc.constantFrom(
        "words",
        "<![CDATA[<script>]]>",
        "<!-- a -->",
        "<?xml-stylesheet href='x'?>",
        "&amp;",
        "&#x3C;script&#x3E;",
        "\n",
        "<g>".repeat(60) + "</g>".repeat(60),
        '<g opacity=".5">'.repeat(15) + "</g>".repeat(15),
        '<g id="a"><use href="#b"/></g>',
        '<g id="b"><use href="#c"/><use href="#c"/></g>',
        '<g id="c"><use xlink:href="#a"/></g>',
        '<pattern id="a"><rect fill="url(#a)"/></pattern>',
        '<mask id="b"><rect mask="url(#b)"/></mask>',
        '<use href="#a"/>'.repeat(40),
      ),
    ),
  };
}).part;

const ROOTS = [
  ...Array<string>(40).fill('viewBox="0 0 10 10"'),
  'viewBox="0 0 10 10"',
  'width="10" height="5"',
  'viewBox="0 0 10 10" width="100%"',
  'viewBox="0 0 10 10" onload="alert(1)" style="fill:red"',
  "",
  'viewBox="0 0 10 10" x:href="x"',
  'width="1e9" height="1"',
  'viewBox="0 0 1e7 1"',
];
const BEFORE = [
  ...Array<string>(20).fill(""),
  "",
  "",
  '<?xml version="1.0" encoding="UTF-8"?>\n',
  '<?xml version="1.0" encoding="utf-16"?>',
  "<!-- x -->",
  '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
  '<!DOCTYPE svg [<!ENTITY x "<script/>">]>',
  '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
  '<!DOCTYPE svg [<!ATTLIST g onload CDATA "x">]>',
  '<?xml-stylesheet href="https://example.org/x.css"?>',
  "\uFEFF",
  "\n\n ",
];

const contents = fc.array(content, { maxLength: 5 }).map((all) => all.join(""));

/** The text of an SVG file: mostly well-formed, with what draws and what does not belong there. */
export const anyDrawing: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...BEFORE),
    fc.constantFrom(...ROOTS),
    fc.oneof({ weight: 4, arbitrary: contents }, { weight: 1, arbitrary: broken(contents, 1) }),
    fc.constantFrom("", "", "", " ", "<x/>", "<!-- x -->"),
  )
  .map(
    ([before, root, inside, after]) =>
      `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:x="http://www.w3.org/2000/svg" xmlns:html="http://www.w3.org/1999/xhtml" xmlns:h="http://www.w3.org/1999/xlink" xmlns:rdf="urn:r" xmlns:inkscape="urn:i" ${root}>${inside}</svg>${after}`,
  );
