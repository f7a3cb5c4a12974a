/** A face for the cover, as the bundled packages hold it. */
export interface CoverFont {
  /** WOFF2, WOFF, TTF or OTF. */
  readonly bytes: Uint8Array;
}
