import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { test } from "node:test";
import { BUILDS, testOwnTells } from "./own-tells.ts";

// Other people's programs look at our books as well, where the machine has them. What they would find is
// looked for by testOwnTells too, on every machine.

/** Of what other tools show, only this: the rest are sizes and the checking machine's own file dates. */
const SHOWN_BY_EXIFTOOL =
  /^(?:SourceFile|ExifTool|File|System|Composite|XML|PNG:(?:Image|Bit|Color|Compression|Filter|Interlace|Pixels|Palette)|PDF:(?:PDFVersion|Linearized|PageCount|TaggedPDF|PageLayout|PageMode|Title|Author|Creator|Producer|CreateDate|ModifyDate|Language)|XMP:(?:XMPToolkit|Format|Identifier|Title|Creator|Language|CreatorTool|CreateDate|ModifyDate|MetadataDate|Producer|Part)|ZIP:)/;

/**
 * The fields of a PDF, the parts of an EPUB's tables; in a picture its palette, which is its colours.
 * Nothing of the archive: entries are as mat2 itself leaves them.
 */
const SHOWN_BY_MAT2 =
  /^$|^\[\+\+?\] Metadata for |^ {2,}(?:author|creation-date|creator|format|metadata|mod-date|producer|title|CreateDate|CreatorTool|MetadataDate|ModifyDate|Producer|Palette|dc:(?:creator|date|description|identifier|language|publisher|rights|subject|title)|dtb:(?:depth|maxPageNumber|totalPageCount|uid)): /;

function judgeByExiftool(files: readonly string[]): void {
  const shown = run("exiftool", ["-json", "-G", "-a", ...files]);
  const each = JSON.parse(shown) as readonly Record<string, unknown>[];
  assert.equal(each.length, files.length);
  const others = each.flatMap((fields) =>
    Object.keys(fields).filter((key) => !SHOWN_BY_EXIFTOOL.test(key)),
  );
  assert.deepEqual(others, []);
}

function judgeByMat2(files: readonly string[]): void {
  const said = run("mat2", ["--show", ...files]);
  const others = said.split("\n").filter((line) => !SHOWN_BY_MAT2.test(line));
  assert.deepEqual(others, []);
  const told = files.reduce((text, file) => text.replaceAll(file, ""), said);
  assert.doesNotMatch(told, /gps|serial|\/home\/|\/Users\/|\/tmp\/|chrom|skia|linux|root/i);
}

function run(program: string, args: readonly string[]): string {
  return execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

const JUDGES = [
  { program: "exiftool", where: "libimage-exiftool-perl", judge: judgeByExiftool },
  { program: "mat2", where: "mat2", judge: judgeByMat2 },
].map((one) => ({ ...one, isHere: spawnSync(one.program, ["--version"]).error === undefined }));

let judged = 0;
testOwnTells(BUILDS, (files) => {
  for (const { isHere, judge } of JUDGES) if (isHere) judge(files);
  judged += files.length;
});

for (const { program, where, isHere } of JUDGES) {
  const skip = !isHere && `this machine has no ${program}: in Debian, install ${where}`;
  test(`${program} has seen every book, and shows nothing else`, { skip }, () => {
    assert.ok(judged > 20, `${judged} books`);
  });
}
