import type { Book } from "./read-book.ts";

/** What a kind of content takes of the archive. */
export interface PartSize {
  readonly kind: PartKind;
  readonly files: number;
  readonly unpackedBytes: number;
  /** As packed; of `packaging` also the archive's own tables. */
  readonly packedBytes: number;
  /** Of the whole archive, from 0 to 100, to one decimal. */
  readonly percent: number;
}

const KINDS = [
  ...(["text", "styles", "images", "cover", "fonts", "sound and video"] as const),
  ...(["other", "packaging"] as const),
];
export type PartKind = (typeof KINDS)[number];

/** Packaging is what a reader never sees: `mimetype`, the container, the archive's tables. */
const PACKAGING = /^(?:mimetype$|META-INF\/)/;

/** Sizes by kind, in the order of the list of kinds; kinds without a file are left out. */
export function measureParts(book: Book, sizeBytes: number): readonly PartSize[] {
  const kinds = new Map<PartKind, { files: number; unpackedBytes: number; packedBytes: number }>();
  const add = (kind: PartKind, files: number, unpackedBytes: number, packedBytes: number) => {
    const sum = kinds.get(kind) ?? { files: 0, unpackedBytes: 0, packedBytes: 0 };
    sum.files += files;
    sum.unpackedBytes += unpackedBytes;
    sum.packedBytes += packedBytes;
    kinds.set(kind, sum);
  };
  let packed = 0;
  for (const { name, unpackedBytes, packedBytes } of book.entries) {
    packed += packedBytes;
    if (!name.endsWith("/")) add(kindOf(name, book), 1, unpackedBytes, packedBytes);
  }
  add("packaging", 0, 0, Math.max(0, sizeBytes - packed));
  return KINDS.flatMap((kind) => {
    const sum = kinds.get(kind);
    if (sum === undefined) return [];
    const percent = sizeBytes === 0 ? 0 : Math.round((sum.packedBytes / sizeBytes) * 1000) / 10;
    return [{ kind, ...sum, percent }];
  });
}

function kindOf(name: string, book: Book): PartKind {
  if (PACKAGING.test(name)) return "packaging";
  const opened = book.package;
  // The package document and the navigation are how a reader finds its way: text.
  if (name === opened?.file) return "text";
  const item = opened?.items.find(({ path }) => path === name);
  if (item === undefined) return "other";
  const { mediaType, properties, id } = item;
  const cover = opened?.metadata.find((entry) => entry.isOld && entry.name === "cover")?.value;
  if (properties.includes("cover-image")) return "cover";
  if (mediaType.startsWith("image/")) return id === cover ? "cover" : "images";
  if (mediaType === "text/css") return "styles";
  if (/font|opentype/.test(mediaType)) return "fonts";
  if (/^(?:audio|video)\//.test(mediaType)) return "sound and video";
  return /xml|html/.test(mediaType) ? "text" : "other";
}
