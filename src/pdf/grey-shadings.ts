import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  type PDFStream,
} from "@cantoo/pdf-lib";
import { GREY_WEIGHTS } from "../image/print-picture.ts";
import { kindOfColours } from "../pdf-file/colour-spaces.ts";
import { listDictionaries } from "../pdf-file/content-streams.ts";
import { decodeStream, resolveObject } from "../pdf-file/objects.ts";
import { deflateStream } from "./deflate-stream.ts";
import { weigh } from "./grey-content.ts";
import { PdfError } from "./pdf-error.ts";

const name = (key: string) => PDFName.of(key);
const GREY = name("DeviceGray");

/**
 * Makes smooth colours grey: shadings (ISO 32000-1 §8.7.4.5) with their functions, the groups that
 * are blended (§11.6.6), and the ground of masks (§11.6.5.2).
 */
export function greyShadings(document: PDFDocument): void {
  // Functions are shared: each is changed once.
  const changed = new Map<PDFObject, PDFObject>();
  for (const dictionary of [...listDictionaries(document)]) {
    if (dictionary.has(name("ShadingType"))) greyShading(document, dictionary, changed);
    if (dictionary.get(name("S")) === name("Transparency") && dictionary.has(name("CS"))) {
      dictionary.set(name("CS"), GREY);
    }
    const ground = dictionary.lookup(name("BC"));
    if (ground instanceof PDFArray && ground.size() === 3) {
      dictionary.set(name("BC"), weighList(document.context, ground));
    }
  }
}

function greyShading(document: PDFDocument, shading: PDFDict, changed: Map<PDFObject, PDFObject>) {
  const kind = kindOfColours(document, shading.get(name("ColorSpace")));
  if (kind === "grey") return;
  const before = shading.get(name("Function"));
  if (kind !== "rgb" || before === undefined) throw unknownShading(shading);
  shading.set(name("ColorSpace"), GREY);
  shading.set(name("Function"), greyFunction(document, before, changed));
  const ground = shading.lookup(name("Background"));
  if (ground instanceof PDFArray) {
    shading.set(name("Background"), weighList(document.context, ground));
  }
}

/** A function of three results (§7.10) as one of their weighted sum. */
function greyFunction(
  document: PDFDocument,
  before: PDFObject,
  changed: Map<PDFObject, PDFObject>,
): PDFObject {
  const known = changed.get(before);
  if (known !== undefined) return known;
  const { context } = document;
  const object = resolveObject(document, before);
  const dictionary = object instanceof PDFRawStream ? object.dict : object;
  if (!(dictionary instanceof PDFDict)) throw unknownShading(object);
  const type = dictionary.lookup(name("FunctionType"), PDFNumber).asNumber();
  let after: PDFObject;
  if (type === 2) {
    // The sum of what is weighed is what the sum weighs: the function is linear in both.
    const grey = dictionary.clone(context);
    for (const key of ["C0", "C1"]) {
      const colour = dictionary.lookup(name(key));
      if (colour instanceof PDFArray) grey.set(name(key), weighList(context, colour));
    }
    after = grey;
  } else if (type === 3) {
    const grey = dictionary.clone(context);
    const parts = dictionary.lookup(name("Functions"), PDFArray).asArray();
    grey.set(
      name("Functions"),
      context.obj(parts.map((part) => greyFunction(document, part, changed))),
    );
    after = grey;
  } else if (type === 4 && object instanceof PDFRawStream) {
    after = weighProgram(context, object);
  } else {
    throw unknownShading(dictionary);
  }
  const registered = before instanceof PDFRef ? context.register(after) : after;
  changed.set(before, registered);
  return registered;
}

/** A calculator (§7.10.5) leaves its results on a stack: what weighs them is added at its end. */
function weighProgram(context: PDFContext, program: PDFRawStream): PDFStream {
  const source = Buffer.from(decodeStream(program)).toString("latin1");
  const end = source.lastIndexOf("}");
  const [red, green, blue] = GREY_WEIGHTS;
  const weighing = ` ${blue} mul exch ${green} mul add exch ${red} mul add `;
  const written = `${source.slice(0, end)}${weighing}${source.slice(end)}`;
  const grey = deflateStream(context, Buffer.from(written, "latin1"));
  for (const [key, value] of program.dict.entries()) {
    if (!["/Length", "/Filter", "/Range"].includes(key.asString())) grey.dict.set(key, value);
  }
  grey.dict.set(name("Range"), context.obj([0, 1]));
  return grey;
}

function weighList(context: PDFContext, colour: PDFArray): PDFArray {
  const numbers = colour.asArray().map((_, at) => colour.lookup(at, PDFNumber).asNumber());
  return context.obj([weigh(numbers)]);
}

function unknownShading(found: PDFObject | undefined): PdfError {
  return new PdfError("colour shading", {
    details: [String(found).replace(/\s+/g, " ").slice(0, 200)],
  });
}
