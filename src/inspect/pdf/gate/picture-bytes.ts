import type { PdfFile } from "../../../pdf-syntax/pdf-file.ts";
import type { PdfDict, PdfValue } from "../../../pdf-syntax/pdf-value.ts";

const CHANNELS: Readonly<Record<string, number>> = {
  DeviceGray: 1,
  CalGray: 1,
  Indexed: 1,
  Separation: 1,
  DeviceRGB: 3,
  CalRGB: 3,
  Lab: 3,
  DeviceCMYK: 4,
};
const OF_PICTURES = /^(?:DCTDecode|DCT|JPXDecode|CCITTFaxDecode|CCF|JBIG2Decode)$/;

/** Bytes of a picture beyond its rows (ISO 32000-1 §8.9.3): no viewer shows them. */
export function countSurplus(file: PdfFile, role: string, dict: PdfDict, bytes: number): number {
  const filters = file.oneOrMore(dict.get("Filter")).map((one) => file.name(one) ?? "");
  if (role !== "XObject.Image" || filters.some((one) => OF_PICTURES.test(one))) return 0;
  const isMask = file.resolve(dict.get("ImageMask")) === true;
  const channels = isMask ? 1 : countChannels(file, dict.get("ColorSpace"));
  const bits = isMask ? 1 : (file.number(dict.get("BitsPerComponent")) ?? 8);
  const [width = 0, height = 0] = [dict.get("Width"), dict.get("Height")].map((one) =>
    file.number(one),
  );
  return bytes - Math.ceil((width * bits * channels) / 8) * height;
}

/** Of a colour space (§8.6); of one that is not known, none. */
function countChannels(file: PdfFile, space: PdfValue | undefined): number {
  const [kind, detail] = file.oneOrMore(space);
  const name = file.name(kind) ?? "";
  if (name === "ICCBased") return file.number(file.dict(detail)?.get("N")) ?? 0;
  return name === "DeviceN" ? file.oneOrMore(detail).length : (CHANNELS[name] ?? 0);
}
