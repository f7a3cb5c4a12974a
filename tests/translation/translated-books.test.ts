import assert from "node:assert/strict";
import { test } from "node:test";
import { unzipSync } from "fflate";
import { MEMORY, overlayFileSystem } from "../support/overlay-file-system.ts";
import { runHandpress } from "../support/run-handpress.ts";

const PAGES = {
  "c/en/locks.md":
    "---\nlayout: module\ntitle: Locks\npermalink: /locks/\ndate: 2020-04\nplatforms: Doors, Gates, Bikes\ninput:\n  - name: Keys\n    url: /keys/\n---\n\nA good lock keeps a door closed for a long time.\n",
  "c/en/keys.md":
    "---\ntitle: Keys\nsummary: What opens.\npermalink: /keys/\nadids: Input\n---\n\n## Keep it\n\nKeep a *spare* key in a place that only you know.\nNobody else.\n\n- [Read](https://example.org/a_b) more\n- Tell `nobody`\n\n| One | Two |\n|---|---|\n| Yes | No |\n",
};

function open() {
  const fileSystem = overlayFileSystem(PAGES);
  const run = async (...args: string[]) => {
    const { code, out, note } = await runHandpress(args, { cwd: MEMORY, fileSystem });
    return { code, text: out + note };
  };
  const read = async (path: string, mostBytes = 1_000_000) =>
    new TextDecoder().decode(await fileSystem.readFile(`${MEMORY}/${path}`, mostBytes));
  const write = (path: string, text: string) =>
    fileSystem.writeFile(`${MEMORY}/${path}`, new TextEncoder().encode(text));
  const edit = async (path: string, change: (text: string) => string) =>
    write(path, change(await read(path)));
  const book = async (language: string, edition = "") => {
    const bytes = await fileSystem.readFile(
      `${MEMORY}/output/${language}/locks${edition}.epub`,
      9_000_000,
    );
    const files = Object.entries(unzipSync(bytes)).filter(([name]) =>
      /\.(?:xhtml|opf|ncx)$/.test(name),
    );
    return files.map(([name, data]) => `${name}\n${new TextDecoder().decode(data)}`).join("\n");
  };
  return { run, read, write, edit, book };
}

/** Each translation repeats its source, with a mark where one is asked for. */
const fill = (mark: string) => (text: string) =>
  text.replace(
    /^(msgid (?:".*"\n)+)msgstr ""\n(?!")/gm,
    (_, id: string) =>
      `${id}${id.replace("msgid", "msgstr").replace(/(")(?=[^"\n]+"\n)/, `$1${mark}`)}`,
  );

const BUILD = ["build", "c", "-f", "epub", "--no-cache", "-q"];

test("a catalogue whose translations repeat their sources gives the source's book", async () => {
  const { run, edit, book } = open();
  assert.equal((await run("i18n", "update", "en-GB", "c")).code, 0);
  await edit("c/translations/en-GB/locks.po", fill(""));
  const { text } = await run("i18n", "status", "c");
  assert.match(text, /^British English \(en-GB\): 100 % of 41 words$/m);
  assert.equal((await run(...BUILD, "--lang", "all")).text, "");
  const plain = (xhtml: string) =>
    xhtml
      .replaceAll("en-GB", "en")
      .replace(/urn:uuid:[-\da-f]+/g, "")
      .replace(/(?:[\da-f]{4} ){3}[\da-f]{4}/g, "");
  assert.equal(plain(await book("en-GB")), plain(await book("en")));
});

test("a changed sentence is marked in the catalogue and in the book, and nothing else is", async () => {
  const { run, edit, book, read } = open();
  await run("i18n", "update", "fr", "c");
  await edit("c/translations/fr/locks.po", fill("fr "));
  await run(...BUILD, "--lang", "fr");
  const before = await book("fr");
  assert.doesNotMatch(before, /class="[^"]*(?:stale|untranslated)/);
  await edit("c/en/keys.md", (text) => text.replace("Nobody else.", "Nobody else at all."));
  const { text } = await run("i18n", "update", "c");
  assert.equal(text, "translations/fr/locks.po: 15 translated, 1 changed since\n");
  const catalogue = await read("c/translations/fr/locks.po");
  assert.equal(catalogue.match(/^#, fuzzy/gm)?.length, 1);
  assert.match(
    catalogue,
    /^#\| msgid "Keep a \*spare\* key in a place that only you know. Nobody else."$/m,
  );
  await run(...BUILD, "--lang", "fr");
  const after = await book("fr");
  assert.equal(after.match(/class="stale"/g)?.length, 1);
  assert.match(
    after,
    /<p class="stale"><b class="passage-label"[^>]*>L’original a changé[^<]*<\/b> fr Keep a <em>spare<\/em> key in a place that only you know. Nobody else.<\/p>/,
  );
});

test("what is guessed or not translated is printed in the source's words, marked", async () => {
  const { run, edit, book } = open();
  await run("i18n", "update", "ar", "c");
  await edit("c/translations/ar/locks.po", fill("ع "));
  await edit("c/translations/ar/locks.po", (text) =>
    text
      .replace(
        '#, md-text\nmsgctxt "en/keys: heading"',
        '#, fuzzy, md-text\nmsgctxt "en/keys: heading"',
      )
      .replace('#, md-text\nmsgctxt "keys: heading"', '#, fuzzy, md-text\nmsgctxt "keys: heading"')
      .replace('msgstr "ع Tell `nobody`"', 'msgstr ""'),
  );
  await run(...BUILD, "--lang", "ar");
  const text = await book("ar");
  assert.doesNotMatch(text, /ع Keep it/);
  assert.match(
    text,
    /<h2 class="untranslated"[^>]*><span dir="ltr" lang="en"[^>]*>Keep it<\/span><\/h2>/,
  );
  assert.match(
    text,
    /<li class="untranslated"><b class="passage-label"[^>]*>[^<]+<\/b> <span dir="ltr" lang="en"[^>]*>Tell <code>nobody<\/code><\/span><\/li>/,
  );
  assert.equal(text.match(/class="untranslated"/g)?.length, 2);
  assert.match(text, /<a href="s1.xhtml#s1-h1" lang="en"[^>]*>Keep it<\/a>/);
});

test("a page of which less than half is translated keeps its book from being made, unless that is wanted", async () => {
  const { run, edit } = open();
  await run("i18n", "update", "fr", "c");
  await edit("c/translations/fr/locks.po", (text) =>
    text.replace(/(msgid "Keys"\n)msgstr ""/, '$1msgstr "Clés"'),
  );
  const { code, text } = await run("build", "c", "-f", "epub", "--lang", "fr", "--no-cache");
  assert.equal(code, 1);
  assert.match(
    text,
    /error TRN002: Unexpected page with 6 % of its words in fr, expected at least 50 %/,
  );
  const allowed = await run(
    "build",
    "c",
    "-f",
    "epub",
    "--lang",
    "fr",
    "--no-cache",
    "--allow-untranslated",
  );
  assert.equal(allowed.code, 0);
});

test("what cannot stand in a page is told at its entry, and the original is printed", async () => {
  const { run, edit, book } = open();
  await run("i18n", "update", "fr", "c");
  await edit("c/translations/fr/locks.po", fill("fr "));
  await edit("c/translations/fr/locks.po", (text) =>
    text.replace("fr [Read]({1}) more", "fr [Read]({2}) more"),
  );
  const { code, text } = await run("i18n", "check", "c");
  assert.equal(code, 0);
  assert.match(
    text,
    /^c\/translations\/fr\/locks\.po:\d+: warning TRN004: Unexpected number in braces/m,
  );
  await run(...BUILD, "--lang", "fr");
  assert.match(await book("fr"), /<li class="untranslated">.*<a [^>]*>Read<\/a>/);
});

test("an old title is not printed: there is no room to say that it is old", async () => {
  const { run, edit, book } = open();
  await run("i18n", "update", "fr", "c");
  await edit("c/translations/fr/locks.po", fill("fr "));
  await edit("c/en/keys.md", (text) => text.replace("What opens.", "What opens doors."));
  await run("i18n", "update", "c");
  await run(...BUILD, "--lang", "fr");
  const text = await book("fr");
  assert.doesNotMatch(text, /fr What opens/);
  assert.match(text, /<p class="standfirst" lang="en"[^>]*>What opens doors\.<\/p>/);
});

test("a damaged catalogue is told, and not written over", async () => {
  const { run, edit, read } = open();
  await run("i18n", "update", "fr", "c");
  await edit("c/translations/fr/locks.po", (text) => text.replace('msgid "Keys"', 'msgid "Keys'));
  const before = await read("c/translations/fr/locks.po");
  const { code, text } = await run("i18n", "update", "fr", "c");
  assert.equal(code, 2);
  assert.match(text, /damage in the catalogue translations\/fr\/locks\.po/);
  assert.equal(await read("c/translations/fr/locks.po"), before);
});

test("a heading that keeps a part from participants does so in every translation", async () => {
  const { run, edit, book } = open();
  await edit("c/en/keys.md", (text) => `${text}\n##### *Trainer's Note*\n\nThe secret place.\n`);
  await run("i18n", "update", "fr", "c");
  await edit("c/translations/fr/locks.po", fill("fr "));
  await edit("c/translations/fr/locks.po", (text) =>
    text.replace("fr *Trainer's Note*", "*Secrets de la maison*"),
  );
  await run("build", "c", "-f", "epub", "--no-cache", "--lang", "fr", "-e", "participant", "-q");
  const { text } = await run("i18n", "check", "c");
  assert.match(text, /warning TRN004: Unexpected mark of what is for trainers/);
  assert.doesNotMatch(await book("fr", "-participant"), /secret place|Secrets de la maison/);
});

test("a catalogue that is not opened is not written over", async () => {
  const { run, write, read } = open();
  const large = `# ${"x".repeat(20_000_001)}\n`;
  await write("c/translations/fr/locks.po", large);
  const { code } = await run("i18n", "update", "fr", "c");
  assert.equal(code, 2);
  assert.equal((await read("c/translations/fr/locks.po", 30_000_000)).length, large.length);
  assert.match((await run("i18n", "check", "c")).text, /locks\.po/);
});
