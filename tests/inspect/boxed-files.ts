/** A box: how long it is, its type, what is in it (ISO/IEC 14496-12 §4.2). */
export function box(type: string, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([number(4, 8 + content.length), text(type), content]);
}

/** @param bytes 1, 2 or 4. */
export function number(bytes: 1 | 2 | 4, value: number): Buffer {
  const written = Buffer.alloc(bytes);
  written.writeUIntBE(value, 0, bytes);
  return written;
}

export const text = (value: string) => Buffer.from(value, "latin1");
const zero = number(4, 0);

/** An item of a picture: its type, to which item it refers and how, what it is, and its bytes. */
export interface Item {
  readonly type: string;
  readonly refersTo?: readonly [kind: string, item: number];
  readonly auxiliary?: string;
  readonly data?: Uint8Array;
}

/** A HEIC picture of items, numbered from 1; the first is shown. Their bytes stand in `idat`. */
export function packHeif(items: readonly Item[], behind: Uint8Array = Buffer.alloc(0)): Buffer {
  const bytes = items.map(({ data }) => data ?? Buffer.alloc(0));
  const infe = items.map(({ type }, at) =>
    box("infe", number(4, 2 << 24), number(2, at + 1), number(2, 0), text(`${type}\0`), text("\0")),
  );
  const places = bytes.map((data, at) => {
    const before = bytes.slice(0, at).reduce((sum, one) => sum + one.length, 0);
    const extent = [number(2, 1), number(4, before), number(4, data.length)];
    return Buffer.concat([number(2, at + 1), number(2, 1), number(2, 0), ...extent]);
  });
  const references = items.flatMap(({ refersTo }, at) =>
    refersTo === undefined
      ? []
      : [box(refersTo[0], number(2, at + 1), number(2, 1), number(2, refersTo[1]))],
  );
  const kinds = items.flatMap(({ auxiliary }, at) =>
    auxiliary === undefined ? [] : [{ item: at + 1, auxiliary }],
  );
  const properties = kinds.map(({ auxiliary }) => box("auxC", zero, text(`${auxiliary}\0`)));
  const links = kinds.map(({ item }, at) => [number(2, item), number(1, 1), number(1, at + 2)]);
  const size = box("ispe", zero, number(4, 64), number(4, 48));
  return Buffer.concat([
    box("ftyp", text("heic"), zero, text("mif1heic")),
    box(
      "meta",
      zero,
      box("hdlr", zero, zero, text("pict"), Buffer.alloc(13)),
      box("pitm", zero, number(2, 1)),
      box("iinf", zero, number(2, items.length), ...infe),
      box("iref", zero, ...references),
      box(
        "iprp",
        box("ipco", size, ...properties),
        box(
          "ipma",
          zero,
          number(4, 1 + links.length),
          number(2, 1),
          number(1, 1),
          number(1, 1),
          ...links.flat(),
        ),
      ),
      box("iloc", number(4, 1 << 24), number(2, 0x4400), number(2, items.length), ...places),
      box("idat", ...bytes),
    ),
    behind,
  ]);
}

/** A film with notes in its table of contents. */
export function packFilm(brand: string, ...notes: readonly Uint8Array[]): Buffer {
  const head = box("mvhd", zero, number(4, 3_850_000_000), Buffer.alloc(92));
  return Buffer.concat([
    box("ftyp", text(brand), zero, text(brand)),
    box("mdat", Buffer.alloc(16)),
    box("moov", head, ...notes),
  ]);
}

/** Notes as telephones of Apple write them: names in a list, values by their number. */
export function packKeys(fields: Readonly<Record<string, string>>): Buffer {
  const names = Object.keys(fields).map((name) => box("mdta", text(name)));
  const values = Object.values(fields).map((value, at) =>
    box(number(4, at + 1).toString("latin1"), box("data", number(4, 1), zero, Buffer.from(value))),
  );
  return box(
    "meta",
    box("hdlr", zero, zero, text("mdta"), Buffer.alloc(13)),
    box("keys", zero, number(4, names.length), ...names),
    box("ilst", ...values),
  );
}

/** A note of QuickTime's older kind: `©xyz`. */
export function packUserNote(name: string, value: string): Buffer {
  return box("udta", box(name, number(2, value.length), number(2, 0), text(value)));
}

/** An MP3 with notes of ID3 version 2.3 before its sound. */
export function packRecording(...frames: readonly (readonly [id: string, data: Uint8Array])[]) {
  const written = frames.map(([id, data]) =>
    Buffer.concat([text(id), number(4, data.length), number(2, 0), data]),
  );
  const tag = Buffer.concat(written);
  const length = [21, 14, 7, 0].map((shift) => number(1, (tag.length >> shift) & 0x7f));
  return Buffer.concat([text("ID3\u0003\0\0"), ...length, tag, Buffer.from("fffb9000", "hex")]);
}
