import assert from "node:assert/strict";
import { test } from "node:test";
import { MEMORY, overlayFileSystem } from "../support/overlay-file-system.ts";
import { runHandpress } from "../support/run-handpress.ts";

export const SESSION = (name: string, more = "") =>
  `---\ntitle: ${name}\npermalink: /${name.toLowerCase()}/\nadids: Input\nduration: 30-45 minutes\n${more}---\nText.\n`;

export const PAGES = {
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

export const fileSystem = () =>
  overlayFileSystem(
    Object.fromEntries(Object.entries(PAGES).map(([path, text]) => [`c/${path}`, text])),
  );

export const run = (...args: string[]) =>
  runHandpress(args, { cwd: MEMORY, fileSystem: fileSystem() });

/** Command line, then what its message must hold. */
export const WRONG: readonly (readonly [readonly string[], RegExp])[] = [
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
  [["verify"], /end after `verify`, expected the folder[^\n]+\n {2}hint: For example: /],
  [["verify", "a", "b"], /word after `verify`, expected one name\n {2}hint: A name with spaces/],
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
  [["doctor", "now"], /word after `doctor`, expected options only\n {2}hint: `/],
];

/** Every option that takes a value, by command. */
export const VALUED: Readonly<Record<string, readonly string[]>> = {
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

export function testWrong(_wrong: typeof WRONG): void {
  for (const [args, message] of WRONG) {
    test(`handpress ${args.join(" ")} is a usage error`, async () => {
      const { code, out, note } = await run(...args);
      assert.match(note, message);
      assert.equal(code, 2);
      assert.equal(out, "");
    });
  }
}
