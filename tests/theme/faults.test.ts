import assert from "node:assert/strict";
import { test } from "node:test";
import { parseLanguage } from "../../src/language/language.ts";
import { loadTheme } from "../../src/theme/load-theme.ts";
import { ThemeError } from "../../src/theme/theme-error.ts";
import type { ThemeFinder } from "../../src/theme/theme-files.ts";

// What is wrong in a theme is told with file, line and what to do, before a book is begun.

type Files = Readonly<Record<string, string>>;

const finder =
  (themes: Readonly<Record<string, Files>>): ThemeFinder =>
  async (name) => {
    const texts = themes[name];
    return texts && { folder: `themes/${name}`, texts: new Map(Object.entries(texts)) };
  };

const HANDOUT: Files = {
  "theme.yaml": "title: Base\ndescription: For tests\n",
  "templates/print/page.hbs": "{{#if edition}}\n<i>{{edition.name}}</i>{{/if}}{{> print/inner}}",
  "templates/print/inner.hbs": '<b>{{title}}</b>{{say "hello" name=title}}',
  "strings/en.yaml": 'hello: "Hello {name}"\nleft:\n  one: one page\n  other: "{count} pages"\n',
  "print.css": ":root { --gap: 1pt }\n",
};

const OWN: Files = { "theme.yaml": "title: Own\ndescription: Ours\nextends: handout\n" };

/** The first fault of a theme that has these files, as `file:line:col code message`, and its hint. */
async function faultOf(files: Files, context: object = { title: "T" }) {
  const themes = { handout: HANDOUT, own: { ...OWN, ...files } };
  try {
    const theme = await loadTheme("own", finder(themes), { names: ["handout", "low-ink"] });
    const english = parseLanguage("en");
    assert.ok(english);
    theme.render("print/page", context, theme.words(english));
  } catch (error) {
    assert.ok(error instanceof ThemeError, String(error));
    const [{ place, code, message, hint = "" } = assert.fail()] = error.diagnostics;
    const where = [place.file, place.line, place.column].filter((one) => one !== undefined);
    return { text: `${where.join(":")} ${code} ${message}`, hint };
  }
  return assert.fail("no fault");
}

const CASES: readonly (readonly [what: string, files: Files, text: string, hint: RegExp])[] = [
  [
    "a theme below that is not there",
    { "theme.yaml": "title: Own\ndescription: Ours\nextends: handuot\n" },
    "themes/own/theme.yaml:3:10 THM001 Unexpected theme `handuot`, expected one that is there",
    /^Did you mean handout\? There is handout, low-ink\./,
  ],
  [
    "a circle",
    { "theme.yaml": "title: Own\ndescription: Ours\nextends: own\n" },
    "themes/own/theme.yaml:3:10 THM003 Unexpected circle of themes: own → own, expected one that extends no other at its end",
    /Delete this line/,
  ],
  [
    "a key that there is not",
    { "theme.yaml": "title: Own\ndescription: Ours\nextends: handout\nprint:\n  bodySize: 12\n" },
    "themes/own/theme.yaml:5:3 THM002 Unexpected key `bodySize`, expected one of bodySizePt, scripts, smallSheets, headSizePt, paper, noteLines, images",
    /^Did you mean bodySizePt:\?$/,
  ],
  [
    "a value that is none",
    { "theme.yaml": "title: Own\ndescription: Ours\nprint: {images: gray}\n" },
    "themes/own/theme.yaml:3:17 THM002 Unexpected value of `print.images:`, expected colour, grey or grey-thin",
    /docs\/themes\.md/,
  ],
  [
    "a title that is missing",
    { "theme.yaml": "description: Ours\n" },
    "themes/own/theme.yaml THM002 Unexpected absence of `title:`, expected a value",
    /`extends: handout`/,
  ],
  [
    "an empty descriptor",
    { "theme.yaml": "" },
    "themes/own/theme.yaml THM002 Unexpected absence of `title:`, expected a value",
    /`title:`/,
  ],
  [
    "CSS with a slip",
    { "print.css": "p {\n  color red;\n}\n" },
    "themes/own/print.css:2:9 THM010 Unexpected text in a stylesheet (Colon is expected), expected CSS",
    /a name, a colon, a value/,
  ],
  [
    "CSS that is not closed",
    { "print.css": "p { margin: 0 }\n\nli {\n  margin: 0;\n" },
    "themes/own/print.css:3:4 THM010 Unexpected end of the stylesheet, expected }",
    /Write a }/,
  ],
  [
    "an address in CSS",
    { "print.css": 'p { background: URL("//example.org/a.png") }\n' },
    'themes/own/print.css:1:21 THM011 Unexpected address "//example.org/a.png", expected nothing to fetch',
    /Nothing is fetched/,
  ],
  [
    "an address in CSS, written with escapes and in a custom property",
    { "reader.css": "p { --x: u\\72l(file:///etc/passwd) }\n" },
    "themes/own/reader.css:1:10 THM011 Unexpected u\\72l(…), expected nothing to fetch",
    /Nothing is fetched/,
  ],
  [
    "an image set",
    { "print.css": 'p { background: image-set("a.png" 1x) }\n' },
    'themes/own/print.css:1:27 THM011 Unexpected address "a.png", expected nothing to fetch',
    /Nothing is fetched/,
  ],
  [
    "an import",
    { "print.css": '/* a */\n@import "other.css";\n' },
    "themes/own/print.css:2:1 THM011 Unexpected @import, expected the rules themselves",
    /Copy the rules/,
  ],
  [
    "a template that is not whole",
    { "templates/print/page.hbs": "<p>\n{{#if title}}\n</p>" },
    "themes/own/templates/print/page.hbs:3 THM004 Unexpected end of the template, expected Handlebars that is whole",
    /\{\{\/if\}\}/,
  ],
  [
    "blocks that close each other",
    { "templates/print/page.hbs": "{{#if title}}{{#each list}}{{/if}}{{/each}}" },
    "themes/own/templates/print/page.hbs:1 THM004 Unexpected end of a block: `{{#each}}` is closed by `{{/if}}`",
    /in the order/,
  ],
  [
    "a string that would be markup",
    { "templates/print/page.hbs": "a\n  {{{title}}}" },
    "themes/own/templates/print/page.hbs:2:3 THM004 Unexpected {{{…}}}, expected {{…}} or {{markup …}}",
    /never markup/,
  ],
  [
    "a partial that is not there",
    { "templates/print/page.hbs": "a\n{{> print/iner}}" },
    "themes/own/templates/print/page.hbs:2:1 THM004 Unexpected partial `print/iner`, expected a template that is there",
    /^Did you mean \{\{> print\/inner\}\}\?$/,
  ],
  [
    "a helper that is not there",
    { "templates/print/page.hbs": '{{#if (equal title "x")}}a{{/if}}' },
    "themes/own/templates/print/page.hbs:1:7 THM004 Unexpected helper `equal`, expected one of",
    /docs\/themes\.md/,
  ],
  [
    "a word that is not there",
    { "templates/print/page.hbs": '<p>{{say "helo"}}</p>' },
    "themes/own/templates/print/page.hbs:1:10 THM004 Unexpected word `helo`, expected a key of strings/en.yaml",
    /^Did you mean hello\?/,
  ],
  [
    "a name that the book does not have, in a partial",
    { "templates/print/inner.hbs": "<b>\n{{titel}}</b>" },
    "themes/own/templates/print/inner.hbs:2:3 THM004 Unexpected name `titel`, expected one that the book has here",
    /\{\{#if titel\}\}/,
  ],
  [
    "words under a name that is no language",
    { "strings/english.yaml": "hello: x\n" },
    "themes/own/strings/english.yaml THM006 Unexpected name english.yaml of a file of words, expected a language tag",
    /en\.yaml/,
  ],
  [
    "a word that no template says",
    { "strings/fr.yaml": "helo: Bonjour\n" },
    "themes/own/strings/fr.yaml:1:1 THM006 Unexpected word `helo`, expected one that a template says",
    /^Did you mean hello:\?$/,
  ],
  [
    "a place that is filled by nothing",
    { "strings/fr.yaml": 'left:\n  one: une page\n  other: "{nombre} pages"\n' },
    "themes/own/strings/fr.yaml:2:3 THM006 Unexpected place {nombre} in `left`, expected {count}",
    /English names/,
  ],
];

for (const [what, files, text, hint] of CASES) {
  test(`${what}: file, line and what to do`, async () => {
    const found = await faultOf(files);
    assert.ok(found.text.startsWith(text), found.text);
    assert.match(found.hint, hint);
  });
}

test("a name that is not there for every book fails on the book that needs it", async () => {
  const files = { "strings/en.yaml": 'hello: "Hi {name}"\n' };
  const found = await faultOf(files, { title: "T", edition: { label: "x" } });
  assert.match(found.text, /^themes\/handout\/templates\/print\/page\.hbs:2:\d+ THM004 .*`name`/);
});

test("what is right is let be: pictures in the sheet, words of one's own", async () => {
  const files = {
    ...OWN,
    "print.css":
      "p { background: url(data:image/png;base64,AA==) }\n/* url(http://example.org) */\n",
    "templates/print/inner.hbs": '{{say "motto"}}',
    "strings/en.yaml": "motto: Slowly\n",
  };
  const theme = await loadTheme("own", finder({ handout: HANDOUT, own: files }));
  const english = parseLanguage("en");
  assert.ok(english);
  assert.equal(theme.render("print/inner", {}, theme.words(english)), "Slowly");
});

test("all that is wrong in templates and sheets is told together", async () => {
  const files = {
    ...OWN,
    "templates/a.hbs": "{{{x}}}",
    "templates/b.hbs": "{{> nothing}}",
  };
  await assert.rejects(loadTheme("own", finder({ handout: HANDOUT, own: files })), (error) => {
    assert.ok(error instanceof ThemeError);
    assert.equal(error.diagnostics.length, 2);
    return true;
  });
});
