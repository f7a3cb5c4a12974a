import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, describe, it } from "node:test";
import { promisify } from "node:util";
import { unpackEmbeddedBrowser } from "../../src/browser/embedded-browser.ts";
import { EMBEDDED_FONTS } from "../../src/browser/embedded-files.ts";
import { isIntact } from "../../src/browser/intact-files.ts";
import {
  findPrivateCache,
  isPrivate,
  isSafeAbove,
  openPrivateCache,
} from "../../src/browser/private-cache.ts";
import { openHome, packed, startCache, unpackFont } from "./own-cache.ts";

const isRoot = process.getuid?.() === 0;
const STRANGER = 54321;
const home = openHome();
let base: string;
let cache: string;
let font: string;
let good: Buffer;

beforeEach(async () => {
  base = startCache(home.path);
  font = await unpackFont();
  cache = dirname(dirname(dirname(font)));
  good = readFileSync(font);
});

/** Same size, same time: what a stamp of these alone would not see. */
function swap(path: string): void {
  const { mtime, atime, size } = statSync(path);
  writeFileSync(path, Buffer.alloc(size, "x"));
  utimesSync(path, atime, mtime);
}

/** Inodes are used again, and this is not. */
function bornAt(path: string): bigint {
  return statSync(path, { bigint: true }).birthtimeNs;
}

async function demandGood(): Promise<string> {
  const path = await unpackFont();
  assert.ok(readFileSync(path).equals(good));
  return path;
}

describe("a cache that others could write", () => {
  for (const mode of [0o777, 0o770, 0o733, 0o1777, 0o720]) {
    it(`is thrown away: ${mode.toString(8)}`, async () => {
      for (const folder of [cache, dirname(cache), dirname(font)]) {
        const first = bornAt(cache);
        swap(font);
        chmodSync(folder, mode);
        assert.equal(await demandGood(), font);
        assert.notEqual(bornAt(cache), first);
        assert.equal(lstatSync(folder).mode & 0o7777, 0o700);
      }
    });
  }
  it("is no cache where the folder above can be written", async () => {
    chmodSync(base, 0o777);
    assert.ok(!(await demandGood()).startsWith(base));
    const { notes } = await openPrivateCache("browser");
    assert.match(notes.join(), /is not used[^\n]*others can replace what is in/);
    // In a folder such as /tmp nobody renames what is another's.
    chmodSync(base, 0o1777);
    assert.equal(await demandGood(), font);
  });
  it("loses what lies beside its files: libraries, settings, links, pipes", async () => {
    mkdirSync(join(cache, "lib"), { recursive: true });
    writeFileSync(join(cache, "lib/libc.so.6"), "library");
    writeFileSync(join(cache, "icudtl.dat"), "data");
    writeFileSync(join(dirname(font), "Other.ttf"), "font");
    execFileSync("mkfifo", [join(cache, "pipe")]);
    await demandGood();
    assert.deepEqual(readdirSync(cache), ["fonts", "lib"]);
    assert.deepEqual(readdirSync(join(cache, "lib")), []);
    symlinkSync("/etc", join(cache, "lib/more"));
    await demandGood();
    assert.ok(!existsSync(join(cache, "lib/more")));
  });
});

describe("a file of the cache", () => {
  it("is looked at anew when it was swapped for one of the same size and time", async () => {
    swap(font);
    assert.equal(await demandGood(), font);
  });
  it("is not believed for a stamp that was made for it", async () => {
    const stamp = `${font}.intact`;
    const [sum] = readFileSync(stamp, "utf8").split(" ");
    swap(font);
    // Without the time of status, which nobody can set, as earlier versions wrote it.
    const { size, mtimeNs, ino, mode } = statSync(font, { bigint: true });
    writeFileSync(stamp, `${sum} ${size} ${mtimeNs} ${ino} ${mode}\n`);
    await demandGood();
  });
  it("is not believed for a stamp in a folder that was open", async () => {
    swap(font);
    const { size, mtimeNs, ctimeNs, dev, ino, uid, mode } = statSync(font, { bigint: true });
    const [sum] = readFileSync(`${font}.intact`, "utf8").split(" ");
    const forged = [sum, size, mtimeNs, ctimeNs, dev, ino, uid, mode].join(" ");
    writeFileSync(`${font}.intact`, `${forged}\n`);
    chmodSync(`${font}.intact`, 0o666);
    await demandGood();
    swap(font);
    chmodSync(cache, 0o777);
    await demandGood();
  });
  it("is not taken through a link, nor waited for behind a pipe", async () => {
    const other = join(home.path, "other.ttf");
    writeFileSync(other, "x");
    for (const make of [
      () => symlinkSync(other, font),
      () => execFileSync("mkfifo", [font]),
      () => mkdirSync(font),
    ]) {
      rmSync(font);
      make();
      await demandGood();
      assert.ok(lstatSync(font).isFile());
    }
    const stamp = `${font}.intact`;
    for (const make of [
      () => symlinkSync(other, stamp),
      () => execFileSync("mkfifo", [stamp]),
      () => writeFileSync(stamp, Buffer.alloc(2_000_000, "x")),
    ]) {
      rmSync(stamp);
      make();
      await demandGood();
    }
    assert.equal(readFileSync(other, "utf8"), "x");
  });
  it("is hashed each time where the disk keeps no modes", async () => {
    const [file] = EMBEDDED_FONTS;
    assert.ok(file);
    const opened = { folder: cache, notes: [] };
    assert.equal(await isIntact({ ...opened, keepsModes: false }, file), true);
    swap(font);
    // As on a stick that was in another machine: the stamp is right in every number.
    const { size, mtimeNs, ctimeNs, dev, ino, uid, mode } = statSync(font, { bigint: true });
    const forged = [file.sha256, size, mtimeNs, ctimeNs, dev, ino, uid, mode].join(" ");
    writeFileSync(`${font}.intact`, `${forged}\n`);
    assert.equal(await isIntact({ ...opened, keepsModes: true }, file), true);
    assert.equal(await isIntact({ ...opened, keepsModes: false }, file), false);
  });
  it("is not written again while it is good, nor is its stamp", async () => {
    const stamp = () => statSync(`${font}.intact`, { bigint: true }).ctimeNs;
    const first = stamp();
    await demandGood();
    assert.equal(stamp(), first);
  });
});

describe("what belongs to another user", {
  skip: !isRoot && "only root can give files away",
}, () => {
  it("is no cache: the folder", async () => {
    for (const folder of [dirname(cache), base]) {
      chownSync(folder, STRANGER, STRANGER);
      assert.ok(!(await demandGood()).startsWith(base), folder);
      chownSync(folder, 0, 0);
    }
  });
  it("shows that the folder was open: a file, a stamp, a folder, something else", async () => {
    for (const path of [font, `${font}.intact`, dirname(font), join(cache, "libmore.so")]) {
      const first = bornAt(cache);
      swap(font);
      writeFileSync(join(cache, "libmore.so"), "");
      chownSync(path, STRANGER, STRANGER);
      assert.equal(await demandGood(), font);
      assert.notEqual(bornAt(cache), first, path);
    }
  });
});

it("page numbers are read from a cache that nobody else could write, and from no other", async () => {
  const name = "page-numbers.json";
  const file = ["another.json", name];
  const path = join(dirname(cache), name);
  assert.equal(await findPrivateCache(file), dirname(cache));
  writeFileSync(path, "[]");
  assert.equal(await findPrivateCache(file), dirname(cache));
  for (const [changed, mode] of [
    [path, 0o666],
    [dirname(cache), 0o777],
    [base, 0o777],
  ] as const) {
    const before = statSync(changed).mode & 0o777;
    chmodSync(changed, mode);
    assert.equal(await findPrivateCache(file), undefined, changed);
    chmodSync(changed, before);
  }
  // One that others may look into is closed, and a link on the way is followed once.
  chmodSync(dirname(cache), 0o755);
  assert.equal(await findPrivateCache(file), dirname(cache));
  assert.equal(statSync(dirname(cache)).mode & 0o777, 0o700);
  symlinkSync(base, join(home.path, "link"));
  process.env.XDG_CACHE_HOME = join(home.path, "link");
  assert.equal(await findPrivateCache(file), dirname(cache));
  process.env.XDG_CACHE_HOME = base;
  rmSync(path);
  symlinkSync("/etc/hostname", path);
  assert.equal(await findPrivateCache(file), undefined);
  // The next browser that starts makes room for a new one.
  await unpackFont();
  assert.equal(await findPrivateCache(file), dirname(cache));
  process.env.XDG_CACHE_HOME = join(base, "nowhere");
  assert.equal(await findPrivateCache(file), undefined);
});

it("who may write is read from owner, group and mode", () => {
  const of = (uid: number, gid: number, mode: number) => ({ uid, gid, mode });
  for (const [owned, isOurs] of [
    [of(1000, 1000, 0o100700), true],
    [of(1000, 1000, 0o100744), true],
    [of(1000, 1000, 0o100720), false],
    [of(1000, 1000, 0o100702), false],
    [of(1001, 1000, 0o100700), false],
    [of(0, 0, 0o100700), false],
  ] as const) {
    assert.equal(isPrivate(owned, 1000), isOurs);
  }
  for (const [owned, isSafe] of [
    [of(1000, 1000, 0o40755), true],
    [of(1000, 1000, 0o40775), true],
    [of(1000, 100, 0o40775), false],
    [of(1000, 1000, 0o40777), false],
    [of(0, 0, 0o41777), true],
    [of(0, 0, 0o40777), false],
    [of(0, 50, 0o42775), false],
    [of(1001, 1001, 0o40755), false],
    [of(1001, 1001, 0o41777), false],
  ] as const) {
    assert.equal(isSafeAbove(owned, 1000), isSafe, JSON.stringify(owned));
  }
});

it("a browser that was swapped is unpacked again, and never runs", async () => {
  const { executablePath, libraryFolder } = await unpackEmbeddedBrowser(packed);
  const { mtime, atime, size } = statSync(executablePath);
  const marker = join(home.path, "it ran");
  writeFileSync(executablePath, `#!/bin/sh\ntouch '${marker}'\n`.padEnd(size, "\n"));
  utimesSync(executablePath, atime, mtime);
  const found = await unpackEmbeddedBrowser(packed);
  assert.equal(found.executablePath, executablePath);
  const { stdout } = await promisify(execFile)(executablePath, ["--version"], {
    env: { LD_LIBRARY_PATH: libraryFolder },
  });
  assert.match(stdout, /153\./);
  assert.equal(existsSync(marker), false);
});
