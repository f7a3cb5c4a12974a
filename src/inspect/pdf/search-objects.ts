import type { PdfFile } from "../../pdf-syntax/pdf-file.ts";
import { type PdfDict, PdfStream, type PdfValue } from "../../pdf-syntax/pdf-value.ts";
import type { StrayBytes } from "../../pdf-syntax/stray-bytes.ts";
import type { PrivacyFindings } from "../disclosure/privacy-findings.ts";
import { isRemote } from "../disclosure/search-address.ts";
import { readXmp } from "../disclosure/xmp-packet.ts";
import { imageTypeOf } from "../image/read-image.ts";
import { searchImage } from "../image/search-image.ts";
import { lookThrough } from "./look-through.ts";
import type { PdfDocument } from "./read-document.ts";
import { readProfileName } from "./read-profile-name.ts";
import { searchStrayField } from "./search-fields.ts";
import { searchLayer } from "./search-layers.ts";
import { searchPeople } from "./search-people.ts";

/** Pictures of one file that are looked into. */
const MOST_PICTURES = 5000;

/**
 * Tells what objects anywhere in the file say: pictures that keep the notes of a camera, metadata of
 * parts, private data of programs, what is fetched or run by itself.
 */
export function searchObjects(
  findings: PrivacyFindings,
  { file, catalog }: PdfDocument,
  stray: StrayBytes,
): void {
  const search = new ObjectSearch(findings, file, file.stream(catalog.get("Metadata")));
  for (const number of file.objectNumbers) {
    const value = file.objectOf(number);
    if (value !== undefined) search.look(value, `object ${number}`);
  }
  for (const { number, value } of stray.objects)
    search.look(value, `object ${number}, which nothing refers to`);
  const first = file.dict(catalog.get("OpenAction"));
  const type = file.name(first?.get("S")) ?? "GoTo";
  if (type !== "GoTo") findings.note("TEL705 opening", "OpenAction", { type });
  searchOwnAction(findings, file, catalog.get("OpenAction"));
}

class ObjectSearch {
  readonly #findings: PrivacyFindings;
  readonly #file: PdfFile;
  /** The file's own metadata, which is told as such, and others that were read. */
  readonly #packets = new Set<PdfStream>();
  readonly #profiles = new Set<PdfStream>();
  #pictures = 0;

  constructor(findings: PrivacyFindings, file: PdfFile, metadata: PdfStream | undefined) {
    this.#findings = findings;
    this.#file = file;
    if (metadata !== undefined) this.#packets.add(metadata);
  }

  look(value: PdfValue, place: string): void {
    const file = this.#file;
    const findings = this.#findings.at(place);
    if (value instanceof PdfStream) this.#searchStream(findings, value);
    lookThrough(value, (dict) => {
      searchDict(findings, file, dict);
      searchPeople(findings, file, dict);
      searchLayer(findings, file, dict);
      searchStrayField(findings, file, dict);
      searchProfile(this.#findings, file, dict, this.#profiles);
      const packet = file.stream(dict.get("Metadata"));
      if (packet !== undefined) this.#searchPacket(findings, packet);
    });
  }

  #searchStream(findings: PrivacyFindings, stream: PdfStream): void {
    const file = this.#file;
    const packing = file.oneOrMore(stream.dict.get("Filter")).map((one) => file.name(one));
    const isPicture =
      packing.some((one) => /^(?:DCTDecode|DCT|JPXDecode)$/.test(one ?? "")) ||
      (packing.length === 0 && imageTypeOf(stream.packed) !== undefined);
    if (isPicture && this.#pictures++ < MOST_PICTURES) searchImage(findings, file.decode(stream));
    else if (isPicture)
      this.#findings.note("TEL705 manyPictures", "picture", { most: MOST_PICTURES });
    if (file.name(stream.dict.get("Type")) === "Metadata") this.#searchPacket(findings, stream);
    searchExternal(findings, file, stream.dict);
  }

  #searchPacket(findings: PrivacyFindings, stream: PdfStream): void {
    if (this.#packets.has(stream)) return;
    this.#packets.add(stream);
    const found = readXmp(this.#file.decode(stream));
    for (const { name, value } of found ?? []) findings.addField(name, value);
    if (found === undefined) findings.note("TEL705 unreadable", "XMP");
  }
}

function searchDict(findings: PrivacyFindings, file: PdfFile, dict: PdfDict): void {
  // What a program keeps for itself (ISO 32000-1 §14.5).
  for (const [program, entry] of file.dict(dict.get("PieceInfo")) ?? []) {
    findings.add("TEL507", "PieceInfo", program);
    const date = file.text(file.dict(entry)?.get("LastModified"));
    if (date !== undefined) findings.addField("PieceInfo date", date);
  }
  // A page of another file that is drawn here (ISO 32000-1 §8.10.4).
  const reference = file.dict(dict.get("Ref"));
  if (reference !== undefined && file.name(dict.get("Subtype")) === "Form")
    findings.add("TEL201", "page of another file", readFileName(file, reference.get("F")));
  // What happens when a page is opened, closed or merely seen (ISO 32000-1 §12.6.3).
  for (const [, action] of file.dict(dict.get("AA")) ?? []) searchOwnAction(findings, file, action);
  if (dict.has("JS") && file.name(dict.get("S")) !== "JavaScript")
    findings.add("TEL301", "JS", readProgram(file, dict.get("JS")));
  if (file.dict(dict.get("XFA")) !== undefined || file.list(dict.get("XFA")) !== undefined)
    findings.note("TEL301 form", "XFA");
  // A small copy of the page as it was once (ISO 32000-1 §12.3.4).
  if (file.stream(dict.get("Thumb")) !== undefined) findings.note("TEL702 page", "Thumb");
  const subtype = file.name(dict.get("Subtype"));
  if (dict.has("Rect") && (subtype === "RichMedia" || subtype === "Movie" || subtype === "3D"))
    findings.note("TEL301 player", subtype);
}

/** @param known those that were read: all pictures of a file may have the same. */
function searchProfile(
  findings: PrivacyFindings,
  file: PdfFile,
  dict: PdfDict,
  known: Set<PdfStream>,
): void {
  const space = dict.get("ColorSpace") ?? dict.get("DestOutputProfile");
  const found = file.resolve(space);
  const profile = Array.isArray(found) ? file.stream(found[1] as PdfValue) : file.stream(space);
  if (profile === undefined || known.has(profile)) return;
  known.add(profile);
  if (file.number(profile.dict.get("N")) === undefined) return;
  const name = readProfileName(file.decode(profile));
  if (name !== undefined) findings.addField("ICC Description", name);
}

/** The data of a stream can lie in another file or on the web (ISO 32000-1 §7.3.8.2). */
function searchExternal(findings: PrivacyFindings, file: PdfFile, dict: PdfDict): void {
  const target = file.resolve(dict.get("F"));
  if (!(target instanceof Map) && !(target instanceof Uint8Array)) return;
  findings.add("TEL201", "external stream", readFileName(file, dict.get("F")));
}

function readProgram(file: PdfFile, value: PdfValue | undefined): string {
  const stream = file.stream(value);
  return (
    file.text(value) ??
    (stream === undefined ? "" : Buffer.from(file.decode(stream)).toString("latin1", 0, 300))
  );
}

/** Of a file specification, which is a text or a dictionary (ISO 32000-1 §7.11). */
function readFileName(file: PdfFile, value: PdfValue | undefined): string {
  return file.text(value) ?? file.text(file.dict(value)?.get("F")) ?? "";
}

/** A chain of actions; viewers follow it to its end. */
const MOST_ACTIONS = 100;

/**
 * Of actions that run without a click, those that reach out: to the web, or to a file on another
 * machine, to which Windows shows who is logged in. Others are told wherever they stand.
 */
function searchOwnAction(
  findings: PrivacyFindings,
  file: PdfFile,
  value: PdfValue | undefined,
): void {
  const waiting = [file.dict(value)];
  const seen = new Set<PdfDict>();
  for (let at = 0; at < waiting.length && at < MOST_ACTIONS; at += 1) {
    const action = waiting[at];
    if (action === undefined || seen.has(action)) continue;
    seen.add(action);
    const type = file.name(action.get("S")) ?? "";
    const target = type === "URI" ? file.text(action.get("URI")) : readTarget(file, action);
    if (type === "URI" || isRemote(target ?? ""))
      findings.add("TEL201", `${type} that opens by itself`, target ?? "");
    // One or a list (ISO 32000-1 table 193).
    for (const next of file.oneOrMore(action.get("Next")).slice(0, MOST_ACTIONS))
      waiting.push(file.dict(next));
  }
}

function readTarget(file: PdfFile, action: PdfDict): string | undefined {
  const named = action.get("F") ?? file.dict(action.get("Win"))?.get("F");
  const spec = file.dict(named);
  return file.text(named) ?? file.text(spec?.get("UF")) ?? file.text(spec?.get("F"));
}
