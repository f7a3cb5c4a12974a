import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before } from "node:test";
import { locateEmbeddedPackage, unpackFallbackFont } from "../../src/browser/embedded-browser.ts";
import { EMBEDDED_FONTS } from "../../src/browser/embedded-files.ts";

export const packed = locateEmbeddedPackage() ?? assert.fail("the tests need the embedded browser");

/** One of the files in the cache, by its path in the package. */
export const FONT_NAME = EMBEDDED_FONTS[0]?.path ?? "";

const outerCache = process.env.XDG_CACHE_HOME;

/** A folder of temporary files for the tests of a file, which may set the place of the cache to one in it. */
export function openHome(): { readonly path: string } {
  const home = { path: "" };
  before(() => {
    home.path = mkdtempSync(join(tmpdir(), "handpress-test-"));
  });
  after(() => {
    if (outerCache === undefined) delete process.env.XDG_CACHE_HOME;
    else process.env.XDG_CACHE_HOME = outerCache;
    rmSync(home.path, { recursive: true, force: true });
  });
  return home;
}

/** Makes an empty cache the one that is used. */
export function startCache(home: string): string {
  const base = mkdtempSync(join(home, "cache-"));
  process.env.XDG_CACHE_HOME = base;
  return base;
}

/** The path of that file, unpacked. */
export async function unpackFont(): Promise<string> {
  return join(dirname(await unpackFallbackFont(packed)), FONT_NAME);
}
