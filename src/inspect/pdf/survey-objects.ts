import type { PdfFile } from "../../pdf-syntax/pdf-file.ts";
import { type PdfDict, PdfStream, type PdfValue } from "../../pdf-syntax/pdf-value.ts";
import { isRemote } from "../disclosure/search-address.ts";
import { lookThrough } from "./look-through.ts";

/** Something that happens on a click, on opening a page, or by itself (ISO 32000-1 §12.6). */
export interface ActionFact {
  /** `URI`, `JavaScript`, `Launch` … */
  readonly type: string;
  /** Address, file or script it is about, as far as it is short. */
  readonly target: string;
}

export interface ImageFact {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly colours: string;
  readonly packing: string;
  readonly bytes: number;
}

export interface EmbeddedFileFact {
  readonly name: string;
  readonly bytes: number;
  readonly hasName: boolean;
}

/** Bytes of streams as they stand in the file. */
export type PartKind = "pages" | "images" | "fonts" | "metadata" | "embedded files" | "other";

/**
 * What is anywhere in the file, also where no page leads: a program that hides something does not
 * take it away.
 */
export interface ObjectSurvey {
  readonly actions: readonly ActionFact[];
  readonly images: readonly ImageFact[];
  readonly embeddedFiles: readonly EmbeddedFileFact[];
  /** Their contents, in the same order. */
  readonly embeddedStreams: readonly (PdfStream | undefined)[];
  /** Addresses of files elsewhere that are drawn, opened or read. */
  readonly remoteFiles: readonly string[];
  readonly fontDicts: readonly PdfDict[];
  readonly parts: ReadonlyMap<PartKind, { readonly count: number; readonly bytes: number }>;
}

const ACTIONS = new Set(
  `GoTo GoToR GoToE Launch Thread URI Sound Movie Hide Named SubmitForm ResetForm ImportData
   JavaScript SetOCGState Rendition Trans GoTo3DView RichMediaExecute`.split(/\s+/),
);
const LONGEST_TARGET = 2000;
/** What only actions have (ISO 32000-1 §12.6.4); elements of the structure have none of these (§14.7.2). */
const OF_ACTIONS = [
  "JS",
  "URI",
  "F",
  "D",
  "N",
  "Win",
  "Unix",
  "Mac",
  "Next",
  "Fields",
  "OP",
  "CMD",
];

/** Elements have a type and a parent as well; a viewer runs an action whatever else stands in it. */
function isElement(dict: PdfDict): boolean {
  return dict.has("P") && !OF_ACTIONS.some((key) => dict.has(key));
}

export function surveyObjects(file: PdfFile): ObjectSurvey {
  const survey = new Surveyor(file);
  for (const number of file.objectNumbers) {
    const value = file.objectOf(number);
    if (value !== undefined) survey.look(value);
  }
  survey.look(file.trailer);
  return survey;
}

class Surveyor implements ObjectSurvey {
  readonly actions: ActionFact[] = [];
  readonly images: ImageFact[] = [];
  readonly embeddedFiles: EmbeddedFileFact[] = [];
  readonly embeddedStreams: (PdfStream | undefined)[] = [];
  readonly remoteFiles: string[] = [];
  readonly fontDicts: PdfDict[] = [];
  readonly parts = new Map<PartKind, { count: number; bytes: number }>();
  readonly #file: PdfFile;
  readonly #programs: ReadonlySet<PdfStream>;
  readonly #contents: ReadonlySet<PdfStream>;
  /** What makes parts of an image transparent: no picture of its own. */
  readonly #masks: ReadonlySet<PdfStream>;

  constructor(file: PdfFile) {
    this.#file = file;
    const programs = new Set<PdfStream>();
    const contents = new Set<PdfStream>();
    const masks = new Set<PdfStream>();
    for (const number of file.objectNumbers) {
      const dict = file.dict(file.objectOf(number));
      for (const key of ["FontFile", "FontFile2", "FontFile3", "ToUnicode", "CIDToGIDMap"]) {
        const stream = file.stream(dict?.get(key));
        if (stream !== undefined) programs.add(stream);
      }
      const mask = file.stream(dict?.get("SMask"));
      if (mask !== undefined) masks.add(mask);
      if (file.name(dict?.get("Type")) !== "Page") continue;
      for (const part of file.oneOrMore(dict?.get("Contents"))) {
        const stream = file.stream(part);
        if (stream !== undefined) contents.add(stream);
      }
    }
    this.#programs = programs;
    this.#contents = contents;
    this.#masks = masks;
  }

  look(value: PdfValue): void {
    if (value instanceof PdfStream) this.#weigh(value);
    lookThrough(value, (dict) => this.#lookAt(dict));
  }

  #lookAt(dict: PdfDict): void {
    const file = this.#file;
    const action = file.name(dict.get("S")) ?? "";
    if (ACTIONS.has(action) && !isElement(dict))
      this.actions.push({ type: action, target: this.#targetOf(dict, action) });
    if (file.name(dict.get("Type")) === "Font" && dict.has("Subtype")) this.fontDicts.push(dict);
    const embedded = file.dict(dict.get("EF"));
    if (embedded !== undefined) {
      const stream = file.stream(embedded.get("F")) ?? file.stream(embedded.get("UF"));
      const name = file.text(dict.get("UF")) ?? file.text(dict.get("F"));
      this.embeddedStreams.push(stream);
      this.embeddedFiles.push({
        name: name ?? "",
        bytes: stream?.packed.length ?? 0,
        hasName: dict.has("F") && dict.has("UF"),
      });
    } else {
      const address = file.text(dict.get("F")) ?? file.text(dict.get("UF")) ?? "";
      const isFile = file.name(dict.get("Type")) === "Filespec";
      if (file.name(dict.get("FS")) === "URL" || (isFile && isRemote(address)))
        this.remoteFiles.push(address);
    }
  }

  #targetOf(dict: PdfDict, action: string): string {
    const file = this.#file;
    const value = dict.get(action === "URI" ? "URI" : action === "JavaScript" ? "JS" : "F");
    const stream = file.stream(value);
    const direct =
      file.text(value) ??
      (stream === undefined
        ? undefined
        : Buffer.from(file.decode(stream)).toString("latin1", 0, LONGEST_TARGET));
    if (direct !== undefined) return direct.slice(0, LONGEST_TARGET);
    const spec = file.dict(value);
    return (
      file.text(spec?.get("UF")) ??
      file.text(spec?.get("F")) ??
      file.name(dict.get("N")) ??
      ""
    ).slice(0, LONGEST_TARGET);
  }

  #weigh(stream: PdfStream): void {
    // Streams of objects and of the table are the file itself.
    if (/^(ObjStm|XRef)$/.test(this.#file.name(stream.dict.get("Type")) ?? "")) return;
    const kind = this.#kindOf(stream);
    const part = this.parts.get(kind) ?? { count: 0, bytes: 0 };
    this.parts.set(kind, { count: part.count + 1, bytes: part.bytes + stream.packed.length });
    if (kind !== "images" || this.#file.name(stream.dict.get("Subtype")) !== "Image") return;
    if (this.#masks.has(stream)) return;
    const { dict } = stream;
    const number = (key: string) => this.#file.number(dict.get(key)) ?? 0;
    const packing = this.#file
      .oneOrMore(dict.get("Filter"))
      .map((one) => this.#file.name(one) ?? "");
    this.images.push({
      widthPx: number("Width"),
      heightPx: number("Height"),
      colours: this.#coloursOf(dict),
      packing: packing.join(" "),
      bytes: stream.packed.length,
    });
  }

  #coloursOf(dict: PdfDict): string {
    const file = this.#file;
    if (file.resolve(dict.get("ImageMask")) === true) return "mask";
    const space = file.resolve(dict.get("ColorSpace"));
    const name = Array.isArray(space) ? file.name(space[0] as PdfValue) : file.name(space ?? null);
    if (name !== "ICCBased") return name?.replace(/^Device/, "") ?? "unknown";
    const channels = file.number(file.dict((space as readonly PdfValue[])[1])?.get("N"));
    return { 1: "Gray", 3: "RGB", 4: "CMYK" }[channels ?? 0] ?? "unknown";
  }

  #kindOf(stream: PdfStream): PartKind {
    const { dict } = stream;
    const subtype = this.#file.name(dict.get("Subtype"));
    const type = this.#file.name(dict.get("Type"));
    if (this.#programs.has(stream)) return "fonts";
    if (this.#contents.has(stream) || subtype === "Form") return "pages";
    if (subtype === "Image") return "images";
    if (type === "Metadata") return "metadata";
    if (type === "EmbeddedFile") return "embedded files";
    return type === "CMap" || subtype === "CIDFontType0C" ? "fonts" : "other";
  }
}
