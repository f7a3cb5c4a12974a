import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { MEMORY, overlayFileSystem } from "../support/overlay-file-system.ts";
import { REPOSITORY, runHandpress } from "../support/run-handpress.ts";

const SESSION = (name: string, more = "") =>
  `---\ntitle: ${name}\npermalink: /${name.toLowerCase()}/\nadids: Input\nduration: 30-45 minutes\n${more}---\nText.\n`;
const PAGES = {
  "handpress.yaml": "title: Doors and Locks\n",
  "locks/locks.md":
    "---\nlayout: module\ntitle: Good Locks\ndate: 2020-01\npermalink: /locks/\ninput:\n  - name: Keys\n    url: /keys/\n  - name: Bolts\n    url: /bolts/\n---\nText.\n",
  "locks/keys.md": SESSION("Keys"),
  "locks/bolts.md": SESSION("Bolts"),
  "es/locks/locks.md":
    "---\nlayout: module\ntitle: Buenas cerraduras\ndate: 2020-01\npermalink: /locks/\ninput:\n  - name: Llaves\n    url: /keys/\n  - name: Cerrojos\n    url: /bolts/\n---\nTexto.\n",
  "es/locks/keys.md": SESSION("Keys"),
  "hinges.md":
    "---\nlayout: module\ntitle: Hinges\ndate: 2020-01\npermalink: /hinges/\ninput:\n  - name: Keys again\n    url: /keys/\nsynthesis:\n  - name: Gone\n    url: /gone/\n---\nText.\n",
  "left/alone.md": SESSION("Alone"),
};
const fileSystem = () =>
  overlayFileSystem(
    Object.fromEntries(Object.entries(PAGES).map(([path, text]) => [`c/${path}`, text])),
  );
const run = (...args: string[]) => runHandpress(args, { cwd: MEMORY, fileSystem: fileSystem() });

/** Command line, then what its message must hold. */
const WRONG: readonly (readonly [readonly string[], RegExp])[] = [
  [["bulid", "c"], /command `bulid`[^\n]+\n {2}hint: Did you mean `\.\/handpress build c`\?/],
  [["LIST"], /hint: Did you mean `\.\/handpress list`\?/],
  [["locks"], /hint: If it is a module [^\n]+: `\.\/handpress build locks`\n$/],
  [["locks.pdf"], /hint: To look into a file: `\.\/handpress inspect locks\.pdf`\n$/],
  [["my locks"], /`\.\/handpress build "my locks"`\n$/],
  [["/?"], /hint: Did you mean `\.\/handpress --help`\?\n$/],
  [["build", "/?"], /hint: `\.\/handpress build --help` says what there is\.\n$/],
  [["version"], /hint: Did you mean `\.\/handpress --version`\?/],
  [["--lang", "es", "build", "c"], /`--lang` before the command\n {2}hint: [^\n]+build --lang/],
  [["build", "--frmat", "pdf"], /option `--frmat`[^\n]+\n {2}hint: Did you mean `--format pdf`\?/],
  [["build", "--participant", "c"], /hint: Did you mean `--edition participant`\?/],
  [["build", "c", "--duplex"], /hint: Did you mean `--sides two`\?/],
  [["build", "c", "--size", "a5"], /hint: Did you mean `--paper a5`\?/],
  [["build", "c", "--paper-size=a5"], /hint: Did you mean `--paper a5`\?/],
  [["build", "c", "--out", "my books"], /hint: Did you mean `--output "my books"`\?/],
  [["build", "c", "--languge", "es"], /hint: Did you mean `--lang es`\?/],
  [["list", "c", "--es"], /hint: Did you mean `--lang es`\?/],
  [["build", "c", "--a5"], /hint: Did you mean `--paper a5`\?/],
  [["list", "c", "--format", "pdf"], /hint: `--format` is an option of `build`\. /],
  [["check", "c", "--edition", "all"], /hint: `--edition` is an option of `build`\. /],
  [["build", "c", "--nonsense"], /hint: `\.\/handpress build --help` says what there is\.\n$/],
  [
    ["build", "c", "-format", "pdf"],
    /`-format`, expected an option with two hyphens\n {2}hint: Type `--format`/,
  ],
  [["build", "c", "\u2014format", "pdf"], /two hyphens\n {2}hint: Type `--format`/],
  [["build", "c", "\u2013-paper", "a5"], /two hyphens\n {2}hint: Type `--paper`/],
  [
    ["build", "c", "--sides"],
    /`--sides` without a value[^\n]+\n {2}hint: It means: how many sides/,
  ],
  [["verify"], /end behind `verify`, expected the folder[^\n]+\n {2}hint: For example: /],
  [["verify", "a", "b"], /word behind `verify`, expected one name\n {2}hint: A name with spaces/],
  [
    ["build", "c", "*.md"],
    /module `\*\.md`[^\n]+\n {2}hint: Write the names of modules, or the folder/,
  ],
  [["build", "c/*"], /folder `c\/\*`[^\n]+\n {2}hint: Signs such as \* stand for nothing/],
  [["build", "c\\locks"], /hint: Write it with the other slashes: c\/locks\n$/],
  [["build", "c", "locks,hinges"], /hint: Write the names apart, [^\n]+: locks hinges\n$/],
  [["build", "https://example.org/a/"], /hint: Handpress never uses the network/],
  [["build", "c", "locks.pdf"], /hint: Did you mean locks\?/],
  [["build", "c", "es"], /module `es`[^\n]+\n {2}hint: It is a language: type `--lang es`\.\n$/],
  [["build", "c", "--lang", "Espa\u00f1ol"], /hint: Did you mean `--lang es`\? There is en, es/],
  [["list", "c", "--lang", "spanish"], /hint: Did you mean `--lang es`\?/],
  [["build", "c", "lcoks"], /`lcoks`[\s\S]*hint: Did you mean locks\?\n$/],
  [["build", "c", "door"], /`door`[\s\S]*hint: There is hinges, locks\.\n$/],
  [
    ["build", "c", "hinges", "--lang", "es"],
    /`hinges`, expected one that is there in es\n {2}hint: This one is there in en: type `--lang en`\.\n$/,
  ],
  [
    ["list", "c", "--quiet"],
    /hint: `--quiet` is an option of `build` and `check` and [^\n]+list --help/,
  ],
  [["build", "c/locks.md"], /hint: For a module of c, write two words: c locks\.md\n$/],
  [["build", "c/locks"], /Unexpected folder c\/locks\/ inside a curriculum[\s\S]*hint: Name c\//],
  [["build", "nowhere/at/all"], /Unexpected folder `nowhere\/at\/all`[\s\S]*hint: Check the/],
  [
    ["build", "./nowhere"],
    /hint: Check the spelling of each part\. The path is taken from [^\n]+\n$/,
  ],
  [
    ["check", "../nowhere"],
    /hint: Check the spelling of each part\. The path is taken from [^\n]+\n$/,
  ],
  [
    ["build", "/nowhere"],
    /folder `\/nowhere`, expected one that is there\n {2}hint: Check the spelling of each part\.\n$/,
  ],
  [["list", "./cc/"], /hint: Did you mean c\/\? The path is taken from [^\n]+\n$/],
  [
    ["build", "c", "c/left"],
    /one curriculum at a time\n {2}hint: c\/ and c\/left\/ are folders\. Run the command once for each/,
  ],
  [
    ["build", "c", "--max-size", "2"],
    /size `2`, expected one such as 500kB or 2MB\n {2}hint: A number alone means bytes\.[^\n]* 2kB or 2MB\./,
  ],
  [["build", "c", "--lang", "de"], /language `de`[\s\S]*hint: There is en, es, or `all`\.\n$/],
  [["build", "c", "--paper", "a0"], /paper `a0`[\s\S]*hint: Write a4, letter, a5, a6, legal, or/],
  [["build", "c", "--paper", "1x1"], /paper `1x1`[\s\S]*hint: Write a4, letter, a5, a6, legal,/],
  [["build", "c", "--sides", "both"], /sides `both`, expected one or two\n {2}hint: Two is for/],
  [
    ["build", "c", "--edition", "trainee"],
    /edition `trainee`, expected trainer, participant or all/,
  ],
  [["build", "c", "--edition", "all,trianer"], /edition `trianer`, expected trainer, participant/],
  [["build", "c", "--nup", "3"], /number `3` of pages on a side, expected 2 or 4\n {2}hint: With/],
  [
    ["build", "c", "--booklet", "--nup", "2"],
    /`--nup` with `--booklet`, expected one of them\n {2}hint: A booklet has two/,
  ],
  [
    ["build", "c", "--booklet", "--sides", "one"],
    /`--sides one` with `--booklet`[\s\S]*hint: Leave `--sides` out/,
  ],
  [
    ["build", "c", "--booklet", "--paper", "100x100"],
    /paper 100 × 100 mm for a booklet, expected one that can be folded\n {2}hint: The paper/,
  ],
  [
    ["build", "c", "--booklet", "--format", "epub"],
    /`--booklet` for EPUB alone, expected a PDF to be made\n {2}hint: Only a PDF/,
  ],
  [["build", "c", "--nup", "4", "-f", "epub"], /`--nup` for EPUB alone/],
  [["build", "c", "--participants", "many"], /participants `many`, expected their number/],
  [["build", "c", "--participants", "0"], /participants `0`/],
  [
    ["build", "c", "--fonts", "sometimes"],
    /fonts `sometimes`, expected auto, always or never[\s\S]*hint: Without/,
  ],
  [
    ["build", "c", "--format", "docx"],
    /format `docx`, expected pdf or epub\n {2}hint: For both, write/,
  ],
  [
    ["build", "c", "--theme", "nothing"],
    /theme `nothing`[\s\S]*hint: There is handout, large-print,/,
  ],
  [
    ["build", "c", "c/locks/keys.md"],
    /file `c\/locks\/keys\.md`, expected a module[\s\S]*handpress list/,
  ],
  [["doctor", "now"], /word behind `doctor`, expected options only\n {2}hint: `/],
];

for (const [args, message] of WRONG) {
  test(`handpress ${args.join(" ")} is a usage error`, async () => {
    const { code, out, note } = await run(...args);
    assert.match(note, message);
    assert.equal(code, 2);
    assert.equal(out, "");
  });
}

test("a date of the environment that is none is a usage error", async () => {
  const options = {
    cwd: MEMORY,
    fileSystem: fileSystem(),
    environment: { SOURCE_DATE_EPOCH: "today" },
  };
  const { code, note } = await runHandpress(["build", "c", "-f", "epub"], options);
  assert.equal(code, 2);
  assert.match(note, /SOURCE_DATE_EPOCH `today`[\s\S]*hint: Leave the variable out/);
});

test("--help and --version are no errors; no command at all is one, with the same help", async () => {
  const help = await run("--help");
  assert.equal(help.code, 0);
  for (const word of ["build", "list", "check", "doctor"]) assert.match(help.out, new RegExp(word));
  const bare = await run();
  assert.equal(bare.code, 2);
  assert.equal(bare.out, "");
  assert.equal(bare.note, help.out);
  assert.deepEqual(await run("--version"), { code: 0, out: "0.0.0-test\n", note: "" });
  for (const command of ["build", "list", "check", "doctor"]) {
    const { code, out } = await run(command, "--help");
    assert.equal(code, 0);
    assert.match(out, new RegExp(`^Usage: [.]/handpress ${command} `));
  }
});

test("list shows sessions by stage, times, languages and what is missing", async () => {
  const { code, out, note } = await run("list", "c");
  assert.equal(code, 1);
  assert.equal(
    out,
    `Doors and Locks: 7 pages, en, es

hinges  en  Hinges  30–45 minutes, without 1 missing session
  Activity   –
  Input      30–45 minutes   Keys again  (also in locks)
  Deepening  –
  Synthesis  MISSING         Gone  /gone/
  Languages  en; not in es

locks  en  Good Locks  60–90 minutes
  Activity   –
  Input      30–45 minutes   Keys  (also in hinges)
             30–45 minutes   Bolts
  Deepening  –
  Synthesis  –
  Languages  en, es (1 of 2 sessions not translated)

Sessions in no module:
  Alone  left/alone.md
`,
  );
  assert.equal(
    note,
    "\n1 error already; `./handpress check c` shows it, and reads the texts too.\n",
  );
});

test("list keeps its columns where a time is long", async () => {
  const long = SESSION("Bolts").replace("30-45 minutes", "60+ minutes");
  const pages = { ...PAGES, "locks/bolts.md": long };
  const files = Object.fromEntries(
    Object.entries(pages).map(([path, text]) => [`c/${path}`, text]),
  );
  const { out } = await runHandpress(["list", "c", "locks"], {
    cwd: MEMORY,
    fileSystem: overlayFileSystem(files),
  });
  assert.match(out, /^ {2}Input {6}30–45 minutes {7}Keys/m);
  assert.match(out, /^ {13}60 minutes or more {2}Bolts/m);
});

test("list in another language marks what is not translated", async () => {
  const { code, out } = await run("list", "c", "--lang", "es", "locks");
  assert.equal(code, 0);
  assert.match(out, /^locks {2}es {2}Buenas cerraduras/m);
  assert.match(out, /Bolts|Cerrojos {2}\(in en\)/);
});

test("list --json says the same", async () => {
  const { out, note } = await run("list", "c", "--json");
  const report = JSON.parse(out);
  assert.equal(note, "");
  assert.equal(report.exitCode, 1);
  assert.deepEqual(report.languages, ["en", "es"]);
  assert.deepEqual(report.unlisted, [{ file: "left/alone.md", title: "Alone" }]);
  assert.equal(report.modules[0].missingSessions, 1);
  assert.deepEqual(report.modules[0].stages.synthesis, [
    { missing: true, name: "Gone", url: "/gone/" },
  ]);
});

test("a folder without pages says what was expected", async () => {
  const empty = overlayFileSystem({ "c/readme.txt": "" });
  for (const command of ["list", "check", "build"]) {
    const { code, note } = await runHandpress([command, "c"], { cwd: MEMORY, fileSystem: empty });
    assert.equal(code, 1, command);
    assert.match(note, /^c: error EDG003: Unexpected folder without pages/);
  }
});

test("a module is named by its book, permalink, file or title, in any case", async () => {
  for (const name of [
    "locks",
    "LOCKS",
    "/locks/",
    "locks/locks.md",
    "c/locks/locks.md",
    "Good Locks",
  ]) {
    const { code, note, out } = await run("build", "c/", name, "-f", "epub");
    assert.equal(`${name} ${code} ${note}`, `${name} 0 `);
    assert.match(
      out,
      /^output\/en\/locks\.epub {2}\d+ kB\n1 file of 1 book\.\nSums .*output\/SHA256SUMS\n$/,
    );
  }
});

test("a bare word is a module before it is a folder", async () => {
  const both = overlayFileSystem({
    ...Object.fromEntries(Object.entries(PAGES).map(([path, text]) => [`content/${path}`, text])),
    "locks/notes.txt": "no pages here",
  });
  const { code, out } = await runHandpress(["list", "locks"], { cwd: MEMORY, fileSystem: both });
  assert.equal(code, 0);
  assert.match(out, /^locks {2}en {2}Good Locks/m);
});

test("--quiet prints problems only", async () => {
  const silent = await run("build", "c", "locks", "-f", "epub", "-q");
  assert.deepEqual(silent, { code: 0, out: "", note: "" });
  const told = await run("build", "c", "-f", "epub", "--quiet");
  assert.equal(told.out, "");
  assert.match(told.note, /error LNK002[\s\S]*not built: en\/hinges/);
});

test("build --json has one value on standard output and nothing beside it", async () => {
  const { code, out, note } = await run("build", "c", "-f", "epub", "--json");
  assert.equal(note, "");
  const report = JSON.parse(out);
  assert.equal(report.exitCode, code);
  assert.deepEqual(
    report.built.map(({ module, language, files }: Record<string, unknown[]>) => [
      module,
      language,
      files?.length,
    ]),
    [["locks", "en", 1]],
  );
  assert.deepEqual(report.notBuilt, [
    { language: "en", module: "hinges", edition: "trainer", missingSessions: 1 },
  ]);
  assert.equal(report.diagnostics[0].code, "LNK002");
  assert.deepEqual(report.diagnostics[0].place.file, "c/hinges.md");
});

test("names with spaces and in any script are paths like others", async () => {
  const named = overlayFileSystem(
    Object.fromEntries(Object.entries(PAGES).map(([path, text]) => [`الدروس 1/${path}`, text])),
  );
  const args = ["build", "الدروس 1", "locks", "-f", "epub", "-o", "mes livres/à lire"];
  const { code, out } = await runHandpress(args, { cwd: MEMORY, fileSystem: named });
  assert.equal(code, 0);
  assert.match(out, /^mes livres\/à lire\/en\/locks\.epub /);
  assert.ok(named.memory.files.has(`${MEMORY}/mes livres/à lire/en/locks.epub`));
});

/** Every option that takes a value, by command. */
const VALUED: Readonly<Record<string, readonly string[]>> = {
  build:
    "format paper sides nup participants fonts links names session max-size limit output lang edition theme browser".split(
      " ",
    ),
  list: ["lang", "limit"],
  check: ["lang", "limit", "theme"],
  themes: ["theme"],
  verify: ["rebuild", "limit", "theme", "browser"],
  doctor: ["browser"],
};

test("an option without a value is a usage error that says what to write", async () => {
  for (const [command, options] of Object.entries(VALUED)) {
    const help = await run(command, "--help");
    const listed = [...help.out.matchAll(/--([\w-]+) </g)].map(([, name]) => name);
    assert.deepEqual(listed.sort(), [...options].sort(), command);
    for (const option of options) {
      const words = ["themes", "doctor"].includes(command) ? [] : ["c"];
      for (const value of ["", " ", ","]) {
        const { code, out, note } = await run(command, ...words, `--${option}`, value);
        assert.equal(`${option} ${code} ${out}`, `${option} 2 `);
        assert.match(
          note,
          /^handpress: Unexpected `--[\w-]+` without a value, expected `--[\w-]+ <\w+>`\n {2}hint: It means: \S[^\n]+ leave the option out\.\n$/,
        );
      }
    }
  }
});

test("an empty word is no folder and no module", async () => {
  for (const command of ["build", "list", "check", "inspect", "verify", "explain"]) {
    const { code, out, note } = await run(command, "");
    assert.equal(`${command} ${code} ${out}`, `${command} 2 `);
    assert.match(note, /^handpress: Unexpected empty word, expected /);
  }
});

test("no stage names the program: only the edge knows how it was called", () => {
  const folder = join(REPOSITORY, "src");
  const named =
    /handpress (?:build|check|list|themes|inspect|verify|explain|doctor|--help)\b|\bnpx\b/;
  for (const name of readdirSync(folder, { recursive: true }).map(String)) {
    if (!name.endsWith(".ts") || name.endsWith("command-name.ts")) continue;
    const lines = readFileSync(join(folder, name), "utf8").split("\n");
    const found = lines.filter((line) => !/^\s*(\/?\*|\/\/)/.test(line) && named.test(line));
    assert.deepEqual(found, [], name);
  }
});

test("a configuration under another name is told, for nothing of it is read", async () => {
  for (const name of ["handpress.yml", "Handpress.yaml", "handpress.yaml.txt"]) {
    const files = { [`c/${name}`]: "title: Doors\n", "c/a.md": SESSION("A") };
    const { note } = await runHandpress(["check", "c"], {
      cwd: MEMORY,
      fileSystem: overlayFileSystem(files),
    });
    assert.match(
      note,
      /^c\/\S+: warning CFG004: [^\n]+ expected handpress\.yaml\n {2}hint: Nothing/,
    );
  }
});
