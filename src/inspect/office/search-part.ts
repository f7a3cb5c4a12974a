import { childrenOf, descendantsOf, textOf, type XmlNode } from "../../xml/xml-tree.ts";
import { searchLeaves } from "../markup/search-notes.ts";
import { type DocumentNotes, readValue, WORDS } from "./document-notes.ts";
import { Part } from "./part.ts";
import { applyRules, isOn } from "./part-rules.ts";

/** Namespaces of the formats' own parts, in all their editions; menus and packages say nothing. */
const OWN =
  /openxmlformats\.org|purl\.oclc\.org\/ooxml|schemas\.microsoft\.com\/(?:office|ink|visio)|^urn:(?:schemas-microsoft-com|oasis:names:tc:opendocument):|^http:\/\/openoffice\.org\/2001\/|\/22-rdf-syntax-ns#$/;
/** Parts that name people, companies and places in words of their own, and signatures. */
const FREE = /^(?:customXml|docMetadata)\//i;
const PROPERTIES = /^(?:coreProperties|Properties|document-meta)$/;
/** Parts that readers see. */
const SHOWN = /^(?:document|hdr|ftr|footnotes|endnotes|sld|document-content|document-styles)$/;
/** What is not on the page. */
const APART =
  /^(?:del|moveFrom|comment|cm|annotation|tracked-changes|deletion|previous|notes|hidden-text|hidden-paragraph)$/;

/**
 * Tells what one XML part of a document says beside what it shows (ECMA-376 part 1; ODF 1.3 part 3).
 * Its elements and attributes are looked up by their local names: programs choose names of parts, and
 * versions of the formats differ in namespaces.
 */
export function searchPart(notes: DocumentNotes, place: string, root: XmlNode): void {
  const part = new Part(notes, place, root);
  if (PROPERTIES.test(root.local)) searchProperties(part);
  else if (FREE.test(place) || !isOwn(root) || /signatures$/.test(root.local)) searchFree(part);
  const isShown = SHOWN.test(root.local) && isOn(readValue(root, "show"));
  searchNode(part, root, { isShown, isHidden: false, hasGround: false });
  part.finish();
}

/** Drawings of the older kind (VML) begin without a namespace. */
function isOwn({ local, uri }: XmlNode): boolean {
  return OWN.test(uri) || (local === "xml" && uri === "");
}

/** Counts and settings, which every document has, and lists of what is seen. */
const SILENT =
  /^(?:Pages|Words|Characters|CharactersWithSpaces|Lines|Paragraphs|ScaleCrop|LinksUpToDate|SharedDoc|HyperlinksChanged|DocSecurity|HeadingPairs|TitlesOfParts|Slides|Notes|HiddenSlides|MMClips|PresentationFormat|HLinks|DigSig)$/;
/** What a converter writes: one cycle, no time, the template that all have. */
const NOTHING =
  /^(?:TotalTime 0|revision [01]?|editing-\w+ (?:0|1|P0D|PT0S)|Template Normal(?:\.dotm?)?)$/i;

/** `docProps/*.xml` (ECMA-376 part 2 §11, part 1 §22.2, §22.3), `meta.xml` (ODF 1.3 part 3 §4). */
function searchProperties(part: Part): void {
  for (const node of childrenOf(childrenOf(part.root, "meta")[0] ?? part.root)) {
    const { local, name } = node;
    const value = textOf(node);
    if (SILENT.test(local) || NOTHING.test(`${local} ${value}`)) continue;
    // Somebody or some program has named these.
    const isCustom = /^(?:property|user-defined)$/.test(local);
    part.findings.addField(isCustom ? `custom:${readValue(node, "name") ?? ""}` : name, value);
  }
}

/** XML that others have put in: forms, labels of a company's rules, signatures. */
function searchFree({ findings, root }: Part): void {
  if (root.local === "DataMashup") return;
  searchLeaves(findings, root);
  for (const node of descendantsOf(root))
    for (const { local, name, value } of node.attributes)
      if (/^(?:siteId|id|userId|name|email)$/i.test(local))
        findings.addField(`${node.local} ${name}`, value);
}

/** What is known of an element from those around it. */
interface Surroundings {
  readonly isShown: boolean;
  /** It was told as hidden already. */
  readonly isHidden: boolean;
  /** There may be a dark ground behind its letters. */
  readonly hasGround: boolean;
}

/** No tree is so deep that going down in it is too much: `xml-tree.ts` has a bound. */
function searchNode(part: Part, node: XmlNode, around: Surroundings): void {
  const { notes } = part;
  const { local } = node;
  applyRules(part, node);
  const hasGround = around.hasGround || bringsGround(node);
  const hidden = around.isHidden ? undefined : nameHidden(notes, node, hasGround);
  const words = hidden === undefined ? "" : notes.wordsOf(node);
  if (hidden !== undefined && words !== "") part.findings.add("TEL801", hidden, words);
  const isStyledAway = notes.hiddenStyles.has(readValue(node, "style-name") ?? "");
  const isHidden = around.isHidden || hidden !== undefined;
  const isShown = around.isShown && !isHidden && !isStyledAway && !APART.test(local);
  if (isShown && /^[ph]$/.test(local)) notes.printed.push("");
  for (const child of node.children) {
    if (child.kind === "element") searchNode(part, child, { isShown, isHidden, hasGround });
    else if (isShown && WORDS.test(local)) notes.addPrinted(child.value);
  }
}

/** A child that has to stand first. Others are not looked through: there may be a million. */
function headOf(node: XmlNode, local: string): readonly XmlNode[] {
  const found = node.children.slice(0, 4).find((one) => one.kind === "element");
  return found?.kind === "element" && found.local === local ? childrenOf(found) : [];
}

function bringsGround(node: XmlNode): boolean {
  if (/^(?:tbl|txbxContent)$/.test(node.local)) return true;
  return node.local === "p" && headOf(node, "pPr").some(({ local }) => local === "shd");
}

/** @returns how the words of an element are hidden; undefined where they are seen. */
function nameHidden(notes: DocumentNotes, node: XmlNode, hasGround: boolean): string | undefined {
  const { local } = node;
  if (local === "section" && !isOn(readValue(node, "display"))) return "hidden section";
  if (!/^(?:r|p|h|span|a|section)$/.test(local)) return undefined;
  const properties = headOf(node, `${local}Pr`);
  const styles = properties.filter((one) => /^[rp]Style$/.test(one.local));
  const names = [readValue(node, "style-name"), ...styles.map((one) => readValue(one, "val"))];
  const isStyled = names.some((name) => notes.hiddenStyles.has(name ?? ""));
  if (isStyled || (local === "r" && hasVanish(properties))) return "hidden text";
  return local === "r" && isUnseen(properties, hasGround) ? "white or tiny text" : undefined;
}

function hasVanish(properties: readonly XmlNode[]): boolean {
  return properties.some((one) => one.local === "vanish" && isOn(readValue(one, "val")));
}

/** White letters on nothing, or letters of a point's size. */
function isUnseen(properties: readonly XmlNode[], hasGround: boolean): boolean {
  const valueIn = (local: string) =>
    properties.filter((one) => one.local === local).map((one) => readValue(one, "val") ?? "")[0];
  if (Number(valueIn("sz") ?? "24") <= 2) return true;
  const isOnGround = hasGround || properties.some(({ local }) => /^(?:shd|highlight)$/.test(local));
  return !isOnGround && /^f{6}$/i.test(valueIn("color") ?? "");
}
