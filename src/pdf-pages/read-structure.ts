import { isStandardType } from "../pdf-norm/structure-types.ts";
import type { PdfFile } from "../pdf-syntax/pdf-file.ts";
import type { PdfDict, PdfStream, PdfValue } from "../pdf-syntax/pdf-value.ts";

/** An element of the logical structure (ISO 32000-1 §14.7.2). */
export interface StructureElement {
  /** What the role map makes of it; as written where that leads nowhere. */
  readonly role: string;
  readonly dict: PdfDict;
  readonly parent: StructureElement | undefined;
  /** First page on which it has content, itself or below; undefined where none. */
  page: number | undefined;
}

/** What leads from content to its element: the page or form, and the number of the piece. */
export type MarkOwner = PdfDict | PdfStream;

export interface Structure {
  /** In the order of reading. */
  readonly elements: readonly StructureElement[];
  elementOfMark(owner: MarkOwner, mark: number): StructureElement | undefined;
  /** @param object the dictionary of an XObject. */
  elementOfObject(object: PdfDict): StructureElement | undefined;
}

/** Longer ways through a role map than this are taken for circles. */
const MOST_ROLE_STEPS = 50;

/** Follows the role map (ISO 32000-1 §14.7.3) to a standard type, or as far as it goes. */
function followRole(type: string, roleMap: ReadonlyMap<string, string>): string {
  let role = type;
  for (let steps = 0; !isStandardType(role) && steps < MOST_ROLE_STEPS; steps += 1) {
    const next = roleMap.get(role);
    if (next === undefined) break;
    role = next;
  }
  return role;
}

/** No document nests so deeply; below, elements are not read, and walks upwards stay short. */
const MOST_DEPTH = 200;

interface Waiting {
  readonly value: PdfValue;
  readonly depth: number;
  readonly parent: StructureElement | undefined;
  readonly page: PdfDict | undefined;
}

/**
 * Reads the structure tree from its root. An element that stands in two places, or within itself, is
 * taken where it comes first.
 *
 * @param pageNumbers number by page.
 */
export function readStructure(
  file: PdfFile,
  pageNumbers: ReadonlyMap<PdfDict, number>,
): Structure | undefined {
  const root = file.dict(file.catalog?.get("StructTreeRoot"));
  if (root === undefined) return undefined;
  const roleMap = new Map<string, string>();
  for (const [type, value] of file.dict(root.get("RoleMap")) ?? []) {
    const role = file.name(value);
    if (role !== undefined) roleMap.set(type, role);
  }
  const marks = new Map<MarkOwner, Map<number, StructureElement>>();
  const objects = new Map<PdfDict, StructureElement>();
  const elements: StructureElement[] = [];
  const seen = new Set<PdfDict>();
  const addContent = (element: StructureElement, page: PdfDict | undefined) => {
    const number = page === undefined ? undefined : pageNumbers.get(page);
    if (number === undefined) return;
    for (let one: StructureElement | undefined = element; one !== undefined; one = one.parent) {
      if (one.page !== undefined) break;
      one.page = number;
    }
  };
  const addMark = (element: StructureElement, owner: MarkOwner | undefined, mark: number) => {
    if (owner === undefined) return;
    const known = marks.get(owner) ?? new Map<number, StructureElement>();
    marks.set(owner, known.set(mark, element));
  };

  const waiting: Waiting[] = [];
  const push = (
    kids: PdfValue | undefined,
    parent: StructureElement | undefined,
    page: PdfDict | undefined,
    depth: number,
  ) => {
    if (depth > MOST_DEPTH) return;
    for (const value of [...file.oneOrMore(kids)].reverse())
      waiting.push({ value, parent, page, depth });
  };
  push(root.get("K"), undefined, undefined, 0);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { parent } = next;
    const value = file.resolve(next.value);
    if (typeof value === "number" && parent !== undefined) {
      addMark(parent, next.page, value);
      addContent(parent, next.page);
      continue;
    }
    const dict = file.dict(value);
    if (dict === undefined) continue;
    const page = file.dict(dict.get("Pg")) ?? next.page;
    const kind = file.name(dict.get("Type"));
    if (kind === "MCR" || kind === "OBJR") {
      if (parent === undefined) continue;
      const mark = file.number(dict.get("MCID"));
      const object = file.dict(dict.get("Obj"));
      if (kind === "MCR" && mark !== undefined)
        addMark(parent, file.stream(dict.get("Stm")) ?? page, mark);
      if (kind === "OBJR" && object !== undefined) objects.set(object, parent);
      addContent(parent, page);
      continue;
    }
    if (seen.has(dict)) continue;
    seen.add(dict);
    if (!file.limits.spend("elements of the structure")) break;
    const type = file.name(dict.get("S")) ?? "";
    const element: StructureElement = {
      role: followRole(type, roleMap),
      dict,
      parent,
      page: undefined,
    };
    elements.push(element);
    push(dict.get("K"), element, page, next.depth + 1);
  }
  // A root without elements says no more than none.
  if (elements.length === 0) return undefined;
  return {
    elements,
    elementOfMark: (owner, mark) => marks.get(owner)?.get(mark),
    elementOfObject: (object) => objects.get(object),
  };
}
