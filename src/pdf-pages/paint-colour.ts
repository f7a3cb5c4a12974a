import type { Operand } from "../pdf-file/read-content.ts";
import type { PdfFile } from "../pdf-syntax/pdf-file.ts";
import type { PdfValue } from "../pdf-syntax/pdf-value.ts";

/** Red, green and blue from 0 to 1, as a screen shows it nearly; undefined where that is not said. */
export type Colour = readonly [number, number, number] | undefined;

/** Colours that differ by less in each part are not told apart by readers. */
const NEAR = 0.15;

export function isSameColour(one: Colour, other: Colour): boolean {
  if (one === undefined || other === undefined) return false;
  return one.every((part, at) => Math.abs(part - (other[at] ?? 0)) < NEAR);
}

/** What is seen of a colour through which its ground shines (§11.3.6). */
export function mix(colour: Colour, ground: Colour, alpha: number): Colour {
  if (colour === undefined || ground === undefined || alpha >= 1) return colour;
  const [red, green, blue] = colour.map(
    (part, at) => alpha * part + (1 - alpha) * (ground[at] ?? 0),
  );
  return [red ?? 0, green ?? 0, blue ?? 0];
}

/**
 * A colour by its space (ISO 32000-1 §8.6).
 *
 * @param operands its parts; none for the first colour of the space.
 */
export function colourOf(
  file: PdfFile,
  space: PdfValue | undefined,
  operands: readonly Operand[],
): Colour {
  const parts = operands.map(Number);
  const [kind, detail] = file.oneOrMore(space);
  switch (file.name(kind)) {
    case "DeviceGray":
    case "CalGray":
    case "G":
      return grey(parts);
    case "DeviceRGB":
    case "CalRGB":
    case "RGB":
      return rgb(parts);
    case "DeviceCMYK":
    case "CMYK":
      return cmyk(parts);
    case "ICCBased": {
      const count = file.number(file.dict(detail)?.get("N"));
      return count === 1
        ? grey(parts)
        : count === 3
          ? rgb(parts)
          : count === 4
            ? cmyk(parts)
            : undefined;
    }
    case "Separation":
      // No ink at all is the colour of the paper.
      if ((parts[0] ?? 1) < NEAR) return [1, 1, 1];
      return throughFunction(file, file.oneOrMore(space), parts[0] ?? 1);
  }
  return undefined;
}

/** An ink by what stands for it, where that is reckoned by one power (§8.6.6.4, §7.10.3). */
function throughFunction(
  file: PdfFile,
  [, , alternate, transform]: readonly PdfValue[],
  tint: number,
): Colour {
  const dict = file.dict(transform);
  if (file.number(dict?.get("FunctionType")) !== 2) return undefined;
  const numbers = (key: string, missing: number) =>
    (file.list(dict?.get(key)) ?? [missing]).map((one) => file.number(one) ?? 0);
  const [from, to] = [numbers("C0", 0), numbers("C1", 1)];
  const power = tint ** (file.number(dict?.get("N")) ?? 1);
  return colourOf(
    file,
    alternate,
    from.map((one, at) => one + power * ((to[at] ?? 0) - one)),
  );
}

function grey([value = 0]: readonly number[]): Colour {
  return [value, value, value];
}

function rgb([red = 0, green = 0, blue = 0]: readonly number[]): Colour {
  return [red, green, blue];
}

function cmyk([cyan = 0, magenta = 0, yellow = 0, black = 1]: readonly number[]): Colour {
  return [(1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black)];
}
