import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, describe, it } from "node:test";
import { promisify } from "node:util";
import { unpackEmbeddedBrowser, unpackFallbackFont } from "../../src/browser/embedded-browser.ts";
import { EMBEDDED_PROGRAM } from "../../src/browser/embedded-files.ts";
import { FONT_NAME, openHome, packed, startCache, unpackFont } from "./own-cache.ts";

const home = openHome();
let font: string;

describe("the cache", () => {
  beforeEach(async () => {
    startCache(home.path);
    font = await unpackFont();
  });
  const sizeBytes = 147528;

  it("belongs to this user alone", () => {
    assert.equal(statSync(font).size, sizeBytes);
    assert.equal(statSync(join(process.env.XDG_CACHE_HOME ?? "", "handpress")).mode & 0o777, 0o700);
  });
  it("heals a truncated file", async () => {
    truncateSync(font, 1000);
    await unpackFallbackFont(packed);
    assert.equal(statSync(font).size, sizeBytes);
  });
  it("heals a missing file", async () => {
    rmSync(font);
    await unpackFallbackFont(packed);
    assert.equal(statSync(font).size, sizeBytes);
  });
  it("heals a file of the same size with another content", async () => {
    const good = readFileSync(font);
    const bad = Buffer.from(good);
    bad[5000] = (bad[5000] ?? 0) ^ 0xff;
    writeFileSync(font, bad);
    utimesSync(font, 1, 1);
    await unpackFallbackFont(packed);
    assert.ok(readFileSync(font).equals(good));
  });
  it("does not write again what is good", async () => {
    const inode = statSync(font).ino;
    await unpackFallbackFont(packed);
    assert.equal(statSync(font).ino, inode);
  });
  it("does not go through a link that somebody put in its place", async () => {
    const elsewhere = mkdtempSync(join(home.path, "elsewhere-"));
    const base = startCache(home.path);
    symlinkSync(elsewhere, join(base, "handpress"));
    const folder = await unpackFallbackFont(packed);
    assert.ok(!folder.startsWith(base));
    assert.equal(statSync(join(dirname(folder), FONT_NAME)).size, sizeBytes);
  });
  it("has a substitute where there is no place for it", async () => {
    const file = join(home.path, "a-file");
    writeFileSync(file, "");
    process.env.XDG_CACHE_HOME = join(file, "below");
    const folder = await unpackFallbackFont(packed);
    assert.equal(statSync(join(dirname(folder), FONT_NAME)).size, sizeBytes);
  });
  it("refuses a package whose files are not those that were pinned", async () => {
    const broken = mkdtempSync(join(home.path, "package-"));
    copyFileSync(join(packed, "al2023.tar.br"), join(broken, "fonts.tar.br"));
    rmSync(font);
    await assert.rejects(
      unpackFallbackFont(broken),
      /fonts\/Open_Sans[^\n]* was changed or damaged: its SHA-256 is nothing/,
    );
  });
  it("lets processes fill it at the same time, and keeps no part of a file", async () => {
    const cache = mkdtempSync(join(home.path, "cache-"));
    const code = `import { unpackFallbackFont } from ${JSON.stringify(new URL("../../src/browser/embedded-browser.ts", import.meta.url).href)};
for (let i = 0; i < 5; i += 1) await unpackFallbackFont(${JSON.stringify(packed)});`;
    const run = () =>
      promisify(execFile)(
        process.execPath,
        ["--import", import.meta.resolve("tsx"), "--input-type=module", "--eval", code],
        { env: { ...process.env, XDG_CACHE_HOME: cache } },
      );
    await Promise.all([run(), run(), run()]);
    const files = readdirSync(cache, { recursive: true }).map(String);
    assert.deepEqual(
      files.filter((file) => file.endsWith(".part")),
      [],
    );
    assert.ok(files.some((file) => file.endsWith("OpenSans-Regular.ttf")));
  });
});

it("a truncated browser is unpacked again, and runs", async () => {
  const folder = join(startCache(home.path), "handpress", "browser-153.0.0");
  mkdirSync(folder, { recursive: true });
  const program = join(folder, EMBEDDED_PROGRAM.path);
  writeFileSync(program, "the first bytes of a download");
  chmodSync(program, 0o700);
  const { executablePath, libraryFolder } = await unpackEmbeddedBrowser(packed);
  assert.equal(executablePath, program);
  const { stdout } = await promisify(execFile)(executablePath, ["--version"], {
    env: { LD_LIBRARY_PATH: libraryFolder },
  });
  assert.match(stdout, /153\./);
});
