import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFString,
} from "@cantoo/pdf-lib";

/**
 * Gives the structure elements that others refer to (the heads of tables, ISO 32000-1 §14.8.5.7)
 * numbers of this document. Chromium counts through everything that the process has shown before:
 * the same book would have other bytes behind another one.
 */
export function renumberElements(document: PDFDocument): void {
  const root = document.catalog.lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict);
  const tree = root?.lookupMaybe(PDFName.of("IDTree"), PDFDict);
  if (tree === undefined) return;
  const branches = listBranches(tree);
  const ids = branches.flatMap((branch) => textsOf(branch.lookup(PDFName.of("Names"))));
  // As wide as Chromium's: the tree is sorted, and stays so.
  const renamed = new Map(
    [...new Set(ids)]
      .sort()
      .map((id, at) => [id, PDFString.of(`node${String(at + 1).padStart(8, "0")}`)]),
  );
  for (const branch of branches) {
    for (const key of ["Names", "Limits"]) rename(branch.lookup(PDFName.of(key)), renamed);
  }
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue;
    const id = object.get(PDFName.of("ID"));
    const own = object.has(PDFName.of("S")) ? renamed.get(textOf(id) ?? "") : undefined;
    if (own !== undefined) object.set(PDFName.of("ID"), own);
    renameHeaders(object, renamed);
    const attributes = object.get(PDFName.of("A"));
    const lists = attributes instanceof PDFArray ? attributes.asArray() : [attributes];
    for (const list of lists) if (list instanceof PDFDict) renameHeaders(list, renamed);
  }
}

type Renamed = ReadonlyMap<string, PDFString>;

/** The name tree's nodes (§7.9.6). */
function listBranches(tree: PDFDict): readonly PDFDict[] {
  const branches = [tree];
  // The list grows while it is walked.
  for (const branch of branches) {
    const kids = branch.lookup(PDFName.of("Kids"));
    if (!(kids instanceof PDFArray)) continue;
    for (let at = 0; at < kids.size(); at += 1) {
      const kid = kids.lookup(at);
      if (kid instanceof PDFDict && !branches.includes(kid)) branches.push(kid);
    }
  }
  return branches;
}

function renameHeaders(attributes: PDFDict, renamed: Renamed): void {
  rename(attributes.lookup(PDFName.of("Headers")), renamed);
}

function rename(list: PDFObject | undefined, renamed: Renamed): void {
  if (!(list instanceof PDFArray)) return;
  list.asArray().forEach((item, at) => {
    const name = renamed.get(textOf(item) ?? "");
    if (name !== undefined) list.set(at, name);
  });
}

function textsOf(list: PDFObject | undefined): readonly string[] {
  return list instanceof PDFArray ? list.asArray().flatMap((item) => textOf(item) ?? []) : [];
}

function textOf(object: PDFObject | undefined): string | undefined {
  return object instanceof PDFString || object instanceof PDFHexString
    ? object.decodeText()
    : undefined;
}
