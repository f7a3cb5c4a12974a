import { IDENTITY, type Matrix, matrixOf, multiply } from "../../../pdf-file/matrix.ts";
import { type Operand, readOperations } from "../../../pdf-file/read-content.ts";
import type { PdfFile } from "../file/pdf-file.ts";
import { type PdfDict, PdfStream, type PdfValue } from "../file/pdf-value.ts";
import { costOf, joinContents, MOST_OPERANDS } from "./content-cost.ts";
import { addTo, ContentScan } from "./content-scan.ts";
import { DarkGrounds } from "./dark-grounds.ts";
import { type DrawingState, findUnseen, isWhite, type PageBox, START } from "./drawing-state.ts";
import { readFont } from "./read-font.ts";
import { readMarkProperties } from "./read-mark-properties.ts";
import type { PdfPage } from "./read-pages.ts";
import type { MarkOwner, Structure, StructureElement } from "./read-structure.ts";
import { BARE, type Surroundings } from "./surroundings.ts";

/** Forms within forms: real ones nest a few times. */
const MOST_FORMS = 24;

type HasLanguage = (element: StructureElement | undefined) => boolean;

interface Scope {
  readonly page: number;
  readonly box: PageBox;
  readonly grounds: DarkGrounds;
  readonly owner: MarkOwner;
  readonly resources: PdfDict | undefined;
  readonly around: Surroundings;
  readonly state: DrawingState;
  readonly depth: number;
}

/** Beginning to read a form takes as long as so many operations. */
const FORM_COST = 50;
const LONGEST_KEPT_BYTES = 1_000_000;

const PATHS: Readonly<Record<string, string>> = Object.fromEntries(
  ["f", "F", "f*", "B", "B*", "b", "b*", "S", "s"].map((operator) => [operator, "drawing"]),
);

/**
 * Reads the content of all pages and of the forms they draw.
 *
 * @param hasLanguage whether an element, or the file as a whole for `undefined`, has a language.
 */
export function scanContent(
  file: PdfFile,
  pages: readonly PdfPage[],
  structure: Structure | undefined,
  hasLanguage: HasLanguage,
): ContentScan {
  const scan = new ContentScan();
  const scanner = new Scanner(file, structure, hasLanguage, scan);
  for (const { number, dict, resources, box } of pages) {
    const start = { grounds: new DarkGrounds(), around: BARE, state: START, depth: 0 };
    const scope = { page: number, box, owner: dict, resources, ...start };
    try {
      scanner.read(joinContents(file, dict.get("Contents")), scope);
    } catch (error) {
      // More operands than any page has, or arrays nested deeper than this machine's stack.
      if (!(error instanceof RangeError)) throw error;
      scan.unread.push(number);
    }
  }
  return scan;
}

class Scanner {
  readonly #file: PdfFile;
  readonly #structure: Structure | undefined;
  readonly #hasLanguage: HasLanguage;
  readonly #scan: ContentScan;
  readonly #decoded = new WeakMap<PdfStream, Uint8Array>();

  constructor(
    file: PdfFile,
    structure: Structure | undefined,
    hasLanguage: HasLanguage,
    scan: ContentScan,
  ) {
    this.#file = file;
    this.#structure = structure;
    this.#hasLanguage = hasLanguage;
    this.#scan = scan;
  }

  read(bytes: Uint8Array, scope: Scope): void {
    let { state } = scope;
    const saved: DrawingState[] = [];
    const marks: Surroundings[] = [scope.around];
    let line: Matrix = IDENTITY;
    for (const { operator, operands } of readOperations(bytes, MOST_OPERANDS)) {
      if (!this.#file.limits.spend("drawing operations", costOf(operands))) return;
      const around = marks.at(-1) ?? scope.around;
      switch (operator) {
        case "q":
          saved.push(state);
          break;
        case "Q":
          state = saved.pop() ?? state;
          break;
        case "cm":
          state = { ...state, matrix: multiply(matrixOf(operands), state.matrix) };
          break;
        case "BT":
          line = IDENTITY;
          break;
        case "Tm":
          line = matrixOf(operands);
          break;
        case "Td":
        case "TD":
          line = multiply([1, 0, 0, 1, Number(operands[0]) || 0, Number(operands[1]) || 0], line);
          break;
        case "Tf": {
          const font = this.#file.dict(this.#resource(scope, "Font", operands[0]));
          state = { ...state, font, sizePt: Math.abs(Number(operands[1])) };
          break;
        }
        case "Tr":
          state = { ...state, mode: Number(operands[0]) };
          break;
        case "g":
        case "rg":
        case "k":
        case "sc":
        case "scn":
          state = { ...state, isWhite: isWhite(operator, operands) };
          break;
        case "cs":
          state = { ...state, isWhite: false };
          break;
        case "BMC":
        case "BDC":
          marks.push(this.#enter(scope, around, operands));
          break;
        case "EMC":
          if (marks.length > 1) marks.pop();
          break;
        case "Tj":
        case "TJ":
        case "'":
        case '"':
          this.#show(scope, around, state, line, operands.at(-1));
          break;
        case "sh":
          this.#draw(scope, around, "shading");
          break;
        case "EI":
          this.#scan.inlineImages += 1;
          this.#draw(scope, around, "image");
          break;
        case "Do":
          this.#drawObject(scope, around, state, operands[0]);
          break;
        default:
          scope.grounds.follow(operator, operands, state.matrix, state.isWhite);
          if (PATHS[operator] !== undefined) this.#draw(scope, around, PATHS[operator]);
      }
    }
  }

  #enter(scope: Scope, around: Surroundings, operands: readonly Operand[]): Surroundings {
    const named = this.#resource(scope, "Properties", operands[1]);
    const properties = readMarkProperties(this.#file, operands[1], named);
    if (operands[0] === "/Artifact") {
      if (around.element !== undefined)
        this.#scan.add("artifact in tagged", scope.page, nameElement(around.element));
      return { ...around, isArtifact: true };
    }
    const mark = properties.number("MCID");
    if (mark !== undefined) this.#scan.marks += 1;
    if (mark !== undefined && scope.owner instanceof PdfStream) {
      const use = this.#scan.forms.get(scope.owner);
      if (use !== undefined) use.hasMarks = true;
    }
    const element =
      mark === undefined ? undefined : this.#structure?.elementOfMark(scope.owner, mark);
    if (element !== undefined && around.isArtifact)
      this.#scan.add("tagged in artifact", scope.page, nameElement(element));
    const hasLanguage = around.hasLanguage || properties.has("Lang");
    // Marks that change nothing may be nested by the million.
    const isSame = element === undefined && hasLanguage === around.hasLanguage;
    return isSame ? around : { ...around, element: element ?? around.element, hasLanguage };
  }

  #draw(scope: Scope, around: Surroundings, what: string): void {
    if (!around.isArtifact && around.element === undefined)
      this.#scan.add("untagged", scope.page, what);
  }

  #show(
    scope: Scope,
    around: Surroundings,
    state: DrawingState,
    line: Matrix,
    shown: Operand | undefined,
  ): void {
    const strings = Array.isArray(shown) ? (shown as readonly Operand[]) : [shown];
    const bytes = strings.filter((one): one is Uint8Array => one instanceof Uint8Array);
    if (bytes.every(({ length }) => length === 0)) return;
    this.#scan.hasText = true;
    this.#draw(scope, around, "text");
    if (!around.isArtifact && !around.hasLanguage && !this.#hasLanguage(around.element))
      this.#scan.add("no language", scope.page, "text");
    const use = this.#useFont(scope, state.font);
    if (use === undefined) return;
    let glyphs = 0;
    for (const part of bytes) {
      const width = use.font.codeBytes ?? 2;
      glyphs += Math.ceil(part.length / width);
      if (use.font.codeBytes === undefined) continue;
      for (let at = 0; at + width <= part.length; at += width) {
        const code = width === 1 ? (part[at] ?? 0) : ((part[at] ?? 0) << 8) | (part[at + 1] ?? 0);
        if (state.mode !== 3) use.shown.add(code);
        use.used.add(code);
        const text = use.font.text?.get(code);
        this.#scan.addText(text ?? (width === 1 ? String.fromCharCode(code) : ""));
      }
    }
    const matrix = multiply(line, state.matrix);
    const unseen = findUnseen(state, matrix, scope.box, glyphs, use.font.type === "Type3");
    const isOnGround = unseen === "white" && scope.grounds.holds(matrix[4], matrix[5]);
    if (unseen !== undefined && !isOnGround)
      addTo(this.#scan.hidden[unseen], scope.page, "text", glyphs);
  }

  #useFont(scope: Scope, dict: PdfDict | undefined) {
    if (dict === undefined) return undefined;
    const known = this.#scan.fonts.get(dict);
    if (known !== undefined) return known;
    const font = readFont(this.#file, dict);
    const use = { font, page: scope.page, shown: new Set<number>(), used: new Set<number>() };
    this.#scan.fonts.set(dict, use);
    return use;
  }

  #drawObject(
    scope: Scope,
    around: Surroundings,
    state: DrawingState,
    name: Operand | undefined,
  ): void {
    const object = this.#file.stream(this.#resource(scope, "XObject", name));
    if (object === undefined) return;
    const own = this.#structure?.elementOfObject(object.dict);
    const inside = own === undefined ? around : { ...around, element: own };
    if (this.#file.name(object.dict.get("Subtype")) !== "Form") {
      this.#draw(scope, inside, "image");
      scope.grounds.addPicture(state.matrix);
      return;
    }
    let use = this.#scan.forms.get(object);
    if (use === undefined) {
      use = { page: scope.page, count: 0, hasMarks: false };
      this.#scan.forms.set(object, use);
    }
    use.count += 1;
    if (scope.depth >= MOST_FORMS || !this.#file.limits.spend("drawing operations", FORM_COST))
      return;
    const matrix = this.#file.list(object.dict.get("Matrix")) ?? [1, 0, 0, 1];
    const formMatrix = matrixOf(matrix.map((one) => this.#file.number(one) ?? 0));
    this.read(this.#decodeForm(object), {
      page: scope.page,
      box: scope.box,
      grounds: scope.grounds,
      owner: object,
      resources: this.#file.dict(object.dict.get("Resources")) ?? scope.resources,
      around: inside,
      state: { ...state, matrix: multiply(formMatrix, state.matrix) },
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

function nameElement(element: StructureElement): string {
  return `<${element.type}>`;
}
