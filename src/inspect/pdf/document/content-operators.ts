import { type Operand, readOperations } from "../../../pdf-file/read-content.ts";
import type { Limits } from "../../../pdf-syntax/limits.ts";
import { ROLES } from "../gate/roles.ts";
import { costOf, MOST_OPERANDS } from "./content-cost.ts";

/**
 * Every operator of a content stream with what stands before it (ISO 32000-1 annex A): `n` a number,
 * `N` a name, `s` a string, `l` a list of numbers, `a` one with strings, `p` properties; `*` is looked at apart.
 */
const OPERATORS: ReadonlyMap<string, string> = new Map(
  `w:n J:n j:n M:n d:ln ri:N i:n gs:N q: Q: cm:nnnnnn m:nn l:nn c:nnnnnn v:nnnn y:nnnn h: re:nnnn
   S: s: f: F: f*: B: B*: b: b*: n: W: W*: BT: ET: Tc:n Tw:n Tz:n TL:n Tf:Nn Tr:n Ts:n Td:nn TD:nn
   Tm:nnnnnn T*: Tj:s TJ:a ':s ":nns d0:nn d1:nnnnnn CS:N cs:N SC:* SCN:* sc:* scn:* G:n g:n RG:nnn
   rg:nnn K:nnnn k:nnnn sh:N BI: ID:* EI: Do:N MP:N DP:Np BMC:N BDC:Np EMC: BX: EX:`
    .split(/\s+/)
    .map((one): [string, string] => {
      const end = one.lastIndexOf(":");
      return [one.slice(0, end), one.slice(end + 1)];
    }),
);
/** Of an image within the content, short and long (ISO 32000-1 tables 93, 94). */
const OF_IMAGES = new Set(
  `/BPC /BitsPerComponent /CS /ColorSpace /D /Decode /DP /DecodeParms /F /Filter /H /Height /IM
   /ImageMask /I /Interpolate /W /Width /Intent /L /Length`.split(/\s+/),
);
/** Filters whose data can hold a file's own notes. */
const PACKS_FILE = /^\/(?:DCT|DCTDecode|JPXDecode|Crypt)$/;
const SHOWS = new Set(["Tj", "TJ", "'", '"']);
const MOST_NAMED = 20;
const MARK = ROLES.get("Properties.Mark");

/** What of an operation is not known, or has no place there; undefined where all is. */
export function nameUnknownOperation(
  operator: string,
  operands: readonly Operand[],
): string | undefined {
  const kinds = OPERATORS.get(operator);
  if (kinds === undefined) return operator === "" ? "a bracket" : operator.slice(0, 40);
  if (kinds === "*") return operator === "ID" ? nameInImage(operands) : nameInColour(operands);
  if (operands.length > kinds.length) return `more than ${operator} takes`;
  for (let at = 0; at < operands.length; at += 1) {
    const operand = operands[at];
    const unknown =
      kinds[at] === "p" ? nameInProperties(operand) : isOf(kinds[at], operand) ? undefined : "";
    if (unknown === "") return `something that ${operator} does not take`;
    if (unknown !== undefined) return `${unknown} of a mark`;
  }
  return undefined;
}

/** Things that are not known in content that is on no page, each once; text in it is one of them. */
export function nameInContent(bytes: Uint8Array, limits: Limits): ReadonlySet<string> {
  const found = new Set<string>();
  try {
    for (const { operator, operands } of readOperations(bytes, MOST_OPERANDS)) {
      if (!limits.spend("drawing operations", costOf(operands))) break;
      const unknown = SHOWS.has(operator) ? "text" : nameUnknownOperation(operator, operands);
      if (unknown !== undefined && found.size < MOST_NAMED) found.add(unknown);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    found.add("content that cannot be followed to its end");
  }
  return found;
}

function isOf(kind: string | undefined, operand: Operand | undefined): boolean {
  if (kind === "n") return typeof operand === "number";
  if (kind === "N") return typeof operand === "string";
  if (kind === "s") return operand instanceof Uint8Array;
  return (
    Array.isArray(operand) &&
    operand.every((one) => typeof one === "number" || (kind === "a" && one instanceof Uint8Array))
  );
}

function nameInProperties(operand: Operand | undefined): string | undefined {
  if (typeof operand === "string") return undefined;
  if (!(operand instanceof Map)) return "";
  for (const key of operand.keys())
    if (MARK?.keys.has(String(key).slice(1)) !== true) return String(key).slice(0, 40);
  return undefined;
}

function nameInColour(operands: readonly Operand[]): string | undefined {
  const isKnown = operands.every((one) => typeof one === "number" || typeof one === "string");
  return isKnown && operands.length <= 33 ? undefined : "something that a colour does not take";
}

function nameInImage(operands: readonly Operand[]): string | undefined {
  for (let at = 0; at < operands.length; at += 2) {
    const key = String(operands[at]);
    if (!OF_IMAGES.has(key)) return `${key.slice(0, 40)} of an inline image`;
    const filters = [operands[at + 1]].flat();
    const file = filters.find((one) => PACKS_FILE.test(String(one)));
    if (file !== undefined) return `an inline image in ${String(file)}`;
  }
  return undefined;
}
