import { buildCurriculum, type Curriculum } from "../../curriculum/curriculum.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import {
  type FileSystem,
  FileSystemError,
  type FileSystemReason,
  type ListedFile,
} from "../../host/file-system.ts";
import type { Host } from "../../host/host.ts";
import { composeText } from "../../language/text-form.ts";
import { RECORD_FILE } from "../../provenance/build-record.ts";
import { SUMS_FILE } from "../../provenance/render-sums.ts";
import {
  CONFIGURATION_FILE,
  CONFIGURATION_MOST_BYTES,
  type Configuration,
  readConfiguration,
} from "../../source/configuration.ts";
import { describeMisnamed } from "../../source/configuration-diagnostics.ts";
import type { SetLimits } from "../../source/limits.ts";
import type { Page, SourceFile } from "../../source/page.ts";
import { isPagePath, readPages } from "../../source/pages.ts";
import { describeOversize } from "../../source/source-text.ts";
import type { Vocabulary } from "../../wording/vocabulary.ts";
import { compileWording, type Wording } from "../../wording/wording.ts";
import { mapAtOnce } from "../map-at-once.ts";
import { diagnose } from "../rules.ts";
import { CATALOGUE_MOST_BYTES, isCataloguePath } from "./catalogue-paths.ts";
import { doubtLicence } from "./doubt-licence.ts";
import type { Translations } from "./load-translations.ts";
import { openVocabulary } from "./open-vocabulary.ts";

/** A whole file of `themes/handout/strings` has 9 kB. */
const STRINGS_MOST_BYTES = 100_000;

/** A disk is quicker when it is asked for some files at once. */
const FILES_AT_ONCE = 16;

/** A curriculum, read and linked; bodies are still Markdown. */
export interface LoadedCurriculum {
  /** Absolute path. */
  readonly root: string;
  /** Stands before the files in messages. */
  readonly prefix: string;
  readonly configuration: Configuration;
  /** By which words its pages say what a part of them is: the product's, and its own. */
  readonly vocabulary: readonly Vocabulary[];
  readonly wording: Wording;
  /** Its files `strings/TAG.yaml`: what its books say of themselves. */
  readonly strings: readonly SourceFile[];
  readonly pages: readonly Page[];
  readonly curriculum: Curriculum;
  /** Where it has catalogues. */
  readonly translations?: Translations;
  /** Every file inside the curriculum, as a path from its root. */
  readonly files: readonly string[];
  /** One of `files`, to read it. */
  find(file: string): ListedFile | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** The path of handpress.yaml inside the curriculum, where there is one. */
  readonly configurationPath?: string;
  /** What lies in the file of a page, of words, or of the configuration. */
  bytesOf(file: string): Uint8Array | undefined;
  /** The text of a page, or of the configuration, in the form in which places count. */
  textOf(file: string): string | undefined;
  /** The same as its author wrote it, for the excerpts of messages. */
  writtenOf(file: string): string | undefined;
  /** Reads the folder again, as it is now. */
  reload(): Promise<LoadedCurriculum>;
}

/**
 * Reads the folder. Bad files are diagnostics; the rest is there.
 *
 * @param asked tags of the languages that books are wanted in.
 * @param limits that whoever builds has set.
 */
export async function loadCurriculum(
  host: Host,
  root: string,
  prefix: string,
  asked: readonly string[] = [],
  limits: SetLimits = {},
): Promise<LoadedCurriculum> {
  const { fileSystem } = host;
  const diagnostics: Diagnostic[] = [];
  const unopened: string[] = [];
  const report = (diagnostic: Diagnostic) => {
    diagnostics.push(diagnostic);
    unopened.push(diagnostic.place.file);
  };
  const listing = await fileSystem.listFiles(root, { enter: isEntered });
  for (const { path, reason } of listing.unreadable) report(reportUnreadable(path, reason));

  const take = (read: SourceFile | Diagnostic): SourceFile[] => {
    if ("bytes" in read) return [read];
    report(read);
    return [];
  };

  const present = leaveOutProducts(listing.files);
  const listed = new Map(present.map((one) => [one.path, one]));
  const paths = [...listed.keys()];
  // With translations in `content.ar/`, the root is the folder that holds `content/`, too.
  const configurationPath = [CONFIGURATION_FILE, `content/${CONFIGURATION_FILE}`].find((path) =>
    paths.includes(path),
  );
  const configurationFile = listed.get(configurationPath ?? "");
  const [configured] =
    configurationFile === undefined
      ? []
      : take(await readBounded(fileSystem, configurationFile, CONFIGURATION_MOST_BYTES));
  const configuration = readConfiguration(configured, limits);
  for (const one of configuration.diagnostics) diagnostics.push(one);
  for (const one of await doubtLicence(configuration.value)) diagnostics.push(one);
  const misnamed = configurationPath === undefined ? describeMisnamed(paths) : [];
  for (const one of misnamed) diagnostics.push(one);
  const isUnderstood =
    configurationFile === undefined
      ? misnamed.length === 0
      : configured !== undefined &&
        configuration.diagnostics.every(({ severity }) => severity !== "error");

  const strings: SourceFile[] = [];
  for (const one of present.filter(({ path }) => isStringsPath(path, configurationPath))) {
    for (const file of take(await readBounded(fileSystem, one, STRINGS_MOST_BYTES))) {
      strings.push(file);
    }
  }

  const { pageBytes } = configuration.value.limits;
  const read = await mapAtOnce(
    present.filter(({ path }) => isPagePath(path)),
    FILES_AT_ONCE,
    (one) => readBounded(fileSystem, one, pageBytes, "page"),
  );
  const files = read.flatMap(take);
  const vocabulary = [...(await openVocabulary(fileSystem)), ...configuration.value.vocabulary];
  const wording = compileWording(vocabulary);
  const pages = readPages(files, configuration.value, wording, unopened);
  const link = (linked: readonly Page[]) =>
    buildCurriculum(linked, paths, configuration.value, pages.unreadable, asked);
  const written = link(pages.value);
  const catalogues = (
    await mapAtOnce(
      present.filter(({ path }) => isCataloguePath(path)),
      FILES_AT_ONCE,
      (one) => readBounded(fileSystem, one, CATALOGUE_MOST_BYTES),
    )
  ).flatMap(take);
  const translations =
    catalogues.length === 0
      ? undefined
      : await translate(catalogues, written.value, configuration.value, wording);
  const translated = [...(translations?.editions.values() ?? [])].flatMap((one) => one.pages);
  const curriculum = translated.length === 0 ? written : link([...pages.value, ...translated]);
  for (const one of pages.diagnostics) diagnostics.push(one);
  for (const one of translations?.diagnostics ?? []) diagnostics.push(one);
  const linking =
    translated.length === 0 ? curriculum.diagnostics : withoutRepeats(curriculum.diagnostics);
  for (const one of linking) diagnostics.push(one);
  if (pages.value.length === 0 && diagnostics.length === 0)
    diagnostics.push(diagnose("EDG003", { file: "" }, { command: host.command }));

  const bytes = new Map<string, SourceFile>();
  const composed = translated.map((page) => ({ path: page.path, bytes: bytesOfPage(page) }));
  for (const one of [
    ...files,
    ...catalogues,
    ...composed,
    ...(configured ? [configured] : []),
    ...strings,
  ]) {
    // Of two names that are one in another form of Unicode, the first is the page.
    if (!bytes.has(one.path)) bytes.set(one.path, one);
  }
  // Problems come sorted by file, often many of one.
  let last: { readonly path: string; readonly text: string } | undefined;
  const writtenOf = (path: string) => {
    if (last?.path === path) return last.text;
    const file = bytes.get(path);
    last = file && { path, text: new TextDecoder().decode(file.bytes) };
    return last?.text;
  };
  return {
    root,
    prefix,
    // Who wrote something that is not understood may have written that nothing is to be kept.
    configuration: isUnderstood ? configuration.value : { ...configuration.value, cache: false },
    vocabulary,
    wording,
    strings,
    pages: curriculum.value.pages,
    curriculum: curriculum.value,
    ...(translations === undefined ? {} : { translations }),
    files: paths,
    find: (path) => listed.get(path),
    diagnostics,
    ...(configured === undefined ? {} : { configurationPath: configured.path }),
    bytesOf: (path) => bytes.get(path)?.bytes,
    textOf: (path) => {
      const written = writtenOf(path);
      return written === undefined ? undefined : composeText(written);
    },
    writtenOf,
    reload: () => loadCurriculum(host, root, prefix, asked, limits),
  };
}

/** What reads the texts of pages is loaded only where there are catalogues. */
async function translate(
  files: readonly SourceFile[],
  curriculum: Curriculum,
  configuration: Configuration,
  wording: Wording,
): Promise<Translations> {
  const { loadTranslations } = await import("./load-translations.ts");
  return loadTranslations(files, curriculum, configuration, wording);
}

/** A page that a catalogue translates, as bytes that say everything of it that a book shows. */
function bytesOfPage({ header, body, translation }: Page): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ header, body, translation }));
}

/** A translated page has the links of its source: what is wrong with them is told once. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, place, message }) => {
    const key = JSON.stringify([code, place, message]);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** What is too large is told and never read. */
async function readBounded(
  fileSystem: FileSystem,
  listed: ListedFile,
  mostBytes: number,
  limit?: "page",
): Promise<SourceFile | Diagnostic> {
  // macOS writes accents apart from their letters; links are compared in one form.
  const path = composeText(listed.path);
  if (listed.sizeBytes > mostBytes) {
    return describeOversize(path, listed.sizeBytes, mostBytes, limit);
  }
  try {
    return { path, bytes: await fileSystem.readFile(listed, mostBytes) };
  } catch (error) {
    if (!(error instanceof FileSystemError)) throw error;
    return reportUnreadable(path, error.reason);
  }
}

/**
 * Without what earlier builds have written into the folder: books lie beside their record, or in a
 * folder of their language there. So the second build finds what the first one found.
 */
function leaveOutProducts(files: readonly ListedFile[]): readonly ListedFile[] {
  const folders = files
    .map(({ path }) => path.split("/"))
    .filter((parts) => parts.at(-1) === RECORD_FILE)
    .map((parts) => parts.slice(0, -1).join("/"));
  return files.filter(({ path }) => {
    const parts = path.split("/");
    const isBook = /\.(pdf|epub)$/.test(path);
    const isNote = [RECORD_FILE, SUMS_FILE].includes(parts.at(-1) ?? "");
    const isIn = (depth: number) => folders.includes(parts.slice(0, -depth).join("/"));
    return !((isNote && isIn(1)) || (isBook && (isIn(1) || isIn(2))));
  });
}

/** A file of words, in the folder `strings` beside handpress.yaml. */
function isStringsPath(path: string, configurationPath = CONFIGURATION_FILE): boolean {
  const folder = `${configurationPath.slice(0, -CONFIGURATION_FILE.length)}strings/`;
  return path.startsWith(folder) && /^[^/]+\.yaml$/.test(path.slice(folder.length));
}

/** Folders of programs are not looked into: what lies there is nobody's page. */
function isEntered(folder: string): boolean {
  const name = folder.split("/").at(-1) ?? "";
  return !name.startsWith(".") && name !== "node_modules" && name !== "_site";
}

function reportUnreadable(path: string, reason: FileSystemReason): Diagnostic {
  const place = { file: composeText(path) };
  if (reason === "outside") return diagnose("EDG002 curriculum", place);
  if (reason === "special") return diagnose("EDG004", place);
  return diagnose(`EDG001 ${reason === "permission" ? reason : "other"}`, place);
}
