import { CurriculumContext } from "../../src/build/curriculum-context.ts";
import { loadCurriculum } from "../../src/build/load/load-curriculum.ts";
import type { BuildRequest } from "../../src/build/request.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import type { FileSystem } from "../../src/host/file-system.ts";
import { MEMORY, overlayFileSystem } from "../support/overlay-file-system.ts";

export const CACHE = `${MEMORY}/cache`;
const OUTPUT = `${MEMORY}/c/output`;

const DOT =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";
const OTHER_DOT =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

export const dot = (): Uint8Array => Buffer.from(DOT, "base64");
export const otherDot = (): Uint8Array => Buffer.from(OTHER_DOT, "base64");

function session(name: string, body: string, more = ""): string {
  return `---\ntitle: Session ${name}\nlayout: page\npermalink: /${name}/\n${more}---\n${body}\n`;
}

function module(name: string, sessions: readonly string[], body = "What it is about."): string {
  const items = sessions.map((one) => `  - {name: "${one}", url: "/${one}/"}\n`).join("");
  return `---\ntitle: Module ${name}\nlayout: module\npermalink: /${name}/\nactivity:\n${items}---\n${body}\n`;
}

/** Two modules that share the session `two`, with a picture, links between them, and a translation. */
export function sampleFiles(): Readonly<Record<string, string | Uint8Array>> {
  return {
    "c/handpress.yaml": "title: Sample\nformats: epub\n",
    "c/en/a.md": module("a", ["one", "two"]),
    "c/en/b.md": module("b", ["two", "three"]),
    "c/en/one.md": session("one", "First. See [three](/three/) and [b](/b/)."),
    "c/en/two.md": session("two", "Shared. ![A dot](../dot.png)"),
    "c/en/three.md": session("three", "Third, with **no** picture."),
    "c/es/a.md": module("a", ["one"]).replace("Module a", "Módulo a"),
    "c/dot.png": dot(),
  };
}

export interface Built {
  /** Sums of books by path in the output folder, in their order. */
  readonly books: Readonly<Record<string, string>>;
  /** The list of sums, and the record. */
  readonly record: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** Books that were really made or taken from the cache: their files were written. */
  readonly written: readonly string[];
}

export type SampleFiles = ReturnType<typeof overlayFileSystem>;

/** A program of its own over these files: nothing is known but what the cache holds. */
async function openProgram(fileSystem: FileSystem, { cache = true, tool = "tool 1" }) {
  const host = {
    fileSystem,
    cwd: `${MEMORY}/c`,
    command: "handpress",
    toolIdentity: tool,
    ...(cache ? { cacheFolder: CACHE } : {}),
  };
  const loaded = await loadCurriculum(host, `${MEMORY}/c`, "");
  return new CurriculumContext(host, loaded, { version: "0.0.0-test" });
}

/** What a check of everything says, and which pictures were read for it. */
export async function checkSample(fileSystem: SampleFiles, { cache = true } = {}) {
  const read: string[] = [];
  const noting: FileSystem = {
    ...fileSystem,
    readFile: (where, mostBytes) => {
      const path = typeof where === "string" ? where : where.path;
      if (path.endsWith(".png")) read.push(path);
      return fileSystem.readFile(where, mostBytes);
    },
  };
  const context = await openProgram(noting, { cache });
  try {
    return { diagnostics: (await context.check()).diagnostics, read };
  } finally {
    await context.close();
  }
}

export async function buildSample(
  fileSystem: SampleFiles,
  { cache = true, tool = "tool 1", request = {} as BuildRequest } = {},
): Promise<Built> {
  const written: string[] = [];
  const noting: FileSystem = {
    ...fileSystem,
    writeFile: (path, bytes, within) => {
      if (path.endsWith(".epub")) written.push(path.slice(OUTPUT.length + 1));
      return fileSystem.writeFile(path, bytes, within);
    },
  };
  const context = await openProgram(noting, { cache, tool });
  try {
    const { built, diagnostics } = await context.build({ language: "all", ...request });
    const files = built.flatMap((one) => one.files);
    const read = (name: string) =>
      new TextDecoder().decode(fileSystem.memory.files.get(`${OUTPUT}/${name}`));
    return {
      books: Object.fromEntries(
        files.map(({ path, sha256 }) => [path.slice(OUTPUT.length + 1), sha256]),
      ),
      record: [read("SHA256SUMS"), read("handpress-record.json")],
      diagnostics,
      written: written.sort(),
    };
  } finally {
    await context.close();
  }
}

export function openSample(
  files: Readonly<Record<string, string | Uint8Array>> = sampleFiles(),
): SampleFiles {
  return overlayFileSystem(files);
}

/** What is in the cache, by its path there. */
export function listCache({ memory }: SampleFiles): readonly string[] {
  return [...memory.files.keys()]
    .filter((path) => path.startsWith(`${CACHE}/`))
    .map((path) => path.slice(CACHE.length + 1));
}
