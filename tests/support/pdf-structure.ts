import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import { decodeStream } from "../../src/pdf-file/objects.ts";
import { readOperations } from "../../src/pdf-file/read-content.ts";

/** A structure tree as a test reads it: `P`, its entries and kids; content as "page:mcid". */
export interface Tag {
  readonly type: string;
  readonly entries: Readonly<Record<string, string>>;
  readonly kids: readonly (Tag | string)[];
}

export interface PdfStructure {
  readonly document: PDFDocument;
  readonly root: Tag;
  /** Faults of marks, parents and links; none in a good file. */
  readonly faults: readonly string[];
}

const name = (text: string) => PDFName.of(text);

/** Reads tags and marks of a finished file without any code that wrote them. */
export async function readPdfStructure(bytes: Uint8Array): Promise<PdfStructure> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const tree = document.catalog.lookup(name("StructTreeRoot"), PDFDict);
  const faults: string[] = [];
  const owners = new Map<string, PDFRef>();
  const pageOf = new Map(document.getPages().map((page, at) => [page.ref, at + 1]));
  const read = (reference: PDFObject, page: number): Tag | string => {
    const object = reference instanceof PDFRef ? document.context.lookup(reference) : reference;
    if (object instanceof PDFNumber) return `${page}:${object.asNumber()}`;
    if (!(object instanceof PDFDict)) return "?";
    const own = object.get(name("Pg"));
    const place = own instanceof PDFRef ? (pageOf.get(own) ?? 0) : page;
    if (object.get(name("Type")) === name("OBJR")) return "link";
    const mcid = object.get(name("MCID"));
    if (mcid instanceof PDFNumber) {
      return `${object.has(name("Stm")) ? "form" : place}:${mcid.asNumber()}`;
    }
    const kids = object.lookup(name("K"));
    const list = kids instanceof PDFArray ? kids.asArray() : [object.get(name("K"))];
    const entries = object
      .entries()
      .filter(([key]) => !["S", "P", "K", "Pg"].includes(key.decodeText()))
      .map(([key, value]) => [key.decodeText(), say(document, value)]);
    const tag = {
      type: object.lookup(name("S"), PDFName).decodeText(),
      entries: Object.fromEntries(entries),
      kids: list.flatMap((kid) => (kid === undefined ? [] : [read(kid, place)])),
    };
    for (const kid of tag.kids) {
      if (typeof kid !== "string" || kid === "link" || !(reference instanceof PDFRef)) continue;
      if (owners.has(kid)) faults.push(`${kid} stands twice`);
      owners.set(kid, reference);
    }
    return tag;
  };
  const top = tree.lookup(name("K"), PDFArray);
  const root = read(top.get(0), 0);
  if (typeof root === "string") throw new Error("no structure");
  const parents = readParents(tree);
  for (const [at, page] of document.getPages().entries()) {
    const key = page.node.lookup(name("StructParents"));
    const list = key instanceof PDFNumber ? parents.get(key.asNumber()) : undefined;
    const parentOf = (mcid: number) => (list instanceof PDFArray ? list.get(mcid) : undefined);
    const marks = findMarks(page);
    faults.push(...marks.faults.map((fault) => `page ${at + 1}: ${fault}`));
    for (const mcid of marks.mcids) {
      const owner = owners.get(`${at + 1}:${mcid}`);
      if (owner === undefined) faults.push(`page ${at + 1}: ${mcid} has no element`);
      if (owner !== parentOf(mcid)) faults.push(`page ${at + 1}: ${mcid} has another parent`);
      owners.delete(`${at + 1}:${mcid}`);
    }
    const annotations = page.node.lookupMaybe(name("Annots"), PDFArray);
    for (let index = 0; index < (annotations?.size() ?? 0); index += 1) {
      const annotation = annotations?.lookup(index, PDFDict);
      const own = annotation?.lookup(name("StructParent"), PDFNumber).asNumber() ?? -1;
      const element = document.context.lookup(parents.get(own) as PDFRef);
      const isLink = element instanceof PDFDict && element.get(name("S")) === name("Link");
      if (!isLink) faults.push(`page ${at + 1}: a link has no element`);
      if (!annotation?.has(name("Contents"))) faults.push(`page ${at + 1}: a link says nothing`);
    }
  }
  for (const left of owners.keys()) if (!left.startsWith("form")) faults.push(`${left} is nowhere`);
  return { document, root, faults };
}

function say(document: PDFDocument, value: PDFObject): string {
  const object = value instanceof PDFRef ? document.context.lookup(value) : value;
  const isText = object instanceof PDFString || object instanceof PDFHexString;
  return isText ? object.decodeText() : String(object).replace(/\s+/g, " ");
}

function readParents(tree: PDFDict): ReadonlyMap<number, PDFObject | undefined> {
  const numbers = tree.lookup(name("ParentTree"), PDFDict).lookup(name("Nums"), PDFArray);
  const parents = new Map<number, PDFObject | undefined>();
  for (let at = 0; at < numbers.size(); at += 2) {
    const value = numbers.lookup(at + 1);
    const key = numbers.lookup(at, PDFNumber).asNumber();
    parents.set(key, value instanceof PDFArray ? value : numbers.get(at + 1));
  }
  return parents;
}

const PAINTING = new Set("f F f* S s B B* b b* Tj TJ ' \" Do sh EI".split(" "));

/** What a page marks, and what it paints without a mark. */
function findMarks(page: PDFPage) {
  const contents = page.node.lookup(name("Contents"));
  const faults: string[] = [];
  const mcids: number[] = [];
  const open: ("content" | "artifact" | "other")[] = [];
  const isIn = () => open.some((one) => one !== "other");
  if (!(contents instanceof PDFRawStream)) return { faults: ["no contents"], mcids };
  for (const { operator, operands } of readOperations(decodeStream(contents))) {
    if (operator === "BMC" || operator === "BDC") {
      const mcid = operands[1] instanceof Map ? operands[1].get("/MCID") : undefined;
      const kind =
        operands[0] === "/Artifact" ? "artifact" : mcid === undefined ? "other" : "content";
      if (kind !== "other" && isIn()) faults.push("marks within marks");
      if (kind === "content") mcids.push(Number(mcid));
      open.push(kind);
    } else if (operator === "EMC") {
      if (open.pop() === undefined) faults.push("an end without a beginning");
    } else if (PAINTING.has(operator) && !isIn()) {
      if (!(operator === "Do" && isTaggedForm(page, operands[0]))) {
        faults.push(`${operator} outside of content and artifacts`);
      }
    }
  }
  if (open.length > 0) faults.push("a mark without an end");
  return { faults, mcids };
}

function isTaggedForm(page: PDFPage, operand: unknown): boolean {
  const objects = page.node.Resources()?.lookupMaybe(name("XObject"), PDFDict);
  const form = objects?.lookup(name(String(operand).slice(1)));
  return form instanceof PDFRawStream && form.dict.has(name("StructParents"));
}

/** Types by depth, as in `pdfinfo -struct`: one line for each tag. */
export function outlineTags(tag: Tag, depth = 0): readonly string[] {
  return [
    `${"  ".repeat(depth)}${tag.type}`,
    ...tag.kids.flatMap((kid) => (typeof kid === "string" ? [] : outlineTags(kid, depth + 1))),
  ];
}

/** All tags of a type, in their order. */
export function findTags(tag: Tag, type: string): readonly Tag[] {
  const below = tag.kids.flatMap((kid) => (typeof kid === "string" ? [] : findTags(kid, type)));
  return tag.type === type ? [tag, ...below] : below;
}
