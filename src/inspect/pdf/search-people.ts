import type { PdfFile } from "../../pdf-syntax/pdf-file.ts";
import type { PdfDict, PdfValue } from "../../pdf-syntax/pdf-value.ts";
import type { PrivacyFindings } from "../disclosure/privacy-findings.ts";

/** What a signature says of its maker, and what that is called here (ISO 32000-1 table 252). */
const SIGNATURE_FIELDS = {
  Name: "signature: author",
  Location: "signature: location",
  ContactInfo: "signature: contact",
  Reason: "signature: reason",
  M: "signature: date",
} as const;

/** Texts that a reader is shown, where an address or a folder can be part of the advice. */
const SHOWN = new Set("URI URL Title T TU TM ActualText E Contents RC V DV Opt CA".split(" "));

/** Tells of people and machines that a dictionary names, whatever it is a part of. */
export function searchPeople(findings: PrivacyFindings, file: PdfFile, dict: PdfDict): void {
  searchSignature(findings, file, dict);
  const text = (key: string) => file.text(dict.get(key)) ?? "";
  // Its fields are all told as metadata.
  if (dict === file.dict(file.trailer.get("Info"))) return;
  const isLostInfo = dict.has("Producer") || (dict.has("Creator") && dict.has("CreationDate"));
  if (isLostInfo) {
    searchLostInfo(findings, file, dict);
    return;
  }
  for (const key of ["F", "UF"]) if (isShare(text(key))) findings.add("TEL204", "file", text(key));
  // Of an article's thread (ISO 32000-1 §12.4.3), and wherever else programs write it.
  findings.addField("part: author", text("Author"));
  // Who a layer is for, and what made it (§8.11.4.4).
  const user = file.dict(dict.get("User"));
  for (const one of file.oneOrMore(user?.get("Name")))
    findings.addField("layer: person", file.text(one) ?? "");
  const maker = file.dict(dict.get("CreatorInfo"));
  findings.addField("layer: software", file.text(maker?.get("Creator")) ?? "");
  // What an organisation keeps of a part (§14.7.5.4).
  if (file.name(dict.get("O")) === "UserProperties") {
    for (const one of file.oneOrMore(dict.get("P"))) {
      const property = file.dict(one);
      const name = file.text(property?.get("N")) ?? "";
      findings.addField(`property: ${name}`, file.text(property?.get("V")) ?? "");
    }
  }
  // Pages that were taken from the web or from a network at home (§14.10).
  for (const address of [...listSources(file, dict.get("SI")), text("URL")])
    if (address !== "") findings.add("TEL952", "taken from", address);
  for (const [key, value] of dict) {
    if (value instanceof Uint8Array && !SHOWN.has(key)) findings.addText(key, text(key));
  }
}

/** An information dictionary that the file's end does not name any more (ISO 32000-1 §14.3.3). */
function searchLostInfo(findings: PrivacyFindings, file: PdfFile, dict: PdfDict): void {
  for (const [key, value] of dict)
    for (const one of file.oneOrMore(value)) findings.addField(`Info:${key}`, file.text(one) ?? "");
}

/** A folder that another machine shares: opening it tells that machine the user's name. */
function isShare(path: string): boolean {
  return /^(?:\\\\|\/\/)[^\\/]/.test(path);
}

/** A signature holds its maker's certificate, which has a name, a mail address, a number. */
function searchSignature(findings: PrivacyFindings, file: PdfFile, dict: PdfDict): void {
  const type = file.name(dict.get("Type"));
  if (!dict.has("ByteRange") && type !== "Sig" && type !== "DocTimeStamp") return;
  for (const [key, field] of Object.entries(SIGNATURE_FIELDS))
    findings.addField(field, file.text(dict.get(key)) ?? "");
  const contents = file.resolve(dict.get("Contents"));
  if (contents instanceof Uint8Array && contents.some((byte) => byte !== 0))
    findings.note("TEL101 certificate", "signature");
}

function listSources(file: PdfFile, value: PdfValue | undefined): readonly string[] {
  return file.oneOrMore(value).flatMap((one) => {
    const aliases = file.dict(file.dict(one)?.get("AU"));
    const address = file.text(file.dict(one)?.get("AU")) ?? file.text(aliases?.get("U"));
    return address === undefined ? [] : [address];
  });
}
