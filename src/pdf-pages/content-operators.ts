import { type Operand, type PlacedOperation, readOperations } from "../pdf-file/read-content.ts";
import { ROLES } from "../pdf-norm/roles.ts";
import { isTag, misfit } from "../pdf-norm/value-kinds.ts";
import type { Limits } from "../pdf-syntax/limits.ts";
import { costOf, MOST_OPERANDS } from "./content-cost.ts";
import type { Lookup } from "./drawing-state.ts";
import { isPlain, nameInImage } from "./inline-image.ts";

/**
 * Every operator of a content stream with what stands before it (ISO 32000-1 annex A): `n` a number,
 * `s` a string, `l` a list of numbers, `a` one with strings, `t` the tag of a mark, `p` its properties, `i` an
 * intent; a capital is the name of a resource (`RESOURCES`); `*` is looked at apart.
 */
const OPERATORS: ReadonlyMap<string, string> = new Map(
  `w:n J:n j:n M:n d:ln ri:i i:n gs:G q: Q: cm:nnnnnn m:nn l:nn c:nnnnnn v:nnnn y:nnnn h: re:nnnn
   S: s: f: F: f*: B: B*: b: b*: n: W: W*: BT: ET: Tc:n Tw:n Tz:n TL:n Tf:Fn Tr:n Ts:n Td:nn TD:nn
   Tm:nnnnnn T*: Tj:s TJ:a ':s ":nns d0:nn d1:nnnnnn CS:C cs:C SC:* SCN:* sc:* scn:* G:n g:n RG:nnn
   rg:nnn K:nnnn k:nnnn sh:S BI: ID:* EI: Do:X MP:t DP:tp BMC:t BDC:tp EMC: BX: EX:`
    .split(/\s+/)
    .map((one): [string, string] => {
      const end = one.lastIndexOf(":");
      return [one.slice(0, end), one.slice(end + 1)];
    }),
);
const RESOURCES: Readonly<Record<string, string>> = {
  F: "Font",
  G: "ExtGState",
  X: "XObject",
  S: "Shading",
  C: "ColorSpace",
};
/** Spaces that need no resource (§8.6.3). */
const SPACES = /^\/(?:DeviceGray|DeviceRGB|DeviceCMYK|Pattern)$/;
/** Tags of marks beside the types of elements (§14.6, §14.8.2, §8.11.3.2, §12.7.3.3). */
const MARKS =
  /^(?:Artifact|OC|Tx|Clip|ReversedChars|PlacedGraphic|PlacedPDF|EmbeddedDocument|Suspect|MCR?)$/;
const SHOWS = new Set(["Tj", "TJ", "'", '"']);
const MOST_NAMED = 20;
const MOST_COLOURS = 32;
const MARK = ROLES.get("Properties.Mark");

/** What of an operation is not known, or has no place there; undefined where all is. */
export function nameUnknownOperation(
  { operator, operands, data }: Pick<PlacedOperation, "operator" | "operands" | "data">,
  find: Lookup,
): string | undefined {
  const kinds = OPERATORS.get(operator);
  if (kinds === undefined) return operator === "" ? "a bracket" : operator.slice(0, 40);
  if (operator === "ID") return nameInImage(operands, data ?? new Uint8Array());
  if (kinds === "*") return nameInColour(operands, find);
  if (operands.length !== kinds.length)
    return `${operands.length > kinds.length ? "more" : "less"} than ${operator} takes`;
  for (const [at, operand] of operands.entries()) {
    const kind = kinds[at] ?? "";
    const unknown =
      kind === "p"
        ? nameInProperties(operand, find)
        : isOf(kind, operand, find)
          ? undefined
          : `${isPlain(operand) && typeof operand === "string" ? operand.slice(0, 40) : "something"}, which ${operator} does not take`;
    if (unknown !== undefined) return unknown;
  }
  return undefined;
}

/** Things that are not known in content that is on no page, each once; text in it is one of them. */
export function nameInContent(
  bytes: Uint8Array,
  limits: Limits,
  find: Lookup,
): ReadonlySet<string> {
  const found = new Set<string>();
  const note = (what: string) => {
    if (found.size < MOST_NAMED) found.add(what);
  };
  try {
    for (const operation of readOperations(bytes, MOST_OPERANDS, note)) {
      if (!limits.spend("drawing operations", costOf(operation.operands))) break;
      const unknown = nameUnknownOperation(operation, find);
      if (SHOWS.has(operation.operator)) note("text");
      if (unknown !== undefined) note(unknown);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    found.add("content that cannot be followed to its end");
  }
  return found;
}

function isOf(kind: string, operand: Operand, find: Lookup): boolean {
  if (kind === "n") return typeof operand === "number";
  if (kind === "s") return operand instanceof Uint8Array;
  if (kind === "l" || kind === "a")
    return (
      Array.isArray(operand) &&
      operand.every((one) => typeof one === "number" || (kind === "a" && one instanceof Uint8Array))
    );
  if (typeof operand !== "string" || !operand.startsWith("/")) return false;
  if (kind === "t") return isTag(operand.slice(1)) || MARKS.test(operand.slice(1));
  if (kind === "i") return misfit("intent", operand) === undefined;
  if (kind === "C" && SPACES.test(operand)) return true;
  return find(RESOURCES[kind] ?? "", operand) !== undefined;
}

function nameInProperties(operand: Operand, find: Lookup): string | undefined {
  if (typeof operand === "string")
    return find("Properties", operand) === undefined
      ? `${operand.slice(0, 40)} of a mark`
      : undefined;
  if (!(operand instanceof Map)) return "something that a mark does not take";
  for (const [key, value] of operand) {
    const name = String(key).slice(1, 40);
    const grammar = MARK?.keys.get(name);
    const values = [value].flat() as readonly Operand[];
    if (grammar === undefined) return `/${name} of a mark`;
    if (!values.every((one) => isPlain(one) && misfit(grammar, one) === undefined))
      return `the value of /${name} of a mark`;
  }
  return undefined;
}

/** Numbers, and at the end the name of a pattern (§8.6.8). */
function nameInColour(operands: readonly Operand[], find: Lookup): string | undefined {
  const last = operands.at(-1);
  const hasPattern = typeof last === "string" && find("Pattern", last) !== undefined;
  const numbers = hasPattern ? operands.slice(0, -1) : operands;
  const isKnown = numbers.every((one) => typeof one === "number") && operands.length > 0;
  return isKnown && numbers.length <= MOST_COLOURS
    ? undefined
    : "something that a colour does not take";
}
