import type { PdfFile } from "../../../pdf-syntax/pdf-file.ts";
import {
  type PdfDict,
  type PdfList,
  PdfRef,
  PdfStream,
  type PdfValue,
} from "../../../pdf-syntax/pdf-value.ts";
import { unpackStream } from "../../../pdf-syntax/unpack-stream.ts";
import type { Traces } from "../../disclosure/traces.ts";
import { nameInContent } from "../document/content-operators.ts";
import type { ContentScan } from "../document/content-scan.ts";
import type { PdfDocument } from "../document/read-document.ts";
import { nameUnknownProgram } from "./known-programs.ts";
import { BY, ROLES, type Role } from "./roles.ts";

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
export function walkObjects(traces: Traces, document: PdfDocument): ReadonlySet<number> {
  const walker = new Walker(traces, document);
  walker.walk({ value: document.file.trailer, role: "Trailer", place: "", name: "trailer" });
  walker.tellUndrawn();
  return walker.reached;
}

class Walker {
  readonly reached = new Set<number>();
  readonly #traces: Traces;
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

  constructor(traces: Traces, { file, scan, pages }: PdfDocument) {
    this.#traces = traces;
    this.#file = file;
    this.#scan = scan;
    this.#pages = new Set(pages.map(({ dict }) => dict));
  }

  tellUndrawn(): void {
    for (const [stream, place] of this.#undrawn)
      if (!this.#drawn.has(stream))
        this.#traces.add("TEL808", place, "XObject", "a picture or drawing that no page shows");
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
    if (typeof value !== "object" || value === null || value instanceof Uint8Array) return;
    if (this.#isSeen(value, role)) return;
    if (Array.isArray(value)) {
      for (const one of value as PdfList)
        if (typeof one === "object" && one !== null && !(one instanceof Uint8Array))
          this.#waiting.push({ value: one, role, place, name });
    } else if (value instanceof PdfStream) this.#judge(value.dict, value, role, place, name);
    else this.#judge(value as PdfDict, undefined, role, place, name);
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
    if (given === UNKNOWN) this.#follow(dict, () => UNKNOWN, place, name);
    else if (given === "") this.#tell(place, stream ? "stream" : "dictionary", name);
    else if (given.startsWith("Map:")) this.#follow(dict, () => given.slice(4), place, name);
    else if (given.startsWith("Tree:")) this.#judgeTree(dict, given, place, name);
    else {
      const chosen = chooseRole(this.#file, given, dict, stream !== undefined);
      if (chosen.startsWith("Map:")) this.#follow(dict, () => chosen.slice(4), place, name);
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
      this.#tell(place, "kind", `${name} of the kind ${chosen}`);
      this.#follow(dict, () => UNKNOWN, place, name);
      return;
    }
    if (role.takesAny) {
      this.#follow(dict, () => UNKNOWN, place, name);
      return;
    }
    if (role.stream !== "maybe" && (stream !== undefined) !== (role.stream === "always"))
      this.#tell(
        place,
        stream ? "stream" : "dictionary",
        `${name} as a ${stream ? "stream" : "dictionary"}`,
      );
    if (stream !== undefined) this.#judgeStream(stream, role, place, name);
    if (chosen === "Tree.Page" && !this.#pages.has(dict))
      this.#tell(place, "page", "a page that no tree of pages lists");
    for (const [key, value] of dict) {
      const leads = role.keys.get(key);
      if (typeof value !== "object") {
        if (leads === undefined) this.#tell(place, "key", `/${key} of ${sayRole(role)}`);
      } else if (value !== null) {
        const isKnown = leads !== undefined;
        if (!isKnown) this.#tell(place, "key", `/${key} of ${sayRole(role)}`);
        if (value instanceof Uint8Array) continue;
        this.#waiting.push({
          value,
          role: leads ?? UNKNOWN,
          place,
          name: `/${key} of ${sayRole(role)}`,
        });
      }
    }
  }

  #judgeStream(stream: PdfStream, role: Role, place: string, name: string): void {
    const unpacked = unpackStream(this.#file, stream, role.name === "XObject.Image");
    if (typeof unpacked === "string") this.#tell(place, "stream", `${name}: ${unpacked}`);
    else {
      const unknown = nameUnknownProgram(role.name, unpacked);
      if (unknown !== undefined) this.#tell(place, "program", `${unknown} in ${name}`);
      if (DRAWS.has(role.name) && !this.#scan.read.has(stream))
        this.#judgeDrawing(stream, unpacked, place, name);
    }
    const isAtHand = name.startsWith("/XObject of ") && role.name.startsWith("XObject.");
    if (isAtHand && !this.#scan.read.has(stream)) this.#undrawn.set(stream, place);
  }

  /** Content that is on no page: a pattern, a glyph, what is seen when a field is pressed. */
  #judgeDrawing(stream: PdfStream, bytes: Uint8Array, place: string, name: string): void {
    const file = this.#file;
    for (const unknown of nameInContent(bytes, file.limits))
      this.#tell(place, "content", `${unknown} in ${name}`);
    const objects = file.dict(file.dict(stream.dict.get("Resources"))?.get("XObject"));
    for (const value of objects?.values() ?? []) {
      const object = file.stream(value);
      if (object !== undefined) this.#drawn.add(object);
    }
  }

  /** A name or number tree (ISO 32000-1 §7.9.6). */
  #judgeTree(dict: PdfDict, role: string, place: string, name: string): void {
    for (const [key, value] of dict) {
      const lead = key === "Kids" ? role : key === "Names" || key === "Nums" ? role.slice(5) : "";
      if (lead === "" && key !== "Limits") this.#tell(place, "key", `/${key} in ${name}`);
      this.#waiting.push({ value, role: lead, place, name });
    }
  }

  #follow(dict: PdfDict, roleOf: () => string, place: string, name: string): void {
    for (const value of dict.values())
      if (typeof value === "object" && value !== null)
        this.#waiting.push({ value, role: roleOf(), place, name });
  }

  #tell(place: string, kind: string, name: string): void {
    const count = (this.#told.get(name) ?? 0) + 1;
    this.#told.set(name, count);
    if (count <= MOST_PLACES) this.#traces.add("TEL705", place, kind, name);
  }
}

function sayRole({ name }: Role): string {
  const words = name.split(".");
  const last = words.at(-1) ?? name;
  return /^(?:Annot|Action|Font|Function|Pattern|Attributes)$/.test(words[0] ?? "") &&
    words.length > 1
    ? `${words[0]} ${last}`
    : last;
}

/** What a dictionary is, where the key by which it was reached leaves a choice. */
function chooseRole(file: PdfFile, given: string, dict: PdfDict, isStream: boolean): string {
  const has = (key: string) => dict.has(key);
  const type = file.name(dict.get("Type"));
  switch (given) {
    case "Colours":
      if (has("FunctionType")) return choose(file, "Function", dict);
      if (isStream) return has("N") ? "Colours.Icc" : "Colours.Lookup";
      return has("WhitePoint") ? "Colours.Cal" : "Colours.Names";
    case "Owner":
      return choose(file, isStream ? "XObject" : "Annot", dict);
    case "Look":
      return isStream ? choose(file, "XObject", dict) : "Map:XObject";
    case "Start":
      if (has("S") && type !== "Page") return choose(file, "Action", dict);
      return chooseRole(file, "Dest", dict, isStream);
    case "Dest":
      return has("D") && type === undefined ? "Dest.To" : choose(file, "Tree", dict);
    case "Properties":
      return type === "OCG" || type === "OCMD" ? `Layer.${type}` : "Properties.Mark";
    case "Tree":
      if (type === undefined) return has("Kids") ? "Tree.Pages" : "Tree.Page";
  }
  return choose(file, given, dict);
}

function choose(file: PdfFile, given: string, dict: PdfDict): string {
  const by = BY[given];
  if (by === undefined) return given;
  const [key, missing = "?"] = by;
  const value = file.resolve(dict.get(key));
  const chosen = typeof value === "string" ? value.slice(1) : String(value ?? missing);
  return `${given}.${chosen}`;
}
