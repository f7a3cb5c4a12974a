import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { runProgram } from "../cli/whole-program.ts";
import { insert, latin1, takeExif } from "./evading-pictures.ts";

test("what a library has to say of an odd picture is not printed between our lines", async () => {
  const folder = mkdtempSync(join(tmpdir(), "handpress-test-"));
  try {
    const exif = [0xe1, Buffer.concat([latin1("Exif\0\0"), await takeExif()])] as const;
    writeFileSync(join(folder, "photo.jpg"), await insert(exif, exif));
    const { out, note } = await runProgram(["inspect", "photo.jpg"], { cwd: folder });
    assert.match(out, /TEL001/);
    assert.equal(note, "");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
