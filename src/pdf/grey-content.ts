import { GREY_WEIGHTS } from "../image/print-picture.ts";
import { type Operand, readOperations } from "../pdf-file/read-content.ts";
import { PdfError } from "./pdf-error.ts";

/** Operators of a colour (ISO 32000-1 §8.6.8) and those of a grey that take their place. */
const GREY_OPERATORS: Readonly<Record<string, string>> = { rg: "g", RG: "G", k: "g", K: "G" };
const CHOOSES_SPACE = new Set(["cs", "CS"]);
const SETS_COLOUR = new Set(["sc", "SC", "scn", "SCN"]);

/**
 * Writes a content stream with every colour as its grey.
 *
 * @param bytes decoded.
 * @returns undefined where it has no colour.
 */
export function greyContent(bytes: Uint8Array): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  let copied = 0;
  for (const { operator, operands, from, to } of readOperations(bytes)) {
    const grey = greyOperation(operator, operands);
    if (grey === undefined) continue;
    parts.push(bytes.subarray(copied, from), Buffer.from(`\n${grey}`, "latin1"));
    copied = to;
  }
  if (parts.length === 0) return undefined;
  return Buffer.concat([...parts, bytes.subarray(copied)]);
}

function greyOperation(operator: string, operands: readonly Operand[]): string | undefined {
  const plain = GREY_OPERATORS[operator];
  if (plain !== undefined) return `${greyOf(operands)} ${plain}`;
  if (CHOOSES_SPACE.has(operator)) {
    const isKept = operands[0] === "/Pattern" || operands[0] === "/DeviceGray";
    return isKept ? undefined : `/DeviceGray ${operator}`;
  }
  if (!SETS_COLOUR.has(operator)) return undefined;
  const numbers = operands.filter((operand) => typeof operand === "number");
  return numbers.length > 1 ? `${greyOf(operands)} ${operator}` : undefined;
}

/** ISO 32000-1 §10.3.2 (from red, green and blue) and §10.3.4 (from inks). */
function greyOf(operands: readonly Operand[]): string {
  const numbers = operands.map(Number);
  const [first = 0, second = 0, third = 0, black = 0] = numbers;
  const weighted = weigh([first, second, third]);
  if (numbers.length === 3) return formatGrey(weighted);
  if (numbers.length === 4) return formatGrey(1 - Math.min(1, weighted + black));
  throw new PdfError("colour numbers", { details: [operands.map(String).join(" ")] });
}

/** Red, green and blue from 0 to 1 as one brightness. */
export function weigh(colour: readonly number[]): number {
  return GREY_WEIGHTS.reduce((sum, weight, at) => sum + weight * (colour[at] ?? 0), 0);
}

function formatGrey(grey: number): string {
  return String(Math.round(Math.max(0, Math.min(1, grey)) * 10_000) / 10_000);
}
