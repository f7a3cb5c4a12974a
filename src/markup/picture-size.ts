import type { Element } from "./document.ts";

/** CSS pixels of the units in which authors give sizes (CSS Values 3 §5). */
const UNITS: Readonly<Record<string, number>> = {
  "": 1,
  px: 1,
  cm: 96 / 2.54,
  em: 16,
  ex: 8,
  in: 96,
  mm: 96 / 25.4,
  pc: 16,
  pt: 96 / 72,
  rem: 16,
};

/** Sizes that are parts of the line: Pandoc hands on LaTeX's. */
const PARTS_OF_LINE = /^\\?(?:text|line|column)width$/i;

/** `40`, `40px`, `2cm`: pixels; `30%`, `0.3\textwidth`: percent of the column. */
export function readLength(text: string): number | string | undefined {
  const found = /^\s*(\d{1,5}(?:\.\d{1,4})?|\.\d{1,4})\s*([a-z\\]*|%)\s*$/i.exec(text);
  const value = Number(found?.[1]);
  const unit = found?.[2]?.toLowerCase() ?? "";
  if (found === null || !(value > 0)) return undefined;
  const percent = unit === "%" ? value : PARTS_OF_LINE.test(unit) ? value * 100 : undefined;
  if (percent !== undefined) return percent < 100 ? `${Math.round(percent)}%` : undefined;
  const pixels = UNITS[unit];
  return pixels === undefined ? undefined : Math.max(1, Math.round(value * pixels));
}

/** The size that a picture is to have, of its attributes and of its `style`. */
export function readSize(
  width: string | undefined,
  height: string | undefined,
  style = "",
): Element["properties"] {
  const styled = (name: string) =>
    new RegExp(`(?:^|;)\\s*(?:max-)?${name}\\s*:\\s*([^;]{1,40})`, "i").exec(style)?.[1];
  const properties: Element["properties"] = {};
  const across = readLength(width ?? "") ?? readLength(styled("width") ?? "");
  const down = readLength(height ?? "") ?? readLength(styled("height") ?? "");
  if (across !== undefined) properties.width = across;
  // Percent of a height that nothing has.
  if (typeof down === "number") properties.height = down;
  return properties;
}
