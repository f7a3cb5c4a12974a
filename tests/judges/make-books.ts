import { mkdir, mkdtemp, readdir, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import fc from "fast-check";
import { renderEpub } from "../../src/epub/render-epub.ts";
import { COVER_FONTS } from "../epub/cover-fonts.ts";
import { loadHandout, makeArabicBook, makeImages, makeSampleBook } from "../epub/sample-book.ts";
import { anyCurriculum, type CurriculumFiles } from "../support/any-curriculum.ts";
import { MEMORY, overlayFileSystem } from "../support/overlay-file-system.ts";
import { REPOSITORY, runHandpress } from "../support/run-handpress.ts";
import type { BookGroup, Finding, JudgedBook } from "./judged-book.ts";

/** The books that could be made, and why others could not. */
export interface MadeBooks {
  readonly books: readonly JudgedBook[];
  readonly findings: readonly Finding[];
}

/** Every language, also where a session is missing. */
const BUILD = ["--lang", "all", "--allow-missing"];
export type Format = "epub" | "pdf";

/** Builds a curriculum in every theme and edition. */
export async function buildFolder(
  folder: string,
  group: BookGroup,
  target: string,
  formats: readonly Format[],
): Promise<MadeBooks> {
  const source = resolve(folder);
  const books: JudgedBook[] = [];
  const findings: Finding[] = [];
  for (const theme of await readdir(join(REPOSITORY, "themes"))) {
    const name = `${basename(source)}/${theme}`;
    // Two folders may have one name.
    const output = await mkdtemp(join(target, `${group}-`));
    const made = await runBuild(theme, output);
    if (typeof made === "string") findings.push(describeFailure(group, name, made));
    else {
      for (const path of made) {
        books.push({ name: `${name}/${titleOf(path)}`, path: join(output, path), group });
      }
    }
  }
  return { books, findings };

  /** The books' paths, or why there are none. */
  async function runBuild(theme: string, output: string): Promise<readonly string[] | string> {
    const every = ["--edition", "all", "--theme", theme, "--format", formats.join()];
    const args = ["build", source, ...BUILD, ...every, "--output", output];
    try {
      const { code, note } = await runHandpress(args, { cwd: source });
      const made = await listBooks(output, formats);
      return made.length > 0 ? made : `exit code ${code} and no book: ${note}`;
    } catch (defect) {
      return describeDefect(defect);
    }
  }
}

/** The two sources of `tests/epub/golden` and the folders of `tests/golden`. */
export async function makeGoldenBooks(
  target: string,
  formats: readonly Format[],
): Promise<MadeBooks> {
  const sources = { "one-of-everything": makeSampleBook(), "right-to-left": makeArabicBook() };
  const books: JudgedBook[] = [];
  for (const [name, publication] of Object.entries(formats.includes("epub") ? sources : {})) {
    const images = makeImages("lessons/Walk.PNG");
    const options = { coverFonts: COVER_FONTS };
    const path = join(target, "golden", `${name}.epub`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, await renderEpub(publication, await loadHandout(), images, options));
    books.push({ name: `golden/${name}`, path, group: "golden" });
  }
  const folder = join(REPOSITORY, "tests/golden/books");
  const findings: Finding[] = [];
  for (const name of await readdir(folder)) {
    const made = await buildFolder(join(folder, name), "golden", target, formats);
    books.push(...made.books);
    findings.push(...made.findings);
  }
  return { books, findings };
}

/** Generated curricula: the same seed and count give the same ones, in the same order. */
export function generateCurricula(seed: number, count: number): readonly CurriculumFiles[] {
  return count === 0 ? [] : fc.sample(anyCurriculum, { seed, numRuns: count });
}

/**
 * Builds generated curricula in memory, from Markdown to EPUB, and writes the books. A curriculum
 * gives none to several of them; no more is built once there are `count` books.
 */
export async function buildGenerated(
  curricula: readonly CurriculumFiles[],
  count: number,
  target: string,
): Promise<MadeBooks> {
  const books: JudgedBook[] = [];
  const findings: Finding[] = [];
  const output = `${MEMORY}/output`;
  for (const [number, files] of curricula.entries()) {
    if (books.length >= count) break;
    const name = nameGenerated(number);
    const fileSystem = overlayFileSystem(files);
    const fail = (message: string) =>
      findings.push({ ...describeFailure("generated", name, message), number });
    try {
      // One edition of each, by turns: both would be much of the same.
      const edition = number % 2 === 0 ? "trainer" : "participant";
      const args = [
        "build",
        MEMORY,
        ...BUILD,
        "--format",
        "epub",
        "--edition",
        edition,
        "--output",
        output,
      ];
      const { code, note } = await runHandpress(args, { cwd: MEMORY, fileSystem });
      const made = await fileSystem.memory.listFiles(output, { enter: () => true });
      const epubs = made.files.filter(({ path }) => path.endsWith(".epub"));
      if (epubs.length === 0) fail(`exit code ${code} and no book: ${note}`);
      for (const { path } of epubs) {
        const written = join(target, "generated", name, path);
        await mkdir(dirname(written), { recursive: true });
        await writeFile(written, await fileSystem.readFile(`${output}/${path}`));
        const title = `${name}/${path.slice(0, -".epub".length)}`;
        books.push({ name: title, path: written, group: "generated", number });
      }
    } catch (defect) {
      fail(describeDefect(defect));
    }
  }
  return { books, findings };
}

/** Writes the sources of a generated curriculum, to be built again by hand. */
export async function keepSources(files: CurriculumFiles, folder: string): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

export function nameGenerated(number: number): string {
  return `generated-${String(number).padStart(3, "0")}`;
}

/** A PDF and an EPUB of one book are two. */
function titleOf(path: string): string {
  return path.endsWith(".pdf") ? path : path.slice(0, -".epub".length);
}

async function listBooks(folder: string, formats: readonly Format[]): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return names
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => formats.some((format) => name.endsWith(`.${format}`)))
    .sort();
}

function describeFailure(group: BookGroup, book: string, message: string): Finding {
  return { judge: "Handpress", severity: "fatal", group, book, document: "", message };
}

function describeDefect(defect: unknown): string {
  return defect instanceof Error ? (defect.stack ?? defect.message) : String(defect);
}
