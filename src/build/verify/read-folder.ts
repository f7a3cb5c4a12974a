import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import {
  type FileSystem,
  FileSystemError,
  type FileSystemReason,
  type ListedFile,
  type Listing,
} from "../../host/file-system.ts";
import {
  describeLargeRecord,
  RECORD_FILE,
  RECORD_MOST_BYTES,
  readRecord,
} from "../../provenance/build-record.ts";
import { fingerprintFolder } from "../../provenance/folder-fingerprint.ts";
import type { FoundFolder, UnreadState } from "../../provenance/judge-folder.ts";
import { describeLargeSums, readSums, SUMS_MOST_BYTES } from "../../provenance/read-sums.ts";
import type { MadeFile } from "../../provenance/record-schema.ts";
import { SUMS_FILE, type Sums } from "../../provenance/render-sums.ts";
import {
  fileBeside,
  foldName,
  isAtHome,
  isSystemFile,
  isSystemFolder,
  listFoldersOf,
  mostBytesOfSystemFile,
} from "../../provenance/system-files.ts";
import { diagnose } from "../rules.ts";
import { settleNames } from "./settle-names.ts";

/** A folder of books as it lies there, with a list of sums that can be used. */
export interface ReadFolder {
  readonly found: FoundFolder;
  /** Of the folder. */
  readonly fingerprint: string;
  /** What is wrong with the record. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Why a folder cannot be checked: its list of sums is not there, not to be opened, not to be trusted. */
export interface Unchecked {
  readonly reason: "absent" | "closed" | "refused";
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the list of sums, the build record, and every file of a folder. Nothing outside the folder is
 * opened: a name of the list is looked up among the files that were found, never followed.
 *
 * @param folder absolute path.
 * @param scope the part of it to look at, such as `ar/`; empty for all.
 * @throws FileSystemError where the folder itself is gone.
 */
export async function readFolder(
  fileSystem: FileSystem,
  folder: string,
  scope = "",
): Promise<ReadFolder | Unchecked> {
  const top = withoutLinks(await fileSystem.listFiles(folder, { enter: () => false }));
  const list = findNamed(top, SUMS_FILE);
  if (list === undefined) return explainAbsence(top);
  const refuse = (diagnostics: readonly Diagnostic[]) =>
    ({ reason: "refused", diagnostics }) as const;
  if (list.sizeBytes > SUMS_MOST_BYTES) return refuse([describeLargeSums(list.sizeBytes)]);
  const bytes = await attempt(fileSystem, list, SUMS_MOST_BYTES);
  if (bytes === undefined) return { reason: "closed", diagnostics: [describeClosed(SUMS_FILE)] };
  const sums = readSums(bytes);
  if (sums.diagnostics.length > 0) return refuse(sums.diagnostics);
  const record = await openRecord(fileSystem, top);
  const isList = (path: string) => path === list.path;
  const found = await lookAtFiles({ fileSystem, folder, scope, isList }, sums.value, record?.value);
  const diagnostics = record?.diagnostics ?? [];
  return { found, fingerprint: fingerprintFolder(bytes), diagnostics };
}

function explainAbsence({ links = [], unreadable }: Listing): Unchecked {
  if (links.includes(SUMS_FILE))
    return { reason: "refused", diagnostics: [diagnose("EDG002 list", { file: SUMS_FILE })] };
  const closed = unreadable.find(({ path }) => path === SUMS_FILE || path === ".");
  if (closed === undefined) return { reason: "absent", diagnostics: [] };
  return closed.reason === "special"
    ? { reason: "refused", diagnostics: [diagnose("EDG001 special", { file: SUMS_FILE })] }
    : { reason: "closed", diagnostics: [describeClosed(closed.path)] };
}

/** A file at the top by its name, also as a stick or a mail program has written it. */
function findNamed({ files }: Listing, name: string): ListedFile | undefined {
  const named = (wanted: string) => files.find(({ path }) => path.toLowerCase() === wanted);
  const folded = name.toLowerCase();
  return files.find(({ path }) => path === name) ?? named(folded) ?? named(`${folded}.txt`);
}

async function openRecord(fileSystem: FileSystem, top: Listing) {
  const listed = findNamed(top, RECORD_FILE);
  if (listed === undefined) return undefined;
  if (listed.sizeBytes > RECORD_MOST_BYTES) {
    return { value: undefined, diagnostics: [describeLargeRecord()] };
  }
  const bytes = await attempt(fileSystem, listed, RECORD_MOST_BYTES);
  if (bytes === undefined) return undefined;
  const { value, diagnostics } = readRecord(bytes);
  return diagnostics.length > 0 ? { value: undefined, diagnostics } : { value, diagnostics };
}

/** No book is larger: neither its archive nor most sticks can hold that (4 GiB less one). */
const MOST_BOOK_BYTES = 0xffff_ffff;
/** So much is read soon, whatever it is. */
const SMALL_BYTES = 100_000_000;

/** A file that cannot be what was listed need not be read, and might be made to take days. */
function isBeyond(sizeBytes: number, expectedBytes: number | undefined): boolean {
  const isOther = expectedBytes !== undefined && expectedBytes !== sizeBytes;
  return sizeBytes > (isOther ? SMALL_BYTES : MOST_BOOK_BYTES);
}

interface Place {
  readonly fileSystem: FileSystem;
  readonly folder: string;
  readonly scope: string;
  isList(path: string): boolean;
}

async function lookAtFiles(
  { fileSystem, folder, scope, isList }: Place,
  sums: Sums,
  record: readonly MadeFile[] | undefined,
): Promise<FoundFolder> {
  const sizes = new Map((record ?? []).map(({ path, sizeBytes }) => [path, sizeBytes]));
  const known = new Set([...sums.keys(), ...sizes.keys()]);
  const { listing, folders, emptyFolders } = await listScope(fileSystem, folder, scope);
  const nameOf = settleNames(listing, known);
  const passedOver: string[] = [];
  const present = new Map<string, string | undefined>();
  const unreadable = new Map<string, UnreadState>();
  const unlisted: ListedFile[] = [];
  const idle: ListedFile[] = [];
  const there = new Set([...listing.files.map(({ path }) => path), ...folders]);
  for (const file of listing.files) {
    const { path, sizeBytes } = file;
    const name = nameOf(path);
    if (known.has(name)) {
      const isUnread = isBeyond(sizeBytes, sizes.get(name));
      const sum = isUnread ? undefined : await attemptSum(fileSystem, file);
      if (sum === undefined && !isUnread) unreadable.set(name, "closed");
      else present.set(name, sum);
    } else if (isList(path)) continue;
    else if (await isOfTheSystem(fileSystem, file, there)) idle.push(file);
    else unlisted.push(file);
  }
  const links = new Set(listing.links);
  for (const path of links) unreadable.set(nameOf(path), "linked");
  for (const { path, reason } of listing.unreadable) {
    const isBroken = links.has(path) && reason !== "outside";
    if (!isBroken) unreadable.set(nameOf(path), stateOf(reason));
  }
  // Their sums tell only whether one of them is a listed file under another name.
  for (const file of unlisted) {
    const { path, sizeBytes } = file;
    const sum = isBeyond(sizeBytes, undefined) ? undefined : await attemptSum(fileSystem, file);
    present.set(nameOf(path), sum);
  }
  const listed = new Set(sums.values());
  const isHeld = (name: string) => known.has(name) || listed.has(present.get(name) ?? "");
  const held = listing.files.map(({ path }) => path).filter((path) => isHeld(nameOf(path)));
  const homes = new Set([...known, ...held].flatMap(listFoldersOf).map(foldName));
  for (const { path } of idle) {
    if (isAtHome(path, homes)) passedOver.push(path);
    else present.set(nameOf(path), undefined);
  }
  for (const path of emptyFolders) {
    // Of a copy of some of the books, all files of a folder may be missing.
    if ([...known].some((name) => name.startsWith(`${path}/`))) continue;
    if (isSystemFolder(path) && isAtHome(path, homes)) passedOver.push(`${path}/`);
    else present.set(`${path}/`, undefined);
  }
  return { present, passedOver: passedOver.sort(), unreadable, sums, scope, record };
}

function stateOf(reason: FileSystemReason): UnreadState {
  return reason === "outside" || reason === "special" ? reason : "closed";
}

/** What is in a part of a folder, by paths from the folder itself, without links. */
async function listScope(
  fileSystem: FileSystem,
  folder: string,
  scope: string,
): Promise<{
  readonly listing: Listing;
  readonly folders: readonly string[];
  readonly emptyFolders: readonly string[];
}> {
  const folders: string[] = [];
  const listed = await fileSystem.listFiles(folder, {
    enter: (path) => {
      if (!`${path}/`.startsWith(scope) && !scope.startsWith(`${path}/`)) return false;
      folders.push(path);
      return true;
    },
  });
  const { files, links = [], unreadable } = withoutLinks(listed);
  const all = [...files, ...unreadable].map(({ path }) => path);
  const closed = new Set(unreadable.map(({ path }) => path));
  const filled = new Set([...all, ...links, ...folders].flatMap(listFoldersOf));
  const isWithin = (path: string) => path.startsWith(scope);
  return {
    listing: {
      files: files.filter(({ path }) => isWithin(path)),
      links: links.filter(isWithin),
      unreadable: unreadable.filter(({ path }) => isWithin(path)),
    },
    folders,
    emptyFolders: folders.filter(
      (path) => isWithin(path) && !filled.has(path) && !closed.has(path),
    ),
  };
}

/** A link is no file of the folder, also where it leads to one. */
function withoutLinks(listing: Listing): Listing {
  const links = new Set(listing.links);
  return { ...listing, files: listing.files.filter(({ path }) => !links.has(path)) };
}

async function isOfTheSystem(
  fileSystem: FileSystem,
  file: ListedFile,
  there: ReadonlySet<string>,
): Promise<boolean> {
  const beside = fileBeside(file.path);
  if (beside !== undefined && !there.has(beside)) return false;
  const mostBytes = mostBytesOfSystemFile(file.path);
  if (mostBytes === undefined || file.sizeBytes > mostBytes) return false;
  const bytes = await attempt(fileSystem, file, mostBytes);
  return bytes !== undefined && isSystemFile(file.path, bytes);
}

async function attempt(
  fileSystem: FileSystem,
  file: ListedFile,
  mostBytes: number,
): Promise<Uint8Array | undefined> {
  try {
    return await fileSystem.readFile(file, mostBytes);
  } catch (error) {
    if (!(error instanceof FileSystemError)) throw error;
    return undefined;
  }
}

async function attemptSum(fileSystem: FileSystem, file: ListedFile): Promise<string | undefined> {
  try {
    return await fileSystem.hashFile(file);
  } catch (error) {
    if (!(error instanceof FileSystemError)) throw error;
    return undefined;
  }
}

function describeClosed(path: string): Diagnostic {
  return path === SUMS_FILE
    ? diagnose("EDG001 list folder", { file: path })
    : diagnose("EDG001 folder", { file: "" });
}
