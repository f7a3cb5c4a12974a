import { join } from "node:path";
import type { Diagnostic, Place } from "../../diagnostics/diagnostic.ts";
import { type FileSystem, FileSystemError } from "../../host/file-system.ts";
import {
  describeLargeRecord,
  RECORD_FILE,
  RECORD_MOST_BYTES,
  readRecord,
  renderRecord,
} from "../../provenance/build-record.ts";
import { fingerprintFolder } from "../../provenance/folder-fingerprint.ts";
import { type BeforeBuild, mergeBuild } from "../../provenance/merge-build.ts";
import { describeLargeSums, readSums, SUMS_MOST_BYTES } from "../../provenance/read-sums.ts";
import type { MadeFile } from "../../provenance/record-schema.ts";
import { renderSums, SUMS_FILE } from "../../provenance/render-sums.ts";
import { reportWrite } from "../make/write-book.ts";
import { diagnose } from "../rules.ts";
import { checksumOf } from "./checksum.ts";

/** What was written down of a build. */
export interface RecordedBuild {
  /** Of the folder; absent where nothing could be written down. */
  readonly fingerprint?: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly machineFault: boolean;
}

/**
 * The last step of a build: reads the record and the sums that lie in its output folder, adds its
 * own, and writes both. Of two builds at once the second waits, and finds what the first has written.
 *
 * @param within a folder that no link on the way may lead out of.
 *
 * Adds OUT001 where they cannot be written, OUT003 for earlier ones that cannot be read, OUT004 for
 * files of earlier builds that somebody has changed.
 */
export async function recordBuild(
  fileSystem: FileSystem,
  output: string,
  made: readonly MadeFile[],
  within?: string,
): Promise<RecordedBuild> {
  const sumsPath = join(output, SUMS_FILE);
  const encoder = new TextEncoder();
  try {
    return await fileSystem.withLock(sumsPath, async () => {
      const { before, diagnostics } = await readOutput(fileSystem, output, made);
      const { files, sums, changed } = mergeBuild(before, made);
      const record = encoder.encode(renderRecord(files));
      const list = encoder.encode(
        renderSums(new Map([...sums, [RECORD_FILE, checksumOf(record)]])),
      );
      await fileSystem.writeFile(join(output, RECORD_FILE), record, within);
      await fileSystem.writeFile(sumsPath, list, within);
      return {
        fingerprint: fingerprintFolder(list),
        diagnostics: [
          ...diagnostics,
          ...changed.map((path) => diagnose("OUT004", placeIn(output, path))),
        ],
        machineFault: false,
      };
    });
  } catch (error) {
    if (!(error instanceof FileSystemError)) throw error;
    const diagnostics = [reportWrite(sumsPath, error)];
    return { diagnostics, machineFault: error.reason === "full" };
  }
}

async function readOutput(
  fileSystem: FileSystem,
  output: string,
  made: readonly MadeFile[],
): Promise<{ readonly before: BeforeBuild; readonly diagnostics: readonly Diagnostic[] }> {
  const top = await fileSystem.listFiles(output, { enter: () => false });
  const read = async <Value>(
    name: string,
    mostBytes: number,
    parse: (bytes: Uint8Array) => { value: Value; diagnostics: readonly Diagnostic[] },
    large: (sizeBytes: number) => Diagnostic,
  ) => {
    const listed = top.files.find(({ path }) => path === name);
    if (listed === undefined) return undefined;
    if (listed.sizeBytes > mostBytes) return { diagnostic: large(listed.sizeBytes) };
    const { value, diagnostics } = parse(await fileSystem.readFile(listed, mostBytes));
    const [diagnostic] = diagnostics;
    return diagnostic === undefined ? { value } : { diagnostic };
  };
  const record = await read(RECORD_FILE, RECORD_MOST_BYTES, readRecord, describeLargeRecord);
  const sums = await read(SUMS_FILE, SUMS_MOST_BYTES, readSums, describeLargeSums);
  const files = record?.value ?? [];
  const present = await sumPresent(fileSystem, output, [...files, ...made]);
  const unread = [record?.diagnostic, sums?.diagnostic].filter((one) => one !== undefined);
  return {
    before: { files, sums: sums?.value ?? new Map(), present },
    diagnostics: unread.map(({ message, place }) =>
      diagnose("OUT003", placeIn(output, place.file), { message }),
    ),
  };
}

/** Only folders that the files are in are looked into: an output may be anybody's home folder. */
async function sumPresent(
  fileSystem: FileSystem,
  output: string,
  files: readonly MadeFile[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Set(files.map(({ path }) => path));
  const enter = (folder: string) => [...wanted].some((path) => path.startsWith(`${folder}/`));
  const listing = await fileSystem.listFiles(output, { enter });
  const present = new Map<string, string>();
  for (const file of listing.files) {
    if (wanted.has(file.path)) present.set(file.path, await fileSystem.hashFile(file));
  }
  return present;
}

function placeIn(output: string, path: string): Place {
  return { file: join(output, path).replaceAll("\\", "/") };
}
