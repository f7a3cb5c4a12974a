/** Factors as shops and file managers use them; `KiB` and `MiB` for those who mean these. */
const UNITS: Readonly<Record<string, number>> = {
  "": 1,
  b: 1,
  k: 1000,
  kb: 1000,
  kib: 1024,
  m: 1_000_000,
  mb: 1_000_000,
  mib: 1_048_576,
};

/**
 * Reads a size of a file: `500kB`, `1.5 MB`, `2MiB`, or bytes alone.
 *
 * @returns whole bytes, or undefined for a text that is no size above nought.
 */
export function parseSizeBytes(text: string): number | undefined {
  const [, digits = "", unit = ""] =
    /^\s*(\d{1,12}(?:\.\d{1,6})?)\s*([A-Za-z]{0,3})\s*$/.exec(text) ?? [];
  const factor = UNITS[unit.toLowerCase()];
  const bytes = Math.floor(Number(digits) * (factor ?? 0));
  return bytes > 0 ? bytes : undefined;
}
