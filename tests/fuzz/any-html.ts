import fc from "fast-check";
import { anyAddress } from "./any-address.ts";
import { asBytes, broken, splinter, withLineEnds } from "./broken-text.ts";

const TAGS =
  "a abbr acronym address area article aside audio b base bdi bdo big blockquote body br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer foreignObject form frame frameset h1 h2 h3 h6 head header hr html i iframe image img input ins isindex kbd keygen label legend li link listing main map mark marquee math menu meta mglyph mi mn mo ms mtext nav nobr noembed noframes noscript object ol optgroup option output p param picture plaintext portal pre progress q rp rt ruby s samp script section select slot small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp x-spacer x-note-reference x-for-trainers root __proto__ constructor sVg:script svg:a".split(
    " ",
  );
const NAMES = [
  "href",
  "src",
  "id",
  "class",
  "title",
  "alt",
  "lang",
  "dir",
  "style",
  "onclick",
  "onerror",
  "onload",
  "ONMOUSEOVER",
  "on\u0000click",
  "srcdoc",
  "srcset",
  "xlink:href",
  "xmlns",
  "xmlns:x",
  "formaction",
  "action",
  "background",
  "poster",
  "ping",
  "http-equiv",
  "content",
  "name",
  "start",
  "value",
  "colspan",
  "rowspan",
  "scope",
  "type",
  "data",
  "role",
  "aria-label",
  "epub:type",
  "xml:lang",
  "xml:base",
  "markdown",
  "hidden",
  "contenteditable",
  "__proto__",
  "constructor",
  "@click",
  ":href",
  "is",
  "slot",
  "nonce",
  "a/b",
  "a<b",
  "é",
];
const WORDS = [
  "goals",
  "notice",
  "trainer-note missing",
  "warning tip",
  "rtl",
  "auto",
  "ltr",
  "en",
  "fa-IR",
  "x-y-z",
  "i-klingon",
  "zh_tw",
  "99999999999",
  "-3",
  "1e9",
  "2",
  "0x10",
  "refresh",
  "0;url=javascript:x",
  "url(javascript:x)",
  "expression(x)",
  "text/html",
  "h1",
  "n1",
  "nr1-2",
  "a1",
  "",
  "col",
  "color:red;behavior:url(x)",
  "lock.png 2x, https://example.org/x.png",
];

/** Names that mean something come as often as all the others. */
const name = fc.oneof(
  fc.constantFrom("href", "href", "src", "id", "class", "title", "alt", "lang", "dir", "colspan"),
  fc.constantFrom(...NAMES),
);

const value = fc.oneof(
  { weight: 5, arbitrary: anyAddress },
  { weight: 5, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: splinter },
);

const attribute = fc
  .tuple(name, value, fc.constantFrom(0, 0, 0, 1, 1, 2, 3, 4, 5, 6, 7))
  .map(([name, given, way]) => {
    const quoted = `"${given.replaceAll('"', "&quot;")}"`;
    const ways = [
      ` ${name}=${quoted}`,
      ` ${name}='${given}'`,
      ` ${name}=${given.replaceAll(/[\s>]/g, "")}`,
      ` ${name}`,
      `/${name}=${quoted}`,
      ` ${name} = ${quoted}`,
      `\n${name}="${given}`,
      `${name}=${quoted}`,
    ];
    return ways[way] ?? "";
  });
const attributes = fc.array(attribute, { maxLength: 4 }).map((all) => all.join(""));

/** What books can hold is in the way of none of the rules at the door. */
const WELCOME =
  "a a a abbr b bdo blockquote code dd div dl dt em figure figcaption h2 h4 img img li ol p pre q span span table td th tr ul".split(
    " ",
  );

const tag = fc.tuple(
  fc.oneof(fc.constantFrom(...WELCOME), fc.constantFrom(...TAGS)),
  attributes,
  fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7),
);

const words = fc.constantFrom(
  "words ",
  "**bold** ",
  "*HTML* ",
  "`code` ",
  "[x](#goals) ",
  "\n\n",
  "\n",
  "[^1]",
  "- item\n",
  "| a | b |\n",
);

/** Pieces of HTML within each other, as many of them well-made as not. */
export const anyHtml: fc.Arbitrary<string> = fc.letrec<{ html: string }>((tie) => {
  const inner = fc.array(tie("html"), { maxLength: 4 }).map((all) => all.join(""));
  return {
    html: fc.oneof(
      { depthSize: "medium", maxDepth: 6 },
      words,
      splinter,
      fc.constantFrom(
        "<!-- a -- b --->",
        "<!-->",
        "<!--->",
        "<![CDATA[<b onclick=x>]]>",
        "<?php x ?>",
        "<!DOCTYPE html>",
        "<!ENTITY x 'y'>",
        "</>",
        "< b>",
        "<b/ onclick=x>",
        "<a<b>",
        "<>",
        "</br>",
        "</p>",
        "<table><tr><a>",
        "<svg><style><img src=x onerror=x></style></svg>",
        "<math><mtext><table><mglyph><style><!--</style>",
        '<noscript><p title="</noscript><img src=x onerror=x>">',
        "<form><math><mtext></form><form>",
        "<select><b><textarea></select>",
        "<a href='#goals'><table><a href=x>",
        "<pre>\n\n\n",
        "<li><p><ul><li>",
        "<b><i></b></i>",
        "<p><h2><td>",
        "<dl><dd>a<dt>b</dl>",
        "<div>".repeat(60),
        "<b>".repeat(60),
        "</div>".repeat(9),
        "<script>alert(1)</script>",
        "<script>",
        "<style>@import 'x'</style>",
        "<title><b></title>",
        "<plaintext>",
      ),
      fc.tuple(tag, inner).map(([[name, given, way], content]) => {
        const ways = [
          `<${name}${given}>${content}</${name}>`,
          `<${name}${given}>${content}`,
          `<${name}${given}/>${content}`,
          `${content}</${name}${given}>`,
          `<${name.toUpperCase()}${given}>${content}</${name} >`,
          `<${name}${given}\n>\n\n${content}\n\n</${name}>\n\n`,
          `<${name}${given}`,
          `<\u0000${name}${given}>${content}`,
        ];
        return ways[way] ?? "";
      }),
    ),
  };
}).html;

const HEADER = "---\ntitle: Case\nadids: input\npermalink: /locks/case/\n---\n";

/** The file of a page that is mostly HTML. */
export const anyHtmlPage: fc.Arbitrary<Uint8Array> = asBytes(
  withLineEnds(
    broken(
      fc.array(anyHtml, { minLength: 1, maxLength: 5 }).map((all) => all.join("")),
      3,
    ),
  ).map((body) => `${HEADER}${body}\n\n[^1]: note\n`),
);
