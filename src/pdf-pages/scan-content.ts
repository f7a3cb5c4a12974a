import { multiply } from "../pdf-file/matrix.ts";
import { intersect, placeBox } from "../pdf-file/page-box.ts";
import { type Operand, readOperations } from "../pdf-file/read-content.ts";
import type { PdfFile } from "../pdf-syntax/pdf-file.ts";
import type { PdfStream, PdfValue } from "../pdf-syntax/pdf-value.ts";
import { costOf, joinContents, MOST_OPERANDS } from "./content-cost.ts";
import { nameUnknownOperation } from "./content-operators.ts";
import { addTo, ContentScan } from "./content-scan.ts";
import { changeState, type DrawingState, findUnsure, START } from "./drawing-state.ts";
import { placeLook, readBox, readMatrix } from "./form-space.ts";
import { PaintedPage } from "./painted-page.ts";
import { readMarkProperties } from "./read-mark-properties.ts";
import type { PdfPage } from "./read-pages.ts";
import type { Structure, StructureElement } from "./read-structure.ts";
import { ElementTexts, SAYING } from "./said-text.ts";
import { showText } from "./show-text.ts";
import type { Scope } from "./surroundings.ts";
import { TextCursor } from "./text-cursor.ts";

/** Forms within forms: real ones nest a few times. */
const MOST_FORMS = 24;

/** Beginning to read a form takes as long as so many operations. */
const FORM_COST = 50;
const LONGEST_KEPT_BYTES = 1_000_000;

/** Reads the content of all pages and of the forms they draw. */
export function scanContent(
  file: PdfFile,
  pages: readonly PdfPage[],
  structure: Structure | undefined,
): ContentScan {
  const scan = new ContentScan();
  const texts = new ElementTexts(file, structure);
  const scanner = new Scanner(file, structure, scan, texts);
  for (const page of pages) {
    const { number, dict, resources, box } = page;
    const painted = new PaintedPage(file.limits, box);
    const scope = { page: number, box, painted, element: undefined, state: START, depth: 0 };
    try {
      for (const part of file.oneOrMore(dict.get("Contents"))) {
        const stream = file.stream(part);
        if (stream !== undefined) scan.read.add(stream);
      }
      scanner.read(joinContents(file, dict.get("Contents")), { ...scope, owner: dict, resources });
      scanner.readAnnotations(page, scope);
    } catch (error) {
      // More operands than any page has, or arrays nested deeper than this machine's stack.
      if (!(error instanceof RangeError)) throw error;
      scan.unread.push(number);
    }
    scan.addPainted(number, painted);
  }
  for (const { page, count } of texts.listUndrawn()) addTo(scan.said, page, "text", count);
  return scan;
}

class Scanner {
  readonly #file: PdfFile;
  readonly #structure: Structure | undefined;
  readonly #scan: ContentScan;
  readonly #elementTexts: ElementTexts;
  readonly #decoded = new WeakMap<PdfStream, Uint8Array>();

  constructor(
    file: PdfFile,
    structure: Structure | undefined,
    scan: ContentScan,
    elementTexts: ElementTexts,
  ) {
    this.#file = file;
    this.#structure = structure;
    this.#scan = scan;
    this.#elementTexts = elementTexts;
  }

  read(bytes: Uint8Array, scope: Scope): void {
    let { state } = scope;
    const saved: DrawingState[] = [];
    const marks = [scope.element];
    const cursor = new TextCursor();
    const find = (kind: string, name: Operand | undefined) => this.#resource(scope, kind, name);
    const note = (what: string) => addTo(this.#scan.unknown, scope.page, what, 1);
    for (const operation of readOperations(bytes, MOST_OPERANDS, note)) {
      const { operator, operands } = operation;
      if (!this.#file.limits.spend("drawing operations", costOf(operands))) return;
      const unknown = nameUnknownOperation(operation, find);
      if (unknown !== undefined) note(unknown);
      const element = marks.at(-1);
      switch (operator) {
        case "q":
          saved.push(state);
          break;
        case "Q":
          state = saved.pop() ?? state;
          break;
        case "BMC":
        case "BDC":
          marks.push(this.#enter(scope, operands) ?? element);
          break;
        case "EMC":
          if (marks.length > 1) {
            marks.pop();
            addTo(this.#scan.said, scope.page, "text", this.#scan.speaking.leave());
          }
          break;
        case "'":
        case '"':
        case "Tj":
        case "TJ":
          if (operator === '"')
            state = {
              ...state,
              wordSpace: Number(operands[0]) || 0,
              characterSpace: Number(operands[1]) || 0,
            };
          if (!operator.startsWith("T")) cursor.nextLine(state);
          this.#show(scope, element, state, cursor, operands.at(-1));
          break;
        case "sh":
          scope.painted.addShading(state);
          break;
        case "EI":
          scope.painted.addPicture(state);
          break;
        case "Do":
          this.#drawObject(scope, element, state, operands[0]);
          break;
        default: {
          if (operator === "TD") state = { ...state, leading: -(Number(operands[1]) || 0) };
          if (cursor.follow(operator, operands, state)) break;
          const changed = changeState(this.#file, state, operator, operands, find);
          if (changed !== undefined) state = changed;
          else {
            const clip = scope.painted.follow(operator, operands, state);
            if (clip !== undefined) state = { ...state, clip: clip.clip, cuts: clip.cuts };
          }
        }
      }
    }
    // Marks that have no end say what is within them all the same.
    for (let open = marks.length; open > 1; open -= 1)
      addTo(this.#scan.said, scope.page, "text", this.#scan.speaking.leave());
  }

  /** What lies on the page is painted over it (ISO 32000-1 §12.5.5). */
  readAnnotations({ dict, resources }: PdfPage, start: Omit<Scope, "owner" | "resources">): void {
    const file = this.#file;
    for (const value of file.list(dict.get("Annots")) ?? []) {
      const annotation = file.dict(value);
      const box = readBox(file, annotation?.get("Rect"));
      if (annotation === undefined || box === undefined) continue;
      const looks = file.resolve(file.dict(annotation.get("AP"))?.get("N"));
      const chosen =
        looks instanceof Map ? looks.get(file.name(annotation.get("AS")) ?? "") : looks;
      const form = file.stream(chosen);
      if (form === undefined) {
        const inside = file.list(annotation.get("IC")) ?? [];
        const ground = file.list(file.dict(annotation.get("MK"))?.get("BG")) ?? [];
        if (inside.length + ground.length > 0) start.painted.addBox(box, START, undefined);
        continue;
      }
      const state = { ...START, matrix: placeLook(file, form, box) };
      this.#drawForm({ ...start, owner: dict, resources }, undefined, state, form);
    }
  }

  /** @returns the element to which belongs what a mark encloses, where it names one. */
  #enter(scope: Scope, operands: readonly Operand[]): StructureElement | undefined {
    const named = this.#resource(scope, "Properties", operands[1]);
    const properties = readMarkProperties(this.#file, operands[1], named);
    if (!this.#scan.speaking.enter(SAYING.map((key) => properties.bytes(key))))
      addTo(this.#scan.unknown, scope.page, "too many marks in each other that say a text", 1);
    const mark = operands[0] === "/Artifact" ? undefined : properties.number("MCID");
    return mark === undefined ? undefined : this.#structure?.elementOfMark(scope.owner, mark);
  }

  #show(
    scope: Scope,
    element: StructureElement | undefined,
    state: DrawingState,
    cursor: TextCursor,
    shown: Operand | undefined,
  ): void {
    this.#scan.elementSays = this.#elementTexts.of(element);
    if (!showText(this.#file, this.#scan, scope, state, cursor, shown)) return;
    const unsure = findUnsure(state);
    if (unsure !== undefined) addTo(this.#scan.unknown, scope.page, unsure, 1);
  }

  #drawObject(
    scope: Scope,
    element: StructureElement | undefined,
    state: DrawingState,
    name: Operand | undefined,
  ): void {
    const object = this.#file.stream(this.#resource(scope, "XObject", name));
    if (object === undefined) return;
    if (this.#file.name(object.dict.get("Subtype")) !== "Form") {
      this.#scan.read.add(object);
      scope.painted.addPicture(state);
      return;
    }
    this.#drawForm(scope, this.#structure?.elementOfObject(object.dict) ?? element, state, object);
  }

  #drawForm(
    scope: Scope,
    element: StructureElement | undefined,
    given: DrawingState,
    object: PdfStream,
  ): void {
    this.#scan.read.add(object);
    if (scope.depth >= MOST_FORMS)
      addTo(this.#scan.unknown, scope.page, `more than ${MOST_FORMS} drawings in each other`, 1);
    if (scope.depth >= MOST_FORMS || !this.#file.limits.spend("drawing operations", FORM_COST))
      return;
    const file = this.#file;
    const matrix = multiply(readMatrix(file, object), given.matrix);
    const box = readBox(file, object.dict.get("BBox"));
    const clip = box === undefined ? given.clip : intersect(given.clip, placeBox(box, matrix));
    const isGroup = object.dict.has("Group");
    const groupAlpha = given.groupAlpha * (isGroup ? given.fillAlpha : 1);
    const alpha = isGroup ? { groupAlpha, fillAlpha: 1, strokeAlpha: 1 } : {};
    this.read(this.#decodeForm(object), {
      page: scope.page,
      box: scope.box,
      painted: scope.painted,
      owner: object,
      resources: file.dict(object.dict.get("Resources")) ?? scope.resources,
      element,
      state: { ...given, ...alpha, matrix, clip },
      depth: scope.depth + 1,
    });
  }

  /** A letterhead is drawn on every page: it is unpacked once. */
  #decodeForm(form: PdfStream): Uint8Array {
    const known = this.#decoded.get(form);
    if (known !== undefined) return known;
    const bytes = this.#file.decode(form);
    if (bytes.length < LONGEST_KEPT_BYTES) this.#decoded.set(form, bytes);
    return bytes;
  }

  #resource(scope: Scope, kind: string, name: Operand | undefined): PdfValue | undefined {
    if (typeof name !== "string") return undefined;
    return this.#file.dict(scope.resources?.get(kind))?.get(name.slice(1));
  }
}
