import assert from "node:assert/strict";
import { test } from "node:test";
import { EpubCheck } from "@likecoin/epubcheck-ts";
import sharp from "sharp";
import { MEMORY, overlayFileSystem } from "../support/overlay-file-system.ts";
import { runHandpress } from "../support/run-handpress.ts";
import { listXml, openBook, parseStrictly } from "./open-book.ts";
import { makeImage } from "./sample-book.ts";

/** Pages as their authors send them: each makes a valid book, and is told where its author should act. */
export interface Row {
  readonly what: string;
  /** Lines of the module's header beyond its list of sessions. */
  readonly module?: string;
  /** Bodies of the sessions, or whole pages where they begin with a header. */
  readonly sessions?: readonly string[];
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** `code file:line`, in the order of the files. */
  readonly found?: readonly string[];
  /** A fact of the book: `file`, a pattern, how often (once where absent). */
  readonly holds?: readonly (readonly [string, RegExp, number?])[];
}

const TITLED = 'title: "Locks"\nauthor: "Ada North"\ndate: 2020-01\n';
const png = makeImage("x.png").bytes;
const paint = (background: string) =>
  sharp({ create: { width: 1, height: 1, channels: 3, background } })
    .png()
    .toBuffer();
const [red, green, blue] = [await paint("#f00"), await paint("#0f0"), await paint("#00f")];
const names = Array.from({ length: 300 }, (_, at) => `Person ${at + 1}`);

export const ROWS: readonly Row[] = [
  {
    what: "a title with signs of XML",
    module: `title: 'Q & A <b>"Locks"</b> ]]> {{x}}'\n`,
    holds: [
      [
        "package.opf",
        /<dc:title id="title">Q &amp; A &lt;b&gt;"Locks"&lt;\/b&gt; \]\]&gt; \{\{x\}\}</g,
      ],
      ["toc.ncx", /<docTitle>\s*<text>Q &amp; A &lt;b&gt;/g],
      ["title-page.xhtml", /<h1>Q &amp; A &lt;b&gt;/g],
    ],
  },
  {
    what: "a title with control characters",
    module: 'title: "Lo\\u0000ck\\u0007s \\uD800\\uFFFE"\n',
    holds: [["package.opf", /<dc:title id="title">Locks</g]],
  },
  {
    what: "a title of 500 characters",
    module: `title: "${"long word ".repeat(50)}"\n`,
    found: ["HDR032 m.md:3"],
    holds: [["m.xhtml", /<h1 id="m-title">(long word ?){50}<\/h1>/g]],
  },
  {
    what: "a title of one word of 500 letters",
    module: `title: ${"x".repeat(500)}\n`,
    found: ["HDR032 m.md:3"],
  },
  {
    what: "titles of spaces alone",
    module: 'title: "   "\n',
    sessions: ['---\ntitle: "  "\npermalink: /s1/\n---\nText.\n'],
    found: ["HDR027 m.md:3", "PUB003 one-session.md:1"],
    holds: [
      ["package.opf", /<dc:title id="title">m</g],
      ["s1.xhtml", /<h1 id="s1-title">one session</g],
    ],
  },
  {
    what: "signs that turn the order of letters around, in titles, names and headings",
    module: 'title: "Locks \\u202Eskcol"\nauthor: "\\u2067Ada"\nsummary: "\\u202Dx"\n',
    sessions: ["## Heads \u202Esdaeh\n\nText.\n"],
    found: ["HDR033 m.md:3", "HDR033 m.md:4", "HDR033 m.md:5", "MRK080 one-session.md:4"],
    holds: [
      ["package.opf", /<dc:title id="title">Locks skcol</g],
      ["package.opf", /[\u202A-\u202E\u2066-\u2069]/g, 0],
      ["nav.xhtml", />Heads sdaeh</g],
      ["nav.xhtml", /[\u202A-\u202E\u2066-\u2069]/g, 0],
      ["toc.ncx", /[\u202A-\u202E\u2066-\u2069]/g, 0],
      ["title-page.xhtml", /[\u202A-\u202E\u2066-\u2069]/g, 0],
    ],
  },
  {
    what: "300 authors",
    module: `title: Locks\nauthor: "${names.join("; ")}"\n`,
    holds: [
      ["package.opf", /<dc:creator /g, 300],
      ["title-page.xhtml", /<bdi>Person \d+<\/bdi>/g, 8],
      ["title-page.xhtml", /, and <bdi>others<\/bdi>/g],
      ["credits.xhtml", /Person 300/g],
    ],
  },
  {
    what: "neither author nor date",
    module: "title: Locks\n",
    holds: [
      ["package.opf", /dc:creator|dc:date/g, 0],
      ["package.opf", /"dcterms:modified">2000-01-01T00:00:00Z</g],
      ["credits.xhtml", /Author not named/g],
    ],
  },
  {
    what: "a session without text",
    sessions: ["\n\n<p></p>\n\n<!-- later -->\n"],
    found: ["PUB002 one-session.md:1"],
    holds: [["s1.xhtml", /<h1 id="s1-title">One<\/h1>/g]],
  },
  {
    what: "a session of headings alone",
    sessions: ["# A\n\n### B\n\n## C\n"],
    found: ["PUB002 one-session.md:1"],
    holds: [["s1.xhtml", /<h[23] id="s1-h\d">/g, 3]],
  },
  {
    what: "a session of an image alone",
    sessions: ["![A lock](/a.png)\n"],
    files: { "a.png": png },
    holds: [["s1.xhtml", /<figure>/g]],
  },
  {
    what: "identical headings",
    sessions: [
      "## Keys\n\nOne.\n\n## Keys\n\nTwo. See [the second](#keys-1).\n\n## Keys\n\nThree.\n",
    ],
    holds: [
      ["s1.xhtml", /<h2 id="s1-h[123]">Keys</g, 3],
      ["s1.xhtml", /<a href="#s1-h2">the second</g],
      ["nav.xhtml", /s1\.xhtml#s1-h[123]">Keys</g, 3],
    ],
  },
  {
    what: "ids that clash, begin with digits, or look like ours",
    sessions: [
      '<p id="1st">One.</p>\n\n<p id="1st">Two.</p>\n\n<p id="s1">Three.</p>\n\n<p id="s1-note-1">Four.</p>\n\n<p id="a b">Five.</p>\n\n[First](#1st), [own](#s1), [out](https://example.org/).\n',
    ],
    holds: [
      ["s1.xhtml", /<a href="#s1-a1">First</g],
      ["s1.xhtml", /<a href="#s1-a2">own</g],
      ["s1.xhtml", /id="(1st|a b)"/g, 0],
    ],
  },
  {
    what: "an image that ten sessions use",
    sessions: Array.from({ length: 10 }, () => "![A lock](/pics/lock.png)\n\nText.\n"),
    files: { "pics/lock.png": png },
    holds: [["package.opf", /href="images\//g]],
  },
  {
    what: "images of one name in two folders, and in capitals",
    sessions: ["![A](/a/lock.png)\n\n![B](/b/lock.png)\n\n![C](/b/LOCK.PNG)\n\nText.\n"],
    files: { "a/lock.png": red, "b/lock.png": green, "b/LOCK.PNG": blue },
    holds: [["package.opf", /href="images\/lock(-[23])?\.png"/g, 3]],
  },
  {
    what: "addresses in every place of a session, and a footnote within a link",
    sessions: [
      "## [Head](https://example.org/h)\n\n> [Quote](https://example.org/q)\n\n| [Cell](https://example.org/c) | |\n|---|---|\n| a | [again](https://example.org/q) |\n\n<a href='https://example.org/l'>A link[^1] here</a> and more.[^1]\n\n[^1]: See [this](https://example.org/n).\n",
    ],
    holds: [
      [
        "s1.xhtml",
        /<a href="https:\/\/example\.org\/h">Head<\/a><sup class="note-ref-mark">.*<\/h2>/g,
      ],
      ["s1.xhtml", /<aside id="s1-note-\d"/g, 5],
      ["s1.xhtml", /A link here<\/a>/g],
      ["s1.xhtml", /role="doc-noteref"/g, 7],
    ],
  },
];

const FOLDERS = ROWS.map((_, at) => `${MEMORY}/${at}`);

export function testRows(rows: readonly Row[]): void {
  for (const [at, row] of rows.entries()) {
    test(`a valid book comes of ${row.what}`, async () => {
      const files = Object.fromEntries(
        Object.entries(pagesOf(row)).map(([path, content]) => [`${at}/${path}`, content]),
      );
      const fileSystem = overlayFileSystem(files);
      const cwd = FOLDERS[at] ?? "";
      const checked = await runHandpress(["check", "--json"], { cwd, fileSystem });
      const { diagnostics } = JSON.parse(checked.out) as {
        diagnostics: { code: string; place: { file: string; line?: number } }[];
      };
      assert.deepEqual(
        diagnostics.map(({ code, place }) => `${code} ${place.file}:${place.line}`),
        row.found ?? [],
      );
      const built = await runHandpress(["build", "--format", "epub"], { cwd, fileSystem });
      assert.equal(built.code, 0, built.note);
      const epub = fileSystem.memory.files.get(`${cwd}/output/en/m.epub`);
      assert.ok(epub);
      const { messages } = await EpubCheck.validate(epub);
      assert.deepEqual(
        messages.map(({ id, message, location }) => [id, message, location?.path]),
        [],
      );
      const book = openBook(epub);
      for (const [name, text] of listXml(book)) checkIds(name, text);
      for (const [name, pattern, count = 1] of row.holds ?? []) {
        const text = String(book.get(`EPUB/${name}`));
        assert.equal([...text.matchAll(pattern)].length, count, `${name} ${pattern}\n${text}`);
      }
    });
  }
}

const WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

function pagesOf({ module = TITLED, sessions = ["Text.\n"], files = {} }: Row) {
  const isPage = (text: string) => text.startsWith("---");
  const items = sessions.map((text, at) => {
    const name = WORDS[at] ?? "";
    const said = isPage(text) ? "" : `${name[0]?.toUpperCase()}${name.slice(1)}`;
    return `  - name: ${said}\n    url: /s${at + 1}/\n`;
  });
  const pages = sessions.map((text, at) => [
    `${WORDS[at]}-session.md`,
    isPage(text) ? text : `---\npermalink: /s${at + 1}/\n---\n${text}`,
  ]);
  return {
    "m.md": `---\nlayout: module\n${module}permalink: /m/\ninput:\n${items.join("")}---\nAbout locks.\n`,
    ...(Object.fromEntries(pages) as Record<string, string>),
    ...files,
  };
}

/** Each id once, and of letters that every reader takes (XML 1.0 §2.3, as one name). */
function checkIds(name: string, text: string): void {
  const ids = parseStrictly(text).flatMap(({ attributes }) => attributes.id ?? []);
  assert.equal(new Set(ids).size, ids.length, name);
  for (const id of ids) assert.match(id, /^[A-Za-z][\w.-]*$/, name);
}
