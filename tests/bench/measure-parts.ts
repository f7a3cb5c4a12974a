import { unzipSync } from "fflate";

/** What each kind of content takes of an EPUB, in bytes of the archive. */
export interface PartSizes {
  readonly total: number;
  readonly text: number;
  readonly lists: number;
  readonly style: number;
  readonly cover: number;
  readonly images: number;
  readonly fonts: number;
  readonly packaging: number;
  readonly files: number;
}

/** Text: documents. Lists: package document and NCX. Packaging: what no reader ever sees. */
const KINDS: readonly (readonly [keyof PartSizes, RegExp])[] = [
  ["packaging", /^mimetype$|^META-INF\//],
  ["cover", /cover\.(png|jpe?g)$/],
  ["text", /\.x?html$/],
  ["lists", /\.(opf|ncx)$/],
  ["style", /\.css$/],
  ["fonts", /\.(ttf|otf|woff2?)$/],
  ["images", /\.(png|jpe?g|svg|gif)$/],
];

/** Measures each entry as packed; headers and directory of the archive count as packaging. */
export function measureParts(epub: Uint8Array): PartSizes {
  const sizes: Record<keyof PartSizes, number> = {
    total: epub.byteLength,
    text: 0,
    lists: 0,
    style: 0,
    cover: 0,
    images: 0,
    fonts: 0,
    packaging: 0,
    files: 0,
  };
  let packed = 0;
  unzipSync(epub, {
    filter({ name, size }) {
      const kind = KINDS.find(([, pattern]) => pattern.test(name))?.[0] ?? "packaging";
      sizes[kind] += size;
      sizes.files += 1;
      packed += size;
      return false;
    },
  });
  sizes.packaging += epub.byteLength - packed;
  return sizes;
}
