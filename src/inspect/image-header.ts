/** What the first bytes of an image tell, without decoding it. */
export interface ImageHeader {
  readonly mediaType: "image/png" | "image/jpeg" | "image/gif" | "image/webp";
  readonly widthPx: number;
  readonly heightPx: number;
  /** Kinds of notes beside the picture: `EXIF`, `XMP`, `IPTC`, `comment`, `text`, `date`. */
  readonly notes: readonly string[];
}

/**
 * Reads the header of a raster image, and the names of the notes in it.
 *
 * @returns undefined where the bytes are none of the four kinds, or end too early.
 */
export function readImageHeader(bytes: Uint8Array): ImageHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (startsWith(bytes, "\u0089PNG\r\n\u001A\n")) return readPng(bytes, view);
    if (startsWith(bytes, "\u00FF\u00D8\u00FF")) return readJpeg(bytes, view);
    if (startsWith(bytes, "GIF8")) return readGif(bytes, view);
    if (startsWith(bytes, "RIFF") && textAt(bytes, 8, 4) === "WEBP") return readWebp(bytes, view);
  } catch (error) {
    // A length that leads beyond the end.
    if (!(error instanceof RangeError)) throw error;
  }
  return undefined;
}

const PNG_NOTES: Readonly<Record<string, string>> = {
  eXIf: "EXIF",
  tEXt: "text",
  zTXt: "text",
  iTXt: "text",
  tIME: "date",
};

/** PNG 3rd edition §5, §11. */
function readPng(bytes: Uint8Array, view: DataView): ImageHeader {
  const notes = new Set<string>();
  for (let at = 8; at + 8 <= bytes.length; ) {
    const note = PNG_NOTES[textAt(bytes, at + 4, 4)];
    if (note !== undefined) notes.add(textAt(bytes, at + 8, 14) === "XML:com.adobe" ? "XMP" : note);
    at += 12 + view.getUint32(at);
  }
  const size = { widthPx: view.getUint32(16), heightPx: view.getUint32(20) };
  return { mediaType: "image/png", ...size, notes: [...notes] };
}

/** JPEG (ITU-T T.81 annex B): segments up to the first that gives the size, and its notes. */
function readJpeg(bytes: Uint8Array, view: DataView): ImageHeader | undefined {
  const notes = new Set<string>();
  let size: { widthPx: number; heightPx: number } | undefined;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) break;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xda || marker === 0xd9) break;
    const length = view.getUint16(at + 2);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) size ??= { heightPx: view.getUint16(at + 5), widthPx: view.getUint16(at + 7) };
    if (marker === 0xe1) notes.add(textAt(bytes, at + 4, 4) === "Exif" ? "EXIF" : "XMP");
    if (marker === 0xed) notes.add("IPTC");
    if (marker === 0xfe) notes.add("comment");
    at += 2 + length;
  }
  return size === undefined ? undefined : { mediaType: "image/jpeg", ...size, notes: [...notes] };
}

/** GIF89a §18, §24. Comments are looked for by their label: blocks are not walked. */
function readGif(bytes: Uint8Array, view: DataView): ImageHeader {
  const size = { widthPx: view.getUint16(6, true), heightPx: view.getUint16(8, true) };
  const notes = textAt(bytes, 0, bytes.length).includes("XMP DataXMP") ? ["XMP"] : [];
  return { mediaType: "image/gif", ...size, notes };
}

/** WebP container (RFC 9649 §2). */
function readWebp(bytes: Uint8Array, view: DataView): ImageHeader | undefined {
  const notes = new Set<string>();
  let size: { widthPx: number; heightPx: number } | undefined;
  const read24 = (at: number) => view.getUint16(at, true) + ((bytes[at + 2] ?? 0) << 16);
  for (let at = 12; at + 8 <= bytes.length; ) {
    const kind = textAt(bytes, at, 4);
    const data = at + 8;
    if (kind === "VP8X") size = { widthPx: read24(data + 4) + 1, heightPx: read24(data + 7) + 1 };
    if (kind === "VP8 ") {
      size ??= {
        widthPx: view.getUint16(data + 6, true) & 0x3fff,
        heightPx: view.getUint16(data + 8, true) & 0x3fff,
      };
    }
    if (kind === "VP8L") {
      const bits = view.getUint32(data + 1, true);
      size ??= { widthPx: (bits & 0x3fff) + 1, heightPx: ((bits >> 14) & 0x3fff) + 1 };
    }
    if (kind === "EXIF" || kind === "XMP ") notes.add(kind.trim());
    const length = view.getUint32(at + 4, true);
    at = data + length + (length % 2);
  }
  return size === undefined ? undefined : { mediaType: "image/webp", ...size, notes: [...notes] };
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return textAt(bytes, 0, text.length) === text;
}

function textAt(bytes: Uint8Array, at: number, length: number): string {
  return new TextDecoder("latin1").decode(bytes.subarray(at, at + length));
}
