import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { findModelFaults } from "../content-model/check-content-model.ts";
import { runHandpress } from "../support/run-handpress.ts";

const folder = mkdtempSync(join(tmpdir(), "handpress-tells-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** One module of the sample in every theme, edition and format, all languages, and as sheets. */
const BUILDS: readonly (readonly string[])[] = [
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

test("our own books tell their title, language, printed authors and date, and nothing else", async () => {
  let books = 0;
  for (const [at, args] of BUILDS.entries()) {
    const output = join(folder, String(at));
    const built = await runHandpress(["build", "content", ...args, "-q", "-o", output]);
    assert.equal(built.code, 0, built.note);
    const files: string[] = [];
    for (const name of readdirSync(output, { recursive: true, encoding: "utf8" }).sort()) {
      if (!/\.(?:pdf|epub)$/.test(name)) continue;
      books += 1;
      const file = join(output, name);
      const bytes = readFileSync(file);
      const { tells } = inspectFile(bytes);
      const others = tells.topics.flatMap(({ findings }) =>
        findings.filter(({ code }) => !EXPECTED.test(code)),
      );
      assert.deepEqual(others, [], `${args.join(" ")}: ${name}`);
      if (name.endsWith(".epub")) assert.deepEqual(findModelFaults(bytes), [], name);
      files.push(file);
    }
    judgeOutside(files);
  }
  assert.ok(books > 20, `${books} books`);
});

/** Of what other tools show, only this: the rest are sizes and the checking machine's own file dates. */
const SHOWN_BY_EXIFTOOL =
  /^(?:SourceFile|ExifTool|File|System|Composite|XML|PNG:(?:Image|Bit|Color|Compression|Filter|Interlace|Pixels|Palette)|PDF:(?:PDFVersion|Linearized|PageCount|TaggedPDF|PageLayout|PageMode|Title|Author|Creator|Producer|CreateDate|ModifyDate|Language)|XMP:(?:XMPToolkit|Format|Identifier|Title|Creator|Language|CreatorTool|CreateDate|ModifyDate|MetadataDate|Producer|Part)|ZIP:)/;

/**
 * The fields of a PDF, the parts of an EPUB's tables; in a picture its palette, which is its colours.
 * Nothing of the archive: entries are as mat2 itself leaves them.
 */
const SHOWN_BY_MAT2 =
  /^$|^\[\+\+?\] Metadata for |^ {2,}(?:author|creation-date|creator|format|metadata|mod-date|producer|title|CreateDate|CreatorTool|MetadataDate|ModifyDate|Producer|Palette|dc:(?:creator|date|description|identifier|language|publisher|rights|subject|title)|dtb:(?:depth|maxPageNumber|totalPageCount|uid)): /;

function judgeOutside(files: readonly string[]): void {
  const shown = runIfInstalled("exiftool", ["-json", "-G", "-a", ...files]);
  if (shown !== undefined) {
    const each = JSON.parse(shown) as readonly Record<string, unknown>[];
    assert.equal(each.length, files.length);
    const others = each.flatMap((fields) =>
      Object.keys(fields).filter((key) => !SHOWN_BY_EXIFTOOL.test(key)),
    );
    assert.deepEqual(others, []);
  }
  const said = runIfInstalled("mat2", ["--show", ...files]);
  if (said !== undefined) {
    const others = said.split("\n").filter((line) => !SHOWN_BY_MAT2.test(line));
    assert.deepEqual(others, []);
    const told = files.reduce((text, file) => text.replaceAll(file, ""), said);
    assert.doesNotMatch(told, /gps|serial|\/home\/|\/Users\/|\/tmp\/|chrom|skia|linux|root/i);
  }
}

/** @returns undefined where the machine has no such program: our own judgement stands alone. */
function runIfInstalled(program: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch (error) {
    if ((error as { readonly code?: string }).code === "ENOENT") return undefined;
    throw error;
  }
}
