import { basename, dirname, resolve } from "node:path";
import { RequestError } from "../build/request-error.ts";
import { FileSystemError, type FileSystemReason, type ListedFile } from "../host/file-system.ts";
import type { Host } from "../host/host.ts";
import { adviseOnCleaning } from "../inspect/disclosure/cleaning.ts";
import { LARGEST_FILE_BYTES, TOO_LARGE } from "../inspect/inspect-file.ts";
import { refuseLarge } from "../inspect/inspect-in-folder.ts";
import { type Inspection, unsearchedFile } from "../inspect/inspection.ts";
import {
  isClean,
  judgeFile,
  listUnsearched,
  type Unsearched,
  type Verdict,
} from "../inspect/verdict.ts";
import { findNearWord } from "../wording/near-word.ts";
import { BoundedInspector } from "./bounded-inspector.ts";

export type {
  Disclosure,
  FindingGroup,
  TopicVerdict,
} from "../inspect/disclosure/judge-findings.ts";
export { type Level, TOPICS, type Topic } from "../inspect/disclosure/privacy-rule.ts";
export type { AccessibilityFacts } from "../inspect/epub/accessibility-facts.ts";
export type { ContentsFact, EpubFacts, MetadataFact } from "../inspect/epub/epub-facts.ts";
export type { BundleFile } from "../inspect/facts.ts";
export type { Inspection } from "../inspect/inspection.ts";
export type { PdfFacts } from "../inspect/pdf/pdf-facts.ts";
export type { Unsearched, Verdict } from "../inspect/verdict.ts";

/** A file, what is in it, and what can be said of it as a whole. */
export interface InspectedFile extends Inspection {
  /** As it was named, or the named folder with the way from there. */
  readonly name: string;
  readonly verdict: Verdict;
  /** Nothing is to be minded. */
  readonly isClean: boolean;
  readonly unsearched: readonly Unsearched[];
  /** How it can be cleaned, where there is something to clean. */
  readonly cleaning: string | undefined;
}

/**
 * Inspects files one after the other, so that memory does not grow with their number. A folder stands
 * for all files below it.
 *
 * @throws RequestError where a name is neither, before the first file is inspected.
 */
export async function* inspectFiles(
  host: Host,
  names: readonly string[],
): AsyncGenerator<InspectedFile> {
  const listed: NamedFile[] = [];
  for (const name of names) for (const one of await listNamed(host, name)) listed.push(one);
  const inspector = new BoundedInspector();
  try {
    for (const file of listed) {
      const inspection = await inspectListed(host, file, inspector);
      yield {
        ...inspection,
        name: file.name,
        verdict: judgeFile(inspection),
        isClean: isClean(inspection),
        unsearched: listUnsearched(inspection),
        cleaning: adviseOnCleaning(inspection.facts.kind, inspection.disclosure),
      };
    }
  } finally {
    await inspector.close();
  }
}

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
async function listNamed(host: Host, name: string): Promise<readonly NamedFile[]> {
  const path = resolve(host.cwd, name);
  const found = await host.fileSystem.stat(path);
  if (found?.kind === "file")
    return [{ name, where: path, isInFolder: false, ...faultOf(found.sizeBytes) }];
  if (found?.kind === "folder") return await listFolder(host, name, path);
  if (found?.kind === "special") {
    throw new RequestError(
      `Unexpected pipe, socket or device \`${name}\`, expected a file or a folder`,
      "It was not opened. Save what it gives to a file, and name that.",
    );
  }
  throw new RequestError(
    `Unexpected file \`${name}\`, expected one that is there`,
    await hintName(host, path),
  );
}

async function listFolder(
  { fileSystem }: Host,
  name: string,
  path: string,
): Promise<readonly NamedFile[]> {
  const { files, unreadable } = await fileSystem.listFiles(path, { enter: () => true });
  const folder = name.replace(/[/\\]+$/, "");
  if (unreadable.some((one) => one.path === ".")) {
    throw new RequestError(
      `Unexpected folder \`${name}\`, expected one that you may read`,
      "Give yourself the right to read the folder and all that is in it, or copy it anew.",
    );
  }
  const found = [
    ...files.map((file) => ({ path: file.path, where: file, ...faultOf(file.sizeBytes) })),
    ...unreadable.map((one) => ({
      path: one.path,
      where: one.path,
      fault: FAULTS[one.reason] ?? "it cannot be read",
    })),
  ].map(({ path: way, ...file }) => ({ ...file, name: `${folder}/${way}`, isInFolder: true }));
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
  host: Host,
  { name, where, isInFolder, fault }: NamedFile,
  inspector: BoundedInspector,
): Promise<Inspection> {
  if (fault !== undefined) return isInFolder ? unsearchedFile(fault) : refuseLarge();
  return inspector.inspect({ name, bytes: await readNamed(host, name, where), isInFolder });
}

async function readNamed(
  { fileSystem }: Host,
  name: string,
  where: string | ListedFile,
): Promise<Uint8Array> {
  try {
    return await fileSystem.readFile(where, LARGEST_FILE_BYTES);
  } catch (error) {
    if (!(error instanceof FileSystemError)) throw error;
    const reason = error.reason === "permission" ? "that you may read" : "that can be read";
    throw new RequestError(`Unexpected file \`${name}\`, expected one ${reason}`);
  }
}

/** What people inspect, by the names that such files mostly have. */
const INSPECTED =
  /\.(epub|pdf|jpe?g|png|gif|webp|tiff?|hei[cf]|svg|html?|zip|docx?|xlsx|pptx|od[tsp]|mp[34]|mov|m4a)$/i;
const WHAT_CAN_BE =
  "Name a book (EPUB), a PDF, a picture, an office document, a page (HTML) or a ZIP archive.";

async function hintName({ fileSystem }: Host, path: string): Promise<string> {
  try {
    const { files } = await fileSystem.listFiles(dirname(path), { enter: () => false });
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
