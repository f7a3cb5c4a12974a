import { basename, dirname, resolve } from "node:path";
import { CurriculumContext } from "../build/curriculum-context.ts";
import type { LoadedCurriculum } from "../build/load/load-curriculum.ts";
import { openVocabulary } from "../build/load/open-vocabulary.ts";
import { RequestError } from "../build/request-error.ts";
import { type ReadFolder, readFolder, type Unchecked } from "../build/verify/read-folder.ts";
import { type RebuiltBooks, rebuildBooks } from "../build/verify/rebuild-books.ts";
import { showControls } from "../diagnostics/format-diagnostic.ts";
import { FileSystemError } from "../host/file-system.ts";
import { RECORD_FILE } from "../provenance/build-record.ts";
import {
  type FoundFolder,
  isHarmless,
  type JudgedFile,
  judgeFolder,
  listHeld,
} from "../provenance/judge-folder.ts";
import type { SetLimits } from "../source/limits.ts";
import { listPersons } from "../wording/trainer-phrase.ts";
import { compileWording, type Wording } from "../wording/wording.ts";
import { quoteWord } from "./command-name.ts";
import {
  describeFiles,
  describeProof,
  describeRebuilt,
  describeVerdict,
} from "./describe-folder.ts";
import { openCurriculum } from "./open-curriculum.ts";
import { withProgress } from "./progress.ts";
import { diagnosticsForJson, printJson, reportDiagnostics } from "./report.ts";
import { tellUnchecked } from "./tell-unchecked.ts";
import { type CommonOptions, EXIT, type ExitCode, type Shell } from "./terminal.ts";

export interface VerifyOptions extends CommonOptions {
  /** Of one's own, where books were made with one. */
  readonly theme?: string;
  readonly browser?: string;
  /** The folder of a curriculum. */
  readonly rebuild?: string;
  /** Limits that are set for this call. */
  readonly limit?: SetLimits;
}

/**
 * `handpress verify`: whether a folder of books is as it was written down, and, with its source,
 * whether the books are what that says. Writes nothing into the folder.
 *
 * @param version of Handpress.
 * @throws RequestError where the folder or the source is none, before anything is printed.
 */
export async function runVerify(
  shell: Shell,
  name: string,
  options: VerifyOptions,
  version: string,
): Promise<ExitCode> {
  const folder = resolve(shell.cwd, name);
  await expectFolder(shell, name, folder);
  const read = await openFolder(shell, name, folder);
  // A book's folder is its language, which whoever built it may have named.
  const record = "found" in read ? (read.found.record ?? []) : [];
  const languages = [...new Set(record.map(({ path }) => path.replace(/\/.*$/, "")))];
  const loaded =
    options.rebuild === undefined
      ? undefined
      : await openSource(shell, options.rebuild, languages, options.limit);
  if (!("found" in read)) return await tellUnchecked(shell, name, folder, read, options);
  const wording = await openWordingFor(shell, read.found);
  const judged = judgeFolder(read.found, (name) => listPersons(wording, name));
  const rebuilt =
    loaded === undefined || read.found.record === undefined
      ? undefined
      : await rebuildFolder(shell, loaded, read.found, judged, options, version);
  const code = endCode(judged, read, rebuilt, loaded !== undefined);
  const told = { folder: name, judged, read, rebuilt, code };
  if (options.json) tellAsJson(shell, told);
  else tellFolder(shell, told, options);
  return code;
}

/** The words by which names speak of people: only where there is a name that somebody chose. */
async function openWordingFor({ fileSystem }: Shell, found: FoundFolder): Promise<Wording> {
  const areKnown = [...found.present.keys()].every((path) => found.sums.has(path));
  return areKnown ? [] : compileWording(await openVocabulary(fileSystem));
}

/** What the record does not know is no book that could be built again: named, so that none slips in. */
async function rebuildFolder(
  shell: Shell,
  loaded: LoadedCurriculum,
  { record = [], present: found, sums }: FoundFolder,
  judged: readonly JudgedFile[],
  options: VerifyOptions,
  version: string,
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
  const context = new CurriculumContext(shell, loaded, { version, browser: options.browser });
  try {
    const { theme } = options;
    const rebuilt = await withProgress(shell.terminal, options, (onBook) =>
      rebuildBooks(context, books, present, { theme, onBook }),
    );
    return { ...rebuilt, files: [...rebuilt.files, ...strange] };
  } finally {
    await context.close();
  }
}

interface Told {
  /** As it was named. */
  readonly folder: string;
  readonly judged: readonly JudgedFile[];
  readonly read: ReadFolder;
  readonly rebuilt: RebuiltBooks | undefined;
  readonly code: ExitCode;
}

function endCode(
  judged: readonly JudgedFile[],
  { diagnostics }: ReadFolder,
  rebuilt: RebuiltBooks | undefined,
  isRebuildWanted: boolean,
): ExitCode {
  if (rebuilt?.browserFault !== undefined) return EXIT.machine;
  const isWhole =
    judged.every(isHarmless) && listHeld(judged).length > 0 && diagnostics.length === 0;
  const isProved =
    !isRebuildWanted || rebuilt?.files.every(({ outcome }) => outcome === "identical") === true;
  return isWhole && isProved ? EXIT.clean : EXIT.contentErrors;
}

function tellFolder(shell: Shell, told: Told, options: VerifyOptions): void {
  const { folder, judged, read, rebuilt } = told;
  const { terminal } = shell;
  const out = (lines: readonly string[]) => {
    if (lines.length > 0) terminal.out(`${lines.join("\n")}\n`);
  };
  const isUnread = read.diagnostics.length > 0;
  const lacksRecord = options.rebuild !== undefined && rebuilt === undefined;
  const verdict = describeVerdict(judged, rebuilt?.files, rebuilt?.browserFault !== undefined);
  const isOtherwiseGood = judged.every(isHarmless) && listHeld(judged).length > 0;
  out([
    isUnread && isOtherwiseGood
      ? "Do not trust this copy yet: its build record cannot be read."
      : lacksRecord && isOtherwiseGood
        ? `${verdict.startsWith("This copy is whole") ? "This copy is whole" : "What is here is unchanged"}, but nothing says how its books were built: they cannot be built again.`
        : verdict,
  ]);
  reportDiagnostics(shell, read.diagnostics, { prefix: `${folder}/` });
  if (read.found.scope !== "") out(["By the SHA256SUMS of the folder above."]);
  out(describeFiles(judged, options.quiet === true));
  if (lacksRecord) {
    out([
      "",
      `Nothing was built again: ${RECORD_FILE}, which says how, is missing. Get it as well.`,
    ]);
  }
  if (rebuilt !== undefined && options.rebuild !== undefined) {
    const shown = rebuilt.files.filter(
      ({ outcome }) => options.quiet !== true || outcome !== "identical",
    );
    if (shown.length > 0) out(describeRebuilt(options.rebuild, shown));
    const { browserFault } = rebuilt;
    if (browserFault !== undefined) {
      const ways = browserFault.details.map((detail) => `  - ${detail}\n`).join("");
      terminal.note(
        `\nhandpress: what takes a browser was not built again, and is not compared. ${browserFault.message}\n${ways}`,
      );
    }
  }
  const { passedOver } = read.found;
  if (passedOver.length > 0) {
    out([
      ...(options.quiet ? [] : [""]),
      `Nothing to open is in these, and systems put them everywhere: ${list(passedOver)}.`,
    ]);
  }
  if (options.quiet) return;
  const isAnyProved = rebuilt?.files.some(({ outcome }) => outcome === "identical") === true;
  const canBeRebuilt = rebuilt === undefined && read.found.record !== undefined;
  out([describeProof(shell.command, read.fingerprint, folder, judged, isAnyProved, canBeRebuilt)]);
}

function list(names: readonly string[]): string {
  const shown = showControls(names.slice(0, 5).join(", "));
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}

function tellAsJson(shell: Shell, { folder, judged, read, rebuilt, code }: Told): void {
  printJson(shell, {
    exitCode: code,
    folder,
    fingerprint: read.fingerprint,
    files: judged,
    passedOver: read.found.passedOver,
    ...(rebuilt === undefined
      ? {}
      : {
          rebuilt: rebuilt.files,
          ...(rebuilt.browserFault === undefined
            ? {}
            : { browser: { problem: rebuilt.browserFault.message } }),
        }),
    diagnostics: diagnosticsForJson(read.diagnostics, { prefix: `${folder}/` }),
  });
}

async function expectFolder({ fileSystem }: Shell, name: string, folder: string): Promise<void> {
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
  { fileSystem }: Shell,
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
  shell: Shell,
  source: string,
  languages: readonly string[],
  limits: SetLimits | undefined,
) {
  const path = resolve(shell.cwd, source);
  if ((await shell.fileSystem.stat(path))?.kind !== "folder") {
    throw new RequestError(
      `Unexpected source \`${source}\`, expected the folder of a curriculum`,
      "It is the folder that the books were built from: the one with their pages.",
    );
  }
  // As a path: a bare word could be the name of a module.
  const { loaded } = await openCurriculum(shell, [`${path}/`], languages, limits);
  if (loaded.pages.length === 0) {
    throw new RequestError(
      `Unexpected source \`${source}\` without a page that can be read, expected the folder of a curriculum`,
      `\`${shell.command} check ${quoteWord(source)}\` says why. It is the folder that the books were built from: the one with their pages.`,
    );
  }
  return loaded;
}
