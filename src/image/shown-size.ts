/** What an author asked for: CSS pixels, or percent of the column (`"30%"`). */
export interface AskedSize {
  readonly width?: unknown;
  readonly height?: unknown;
}

/** How a picture is shown. */
export interface ShownSize {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Percent of the column that it may take at most, in steps of five. */
  readonly share?: number;
  /** It is smaller than the picture itself. */
  readonly isAsked: boolean;
}

/** A size as asked for, with the picture's own proportions, and never larger than the picture is. */
export function showSize(
  { width, height }: AskedSize,
  picture: { readonly widthPx: number; readonly heightPx: number },
): ShownSize {
  const { widthPx, heightPx } = picture;
  const most = (asked: unknown, own: number) =>
    typeof asked === "number" && asked > 0 ? asked / own : 1;
  const scale = Math.min(1, most(width, widthPx), most(height, heightPx));
  const shown = {
    widthPx: scale < 1 ? Math.max(1, Math.round(widthPx * scale)) : widthPx,
    heightPx: scale < 1 ? Math.max(1, Math.round(heightPx * scale)) : heightPx,
    isAsked: scale < 1,
  };
  const percent = typeof width === "string" ? Number.parseFloat(width) : Number.NaN;
  if (!(percent > 0 && percent < 100)) return shown;
  return { ...shown, share: Math.min(95, Math.max(5, Math.round(percent / 5) * 5)) };
}

/** The class of a picture that takes at most so much of the column. */
export function classOfShare(share: number): string {
  return `share-${share}`;
}

/** The rules of the classes that documents use: an attribute can not say "at most". */
export function writeShareRules(documents: readonly string[]): string {
  const shares = new Set<number>();
  for (const document of documents) {
    for (const [, share] of document.matchAll(/<img [^>]*\bclass="[^"]*\bshare-(\d{1,2})\b/g)) {
      shares.add(Number(share));
    }
  }
  return [...shares]
    .sort((one, other) => one - other)
    .map((share) => `img.${classOfShare(share)} { max-width: ${share}%; }\n`)
    .join("");
}
