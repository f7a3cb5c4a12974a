import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { chmod, mkdir, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { extract } from "tar-stream";
import { namePart, removeLeftovers } from "../world/leftovers.ts";
import {
  EMBEDDED_FONTS,
  EMBEDDED_LIBRARIES,
  EMBEDDED_PROGRAM,
  EMBEDDED_VERSION,
  type EmbeddedFile,
} from "./embedded-files.ts";
import { openPrivateCache } from "./private-cache.ts";

/** The browser that comes with Handpress, unpacked. */
export interface EmbeddedBrowser {
  readonly executablePath: string;
  /** For `LD_LIBRARY_PATH`. */
  readonly libraryFolder: string;
  readonly version: string;
}

/**
 * The folder of the package's packed files, or undefined where the package is not installed.
 * We use its files, never its code: that would run whatever lies at `/tmp/chromium`.
 */
export function locateEmbeddedPackage(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
    return join(dirname(dirname(entry)), "bin");
  } catch {
    return undefined;
  }
}

/**
 * Unpacks the embedded browser into the private cache, or finds it there. Every file is compared
 * with the sum that our code pins; a missing, truncated or altered one is unpacked again. Each is
 * written under a temporary name and renamed, so that two processes may do this at once.
 * Throws the file system's error (no space, no permission) or an Error about a wrong sum.
 */
export async function unpackEmbeddedBrowser(packed: string): Promise<EmbeddedBrowser> {
  const folder = await openCacheFolder();
  await unpackProgram(join(packed, "chromium.br"), folder);
  await unpackArchive(join(packed, "al2023.tar.br"), folder, EMBEDDED_LIBRARIES);
  return {
    executablePath: join(folder, EMBEDDED_PROGRAM.path),
    libraryFolder: join(folder, "lib"),
    version: EMBEDDED_VERSION,
  };
}

/** Unpacks the fallback font in the same way; returns its folder. */
export async function unpackFallbackFont(packed: string): Promise<string> {
  const folder = await openCacheFolder();
  await unpackArchive(join(packed, "fonts.tar.br"), folder, EMBEDDED_FONTS);
  return join(folder, "fonts");
}

async function openCacheFolder(): Promise<string> {
  const folder = await openPrivateCache(`browser-${EMBEDDED_VERSION}`);
  const files = [EMBEDDED_PROGRAM, ...EMBEDDED_LIBRARIES, ...EMBEDDED_FONTS];
  // What an unpacking that was killed left behind.
  await removeLeftovers([...new Set(files.map(({ path }) => dirname(join(folder, path))))]);
  return folder;
}

async function unpackProgram(source: string, folder: string): Promise<void> {
  if (await isIntact(folder, EMBEDDED_PROGRAM)) return;
  const path = join(folder, EMBEDDED_PROGRAM.path);
  await replaceFile(path, async (temporary) => {
    const hash = createHash("sha256");
    await pipeline(
      createReadStream(source),
      createBrotliDecompress(),
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          hash.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(temporary, { mode: 0o700 }),
    );
    demandSum(hash.digest("hex"), EMBEDDED_PROGRAM);
  });
  await recordIntact(folder, EMBEDDED_PROGRAM);
}

async function unpackArchive(
  source: string,
  folder: string,
  files: readonly EmbeddedFile[],
): Promise<void> {
  const intact = await Promise.all(files.map((file) => isIntact(folder, file)));
  if (!intact.includes(false)) return;
  const wanted = new Map(files.map((file) => [file.path, file]));
  const archive = extract();
  const unpacking = pipeline(createReadStream(source), createBrotliDecompress(), archive);
  for await (const entry of archive) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of entry as AsyncIterable<Uint8Array>) chunks.push(chunk);
    const file = wanted.get(entry.header.name);
    // Only names of our own list are ever written: a path in an archive cannot lead elsewhere.
    if (file === undefined) continue;
    const bytes = Buffer.concat(chunks);
    demandSum(createHash("sha256").update(bytes).digest("hex"), file);
    await mkdir(dirname(join(folder, file.path)), { recursive: true, mode: 0o700 });
    await replaceFile(join(folder, file.path), (temporary) =>
      writeFile(temporary, bytes, { mode: 0o600 }),
    );
    await recordIntact(folder, file);
    wanted.delete(file.path);
  }
  await unpacking;
  for (const file of wanted.values()) demandSum("nothing", file);
}

async function replaceFile(path: string, write: (temporary: string) => Promise<void>) {
  const temporary = namePart(path);
  try {
    await write(temporary);
    // Else the power could fail between: a name and a size as they should be, and no content.
    const handle = await open(temporary, "r+");
    await handle.sync().finally(() => handle.close());
    await rename(temporary, path);
  } finally {
    await rm(temporary, { force: true });
  }
}

function demandSum(found: string, file: EmbeddedFile): void {
  if (found === file.sha256) return;
  throw new Error(
    `Unexpected SHA-256 ${found} of ${file.path} in @sparticuz/chromium, expected ${file.sha256}`,
  );
}

/**
 * Hashing 200 MB takes longer than printing a short book, so a file that was found good is known
 * again by size, time of change and inode; when any of them differs it is hashed anew.
 */
async function isIntact(folder: string, file: EmbeddedFile): Promise<boolean> {
  const path = join(folder, file.path);
  const identity = await identify(path, file);
  if (identity === undefined) return false;
  const record = await readFile(`${path}.intact`, "utf8").catch(() => "");
  if (record === identity) return true;
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  if (hash.digest("hex") !== file.sha256) return false;
  await recordIntact(folder, file);
  return true;
}

async function recordIntact(folder: string, file: EmbeddedFile): Promise<void> {
  const path = join(folder, file.path);
  if (file.executable) await chmod(path, 0o700);
  const identity = await identify(path, file);
  await replaceFile(`${path}.intact`, (temporary) =>
    writeFile(temporary, identity ?? "", { mode: 0o600 }),
  );
}

async function identify(path: string, file: EmbeddedFile): Promise<string | undefined> {
  const found = await stat(path, { bigint: true }).catch(() => undefined);
  if (found === undefined || !found.isFile()) return undefined;
  return `${file.sha256} ${found.size} ${found.mtimeNs} ${found.ino} ${found.mode}\n`;
}
