import assert from "node:assert/strict";
import { test } from "node:test";
import { checkCatalogue } from "../../src/gettext/check-catalogue.ts";
import { mergeCatalogue } from "../../src/gettext/merge-catalogue.ts";
import { readCatalogue } from "../../src/gettext/read-catalogue.ts";
import { writeCatalogue } from "../../src/gettext/write-catalogue.ts";

const SIZE = 100_000;
/** Four times the text takes four times as long; what is quadratic takes sixteen times. */
const MOST_TIMES = 11;

const HOSTILE: Readonly<Record<string, (count: number) => string>> = {
  quotes: (count) => `msgid ${'"'.repeat(count)}`,
  backslashes: (count) => `msgid "${"\\".repeat(count)}"`,
  "escapes and quotes": (count) => `msgid "${'\\\\\\"'.repeat(count / 4)}`,
  "numbers of bytes": (count) => `msgid "${"\\303\\251".repeat(count / 8)}"\nmsgstr ""`,
  "digits of one number": (count) => `msgid "\\x${"4".repeat(count)}"\nmsgstr ""`,
  "short strings": (count) => `msgid ${'"a" '.repeat(count / 4)}\nmsgstr ""`,
  "short lines": (count) => `msgid ""\n${'"a"\n'.repeat(count / 4)}msgstr ""`,
  comments: (count) => `${"#\n".repeat(count / 2)}msgid "a"\nmsgstr ""`,
  flags: (count) => `#, ${"range: ".repeat(count / 7)}\nmsgid "a"\nmsgstr ""`,
  references: (count) => `#: ${":1 ".repeat(count / 3)}\nmsgid "a"\nmsgstr ""`,
  "open names": (count) => `#: ${"\u2068".repeat(count)}\nmsgid "a"\nmsgstr ""`,
  "one key again and again": (count) => 'msgid "a"\nmsgstr ""\n'.repeat(count / 20),
  "one context": (count) =>
    Array.from({ length: count / 40 }, (_, at) => `msgctxt "c"\nmsgid "${at}"\nmsgstr "x"\n`).join(
      "",
    ),
  forms: (count) =>
    `msgid "a"\nmsgid_plural "b"\n${Array.from({ length: count / 15 }, (_, at) => `msgstr[${at}] ""\n`).join("")}`,
  "fields of a header": (count) => `msgid ""\nmsgstr ""\n${'"A: b\\n"\n'.repeat(count / 10)}`,
  spaces: (count) => `${" ".repeat(count)}msgid "a"\nmsgstr ""`,
  "a conflict on each line": (count) => "<<<<<<< a\n".repeat(count / 10),
  garbage: (count) => "garbage\n\n".repeat(count / 9),
};

for (const [name, make] of Object.entries(HOSTILE)) {
  test(`${name}: time grows with the length and no faster`, () => {
    const spend = (count: number) => {
      const text = make(count);
      const times = [1, 2].map(() => {
        const begun = process.cpuUsage();
        const { value } = readCatalogue(text, "fr.po");
        checkCatalogue(value, "fr.po");
        writeCatalogue(mergeCatalogue(value, value));
        const { user, system } = process.cpuUsage(begun);
        return (user + system) / 1000;
      });
      return Math.min(...times);
    };
    spend(SIZE / 4);
    const [short, long] = [spend(SIZE), spend(4 * SIZE)];
    assert.ok(long < MOST_TIMES * Math.max(short, 10), `${short} ms, then ${long} ms`);
  });
}
