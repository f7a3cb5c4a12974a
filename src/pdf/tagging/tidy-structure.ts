import { makeElement, type StructureElement, type StructureKid } from "./structure.ts";

/**
 * Types that stand by themselves, not in a line (ISO 32000-1 §14.8.4). Figures stand in either
 * place.
 */
const BLOCKS: ReadonlySet<string> = new Set([
  ..."Document Part Art Sect Div BlockQuote Caption TOC TOCI Index Aside P H H1 H2 H3 H4 H5 H6".split(
    " ",
  ),
  ..."L LI Lbl LBody Table TR TH TD THead TBody TFoot".split(" "),
]);

/** Hold blocks; a line in them gets a paragraph. */
const CONTAINERS: ReadonlySet<string> = new Set(
  "Document Part Art Sect Div BlockQuote Aside".split(" "),
);

const HEADING = /^H[1-6]$/;

/**
 * Takes out what says nothing, and says what the rest is. Chromium writes `NonStruct` for every
 * text, span, division and section: texts and spans become part of what they stand in, sections
 * `Sect`, groups `Div`, and lines that stand in no paragraph a `P`. Elements without content or
 * place go.
 */
export function tidyStructure(root: StructureElement): void {
  tidy(root, 0);
}

/** @param level of sections: 0 for the document, 1 for what stands directly in it. */
function tidy(element: StructureElement, level: number): void {
  const kids: StructureKid[] = [];
  for (const kid of element.kids) {
    if (kid.kind !== "element") {
      kids.push(kid);
      continue;
    }
    const isFrame = level === 0 && isFrameOfSections(kid);
    tidy(kid, isFrame ? 0 : level + 1);
    if (kid.kids.length === 0 && !isEmptyCell(kid)) continue;
    if (kid.type !== "NonStruct") kids.push(kid);
    else if (isFrame) for (const one of kid.kids) kids.push(one);
    else for (const one of nameGroup(kid, level)) kids.push(one);
  }
  element.kids = CONTAINERS.has(element.type) ? wrapLines(kids) : kids;
  liftLanguage(element);
}

/** A `main` around the sections of a book. */
function isFrameOfSections(element: StructureElement): boolean {
  return (
    element.type === "NonStruct" &&
    element.entries.size === 0 &&
    element.kids.length > 0 &&
    element.kids.every(
      (kid) => kid.kind === "element" && kid.type === "NonStruct" && holdsBlock(kid),
    )
  );
}

function nameGroup(group: StructureElement, level: number): readonly StructureKid[] {
  if (!holdsBlock(group)) {
    if (group.entries.size === 0) return group.kids;
    group.type = "Span";
    return [group];
  }
  if (level === 0) group.type = "Sect";
  else if (group.entries.size > 0 || (group.kids.length > 1 && !holdsHeading(group))) {
    group.type = "Div";
  } else return group.kids;
  group.kids = wrapLines(group.kids);
  return [group];
}

function holdsBlock(element: StructureElement): boolean {
  return element.kids.some(
    (kid) => kid.kind === "element" && (BLOCKS.has(kid.type) || holdsBlock(kid)),
  );
}

function holdsHeading(element: StructureElement): boolean {
  return element.kids.some((kid) => kid.kind === "element" && HEADING.test(kid.type));
}

/** An empty cell keeps its column. */
function isEmptyCell({ type }: StructureElement): boolean {
  return type === "TD" || type === "TH";
}

/** Lines beside blocks: each run of them is a paragraph. */
export function wrapLines(kids: readonly StructureKid[]): StructureKid[] {
  const wrapped: StructureKid[] = [];
  let line: StructureKid[] = [];
  const endLine = () => {
    const isPictures = line.every((kid) => kid.kind === "element" && kid.type === "Figure");
    for (const one of isPictures ? line : [makeElement("P", line)]) wrapped.push(one);
    line = [];
  };
  for (const kid of kids) {
    if (kid.kind === "element" && BLOCKS.has(kid.type)) {
      endLine();
      wrapped.push(kid);
    } else line.push(kid);
  }
  endLine();
  return wrapped;
}

export function isBlock(kid: StructureKid): boolean {
  return kid.kind === "element" && BLOCKS.has(kid.type);
}

/** One language of all that stands in an element is said once, by the element. */
function liftLanguage(element: StructureElement): void {
  if (element.entries.has("Lang") || element.type === "Document") return;
  const [first] = element.kids;
  const language = first?.kind === "element" ? first.entries.get("Lang") : undefined;
  if (language === undefined) return;
  const isOne = element.kids.every(
    (kid) =>
      kid.kind === "link" ||
      (kid.kind === "element" && String(kid.entries.get("Lang")) === String(language)),
  );
  if (!isOne) return;
  element.entries.set("Lang", language);
  element.kids = element.kids.flatMap((kid) => {
    if (kid.kind !== "element") return [kid];
    kid.entries.delete("Lang");
    return kid.type === "Span" && kid.entries.size === 0 ? kid.kids : [kid];
  });
}

/** A heading goes down by one rank at a time, and the first is an `H1` (ISO 14289-1 §7.4.2). */
export function rankHeadings(elements: Iterable<StructureElement>): void {
  let rank = 0;
  for (const element of elements) {
    if (!HEADING.test(element.type)) continue;
    rank = Math.min(Number(element.type.slice(1)), rank + 1);
    element.type = `H${rank}`;
  }
}
