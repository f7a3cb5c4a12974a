import { inflateRawSync, inflateSync } from "node:zlib";
import { findBox, latin1, wholeFile } from "../boxes/read-boxes.ts";
import type { Traces } from "../disclosure/traces.ts";
import { type HeifFile, type HeifItem, readHeif } from "./read-heif.ts";

/** Items that are a picture, or are put together of others. */
const PICTURES = /^(?:hvc1|hev1|av01|avc1|vvc1|jpeg|j2k1|unci|grid|iovl|iden|tmap)$/;
/** What auxiliary pictures show, by a word of their name. */
const AUXILIARY: readonly (readonly [RegExp, shown: string | undefined])[] = [
  // How far it is seen through: nothing beside the picture itself.
  [/alpha|auxid:1$/i, undefined],
  [/depth|disparity|auxid:2$/i, "how far everything was from the camera"],
  [/matte|semantic/i, "outlines of persons"],
  [/gainmap/i, "the light of the scene"],
];
/** Real pictures have one of each kind. */
const MOST_NOTES = 50;
const LONGEST_NOTE_BYTES = 1_000_000;

/** A note within a picture: EXIF as a TIFF file of its own, or a packet of XMP. */
export interface HeifNote {
  readonly kind: "exif" | "xmp";
  readonly bytes: Uint8Array;
}

/** @see HeifNote; without bytes where they are packed in a way that is not known. */
type PackedNote = Pick<HeifNote, "kind"> & { readonly bytes: Uint8Array | undefined };

/** Whether it is built of boxes as HEIC and AVIF are. */
export function isHeif(bytes: Uint8Array): boolean {
  return latin1(bytes, 4, 4) === "ftyp";
}

/**
 * Tells of the pictures within a HEIC or AVIF picture beside the one that is shown: small copies,
 * distances, a film of the moments around it.
 *
 * @returns the notes of the picture, unpacked.
 */
export function traceHeif(traces: Traces, place: string, bytes: Uint8Array): readonly HeifNote[] {
  const film = findBox(bytes, wholeFile(bytes), "mpvd");
  if (film !== undefined)
    traces.add("TEL706", place, "mpvd", `a film, ${film.end - film.start} bytes`);
  const file = readHeif(bytes);
  if (file === undefined) {
    traces.add("TEL705", place, "meta", "its parts cannot be read");
    return [];
  }
  const from = (kind: string) =>
    new Set(file.references.filter((one) => one.kind === kind).map((one) => one.from));
  const small = from("thmb");
  const auxiliary = from("auxl");
  const parts = new Set(
    file.references.filter(({ kind }) => kind === "dimg").flatMap(({ to }) => to),
  );
  let others = 0;
  for (const { id, type, isHidden } of file.items) {
    if (!PICTURES.test(type) || id === file.primary) continue;
    if (small.has(id)) traces.add("TEL708", place, "thumbnail", "");
    else if (auxiliary.has(id)) traceAuxiliary(traces, place, file.auxiliary.get(id) ?? "");
    else if (!parts.has(id) && !isHidden) others += 1;
  }
  if (others > 0)
    traces.add("TEL707", place, "pictures", others === 1 ? "one picture" : `${others} pictures`);
  const notes = file.items.flatMap((item) => readNote(file, item)).slice(0, MOST_NOTES);
  if (notes.some(({ bytes: note }) => note === undefined))
    traces.add("TEL705", place, "notes", "its notes are too large, or packed in an unknown way");
  return notes.filter((note): note is HeifNote => note.bytes !== undefined);
}

function traceAuxiliary(traces: Traces, place: string, name: string): void {
  const known = AUXILIARY.find(([pattern]) => pattern.test(name));
  const shown = known === undefined ? `of a kind that is not known, ${name}` : known[1];
  if (shown !== undefined) traces.add("TEL707", place, name, shown);
}

function readNote(file: HeifFile, item: HeifItem): readonly PackedNote[] {
  if (item.type === "Exif") {
    const written = file.bytesOf(item);
    if (written === undefined) return [{ kind: "exif", bytes: undefined }];
    // Before it stands how many bytes it is to the TIFF header (ISO/IEC 23008-12 annex A.2.1).
    const skipped =
      written.length < 4 ? 0 : new DataView(written.buffer, written.byteOffset).getUint32(0);
    return [{ kind: "exif", bytes: written.subarray(4 + Math.min(skipped, written.length)) }];
  }
  const isXmp = item.type === "mime" && /rdf|xmp|xml/i.test(item.contentType);
  if (!isXmp) return [];
  return [{ kind: "xmp", bytes: unpack(file.bytesOf(item), item.encoding) }];
}

function unpack(bytes: Uint8Array | undefined, encoding: string): Uint8Array | undefined {
  if (bytes === undefined || encoding === "") return bytes;
  for (const inflate of [inflateSync, inflateRawSync]) {
    try {
      return inflate(bytes, { maxOutputLength: LONGEST_NOTE_BYTES });
    } catch {
      // The other way, or none.
    }
  }
  return undefined;
}
