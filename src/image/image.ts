/** An image, decoded and written again: nothing but pixels (or clean SVG) is left of the original. */
export interface PreparedImage {
  /** The original's path relative to the curriculum's root: the key under which trees name it. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly mediaType: "image/png" | "image/jpeg" | "image/svg+xml";
  /** In pixels, orientation applied; of an SVG, its view box. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** SHA-256 of the file that it was made of, in small hex digits; none for one that stands in a page. */
  readonly fileSum?: string;
}

/** By path. What could not be prepared is absent, and its place in the book says so. */
export type ImageStore = ReadonlyMap<string, PreparedImage>;
