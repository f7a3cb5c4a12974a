import colours from "color-name";
import { settleOpacity } from "./svg-numbers.ts";

const FUNCTION = /^(rgb|hsl)a?\(([^()]*)\)$/;
const PART = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)(%|deg|rad|grad|turn)?$/;

/**
 * A colour (CSS Color 4 §4–7: names, hexadecimal, rgb and hsl) in its one spelling: `#` and small
 * digits, as few as tell it; `rgba()` where it is see-through; `none` where nobody sees it.
 */
export function readColour(text: string): string | undefined {
  const colour = text.trim().toLowerCase();
  if (colour === "currentcolor") return "currentColor";
  if (colour === "transparent") return "none";
  const named = Object.hasOwn(colours, colour) ? colours[colour] : undefined;
  if (named !== undefined) return writeColour(named, 1);
  if (colour.startsWith("#")) return readHexadecimal(colour.slice(1));
  const [, kind, body = ""] = FUNCTION.exec(colour) ?? [];
  if (kind === undefined) return undefined;
  const parts = body.split(/[\s,/]+/).filter((one) => one !== "");
  if (parts.length < 3 || parts.length > 4) return undefined;
  const read = parts.map((part, index) => readPart(part, kind, index));
  const [first = Number.NaN, second = Number.NaN, third = Number.NaN, opacity = 1] = read;
  if (![first, second, third, opacity].every(Number.isFinite)) return undefined;
  const rgb = kind === "rgb" ? [first, second, third] : mixHue(first, second, third);
  return writeColour(rgb, opacity);
}

function readHexadecimal(digits: string): string | undefined {
  if (!/^(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/.test(digits)) return undefined;
  const long = digits.length < 6 ? digits.replace(/./g, "$&$&") : digits;
  const [red = 0, green = 0, blue = 0, opacity = 255] = Array.from(long.matchAll(/../g), ([pair]) =>
    Number.parseInt(pair, 16),
  );
  return writeColour([red, green, blue], opacity / 255);
}

const TURN: Readonly<Record<string, number>> = { deg: 360, rad: 2 * Math.PI, grad: 400, turn: 1 };

/** Of rgb from 0 to 255; of hsl in turns and parts of one; an opacity as a part of one. */
function readPart(text: string, kind: string, index: number): number {
  const [, digits = "x", unit = ""] = PART.exec(text) ?? [];
  const number = Number(digits);
  if (kind === "hsl" && index === 0)
    return unit === "%" ? Number.NaN : number / (TURN[unit] ?? 360);
  if (unit !== "" && unit !== "%") return Number.NaN;
  if (index === 3) return unit === "%" ? number / 100 : number;
  if (kind === "hsl") return Math.min(1, Math.max(0, number / 100));
  return unit === "%" ? number * 2.55 : number;
}

/** CSS Color 4 §7.1. */
function mixHue(turns: number, saturation: number, lightness: number): number[] {
  const hue = (turns - Math.floor(turns)) * 12;
  const reach = saturation * Math.min(lightness, 1 - lightness);
  return [0, 8, 4].map((start) => {
    const at = (start + hue) % 12;
    return 255 * (lightness - reach * Math.max(-1, Math.min(at - 3, 9 - at, 1)));
  });
}

function writeColour(rgb: readonly number[], opacity: number): string {
  const seen = settleOpacity(opacity);
  if (seen === 0) return "none";
  const bytes = rgb.map((one) => Math.min(255, Math.max(0, Math.round(one))));
  if (seen < 1) return `rgba(${bytes.join(",")},${String(seen).replace(/^0/, "")})`;
  const digits = bytes.map((one) => one.toString(16).padStart(2, "0")).join("");
  return `#${digits.replace(/^(.)\1(.)\2(.)\3$/, "$1$2$3")}`;
}
