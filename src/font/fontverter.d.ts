/** The part of fontverter that we use; the package brings no types. */
declare module "fontverter" {
  /** Converts WOFF2, WOFF or sfnt, told by the first bytes, to another of these. */
  export function convert(font: Buffer, format: "sfnt" | "woff" | "woff2"): Promise<Buffer>;
}
