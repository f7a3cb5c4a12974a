import { PDFArray, type PDFDict, type PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { kindOfColours } from "./colour-spaces.ts";
import { listContentStreams, listDictionaries } from "./content-streams.ts";
import { decodeStream } from "./objects.ts";
import { type Operation, readOperations } from "./read-content.ts";

/** Operators that name a colour of more than one number (ISO 32000-1 §8.6.8). */
const COLOURED = new Set(["rg", "RG", "k", "K"]);
const CHOOSES_SPACE = new Set(["cs", "CS"]);
const SETS_COLOUR = new Set(["sc", "SC", "scn", "SCN"]);
const GREY_SPACES = new Set(["/DeviceGray", "/G", "/CalGray", "/Pattern"]);

/**
 * What in a document has a colour that is not a grey by its very form: operators, pictures, shadings
 * and groups, a line for each kind of it. Empty for a document that cannot print any colour.
 */
export function listColours(document: PDFDocument): readonly string[] {
  const found = new Set<string>();
  for (const stream of listContentStreams(document)) {
    for (const operation of readOperations(decodeStream(stream))) {
      if (isColoured(operation)) found.add(describe(operation));
    }
  }
  for (const dictionary of listDictionaries(document)) {
    const name = (key: string) => dictionary.get(PDFName.of(key));
    const isGrey = (key: string) => kindOfColours(document, name(key)) === "grey";
    if (name("Subtype") === PDFName.of("Image") && name("ImageMask") === undefined) {
      if (!isGrey("ColorSpace")) found.add(`picture in ${name("ColorSpace")}`);
    } else if (name("ShadingType") !== undefined) {
      if (!isGrey("ColorSpace")) found.add(`shading in ${name("ColorSpace")}`);
    } else if (name("S") === PDFName.of("Transparency") && name("CS") !== undefined) {
      if (!isGrey("CS")) found.add(`group in ${name("CS")}`);
    }
    if (hasColour(dictionary)) found.add(`colour of a note, link or bookmark ${name("C")}`);
  }
  return [...found].sort();
}

function isColoured({ operator, operands }: Operation): boolean {
  if (COLOURED.has(operator)) return true;
  if (CHOOSES_SPACE.has(operator)) return !GREY_SPACES.has(String(operands[0]));
  const numbers = operands.filter((operand) => typeof operand === "number");
  return SETS_COLOUR.has(operator) && numbers.length > 1;
}

function describe({ operator, operands }: Operation): string {
  return `${operands.map(String).join(" ")} ${operator}`;
}

/** Annotations (§12.5.2) and bookmarks (§12.3.3) have a colour in /C. */
function hasColour(dictionary: PDFDict): boolean {
  const isMark = dictionary.has(PDFName.of("Rect")) || dictionary.has(PDFName.of("Title"));
  const colour = isMark ? dictionary.lookup(PDFName.of("C")) : undefined;
  return colour instanceof PDFArray && colour.size() > 1;
}
