import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { CompiledBook } from "../../src/build/make/compile-book.ts";
import { elementsOf } from "../../src/epub/book-plan.ts";
import { nodeFileSystem } from "../../src/host/node-file-system.ts";
import { prepareImage } from "../../src/image/prepare-image.ts";
import { serialise } from "../../src/markup/serialise.ts";
import { listChapters } from "../../src/publication/list-chapters.ts";
import { DEFAULT_LIMITS } from "../../src/source/limits.ts";
import { openWorkshop } from "./workshop.ts";

/** CPU time of this process in milliseconds, all threads. */
async function cpuOf<T>(act: () => Promise<T>): Promise<readonly [T, number]> {
  const start = process.cpuUsage();
  const value = await act();
  const { user, system } = process.cpuUsage(start);
  return [value, (user + system) / 1000];
}

/**
 * What EPUB books cost in CPU time, beside pandoc and epub-gen-memory on the same pages without
 * their pictures, and how memory grows with the number of books. Lines of text.
 *
 * pandoc is used where it is installed. epub-gen-memory is no dependency of ours: where
 * HANDPRESS_BENCH_PACKAGES names a folder in which it is installed, it is loaded from there.
 */
export async function benchEpub(root: string): Promise<readonly string[]> {
  const workshop = await openWorkshop(root);
  const total = { ours: 0, images: 0, pandoc: 0, generator: 0, books: 0 };
  const generate = loadGenerator();
  const hasPandoc = findPandoc();
  // What loading and the first run of each function cost is paid once, by both libraries.
  for (const book of workshop.books) {
    const compiled = await workshop.compile(book);
    await workshop.makeEpub(compiled);
    await generate?.(compiled);
  }
  for (const book of workshop.books) {
    const { images } = await workshop.compile(book);
    const [compiled, reading] = await cpuOf(() => workshop.compile(book, images));
    const [, preparing] = await cpuOf(async () => {
      for (const path of images.keys()) {
        await prepareImage(
          path,
          await nodeFileSystem.readFile(resolve(root, path)),
          DEFAULT_LIMITS,
        );
      }
    });
    const [, writing] = await cpuOf(() => workshop.makeEpub(compiled));
    total.ours += reading + writing;
    total.images += preparing;
    if (hasPandoc) total.pandoc += runPandoc(listTexts(compiled));
    if (generate !== undefined) {
      const [, cost] = await cpuOf(() => generate(compiled));
      total.generator += cost;
    }
    total.books += 1;
  }
  const ratio = (value: number) => (value / total.ours).toFixed(2);
  const each = (total.ours / total.books).toFixed(0);
  const memory = [1, 10, 50].map((count) => [count, peakMemory(root, count)] as const);
  const first = memory[0]?.[1] ?? 1;
  const grown = memory.map(([count, bytes]) => `${count}: ${(bytes / first).toFixed(2)}`);
  return [
    `${total.books} EPUB books; CPU time of one without its pictures = 1.00 (here ${each} ms)`,
    `their pictures            ${ratio(total.images)}`,
    hasPandoc
      ? `pandoc, text alone        ${ratio(total.pandoc)}`
      : "pandoc                    left out: not installed",
    generate === undefined
      ? "epub-gen-memory           left out: HANDPRESS_BENCH_PACKAGES names no folder that has it\n" +
        "                          (npm install --prefix FOLDER epub-gen-memory@1.1.2)"
      : `epub-gen-memory, text     ${ratio(total.generator)}`,
    `peak of memory for so many books in one process  ${grown.join("  ")} (1: ${Math.round(first / 1e6)} MB)`,
  ];

  function listTexts({ publication }: CompiledBook): readonly string[] {
    const paths = listChapters(publication).map(({ path }) => path);
    return workshop.loaded.pages.filter(({ path }) => paths.includes(path)).map(({ body }) => body);
  }
}

function findPandoc(): boolean {
  try {
    execFileSync("pandoc", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** CPU time in milliseconds, as the shell counts it for its children. */
function runPandoc(texts: readonly string[]): number {
  const folder = mkdtempSync(join(tmpdir(), "handpress-bench-"));
  try {
    for (const [at, text] of texts.entries()) {
      writeFileSync(join(folder, `${at}.md`), text.replace(/!\[[^\]]*\]\([^)]*\)|<img[^>]*>/g, ""));
    }
    const names = texts.map((_, at) => `${at}.md`).join(" ");
    const command = `pandoc -f markdown -t epub3 --toc -M title=Book -o book.epub ${names} && times`;
    const said = execFileSync("sh", ["-c", command], {
      cwd: folder,
      stdio: ["ignore", "pipe", "ignore"],
    });
    const children = said.toString().trim().split("\n").at(-1) ?? "";
    return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
      (sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000,
      0,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Generate = (compiled: CompiledBook) => Promise<unknown>;

function loadGenerator(): Generate | undefined {
  const folder = process.env.HANDPRESS_BENCH_PACKAGES;
  if (folder === undefined) return undefined;
  let loaded: { readonly default: (options: object, chapters: object[]) => Promise<unknown> };
  try {
    loaded = createRequire(join(resolve(folder), "package.json"))("epub-gen-memory");
  } catch {
    return undefined;
  }
  return async ({ publication }) => {
    const content = listChapters(publication).map(({ title, body }) => {
      for (const node of elementsOf(body.children.filter((one) => one.type !== "doctype"))) {
        // It would fetch them.
        node.children = node.children.filter(
          (child) => child.type !== "element" || child.tagName !== "img",
        );
      }
      return {
        title,
        content: serialise(body.children.filter((one) => one.type !== "doctype")),
      };
    });
    const { title } = publication;
    return await loaded.default({ title, author: "-", ignoreFailedDownloads: true }, content);
  };
}

/**
 * With one arena of glibc's allocator: with one for each thread, freed images leave gaps that grow
 * for a while, and hide whether anything of ours is kept.
 */
function peakMemory(root: string, count: number): number {
  const script = fileURLToPath(new URL("build-many.ts", import.meta.url));
  const args = ["--import", "tsx", script, root, `${count}`];
  const env = { ...process.env, MALLOC_ARENA_MAX: "1" };
  return Number(execFileSync(process.execPath, args, { env, stdio: ["ignore", "pipe", "ignore"] }));
}
