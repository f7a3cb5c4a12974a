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
  /** Where the local header begins. */
  readonly offset: number;
  /** The name of the local header, where it is not that of the directory. */
  readonly otherName?: string;
}

/** Why an archive or one of its files cannot be read. */
export type ArchiveFault =
  | "no archive"
  | "damaged"
  | "several volumes"
  | "too many files"
  | "too large"
  | "too dense"
  | "encrypted"
  | "unknown compression";

export class ArchiveError extends Error {
  readonly fault: ArchiveFault;
  constructor(fault: ArchiveFault) {
    super(fault);
    this.name = "ArchiveError";
    this.fault = fault;
  }
}
