import type { Operand } from "../pdf-file/read-content.ts";
import { misfit, type PlainValue } from "../pdf-norm/value-kinds.ts";
import { DecodeError, decodeFilter } from "../pdf-syntax/decode-stream.ts";

/** Keys of an image within the content, long and short, with what they take (ISO 32000-1 tables 93, 94). */
const KEYS: ReadonlyMap<string, string> = new Map(
  `BPC BitsPerComponent int;CS ColorSpace colours;D Decode number;F Filter filter;H Height int
   ;IM ImageMask truth;I Interpolate truth;W Width int;Intent Intent intent;L Length int`
    .split(";")
    .flatMap((line) => {
      const [short = "", long = "", grammar = ""] = line.trim().split(" ");
      return [[short, grammar] as const, [long, grammar] as const];
    }),
);
const CHANNELS: Readonly<Record<string, number>> = {
  "/G": 1,
  "/DeviceGray": 1,
  "/I": 1,
  "/Indexed": 1,
  "/RGB": 3,
  "/DeviceRGB": 3,
  "/CMYK": 4,
  "/DeviceCMYK": 4,
};
const MOST_BYTES = 4_000_000;

/** What of an inline image is not known; undefined where all is (§8.9.7). */
export function nameInImage(operands: readonly Operand[], data: Uint8Array): string | undefined {
  const given = new Map<string, Operand>();
  for (let at = 0; at < operands.length; at += 2) {
    const key = String(operands[at]).slice(1);
    const value = operands[at + 1];
    const grammar = KEYS.get(key);
    if (grammar === undefined || value === undefined || given.has(key))
      return `/${key.slice(0, 40)} of an inline image`;
    if (!fits(grammar, value)) return `the value of /${key} of an inline image`;
    given.set(key, value);
  }
  return weigh((short, long) => given.get(short) ?? given.get(long), data);
}

function fits(grammar: string, value: Operand): boolean {
  if (grammar === "truth") return value === "true" || value === "false";
  if (grammar === "colours") {
    const [space, base, ...rest] = [value].flat() as readonly Operand[];
    const isPlain =
      CHANNELS[String(space)] !== undefined &&
      (base === undefined || CHANNELS[String(base)] !== undefined);
    return isPlain && rest.every((one) => typeof one === "number" || one instanceof Uint8Array);
  }
  const values = [value].flat() as readonly Operand[];
  return values.every((one) => isPlain(one) && misfit(grammar, one) === undefined);
}

/** Whether it has as many bytes as its size says. */
function weigh(
  find: (short: string, long: string) => Operand | undefined,
  data: Uint8Array,
): string | undefined {
  const isMask = find("IM", "ImageMask") === "true";
  const [space = "/G"] = [find("CS", "ColorSpace") ?? "/G"].flat() as readonly Operand[];
  const bits = isMask
    ? 1
    : Number(find("BPC", "BitsPerComponent") ?? 8) * (CHANNELS[String(space)] ?? 1);
  const expected = Math.ceil((Number(find("W", "Width")) * bits) / 8) * Number(find("H", "Height"));
  let bytes = data;
  let oddity: string | undefined;
  try {
    for (const filter of [find("F", "Filter") ?? []].flat() as readonly Operand[])
      bytes = decodeFilter(bytes, String(filter), new Map(), MOST_BYTES, (what) => {
        oddity ??= `${what} of an inline image`;
      });
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    return "an inline image that cannot be unpacked";
  }
  if (oddity !== undefined) return oddity;
  return bytes.length === expected
    ? undefined
    : `${bytes.length} bytes of an inline image, for ${expected}`;
}

export function isPlain(one: Operand): one is PlainValue & Operand {
  return !(one instanceof Map) && !Array.isArray(one);
}
