import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { composeText } from "../../src/language/text-form.ts";
import { readConfiguration } from "../../src/source/configuration.ts";
import { readDate } from "../../src/source/date.ts";
import { readDuration } from "../../src/source/duration.ts";
import { quoteValue } from "../../src/source/quotation.ts";
import { findBadByte } from "../../src/source/source-text.ts";
import { parseYamlTree, toPlain } from "../../src/source/yaml.ts";
import { sameCases } from "../support/seed.ts";
import { page, read } from "./files.ts";

/** Text that looks like a header often enough to get far into the reader. */
const headerText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "---",
        "...",
        "+++",
        "title: a",
        "title: [",
        "activity:",
        "  - name: A",
        "    url: /a/",
        "\t- x",
        "author: &a b",
        "date: *a",
        "<<: *a",
        "? b",
        "summary: |",
        "summary: 'x",
        'summary: "x',
        "__proto__: 1",
        "- - -",
        "{a: [b",
        "<<<<<<< HEAD",
        "duration: 30-45 minutes",
        "language: ar",
        "%TAG ! x",
        "!!js/function 'x'",
        "العنوان: a",
        "\r",
        "\u0000",
        "#",
        "layout: module",
      ),
      fc.string({ unit: "binary" }),
      fc.string(),
    ),
    { maxLength: 12 },
  )
  .map((lines) => lines.join("\n"));

test("no bytes make the reader throw, and every file is a page, unreadable, or no page in silence", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const { value, unreadable, diagnostics } = read({ "page.md": bytes });
      assert.equal(value.length + unreadable.length, 1);
      assert.equal(
        diagnostics.some(({ severity }) => severity === "error"),
        unreadable.length === 1,
      );
    }),
    sameCases(300),
  );
});

test("no header makes the reader throw; places lie within the file", () => {
  fc.assert(
    fc.property(headerText, fc.boolean(), (text, wrapped) => {
      const content = wrapped ? `---\n${text}\n---\nBody\n` : text;
      const lineCount = content.split(/\r\n?|\n/).length;
      const { value, unreadable, diagnostics } = read({ "page.md": content });
      assert.equal(value.length + unreadable.length, 1);
      for (const { place, message } of diagnostics) {
        assert.ok(
          (place.line ?? 1) >= 1 && (place.line ?? 1) <= lineCount,
          `${message} ${place.line}`,
        );
        assert.ok((place.column ?? 1) >= 1);
        assert.ok(!message.includes("\n"));
      }
    }),
    sameCases(300),
  );
});

test("a body comes out as it went in, line ends and Unicode's forms aside", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (body) => {
      const [found] = read({ "page.md": page("title: a", body) }).value;
      const clean = composeText(
        new TextDecoder().decode(new TextEncoder().encode(body)).replace(/\r\n?/g, "\n"),
      );
      assert.equal(found?.body, clean);
      assert.equal(found?.bodyLine, 4);
    }),
    sameCases(300),
  );
});

test("a hint's quoted value reads back as the text that was meant", () => {
  const oneLine = fc.string().map((text) => text.replace(/\s+/g, " ").trim());
  fc.assert(
    fc.property(oneLine, (text) => {
      const { tree, problems } = parseYamlTree(`key: ${quoteValue(text)}\n`);
      const value = toPlain(tree, problems);
      assert.deepEqual({ value, problems }, { value: { key: text }, problems: [] });
    }),
    sameCases(300),
  );
});

test("UTF-8 is judged as the platform's strict decoder judges it", () => {
  const nearly = fc.array(
    fc.constantFrom(
      0x41,
      0x7f,
      0x80,
      0x9f,
      0xa0,
      0xbf,
      0xc0,
      0xc2,
      0xe0,
      0xed,
      0xef,
      0xf0,
      0xf4,
      0xf5,
      0xff,
      0x8f,
      0x90,
    ),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(nearly, (list) => {
      const bytes = new Uint8Array(list);
      let strict = true;
      try {
        new TextDecoder("utf-8", { fatal: true }).decode(bytes);
      } catch {
        strict = false;
      }
      assert.equal(findBadByte(bytes) === undefined, strict);
    }),
    sameCases(2000),
  );
});

test("dates, durations and configurations never throw, and are never out of bounds", () => {
  const words = fc
    .array(
      fc.constantFrom(
        "1",
        "30",
        "-",
        "+",
        "h",
        "minutes",
        "hours",
        "٣٠",
        "/",
        "2016",
        "00",
        "May",
        " ",
        "to",
        ":",
        ".5",
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.oneof(words, fc.string({ unit: "binary" })), (text) => {
      const { month = 1, day = 1 } = readDate(text);
      assert.ok(month >= 1 && month <= 12 && day >= 1 && day <= 31);
      const duration = readDuration(text);
      assert.ok(
        duration === undefined ||
          (duration.minMinutes >= 0 && duration.minMinutes <= duration.maxMinutes),
      );
      readConfiguration({ path: "handpress.yaml", bytes: new TextEncoder().encode(text) });
    }),
    sameCases(1000),
  );
});
