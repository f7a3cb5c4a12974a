import assert from "node:assert/strict";
import { test } from "node:test";
import { parseLanguage } from "../../src/language/language.ts";
import { loadTheme } from "../../src/theme/load-theme.ts";
import { ThemeError } from "../../src/theme/theme-error.ts";
import type { ThemeFinder } from "../../src/theme/theme-files.ts";
import { makeElement } from "../support/pages.ts";

const finder =
  (themes: Readonly<Record<string, Readonly<Record<string, string>>>>): ThemeFinder =>
  async (name) => {
    const texts = themes[name];
    return texts && { folder: `themes/${name}`, texts: new Map(Object.entries(texts)) };
  };

const BASE = {
  "theme.yaml": "title: Base\ndescription: For tests\nfaces:\n  Latn: {text: A, heads: B}\n",
  "templates/print/page.hbs":
    "<p title=\"{{title}}\">{{> print/inner}} {{say 'hello' name=title}}</p>",
  "templates/print/inner.hbs": "<b>{{title}}</b>",
  "templates/print/tree.hbs": "{{markup tree}}",
  "templates/print/link.hbs": '<a href="{{address url}}">x</a>',
  "strings/en.yaml": "hello: Hello {name}\nleft:\n  one: one page\n  other: '{count} pages'\n",
  "print.css": "p { margin: 0 }",
};
const CHILD = {
  "theme.yaml": "title: Child\ndescription: For tests\nextends: base\nprint: {bodySizePt: 18}\n",
  "templates/print/inner.hbs": "<i>{{title}}</i>",
  "strings/en.yaml": "hello: Hi {name}\n",
  "print.css": "p { margin: 1em }",
};
const english = parseLanguage("en");
assert.ok(english);

async function load(name: string, themes: Parameters<typeof finder>[0]) {
  const theme = await loadTheme(name, finder(themes));
  const words = theme.words(english as NonNullable<typeof english>);
  assert.ok(words);
  return { theme, words };
}

async function faultOf(themes: Parameters<typeof finder>[0], name = "base") {
  try {
    const { theme, words } = await load(name, themes);
    theme.render("print/page", { title: "x" }, words);
  } catch (error) {
    assert.ok(error instanceof ThemeError, String(error));
    return error.diagnostics[0];
  }
  return assert.fail("no fault");
}

test("a theme takes from the one it extends what it does not say itself", async () => {
  const { theme, words } = await load("child", { base: BASE, child: CHILD });
  assert.equal(theme.render("print/page", { title: "T" }, words), '<p title="T"><i>T</i> Hi T</p>');
  assert.equal(theme.bodySizePt, 18);
  assert.deepEqual(theme.faces.get("Latn"), { text: "A", heads: "B" });
  assert.equal(theme.stylesheet("print"), "p { margin: 0 }\np { margin: 1em }");
  assert.equal(words.say("left", { count: 1 }), "one page");
  assert.equal(words.say("left", { count: 3 }), "3 pages");
});

test("content is escaped, never a template, and cannot name an address that runs", async () => {
  const { theme, words } = await load("base", { base: BASE });
  const title = "{{say 'hello'}} <script>\" & \u0001";
  const shown = theme.render("print/page", { title }, words);
  assert.doesNotMatch(shown, /<script|\p{Cc}/u);
  assert.match(shown, /\{\{say &#x27;hello&#x27;\}\} &lt;script&gt;&quot; &amp; /);
  const link = (url: string) => theme.render("print/link", { url }, words);
  assert.equal(link("javascript:alert(1)"), '<a href="">x</a>');
  assert.equal(link("JaVaScRiPt:x"), '<a href="">x</a>');
  assert.equal(link("#s1"), '<a href="#s1">x</a>');
  assert.equal(
    link("https://example.org/?a=1&b"),
    '<a href="https://example.org/?a&#x3D;1&amp;b">x</a>',
  );
});

test("a tree is printed as markup", async () => {
  const { theme, words } = await load("base", { base: BASE });
  const tree = [makeElement("em", {}, "a<b")];
  assert.equal(theme.render("print/tree", { tree }, words), "<em>a&lt;b</em>");
});

test("each fault of a theme names its file", async () => {
  const circle = {
    a: { "theme.yaml": "title: A\ndescription: A\nextends: b\n" },
    b: { "theme.yaml": "title: B\ndescription: B\nextends: a\n" },
  };
  const cases: [Parameters<typeof finder>[0], string, string, string][] = [
    [{}, "base", "THM001", "handpress.yaml"],
    [circle, "a", "THM003", "themes/b/theme.yaml"],
    [{ base: { ...BASE, "theme.yaml": "title: [\n" } }, "base", "THM002", "themes/base/theme.yaml"],
    [{ base: { ...BASE, "theme.yaml": "title: x\n" } }, "base", "THM002", "themes/base/theme.yaml"],
    [
      { base: { ...BASE, "templates/print/page.hbs": "a\n{{#if x}}" } },
      "base",
      "THM004",
      "themes/base/templates/print/page.hbs",
    ],
    [
      { base: { ...BASE, "templates/print/page.hbs": "a\n{{{title}}}" } },
      "base",
      "THM004",
      "themes/base/templates/print/page.hbs",
    ],
    [
      { base: { "theme.yaml": BASE["theme.yaml"], "strings/en.yaml": "a: b" } },
      "base",
      "THM005",
      "themes/base/templates/print/page.hbs",
    ],
    [
      { base: { ...BASE, "strings/en.yaml": "hello: [1]\n" } },
      "base",
      "THM006",
      "themes/base/strings/en.yaml",
    ],
  ];
  for (const [themes, name, code, file] of cases) {
    const found = await faultOf(themes, name);
    assert.equal(found?.code, code);
    assert.equal(found?.place.file, file);
  }
  const raw = await faultOf({ base: { ...BASE, "templates/print/page.hbs": "a\n{{{title}}}" } });
  assert.equal(raw?.place.line, 2);
});

test("a cover's colours come from the nearest theme that says them", async () => {
  const own = {
    ...CHILD,
    "theme.yaml": `${CHILD["theme.yaml"]}cover: {paper: "#FFF3D6", accent: "#803300"}\n`,
  };
  const { theme } = await load("child", { base: BASE, child: own });
  assert.deepEqual(theme.cover, { paper: "#fff3d6", ink: "#111111", accent: "#803300" });
  const plain = await load("child", { base: BASE, child: CHILD });
  assert.deepEqual(plain.theme.cover, { paper: "#ffffff", ink: "#111111", accent: "#00596b" });
});

test("a cover's colours that are none, or too near the paper, are told", async () => {
  const withCover = (cover: string) =>
    faultOf({ base: { ...BASE, "theme.yaml": `${BASE["theme.yaml"]}cover: {${cover}}\n` } });
  for (const wrong of [
    'paper: "red"',
    'ink: "#12345"',
    'accent: ["#123456"]',
    'spine: "#123456"',
  ]) {
    const found = await withCover(wrong);
    assert.equal(found?.code, "THM002", wrong);
    assert.equal(found.place.file, "themes/base/theme.yaml");
  }
  assert.match((await withCover("paper: "))?.message ?? "", /"#00596b"/);
  const faint = await withCover('paper: "#777777"');
  assert.equal(faint?.code, "THM009");
  assert.match(
    faint.message,
    /ink #111111 on paper #777777 has a contrast of 4\.2 to 1, expected at/,
  );
  // What the two themes say apart may not go together.
  const child = { ...CHILD, "theme.yaml": `${CHILD["theme.yaml"]}cover: {paper: "#00596b"}\n` };
  assert.equal((await faultOf({ base: BASE, child }, "child"))?.code, "THM009");
});
