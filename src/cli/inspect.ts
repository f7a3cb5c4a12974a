import { basename, dirname, resolve } from "node:path";
import { RequestError } from "../build/request-error.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import {
  formatDiagnostic,
  showControls,
  sortDiagnostics,
} from "../diagnostics/format-diagnostic.ts";
import { FileSystemError, type FileSystemReason, type ListedFile } from "../host/file-system.ts";
import { adviseOnCleaning } from "../inspect/disclosure/cleaning.ts";
import { LARGEST_FILE_BYTES, TOO_LARGE } from "../inspect/inspect-file.ts";
import { refuseLarge } from "../inspect/inspect-in-folder.ts";
import { type Inspection, unsearchedFile } from "../inspect/inspection.ts";
import { isClean, judgeFile, listUnsearched } from "../inspect/verdict.ts";
import { findNearWord } from "../wording/near-word.ts";
import { BoundedInspector } from "./bounded-inspector.ts";
import { describeDisclosure, summariseDisclosure } from "./describe-disclosure.ts";
import { describeEpub } from "./describe-epub.ts";
import { describeOther } from "./describe-other.ts";
import { describePdf } from "./describe-pdf.ts";
import { inspectionForJson } from "./inspection-json.ts";
import { countProblems, exitCodeOf, plural, printJson } from "./report.ts";
import { EXIT, type ExitCode, type Shell } from "./terminal.ts";

export interface InspectOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
  /** Files must be clean: what is not known in them is no less a fault than what tells. */
  readonly strict?: boolean;
}

/** A chapter with one fault often has it a thousand times; so many of a kind are shown. */
const MOST_OF_A_KIND = 3;

/**
 * `handpress inspect`: what each file would tell a stranger, what is in it, its problems, and a
 * verdict as the last line of each. A folder stands for all files below it. Files are inspected one
 * after the other, so that memory does not grow with their number.
 *
 * @throws RequestError where a name is neither, before anything is printed.
 */
export async function runInspect(
  shell: Shell,
  names: readonly string[],
  options: InspectOptions,
): Promise<ExitCode> {
  const listed = await listNamed(shell, names);
  const found: object[] = [];
  let telling = 0;
  let unsearched = 0;
  let faulty = 0;
  let minded = 0;
  let unclean = 0;
  const inspector = new BoundedInspector();
  try {
    for (const [at, file] of listed.entries()) {
      const inspection = await inspectListed(shell, file, inspector);
      if (inspection.disclosure.level === "leak") telling += 1;
      if (listUnsearched(inspection).length > 0) unsearched += 1;
      if (exitCodeOf(inspection.diagnostics) !== EXIT.clean) faulty += 1;
      if (/^(?:notice|warnings)$/.test(judgeFile(inspection))) minded += 1;
      if (!isClean(inspection)) unclean += 1;
      if (options.json) found.push(inspectionForJson(file.name, inspection));
      else {
        if (at > 0 && !options.quiet) shell.terminal.out("\n");
        tellInspection(shell, file.name, inspection, options.quiet === true);
      }
    }
  } finally {
    await inspector.close();
  }
  const counted = options.strict ? unclean : telling + faulty;
  const code = counted > 0 ? EXIT.contentErrors : EXIT.clean;
  if (options.json) printJson(shell, { exitCode: code, files: found });
  else if (names.length !== 1 || listed.length !== 1) {
    const parts = [
      ...(telling === 0 ? [] : [`${telling} tell${telling === 1 ? "s" : ""} something`]),
      ...(unsearched === 0 ? [] : [`${unsearched} not wholly searched`]),
      ...(minded === 0 ? [] : [`${minded} not clean`]),
      ...(telling + unsearched === 0 ? ["none tells on anybody"] : []),
      faulty === 0 ? "none has errors" : `${faulty} with errors`,
    ];
    shell.terminal.out(`\n${plural(listed.length, "file")}: ${parts.join(", ")}.\n`);
  }
  if (unsearched > 0 && !options.json && !options.quiet && !options.strict)
    shell.terminal.note(NOT_SEARCHED_HINT);
  return code;
}

const NOT_SEARCHED_HINT =
  "hint: What was not searched may tell anything. With --strict such a file ends with exit code 1.\n";

/** A file to inspect, as it was named or found in a folder that was named. */
interface NamedFile {
  readonly name: string;
  /** Where it is: as a folder's listing found it, or the absolute path that its name means. */
  readonly where: string | ListedFile;
  /** Of no kind that is inspected, it is passed over: nobody asked for it by name. */
  readonly isInFolder: boolean;
  /** Why it cannot be read, where that is known before. */
  readonly fault?: string;
}

/** A file that is not there is a mistake of the command line, and often a slip of the finger. */
async function listNamed(shell: Shell, names: readonly string[]): Promise<readonly NamedFile[]> {
  const listed: NamedFile[] = [];
  for (const name of names) {
    const path = resolve(shell.cwd, name);
    const found = await shell.fileSystem.stat(path);
    if (found?.kind === "file")
      listed.push({ name, where: path, isInFolder: false, ...faultOf(found.sizeBytes) });
    else if (found?.kind === "folder")
      for (const one of await listFolder(shell, name, path)) listed.push(one);
    else if (found?.kind === "special") {
      throw new RequestError(
        `Unexpected pipe, socket or device \`${name}\`, expected a file or a folder`,
        "It was not opened. Save what it gives to a file, and name that.",
      );
    } else {
      throw new RequestError(
        `Unexpected file \`${name}\`, expected one that is there`,
        await hintName(shell, path),
      );
    }
  }
  return listed;
}

async function listFolder(shell: Shell, name: string, path: string): Promise<readonly NamedFile[]> {
  const { files, unreadable } = await shell.fileSystem.listFiles(path, { enter: () => true });
  const folder = name.replace(/[/\\]+$/, "");
  if (unreadable.some((one) => one.path === ".")) {
    throw new RequestError(
      `Unexpected folder \`${name}\`, expected one that you may read`,
      "Give yourself the right to read the folder and all that is in it, or copy it anew.",
    );
  }
  const found = [
    ...files.map(
      (file): NamedFile => ({
        name: `${folder}/${file.path}`,
        where: file,
        isInFolder: true,
        ...faultOf(file.sizeBytes),
      }),
    ),
    ...unreadable.map(
      (one): NamedFile => ({
        name: `${folder}/${one.path}`,
        where: one.path,
        isInFolder: true,
        fault: FAULTS[one.reason] ?? "it cannot be read",
      }),
    ),
  ];
  if (found.length === 0)
    throw new RequestError(
      `Unexpected empty folder \`${name}\`, expected files`,
      `${WHAT_CAN_BE} Or name a folder that has such files.`,
    );
  return found.sort((one, other) => (one.name < other.name ? -1 : 1));
}

const FAULTS: Partial<Record<FileSystemReason, string>> = {
  outside: "a link that leads out of the folder",
  special: "a pipe, a socket or a device",
};

function faultOf(sizeBytes: number): Pick<NamedFile, "fault"> {
  return sizeBytes > LARGEST_FILE_BYTES ? { fault: TOO_LARGE } : {};
}

async function inspectListed(
  shell: Shell,
  file: NamedFile,
  inspector: BoundedInspector,
): Promise<Inspection> {
  if (file.fault !== undefined) {
    return file.isInFolder ? unsearchedFile(file.fault) : refuseLarge();
  }
  const bytes = await readNamed(shell, file);
  return inspector.inspect({ name: file.name, bytes, isInFolder: file.isInFolder });
}

/** What people inspect, by the names that such files mostly have. */
const INSPECTED =
  /\.(epub|pdf|jpe?g|png|gif|webp|tiff?|hei[cf]|svg|html?|zip|docx?|xlsx|pptx|od[tsp]|mp[34]|mov|m4a)$/i;
const WHAT_CAN_BE =
  "Name a book (EPUB), a PDF, a picture, an office document, a page (HTML) or a ZIP archive.";

async function hintName(shell: Shell, path: string): Promise<string> {
  const folder = dirname(path);
  try {
    const { files } = await shell.fileSystem.listFiles(folder, { enter: () => false });
    const names = files.map((file) => file.path);
    const near = findNearWord(basename(path), names, 3);
    if (near !== undefined) return `Did you mean ${near}?`;
    const others = names.filter((one) => INSPECTED.test(one)).slice(0, 5);
    if (others.length > 0) return `In that folder there is ${others.join(", ")}.`;
  } catch (error) {
    if (!(error instanceof FileSystemError)) throw error;
  }
  return `Check the spelling; the path is taken from the current folder. ${WHAT_CAN_BE}`;
}

async function readNamed({ fileSystem }: Shell, { name, where }: NamedFile): Promise<Uint8Array> {
  try {
    return await fileSystem.readFile(where, LARGEST_FILE_BYTES);
  } catch (error) {
    if (!(error instanceof FileSystemError)) throw error;
    const reason = error.reason === "permission" ? "that you may read" : "that can be read";
    throw new RequestError(`Unexpected file \`${name}\`, expected one ${reason}`);
  }
}

function tellInspection(
  shell: Shell,
  name: string,
  inspection: Inspection,
  isQuiet: boolean,
): void {
  const { facts, disclosure, diagnostics, textOf } = inspection;
  const { terminal } = shell;
  const isWhole = listUnsearched(inspection).length === 0;
  // Of a file that nobody looked into its last line says all.
  const isPassedBy =
    facts.kind === "unknown" && disclosure.topics.every(({ findings }) => findings.every(isUnread));
  const way = adviseOnCleaning(facts.kind, disclosure);
  const told = isPassedBy
    ? []
    : describeDisclosure(
        disclosure,
        isQuiet,
        isWhole && facts.kind !== "text",
        showControls(name),
        way,
      );
  if (told.length > 0) terminal.out(`${told.join("\n")}\n${isQuiet ? "" : "\n"}`);
  if (!isQuiet) terminal.out(`${describeFacts(facts)}\n`);
  const { shown, hidden } = shorten(sortDiagnostics(diagnostics));
  for (const diagnostic of shown) {
    const options = { prefix: `${name}/`, textOf, colour: terminal.colour };
    terminal.note(`${formatDiagnostic(diagnostic, options)}\n\n`);
  }
  if (hidden.length > 0) {
    terminal.note(`And ${hidden.join(", ")}; \`--json\` lists all.\n\n`);
  }
  const isJudged = facts.kind === "epub" || facts.kind === "pdf" || diagnostics.length > 0;
  const problems = diagnostics.length === 0 ? "no problems found" : countProblems(diagnostics);
  const verdict = [saySummary(inspection, isQuiet), ...(isJudged ? [problems] : [])];
  terminal.out(`${showControls(`${name}: ${verdict.join("; ")}`)}.\n`);
}

function isUnread({ code }: { readonly code: string }): boolean {
  return code === "TEL705";
}

/** What a plain text tells is what it says: only a person can judge that. */
function saySummary(inspection: Inspection, isQuiet: boolean): string {
  const { facts, disclosure } = inspection;
  const unsearched = listUnsearched(inspection);
  if (facts.kind === "text" && unsearched.length === 0)
    return disclosure.level === "harmless"
      ? "plain text: it tells what you read in it"
      : "not clean: a text that tells what you read in it, and what is listed";
  return summariseDisclosure(disclosure, unsearched, judgeFile(inspection), isQuiet);
}

function describeFacts(facts: Inspection["facts"]): string {
  if (facts.kind === "epub") return describeEpub(facts);
  return facts.kind === "pdf" ? describePdf(facts) : describeOther(facts);
}

/** The first few of each kind, and how many more there are of which. */
function shorten(diagnostics: readonly Diagnostic[]) {
  const counts = new Map<string, number>();
  const shown = diagnostics.filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= MOST_OF_A_KIND;
  });
  const rest = [...counts].filter(([, count]) => count > MOST_OF_A_KIND);
  const hidden = rest.map(([code, count]) => `${count - MOST_OF_A_KIND} of ${code}`);
  return { shown, hidden };
}
