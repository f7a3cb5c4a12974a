import type { PrintDocument } from "../print/print-document.ts";

export type BookFacts = Pick<
  PrintDocument,
  "title" | "authors" | "languageTag" | "direction" | "modified" | "identifier"
>;

/** The program's name and nothing else: no version, no system, nothing that tells a machine. */
export const PROGRAM_NAME = "Handpress";

/**
 * The XMP packet (ISO 16684-1): the same facts as the Info dictionary, in the form that libraries
 * read.
 *
 * @param isAccessible whether it names PDF/UA-1 (ISO 14289-1 §5): where all of it that we know to
 *   check holds. Readers look for the mark; to people we say no more than "PDF/UA-ready".
 */
export function writeMetadata(facts: BookFacts, isAccessible: boolean): string {
  const authors = facts.authors.map((author) => `<rdf:li>${escapeXml(author)}</rdf:li>`).join("");
  const language = escapeXml(facts.languageTag);
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:identifier>${escapeXml(facts.identifier)}</dc:identifier>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(facts.title)}</rdf:li><rdf:li xml:lang="${language}">${escapeXml(facts.title)}</rdf:li></rdf:Alt></dc:title>
${authors === "" ? "" : `<dc:creator><rdf:Seq>${authors}</rdf:Seq></dc:creator>\n`}<dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${PROGRAM_NAME}</xmp:CreatorTool>
<xmp:CreateDate>${escapeXml(facts.modified)}</xmp:CreateDate>
<xmp:ModifyDate>${escapeXml(facts.modified)}</xmp:ModifyDate>
<xmp:MetadataDate>${escapeXml(facts.modified)}</xmp:MetadataDate>
<pdf:Producer>${PROGRAM_NAME}</pdf:Producer>${isAccessible ? ACCESSIBLE : ""}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

const ACCESSIBLE =
  '\n<pdfuaid:part xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">1</pdfuaid:part>';

/** Also drops what XML 1.0 §2.2 has no place for. */
function escapeXml(text: string): string {
  return [...text]
    .filter((sign) => sign >= " " || sign === "\n" || sign === "\t")
    .join("")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
