/** A file of a ZIP archive, as the archive's directory and the file's own header describe it. */
export interface ArchiveEntry {
  /** As written; bytes that are not UTF-8 are read as Latin-1. Never to be used as a path. */
  readonly name: string;
  readonly isUtf8: boolean;
  readonly method: "stored" | "deflated" | "other";
  readonly isEncrypted: boolean;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly crc: number;
  /** Length of the extra field of the local header. */
  readonly extraBytes: number;
  /** The archive's own clock reading, as it stands: no zone, to two seconds. */
  readonly modified: ArchiveTime;
  /** Number of the system that packed it: 0 FAT, 3 Unix, 10 NTFS, 19 macOS (APPNOTE 4.4.2). */
  readonly packedOn: number;
  /** Extra fields of both headers, by number (APPNOTE 4.5). */
  readonly extras: readonly { readonly id: number; readonly data: Uint8Array }[];
  readonly comment: string;
  /** What of its headers no plain archive has, in words. */
  readonly oddities: readonly string[];
  /** Where the local header begins. */
  readonly offset: number;
  /** The name of the local header, where it is not that of the directory. */
  readonly otherName?: string;
}

/** As a clock on a wall shows it. */
export interface ArchiveTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

/** Why an archive or one of its files cannot be read. */
export type ArchiveFault =
  | "noArchive"
  | "damaged"
  | "volumes"
  | "tooMany"
  | "tooLarge"
  | "tooDense"
  | "encrypted"
  | "unknownPacking";

export class ArchiveError extends Error {
  readonly fault: ArchiveFault;
  constructor(fault: ArchiveFault) {
    super(fault);
    this.name = "ArchiveError";
    this.fault = fault;
  }
}
