import { basename, dirname, join, resolve } from "node:path";
import type { LoadedCurriculum } from "../build/load/load-curriculum.ts";
import { openVocabulary } from "../build/load/open-vocabulary.ts";
import type { BuildEvents } from "../build/make/make-books.ts";
import { RequestError } from "../build/request-error.ts";
import { type ReadFolder, readFolder, type Unchecked } from "../build/verify/read-folder.ts";
import type { RebuiltBooks } from "../build/verify/rebuild-books.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { quoteWord } from "../host/command-name.ts";
import { FileSystemError } from "../host/file-system.ts";
import { type Host, withoutCache } from "../host/host.ts";
import { RECORD_FILE } from "../provenance/build-record.ts";
import {
  type FolderMarks,
  type FoundFolder,
  type JudgedFile,
  judgeFolder,
  markFolder,
} from "../provenance/judge-folder.ts";
import { SUMS_FILE } from "../provenance/render-sums.ts";
import { listPersons } from "../wording/trainer-phrase.ts";
import { compileWording, type Wording } from "../wording/wording.ts";
import { loadNamed, type NamedOptions } from "./named-curriculum.ts";

export type { RebuiltBooks, RebuiltFile } from "../build/verify/rebuild-books.ts";
export { RECORD_FILE } from "../provenance/build-record.ts";
export { FILE_STATES, TOLD_STATES, WRONG_STATES } from "../provenance/file-states.ts";
export type { FolderMarks, JudgedFile } from "../provenance/judge-folder.ts";

export interface VerifyRequest extends NamedOptions, BuildEvents {
  /** The folder of the curriculum from which the books are built again; none for no such proof. */
  readonly rebuild?: string | undefined;
  /** Of one's own, where books were made with one. */
  readonly theme?: string | undefined;
}

/** A folder without a list of sums that can be used: nothing is said of any file. */
export interface UncheckedFolder extends Unchecked {
  readonly kind: "unchecked";
  /** Such a list lies in `output` below. */
  readonly isListBelow: boolean;
}

/** What each file of a folder is found to be. */
export interface CheckedFolder {
  readonly kind: "checked";
  /** Of its list of sums. */
  readonly fingerprint: string;
  readonly judged: readonly JudgedFile[];
  readonly marks: FolderMarks;
  /** What systems leave in folders, which holds nothing else. */
  readonly passedOver: readonly string[];
  /** The list is that of the folder above. */
  readonly isPart: boolean;
  readonly hasRecord: boolean;
  /** What is wrong with the record. */
  readonly diagnostics: readonly Diagnostic[];
  /** Where it was wanted and there is a record. */
  readonly rebuilt?: RebuiltBooks;
  /** Nothing is wrong, and what was to be proved is proved. */
  readonly isGood: boolean;
}

/**
 * Whether a folder of books is as it was written down, and, with its source, whether the books are
 * what that says. Writes nothing into the folder.
 *
 * @param name of the folder, taken from the current one.
 * @throws RequestError where the folder or the source is none.
 */
export async function verifyFolder(
  host: Host,
  name: string,
  request: VerifyRequest,
): Promise<UncheckedFolder | CheckedFolder> {
  const folder = resolve(host.cwd, name);
  await expectFolder(host, name, folder);
  const read = await openFolder(host, name, folder);
  const loaded =
    request.rebuild === undefined
      ? undefined
      : await openSource(host, request.rebuild, { ...request, languages: listLanguages(read) });
  if (!("found" in read)) {
    const below = await host.fileSystem.stat(join(folder, "output", SUMS_FILE));
    return { kind: "unchecked", ...read, isListBelow: below?.kind === "file" };
  }
  const { found, fingerprint, diagnostics } = read;
  const wording = await openWordingFor(host, found);
  const judged = judgeFolder(found, (one) => listPersons(wording, one));
  const marks = markFolder(judged);
  const rebuilt =
    loaded === undefined || found.record === undefined
      ? undefined
      : await rebuildFolder(host, loaded, found, judged, request);
  const isProved =
    loaded === undefined || rebuilt?.files.every(({ outcome }) => outcome === "identical") === true;
  return {
    kind: "checked",
    fingerprint,
    judged,
    marks,
    passedOver: found.passedOver,
    isPart: found.scope !== "",
    hasRecord: found.record !== undefined,
    diagnostics,
    ...(rebuilt === undefined ? {} : { rebuilt }),
    isGood: marks.isUnharmed && marks.holdsBooks && diagnostics.length === 0 && isProved,
  };
}

/** A book's folder is its language, which whoever built it may have named. */
function listLanguages(read: ReadFolder | Unchecked): readonly string[] {
  const record = "found" in read ? (read.found.record ?? []) : [];
  return [...new Set(record.map(({ path }) => path.replace(/\/.*$/, "")))];
}

/** The words by which names speak of people: only where there is a name that somebody chose. */
async function openWordingFor({ fileSystem }: Host, found: FoundFolder): Promise<Wording> {
  const areKnown = [...found.present.keys()].every((path) => found.sums.has(path));
  return areKnown ? [] : compileWording(await openVocabulary(fileSystem));
}

/** What the record does not know is no book that could be built again: named, so that none slips in. */
async function rebuildFolder(
  host: Host,
  loaded: LoadedCurriculum,
  { record = [], present: found, sums }: FoundFolder,
  judged: readonly JudgedFile[],
  request: VerifyRequest,
): Promise<RebuiltBooks> {
  // A book under another name is the one whose sum it has.
  const present = new Map(found);
  for (const file of judged) {
    if (file.renamedFrom !== undefined && file.state !== "changed") {
      present.set(file.renamedFrom, file.found);
    }
  }
  const books = record.filter(({ path }) => present.has(path));
  const known = new Set([RECORD_FILE, ...record.map(({ path }) => path)]);
  const strange = [...sums.keys()]
    .filter((path) => present.has(path) && !known.has(path))
    .map((path) => ({
      path,
      outcome: "unmade" as const,
      reasons: [`${RECORD_FILE} does not say how it was built`],
    }));
  // What makes books is loaded only when some are made.
  const { CurriculumContext } = await import("../build/curriculum-context.ts");
  const { rebuildBooks } = await import("../build/verify/rebuild-books.ts");
  // A proof takes nothing from the cache.
  const context = new CurriculumContext(withoutCache(host), loaded, request);
  try {
    const rebuilt = await rebuildBooks(context, books, present, request);
    return { ...rebuilt, files: [...rebuilt.files, ...strange] };
  } finally {
    await context.close();
  }
}

async function expectFolder({ fileSystem }: Host, name: string, folder: string): Promise<void> {
  const found = await fileSystem.stat(folder);
  if (found?.kind === "folder") return;
  if (found === undefined) {
    throw new RequestError(
      `Unexpected folder \`${name}\`, expected one that is there`,
      "It is the folder that has SHA256SUMS in it, such as output.",
    );
  }
  throw new RequestError(
    `Unexpected file \`${name}\`, expected the folder that it is in`,
    (command) => `Type \`${command} verify ${quoteWord(dirname(name))}\`.`,
  );
}

async function openFolder(
  { fileSystem }: Host,
  name: string,
  folder: string,
): Promise<ReadFolder | Unchecked> {
  try {
    const read = await readFolder(fileSystem, folder);
    if ("found" in read || read.reason !== "absent") return read;
    // The folder of one language, beside the list of all.
    const above = await readFolder(fileSystem, dirname(folder), `${basename(folder)}/`);
    return "found" in above ? above : read;
  } catch (error) {
    if (!(error instanceof FileSystemError)) throw error;
    throw new RequestError(`Unexpected folder \`${name}\`, expected one that you may read`);
  }
}

async function openSource(
  host: Host,
  source: string,
  options: NamedOptions,
): Promise<LoadedCurriculum> {
  const path = resolve(host.cwd, source);
  if ((await host.fileSystem.stat(path))?.kind !== "folder") {
    throw new RequestError(
      `Unexpected source \`${source}\`, expected the folder of a curriculum`,
      "It is the folder that the books were built from: the one with their pages.",
    );
  }
  // As a path: a bare word could be the name of a module.
  const { loaded } = await loadNamed(host, [`${path}/`], options);
  if (loaded.pages.length === 0) {
    throw new RequestError(
      `Unexpected source \`${source}\` without a page that can be read, expected the folder of a curriculum`,
      `\`${host.command} check ${quoteWord(source)}\` says why. It is the folder that the books were built from: the one with their pages.`,
    );
  }
  return loaded;
}
