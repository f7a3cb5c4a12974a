import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { extract } from "tar-stream";
import { removeLeftovers } from "../host/leftovers.ts";
import {
  EMBEDDED_FONTS,
  EMBEDDED_LIBRARIES,
  EMBEDDED_PROGRAM,
  EMBEDDED_VERSION,
  type EmbeddedFile,
} from "./embedded-files.ts";
import { isIntact, recordIntact, removeStrangers, replaceFile } from "./intact-files.ts";
import { openPrivateCache, type PrivateCache } from "./private-cache.ts";

/** The browser that comes with Handpress, unpacked. */
export interface EmbeddedBrowser {
  readonly executablePath: string;
  /** For `LD_LIBRARY_PATH`. */
  readonly libraryFolder: string;
  readonly version: string;
  /** What was wrong with the cache. */
  readonly notes?: readonly string[];
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
  const cache = await openCacheFolder();
  const { folder, notes } = cache;
  await unpackProgram(join(packed, "chromium.br"), cache);
  await unpackArchive(join(packed, "al2023.tar.br"), cache, EMBEDDED_LIBRARIES);
  return {
    executablePath: join(folder, EMBEDDED_PROGRAM.path),
    libraryFolder: join(folder, "lib"),
    version: EMBEDDED_VERSION,
    ...(notes.length > 0 ? { notes } : {}),
  };
}

/** Unpacks the fallback font in the same way; returns its folder. */
export async function unpackFallbackFont(packed: string): Promise<string> {
  const cache = await openCacheFolder();
  await unpackArchive(join(packed, "fonts.tar.br"), cache, EMBEDDED_FONTS);
  return join(cache.folder, "fonts");
}

async function openCacheFolder(): Promise<PrivateCache> {
  const cache = await openPrivateCache(`browser-${EMBEDDED_VERSION}`);
  const { folder } = cache;
  const known = [EMBEDDED_PROGRAM, ...EMBEDDED_LIBRARIES, ...EMBEDDED_FONTS].map(
    ({ path }) => path,
  );
  const wasOpen = await removeStrangers(folder, known);
  if (!wasOpen) {
    // What an unpacking that was killed left behind.
    await removeLeftovers([...new Set(known.map((path) => dirname(join(folder, path))))]);
    return cache;
  }
  await rm(folder, { recursive: true });
  await mkdir(folder, { mode: 0o700 });
  const note = `others once wrote to ${folder}: what was in it is gone, and made again`;
  return { ...cache, notes: [...cache.notes, note] };
}

async function unpackProgram(source: string, cache: PrivateCache): Promise<void> {
  if (await isIntact(cache, EMBEDDED_PROGRAM)) return;
  const path = join(cache.folder, EMBEDDED_PROGRAM.path);
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
      createWriteStream(temporary, { mode: 0o700, flags: "wx" }),
    );
    demandSum(hash.digest("hex"), EMBEDDED_PROGRAM);
  });
  await recordIntact(cache, EMBEDDED_PROGRAM);
}

async function unpackArchive(
  source: string,
  cache: PrivateCache,
  files: readonly EmbeddedFile[],
): Promise<void> {
  const intact = await Promise.all(files.map((file) => isIntact(cache, file)));
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
    const path = join(cache.folder, file.path);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await replaceFile(path, (temporary) =>
      writeFile(temporary, bytes, { mode: 0o600, flag: "wx" }),
    );
    await recordIntact(cache, file);
    wanted.delete(file.path);
  }
  await unpacking;
  for (const file of wanted.values()) demandSum("nothing", file);
}

function demandSum(found: string, file: EmbeddedFile): void {
  if (found === file.sha256) return;
  throw new Error(
    `The file ${file.path} in @sparticuz/chromium was changed or damaged: its SHA-256 is ${found}, and must be ${file.sha256}`,
  );
}
