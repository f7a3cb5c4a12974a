import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { posix } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

/** ARCHITECTURE.md in a form that can fail. Each folder may import itself and what is listed. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  diagnostics: [],
  language: [],
  wording: [],
  host: [],
  archive: [],
  xml: [],
  gettext: ["diagnostics"],
  translation: ["diagnostics", "language", "wording", "source", "markdown", "markup", "gettext"],
  "pdf-file": ["pdf-syntax"],
  "pdf-syntax": [],
  "pdf-norm": ["pdf-syntax"],
  "pdf-pages": ["pdf-file", "pdf-syntax", "pdf-norm"],
  inspect: [
    "diagnostics",
    "language",
    "archive",
    "xml",
    "pdf-syntax",
    "pdf-norm",
    "pdf-pages",
    "pdf-file",
    "provenance",
  ],
  provenance: ["diagnostics", "language", "source"],
  image: ["diagnostics", "xml"],
  source: ["diagnostics", "language", "wording"],
  curriculum: ["diagnostics", "language", "source", "wording"],
  markdown: ["language", "source", "wording"],
  markup: ["diagnostics", "language", "source", "curriculum", "wording", "markdown"],
  publication: ["diagnostics", "language", "source", "markup"],
  theme: ["diagnostics", "language", "markup", "source", "wording", "host"],
  font: ["diagnostics", "language", "source", "publication", "markup", "theme", "host"],
  browser: ["diagnostics", "host"],
  epub: ["diagnostics", "language", "source", "markup", "publication", "theme", "image", "font"],
  print: [
    "diagnostics",
    "language",
    "source",
    "markup",
    "publication",
    "theme",
    "image",
    "font",
    "browser",
  ],
  pdf: [
    "diagnostics",
    "language",
    "source",
    "publication",
    "theme",
    "image",
    "browser",
    "print",
    "pdf-file",
  ],
  build: [
    "gettext",
    "translation",
    "diagnostics",
    "language",
    "wording",
    "host",
    "source",
    "curriculum",
    "markup",
    "image",
    "publication",
    "theme",
    "font",
    "epub",
    "print",
    "pdf",
    "browser",
    "provenance",
  ],
  // What programs and the command line ask, each question a whole.
  api: [
    "browser",
    "build",
    "diagnostics",
    "font",
    "host",
    "inspect",
    "language",
    "print",
    "provenance",
    "publication",
    "source",
    "theme",
    "wording",
  ],
  rules: [
    "diagnostics",
    "source",
    "curriculum",
    "markup",
    "publication",
    "image",
    "font",
    "theme",
    "build",
    "gettext",
    "translation",
    "provenance",
    "inspect",
    "wording",
  ],
  // It asks nothing but the API. The others only say things: how diagnostics, times and rules read.
  cli: ["api", "diagnostics", "language", "host", "rules"],
};

/** One package, one owner. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  "gray-matter": ["source"],
  yaml: ["source"],
  zod: ["source", "theme", "provenance"],
  "markdown-it": ["markdown", "markup", "translation"],
  "markdown-it-abbr": ["markdown"],
  "markdown-it-deflist": ["markdown"],
  "markdown-it-footnote": ["markdown"],
  parse5: ["markup", "xml"],
  tldts: ["markup"],
  hast: ["markup"],
  handlebars: ["theme"],
  // What inspect makes of a sheet is a second opinion on what themes wrote.
  "css-tree": ["theme", "inspect"],
  "color-name": ["image"],
  sharp: ["image"],
  saxes: ["xml"],
  "bidi-js": ["language"],
  fontverter: ["font"],
  harfbuzzjs: ["font"],
  "subset-font": ["font"],
  qr: ["image"],
  fflate: ["epub"],
  "@cantoo/pdf-lib": ["pdf-file", "pdf-syntax", "pdf"],
  "puppeteer-core": ["browser"],
  exifreader: ["inspect"],
  "tar-stream": ["browser"],
  commander: ["cli"],
};

/** What only the edge may do, and what nobody may. */
const EDGE = new Set(["host", "browser", "cli", "api"]);
const BANS: readonly {
  readonly what: string;
  readonly pattern: RegExp;
  readonly allowedIn: ReadonlySet<string>;
}[] = [
  {
    what: "the clock",
    pattern: /\bDate\.now\(|new Date\(\)|performance\.now/,
    allowedIn: new Set(),
  },
  {
    what: "chance",
    pattern: /Math\.random|randomUUID|randomBytes|randomInt/,
    allowedIn: new Set(["host", "browser"]),
  },
  {
    what: "the machine's locale or time zone",
    pattern: /\.toLocale|localeCompare|Intl\.\w+\(\s*(undefined|\))|getTimezoneOffset|\.getHours\(/,
    allowedIn: new Set(),
  },
  { what: "the process", pattern: /\bprocess\.(?!off|on\b)/, allowedIn: EDGE },
  {
    what: "files, processes or the machine",
    pattern: /from "node:(fs|fs\/promises|child_process|os|worker_threads|cluster)"/,
    allowedIn: EDGE,
  },
  {
    what: "the network",
    pattern:
      /from "node:(http|https|http2|net|dns|tls|dgram)"|\bfetch\(|XMLHttpRequest|WebSocket\(/,
    allowedIn: new Set(),
  },
  { what: "code from text", pattern: /\beval\(|new Function\(/, allowedIn: new Set() },
];

const LONGEST_FILE_LINES = 300;

const root = fileURLToPath(new URL("../../src/", import.meta.url));
const sources = readdirSync(root, { recursive: true })
  .map((name) => String(name).replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".ts"))
  .map((name) => ({
    name,
    folder: name.split("/")[0] ?? "",
    text: readFileSync(root + name, "utf8"),
  }));

/** `import … from "x"`, `export … from "x"`, `import "x"` and `import("x")`. */
const IMPORT = /^(?:import|export)\b(?:[^;"]*\bfrom\s*)?\s*"([^"]+)"|\bimport\(\s*"([^"]+)"/gm;
const importsOf = (text: string) =>
  [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? "");

test("every folder of src is a stage that ARCHITECTURE.md names", () => {
  const page = readFileSync(new URL("../../ARCHITECTURE.md", import.meta.url), "utf8");
  const folders = new Set(sources.map((source) => source.folder));
  assert.deepEqual([...folders].sort(), Object.keys(ARROWS).sort());
  for (const folder of folders) assert.match(page, new RegExp(`\\b${folder}\\b`));
});

test("imports follow the arrows", () => {
  const wrong = sources.flatMap(({ name, folder, text }) =>
    importsOf(text)
      .filter((target) => target.startsWith("."))
      .map((target) => posix.join(posix.dirname(name), target).split("/")[0] ?? "")
      .filter((target) => target !== folder && !(ARROWS[folder] ?? []).includes(target))
      .map((target) => `${name} imports ${target}`),
  );
  assert.deepEqual(wrong, []);
});

test("no file needs itself in a circle, be it for a type or when a call loads another", () => {
  const needs = new Map(
    sources.map(({ name, text }) => [
      name,
      importsOf(text)
        .filter((target) => target.startsWith("."))
        .map((target) => posix.join(posix.dirname(name), target)),
    ]),
  );
  // Takes away what needs nothing that is left, until only circles and what leads to them are left.
  for (let before = 0; before !== needs.size; ) {
    before = needs.size;
    for (const [name, targets] of needs) {
      if (!targets.some((target) => needs.has(target))) needs.delete(name);
    }
  }
  assert.deepEqual([...needs.keys()], []);
});

test("each package has one owner", () => {
  const wrong = sources.flatMap(({ name, folder, text }) =>
    importsOf(text)
      .filter((target) => !target.startsWith(".") && !target.startsWith("node:"))
      .filter((target) => !builtinModules.includes(target))
      .map((target) =>
        target
          .split("/")
          .slice(0, target.startsWith("@") ? 2 : 1)
          .join("/"),
      )
      .filter((target) => !(OWNERS[target] ?? []).includes(folder))
      .map((target) => `${name} imports ${target}`),
  );
  assert.deepEqual(wrong, []);
});

for (const { what, pattern, allowedIn } of BANS) {
  test(`nothing outside ${[...allowedIn].join(", ") || "the tests"} touches ${what}`, () => {
    const wrong = sources
      .filter(({ folder }) => !allowedIn.has(folder))
      .flatMap(({ name, text }) =>
        text
          .split("\n")
          .map((line, at) => ({ line, at: at + 1 }))
          .filter(({ line }) => pattern.test(line.replace(/^\s*(\/\/|\*).*$/, "")))
          .map(({ line, at }) => `${name}:${at}: ${line.trim()}`),
      );
    assert.deepEqual(wrong, []);
  });
}

test("a file fits on a few screens", () => {
  const long = sources
    .map(({ name, text }) => ({ name, lines: text.split("\n").length }))
    .filter(({ lines }) => lines > LONGEST_FILE_LINES);
  assert.deepEqual(long, []);
});

test("no room is called after having no name, and there are no barrels", () => {
  const wrong = sources
    .map(({ name }) => name)
    .filter((name) => /(^|\/)(utils?|helpers?|common|misc|index)(\.ts|\/)/.test(name));
  assert.deepEqual(wrong, []);
});

test("each property is tried on cases of a seed that is known", () => {
  const folder = fileURLToPath(new URL("..", import.meta.url));
  const wrong = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts") && !name.includes("node_modules"))
    .filter((name) => {
      const text = readFileSync(posix.join(folder, name), "utf8");
      const count = (part: RegExp) => text.match(part)?.length ?? 0;
      return count(/\bfc\s*\.assert\(/g) > count(/\bsameCases\(\d*\),?\s*\)/g);
    });
  assert.deepEqual(wrong, []);
});

// Decision 0002: only the files of this package are used, none of the code that asks for Node 22.
test("`npm ci` warns of nothing on the oldest Node.js that is enough", () => {
  const lock = JSON.parse(
    readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8"),
  );
  const browser = lock.packages["node_modules/@sparticuz/chromium"];
  assert.equal(browser.engines, undefined, "take `engines` of @sparticuz/chromium out of the lock");
  // Of what comes with Handpress, no program runs when it is installed; npm 11 asks for each by name.
  const { allowScripts } = JSON.parse(
    readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
  );
  const asking = Object.entries<{ hasInstallScript?: boolean }>(lock.packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript === true)
    .map(([path]) => path.replace(/^.*node_modules\//, ""));
  assert.deepEqual(
    asking.filter((name) => allowScripts[name] !== false),
    [],
  );
});
