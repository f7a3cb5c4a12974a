import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { findModelFaults } from "../content-model/check-content-model.ts";
import { runHandpress } from "../support/run-handpress.ts";
import { findMachine, listFields } from "./second-look.ts";

/** One module of the sample in every theme, edition and format, all languages, and as sheets. */
export const BUILDS: readonly (readonly string[])[] = [
  ["passphrases", "--lang", "all", "--edition", "all"],
  ["passphrases", "--theme", "large-print"],
  ["passphrases", "--theme", "low-ink"],
  ["passphrases", "--theme", "pocket", "--booklet"],
  ["passphrases", "-f", "pdf", "--nup", "2", "--greyscale", "--links", "qr"],
  ["tails", "-f", "pdf", "--lang", "ar"],
  // The cheap half of all the rest.
  ["-f", "epub", "--lang", "all", "--edition", "all", "--fonts", "always"],
];

/** What a book is meant to say, and nothing beside it. */
const EXPECTED = /^(?:TEL102|TEL504|TEL506|TEL602|TEL901|TEL951|TEL953|TEL954)$/;

/** Fields that our books have, as their bytes show them. */
const FIELDS =
  /^(?:Info (?:Title|Author|Creator|Producer|CreationDate|ModDate)|XMP (?:x:xmpmeta|rdf:(?:RDF|Description|Alt|Seq|Bag|li)|dc:(?:format|identifier|title|creator|language)|xmp:(?:CreatorTool|CreateDate|ModifyDate|MetadataDate)|pdf:Producer|pdfuaid:part)|OPF dc:(?:creator|date|description|identifier|language|publisher|rights|subject|title|source|contributor)|PNG (?:IHDR|PLTE|tRNS|IDAT|IEND)|JPEG (?:e0|db|c0|c2|c4|dd))$/;
/** Fields whose text is the book's own, where every word may stand. */
const OF_THE_TEXT =
  /^Info (?:Title|Author)$|dc:(?:title|creator|subject|description|publisher|rights|source)$/;
const OF_A_MACHINE = /gps|serial|\/home\/|\/Users\/|\/tmp\/|chrom|skia|linux|root/i;

/**
 * Builds, and asserts that the books tell what they are meant to tell: by our own inspection, and by a
 * second look at their bytes.
 *
 * @param judge is given the files of each build as well.
 */
export function testOwnTells(
  builds: readonly (readonly string[])[],
  judge: (files: readonly string[]) => void = () => {},
): void {
  for (const args of builds) {
    test(`books of \`${args.join(" ")}\` tell title, language, printed authors and date, and nothing else`, async () => {
      const output = mkdtempSync(join(tmpdir(), "handpress-tells-"));
      try {
        const built = await runHandpress(["build", "content", ...args, "-q", "-o", output]);
        assert.equal(built.code, 0, built.note);
        const files = readdirSync(output, { recursive: true, encoding: "utf8" })
          .filter((name) => /\.(?:pdf|epub)$/.test(name))
          .map((name) => join(output, name))
          .sort();
        assert.ok(files.length > 0);
        for (const file of files) await assertSilent(file);
        judge(files);
      } finally {
        rmSync(output, { recursive: true, force: true });
      }
    });
  }
}

async function assertSilent(file: string): Promise<void> {
  const bytes = readFileSync(file);
  const { disclosure } = inspectFile(bytes);
  const others = disclosure.topics.flatMap(({ findings }) =>
    findings.filter(({ code }) => !EXPECTED.test(code)),
  );
  assert.deepEqual(others, [], file);
  if (file.endsWith(".epub")) assert.deepEqual(findModelFaults(bytes), [], file);
  const fields = await listFields(bytes);
  assert.ok(fields.length > 4, file);
  for (const [name, text] of fields) {
    assert.match(name, FIELDS, `${file}: ${text}`);
    if (!OF_THE_TEXT.test(name)) assert.doesNotMatch(text, OF_A_MACHINE, `${name} in ${file}`);
  }
  assert.deepEqual(await findMachine(bytes), [], file);
}
