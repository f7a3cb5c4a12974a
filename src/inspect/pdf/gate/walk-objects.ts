import type { Operand } from "../../../pdf-file/read-content.ts";
import {
  chooseRole,
  grammarOf,
  isKind,
  namesOf,
  ROLES,
  type Role,
  sayRole,
} from "../../../pdf-norm/roles.ts";
import { misfit, type PlainValue } from "../../../pdf-norm/value-kinds.ts";
import { nameInContent } from "../../../pdf-pages/content-operators.ts";
import type { ContentScan } from "../../../pdf-pages/content-scan.ts";
import type { PdfFile } from "../../../pdf-syntax/pdf-file.ts";
import {
  decodeText,
  type PdfDict,
  type PdfList,
  PdfRef,
  PdfStream,
  type PdfValue,
} from "../../../pdf-syntax/pdf-value.ts";
import { unpackStream } from "../../../pdf-syntax/unpack-stream.ts";
import type { PrivacyFindings } from "../../disclosure/privacy-findings.ts";
import type { PdfDocument } from "../read-document.ts";
import { nameUnknownProgram } from "./known-programs.ts";
import { countSurplus } from "./picture-bytes.ts";
import { findShownWords } from "./shown-words.ts";

/** Places that are told of each construct. */
const MOST_PLACES = 5;
/** What has operators in it. */
const DRAWS = new Set(["Content", "Glyph", "Pattern.1", "XObject.Form"]);
/** Only followed, so that what it leads to is not taken for lost. */
const UNKNOWN = "?";

interface Visit {
  readonly value: PdfValue;
  readonly role: string;
  readonly place: string;
  /** By which key it was reached, and of what. */
  readonly name: string;
}

/**
 * Goes from the trailer to everything that it leads to, and tells each construct that the table of
 * roles does not know.
 *
 * @returns numbers of the objects that were reached.
 */
export function walkObjects(findings: PrivacyFindings, document: PdfDocument): ReadonlySet<number> {
  const walker = new Walker(findings, document);
  const { file } = document;
  for (const value of [file.trailer, ...file.sections.map(({ dict }) => dict)])
    walker.walk({ value, role: "Trailer", place: "", name: "trailer" });
  for (const number of file.objectNumbers) {
    const role = roleOfTheFile(file.objectOf(number));
    const value = new PdfRef(number);
    if (role === "ObjStm") file.innerObjects(number);
    if (role !== undefined) walker.walk({ value, role, place: "", name: `a part of the file` });
  }
  walker.addUndrawn();
  return walker.reached;
}

/** What holds other objects, the table, or helps to show the file while it is loaded: nothing refers to it (ISO 32000-1 §7.5, annex F). */
function roleOfTheFile(value: PdfValue | undefined): string | undefined {
  if (value instanceof Map) return value.has("Linearized") ? "Linearized" : undefined;
  const type = value instanceof PdfStream ? value.dict.get("Type") : undefined;
  return type === "/ObjStm" ? "ObjStm" : type === "/XRef" ? "Trailer" : undefined;
}

class Walker {
  readonly reached = new Set<number>();
  readonly #findings: PrivacyFindings;
  readonly #file: PdfFile;
  /** Roles in which a dictionary or a list was judged; nearly always one. */
  readonly #seen = new Map<PdfDict | PdfStream | PdfList, string>();
  readonly #told = new Map<string, number>();
  readonly #waiting: Visit[] = [];

  readonly #scan: ContentScan;
  readonly #pages: ReadonlySet<PdfDict>;
  /** Pictures and drawings that pages have at hand and do not draw. */
  readonly #undrawn = new Map<PdfStream, string>();
  /** What other streams than those of pages may draw. */
  readonly #drawn = new Set<PdfStream>();

  readonly #isShown: (value: Uint8Array) => boolean;

  constructor(findings: PrivacyFindings, document: PdfDocument) {
    const { file, scan, pages } = document;
    this.#findings = findings;
    this.#isShown = findShownWords(document);
    this.#file = file;
    this.#scan = scan;
    this.#pages = new Set(pages.map(({ dict }) => dict));
  }

  addUndrawn(): void {
    for (const [stream, place] of this.#undrawn)
      if (!this.#drawn.has(stream)) this.#findings.at(place).note("TEL808 undrawn", "XObject");
  }

  walk(start: Visit): void {
    this.#waiting.push(start);
    for (let next = this.#waiting.pop(); next !== undefined; next = this.#waiting.pop())
      this.#visit(next);
  }

  #visit(visit: Visit): void {
    const { role, name } = visit;
    let { value, place } = visit;
    for (let steps = 0; value instanceof PdfRef; steps += 1) {
      this.reached.add(value.number);
      place = `object ${value.number}`;
      const found: PdfValue | undefined = steps > 16 ? null : this.#file.objectOf(value.number);
      value = found ?? null;
    }
    if (isPlain(value)) {
      this.#judgePlain(value, role, place, name);
      return;
    }
    if (this.#isSeen(value, role)) return;
    if (Array.isArray(value)) this.#judgeList(value as PdfList, role, place, name);
    else if (value instanceof PdfStream) this.#judge(value.dict, value, role, place, name);
    else this.#judge(value as PdfDict, undefined, role, place, name);
  }

  #judgePlain(value: PlainValue, role: string, place: string, name: string): void {
    const wrong = role === UNKNOWN ? undefined : misfit(grammarOf(role), value);
    if (wrong !== undefined) this.#add(place, "value", `${name}: ${wrong}`);
    else if (role === "words" && value instanceof Uint8Array && !this.#isShown(value))
      this.#add(place, "value", `${name}: (${decodeText(value).slice(0, 80)}), on no page`);
  }

  #judgeList(list: PdfList, role: string, place: string, name: string): void {
    if (isKind(role) && !/\*$|^any$|^rect$/.test(role))
      this.#add(place, "list", `${name} as a list`);
    if (role === "rect" && list.length !== 4)
      this.#add(place, "list", `${name} with ${list.length} numbers`);
    for (const one of list) this.#enter(one, role, place, name);
  }

  #isSeen(value: PdfDict | PdfStream | PdfList, role: string): boolean {
    const before = this.#seen.get(value);
    const mark = `${role} `;
    if (before?.includes(mark) === true) return true;
    this.#seen.set(value, before === undefined ? mark : before + mark);
    return false;
  }

  #judge(
    dict: PdfDict,
    stream: PdfStream | undefined,
    given: string,
    place: string,
    name: string,
  ): void {
    if (given === UNKNOWN || given === "any") this.#follow(dict, UNKNOWN, place, name);
    else if (isKind(given)) this.#add(place, stream ? "stream" : "dictionary", name);
    else if (given.startsWith("Map:")) this.#judgeMap(dict, given.slice(4), place, name);
    else if (given.startsWith("Tree:")) this.#judgeTree(dict, given, place, name);
    else {
      const chosen = chooseRole(this.#file, given, dict, stream !== undefined);
      if (chosen.startsWith("Map:")) this.#judgeMap(dict, chosen.slice(4), place, name);
      else this.#judgeRole(dict, stream, chosen, place, name);
    }
  }

  #judgeRole(
    dict: PdfDict,
    stream: PdfStream | undefined,
    chosen: string,
    place: string,
    name: string,
  ): void {
    const role = ROLES.get(chosen);
    if (role === undefined) {
      this.#add(place, "kind", `${name} of the kind ${chosen}`);
      this.#follow(dict, UNKNOWN, place, name);
      return;
    }
    if (role.takesAny) {
      this.#follow(dict, UNKNOWN, place, name);
      return;
    }
    if (role.stream !== "maybe" && (stream !== undefined) !== (role.stream === "always"))
      this.#add(
        place,
        stream ? "stream" : "dictionary",
        `${name} as a ${stream ? "stream" : "dictionary"}`,
      );
    if (stream !== undefined) this.#judgeStream(stream, role, place, name);
    if (chosen === "Tree.Page" && !this.#pages.has(dict))
      this.#add(place, "page", "a page that no tree of pages lists");
    for (const [key, value] of dict) {
      const leads = role.keys.get(key);
      const keyName = `/${key} of ${sayRole(role)}`;
      if (leads === undefined) this.#add(place, "key", keyName);
      this.#enter(value, leads ?? UNKNOWN, place, keyName);
    }
    if (chosen === "Descriptor") this.#judgeFamily(dict, place);
  }

  /** A font's name begins with that of its family (ISO 32000-1 §9.8.1). */
  #judgeFamily(dict: PdfDict, place: string): void {
    const family = this.#file.text(dict.get("FontFamily"))?.replace(/[ -]/g, "") ?? "";
    const name = this.#file.name(dict.get("FontName"))?.replaceAll("-", "") ?? "";
    if (!name.includes(family)) this.#add(place, "value", `the family ${family} of ${name}`);
  }

  #enter(value: PdfValue, role: string, place: string, name: string): void {
    if (isPlain(value)) this.#judgePlain(value, role, place, name);
    else this.#waiting.push({ value, role, place, name });
  }

  #judgeStream(stream: PdfStream, role: Role, place: string, name: string): void {
    const unpacked = unpackStream(this.#file, stream);
    if (typeof unpacked === "string") this.#add(place, "stream", `${name}: ${unpacked}`);
    else {
      const unknown = nameUnknownProgram(role.name, unpacked);
      const surplus = countSurplus(this.#file, role.name, stream.dict, unpacked.length);
      if (surplus > 0) this.#add(place, "picture", `${surplus} bytes behind the rows of ${name}`);
      if (unknown !== undefined) this.#add(place, "program", `${unknown} in ${name}`);
      if (DRAWS.has(role.name) && !this.#scan.read.has(stream))
        this.#judgeDrawing(stream, unpacked, place, name);
    }
    const isAtHand = name.startsWith("/XObject of ") && role.name.startsWith("XObject.");
    if (isAtHand && !this.#scan.read.has(stream)) this.#undrawn.set(stream, place);
  }

  /** Content that is on no page: a pattern, a glyph, what is seen when a field is pressed. */
  #judgeDrawing(stream: PdfStream, bytes: Uint8Array, place: string, name: string): void {
    const file = this.#file;
    const resources = file.dict(stream.dict.get("Resources"));
    // Glyphs have those of their font, which are not at hand here.
    const find = (kind: string, one: Operand | undefined) =>
      resources === undefined ? null : file.dict(resources.get(kind))?.get(String(one).slice(1));
    for (const unknown of nameInContent(bytes, file.limits, find))
      this.#add(place, "content", `${unknown} in ${name}`);
    const objects = file.dict(resources?.get("XObject"));
    for (const value of objects?.values() ?? []) {
      const object = file.stream(value);
      if (object !== undefined) this.#drawn.add(object);
    }
  }

  /** A name or number tree (ISO 32000-1 §7.9.6). */
  #judgeTree(dict: PdfDict, role: string, place: string, name: string): void {
    const leaf = role.slice(5);
    const names = leaf === "Dest" ? "place*" : leaf === "Element" ? "id*" : "text*";
    for (const [key, value] of dict) {
      if (key === "Kids") this.#enter(value, role, place, name);
      else if (key === "Limits") this.#enter(value, `${names.slice(0, -1)}|int*`, place, name);
      else if (key === "Names" || key === "Nums") {
        for (const [at, one] of (this.#file.list(value) ?? []).entries())
          this.#enter(one, at % 2 === 1 ? leaf : key === "Nums" ? "int" : names, place, name);
        if (value instanceof PdfRef) this.#enter(value, "any", place, name);
      } else {
        this.#add(place, "key", `/${key} in ${name}`);
        this.#enter(value, UNKNOWN, place, name);
      }
    }
  }

  /** Things by names that the file gives them. */
  #judgeMap(dict: PdfDict, role: string, place: string, name: string): void {
    for (const [key, value] of dict) {
      const wrong = misfit(namesOf(role), `/${key}`);
      if (wrong !== undefined) this.#add(place, "name", `${name}: ${wrong}`);
      this.#enter(value, role, place, name);
    }
  }

  #follow(dict: PdfDict, role: string, place: string, name: string): void {
    for (const value of dict.values()) this.#enter(value, role, place, name);
  }

  #add(place: string, kind: string, name: string): void {
    // A file may have a thousand words where one is not expected.
    const construct = name.split(": ")[0] ?? name;
    const count = (this.#told.get(construct) ?? 0) + 1;
    this.#told.set(construct, count);
    if (count <= MOST_PLACES) this.#findings.at(place).add("TEL705", kind, name);
  }
}

function isPlain(value: PdfValue): value is PlainValue {
  return typeof value !== "object" || value === null || value instanceof Uint8Array;
}
