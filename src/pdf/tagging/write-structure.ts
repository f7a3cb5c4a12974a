import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  type PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import {
  type MarkedStream,
  type StructureElement,
  type StructureKid,
  walkElements,
} from "./structure.ts";
import * as entry from "./structure-names.ts";

/** Types that ISO 32000-1 §14.8.4 does not have, and which of its types they stand for. */
const ROLES: Readonly<Record<string, string>> = {
  Strong: "Span",
  Em: "Span",
  Sub: "Span",
  Aside: "Div",
  Title: "P",
  FENote: "Note",
  DocumentFragment: "Div",
};

const STANDARD: ReadonlySet<string> = new Set(
  (
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 " +
    "H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry " +
    "Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form"
  ).split(" "),
);

/**
 * Writes a structure tree with all that leads into it and out of it: the parent tree of pages and
 * annotations (ISO 32000-1 §14.7.4.4), the names of elements that others refer to, and what types
 * stand for that PDF 1.7 does not know. Names are numbers of this document: the browser counts
 * through everything that its process has shown.
 */
export function writeStructure(
  document: PDFDocument,
  top: readonly StructureElement[],
  streams: readonly MarkedStream[],
): void {
  const { context } = document;
  const root = context.obj({}) as PDFDict;
  const rootReference = context.register(root);
  const writer = new StructureWriter(document, nameElements(top));
  const kids = top.map((element) => writer.write(element, rootReference));
  root.set(entry.TYPE, PDFName.of("StructTreeRoot"));
  root.set(entry.K, context.obj(kids));
  const parents = writer.writeParents(streams);
  root.set(PDFName.of("ParentTree"), context.register(parents.tree));
  root.set(PDFName.of("ParentTreeNextKey"), PDFNumber.of(parents.next));
  if (writer.named.length > 0)
    root.set(PDFName.of("IDTree"), context.register(writer.writeNames()));
  const roles = context.obj({}) as PDFDict;
  for (const type of [...writer.types].sort()) {
    if (!STANDARD.has(type)) roles.set(PDFName.of(type), PDFName.of(ROLES[type] ?? "Span"));
  }
  if (roles.keys().length > 0) root.set(PDFName.of("RoleMap"), roles);
  document.catalog.set(PDFName.of("StructTreeRoot"), rootReference);
}

/** Elements that others name, and notes, which must have a name (ISO 14289-1 §7.9). */
function nameElements(top: readonly StructureElement[]): ReadonlyMap<string, string> {
  const asked = new Set<string>();
  const elements = top.flatMap((one) => [...walkElements(one)]);
  for (const { entries } of elements) {
    for (const name of headersOf(entries.get("A"))) asked.add(name);
  }
  const names = new Map<string, string>();
  for (const element of elements) {
    if (element.type === "Note") element.id ??= `note ${names.size}`;
    else if (element.id !== undefined && !asked.has(element.id)) delete element.id;
    if (element.id === undefined || names.has(element.id)) continue;
    names.set(element.id, `node${String(names.size + 1).padStart(8, "0")}`);
  }
  return names;
}

function attributesOf(attributes: PDFObject | undefined): readonly PDFDict[] {
  const all = attributes instanceof PDFArray ? attributes.asArray() : [attributes];
  return all.filter((one) => one instanceof PDFDict);
}

function headersOf(attributes: PDFObject | undefined): readonly string[] {
  return attributesOf(attributes).flatMap((one) => {
    const headers = one.lookup(PDFName.of("Headers"));
    return headers instanceof PDFArray ? headers.asArray().flatMap(textOf) : [];
  });
}

function textOf(object: PDFObject): readonly string[] {
  return object instanceof PDFString || object instanceof PDFHexString ? [object.decodeText()] : [];
}

class StructureWriter {
  /** Every element with a name, in the order of the names. */
  readonly named: [string, PDFRef][] = [];
  readonly types = new Set<string>();
  readonly #document: PDFDocument;
  readonly #names: ReadonlyMap<string, string>;
  /** By stream: the element of each MCID. */
  readonly #content = new Map<MarkedStream, PDFRef[]>();
  /** By key of an annotation: its element. */
  readonly #annotations = new Map<number, PDFRef>();

  constructor(document: PDFDocument, names: ReadonlyMap<string, string>) {
    this.#document = document;
    this.#names = names;
  }

  write(element: StructureElement, parent: PDFRef): PDFRef {
    const { context } = this.#document;
    const dictionary = PDFDict.withContext(context);
    const reference = context.register(dictionary);
    this.types.add(element.type);
    dictionary.set(entry.S, PDFName.of(element.type));
    dictionary.set(entry.P, parent);
    for (const [name, value] of element.entries) {
      const written = name === "A" ? this.#joinAttributes(value) : value;
      if (written !== undefined) dictionary.set(PDFName.of(name), written);
    }
    const name = element.id === undefined ? undefined : this.#names.get(element.id);
    if (name !== undefined) {
      dictionary.set(entry.ID, PDFString.of(name));
      this.named.push([name, reference]);
    }
    // Content without a page of its own is on the page of its element.
    const page = element.kids.find((kid) => kid.kind === "content" && !kid.stream.isForm);
    const place = page?.kind === "content" ? page.stream.page : undefined;
    if (place !== undefined) dictionary.set(entry.PG, place);
    const kids = element.kids.map((kid) => this.#writeKid(kid, reference, place));
    const [only] = kids;
    if (kids.length === 1 && only) dictionary.set(entry.K, only);
    else if (kids.length > 1) dictionary.set(entry.K, context.obj(kids));
    return reference;
  }

  #writeKid(kid: StructureKid, parent: PDFRef, place: PDFRef | undefined): PDFObject {
    const { context } = this.#document;
    if (kid.kind === "element") return this.write(kid, parent);
    if (kid.kind === "link") {
      const annotation = context.lookup(kid.annotation);
      const key =
        annotation instanceof PDFDict ? annotation.get(PDFName.of("StructParent")) : undefined;
      if (key instanceof PDFNumber) this.#annotations.set(key.asNumber(), parent);
      return this.#dictionary([
        [entry.TYPE, entry.OBJR],
        [entry.OBJ, kid.annotation],
        [entry.PG, kid.page],
      ]);
    }
    const { stream, mcid } = kid;
    const elements = this.#content.get(stream) ?? [];
    elements[mcid] = parent;
    this.#content.set(stream, elements);
    if (!stream.isForm && stream.page === place) return PDFNumber.of(mcid);
    return this.#dictionary([
      [entry.TYPE, entry.MCR],
      [entry.MCID, PDFNumber.of(mcid)],
      [entry.PG, stream.page],
      ...(stream.isForm ? ([[entry.STM, stream.reference]] as const) : []),
    ]);
  }

  #dictionary(entries: readonly (readonly [PDFName, PDFObject])[]): PDFDict {
    const dictionary = PDFDict.withContext(this.#document.context);
    for (const [key, value] of entries) dictionary.set(key, value);
    return dictionary;
  }

  /** The browser writes a dictionary for each attribute, and spans of one that say nothing. */
  #joinAttributes(attributes: PDFObject): PDFObject | undefined {
    const { context } = this.#document;
    const byOwner = new Map<string, PDFDict>();
    for (const one of attributesOf(attributes)) {
      const owner = String(one.get(PDFName.of("O")));
      const joined = byOwner.get(owner) ?? PDFDict.withContext(context);
      byOwner.set(owner, joined);
      for (const [key, value] of one.entries()) {
        const name = key.decodeText();
        const isOne = value instanceof PDFNumber && value.asNumber() === 1;
        if (isOne && (name === "RowSpan" || name === "ColSpan")) continue;
        joined.set(key, name === "Headers" ? this.#renameHeaders(value) : value);
      }
    }
    const all = [...byOwner.values()].filter((one) => one.keys().length > 1);
    return all.length > 1 ? context.obj(all) : all[0];
  }

  #renameHeaders(headers: PDFObject): PDFObject {
    if (!(headers instanceof PDFArray)) return headers;
    const names = headers
      .asArray()
      .flatMap(textOf)
      .flatMap((name) => this.#names.get(name) ?? []);
    return this.#document.context.obj(names.map((name) => PDFString.of(name)));
  }

  writeParents(streams: readonly MarkedStream[]): { tree: PDFDict; next: number } {
    const { context } = this.#document;
    const values = new Map<number, PDFObject>(this.#annotations);
    for (const stream of streams) {
      const elements = this.#content.get(stream);
      if (stream.parentKey === undefined || elements === undefined) continue;
      // What became an artifact leaves a gap.
      const list = Array.from(elements, (one) => one ?? PDFNull);
      values.set(stream.parentKey, context.register(context.obj(list)));
    }
    const keys = [...values.keys()].sort((one, other) => one - other);
    const numbers = keys.flatMap((key) => [PDFNumber.of(key), values.get(key) ?? PDFNull]);
    return { tree: context.obj({ Nums: numbers }) as PDFDict, next: (keys.at(-1) ?? -1) + 1 };
  }

  writeNames(): PDFDict {
    const { context } = this.#document;
    const sorted = [...this.named].sort(([one], [other]) => (one < other ? -1 : 1));
    const limits = [sorted[0]?.[0] ?? "", sorted.at(-1)?.[0] ?? ""];
    const leaf = context.obj({
      Limits: limits.map((name) => PDFString.of(name)),
      Names: sorted.flatMap(([name, reference]) => [PDFString.of(name), reference]),
    });
    return context.obj({ Kids: [context.register(leaf)] }) as PDFDict;
  }
}
