import { createRequire } from "node:module";
import { dirname } from "node:path";
import type { FileSystem } from "../host/file-system.ts";
import { holds, parseRanges, type Ranges } from "./code-points.ts";
import {
  BUNDLED_FAMILIES,
  type FamilyDescriptor,
  findScriptFonts,
  HAN,
  HAN_FAMILIES,
  SCRIPT_FONTS,
} from "./families.ts";
import { factsOf } from "./font-facts.ts";
import {
  BOX_FONT,
  mayNeedBoxes,
  mayNeedWideFamily,
  placeOfFont,
  WIDE_FAMILIES,
  type WideFamily,
} from "./wide-families.ts";

/** One file of a family: a weight, a style, and a slice of its characters. */
export interface FontFile {
  readonly subset: string;
  readonly weight: number;
  readonly style: "normal" | "italic";
  /** What the package declares; the font itself may lack some of it. */
  readonly declared: Ranges;
  /** The name below `fonts/` in a print document. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface FontFamily extends FamilyDescriptor {
  readonly files: readonly FontFile[];
}

/** The families that this installation has, by name. */
export type FontSet = ReadonlyMap<string, FontFamily>;

/** The folder of an installed package, undefined where it is not there. */
export type PackageFinder = (packageName: string) => string | undefined;

/** Looks where Node itself would look for a package that the product imports. */
export const findInstalledPackage: PackageFinder = (packageName) => {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`));
  } catch {
    return undefined;
  }
};

/** The packages of fonts that this installation has, of all that the product knows. */
export function listInstalledFonts(
  findPackage: PackageFinder = findInstalledPackage,
): readonly string[] {
  const families = [...BUNDLED_FAMILIES, ...SCRIPT_FONTS.map(({ family }) => family)].map(
    packageOf,
  );
  const wide = [...WIDE_FAMILIES, BOX_FONT].map(({ packageName }) => nameWide(packageName));
  return [...new Set([...families, ...wide])].filter((name) => findPackage(name) !== undefined);
}

function packageOf({ isVariable, packageName }: FamilyDescriptor): string {
  return `${isVariable ? "@fontsource-variable" : "@fontsource"}/${packageName}`;
}

function nameWide(packageName: string): string {
  return `@expo-google-fonts/${packageName}`;
}

/** What texts need beside the families of every book. */
export interface FontNeed {
  /** ISO 15924 codes, as `findScriptFonts` names them. */
  readonly scripts: ReadonlySet<string>;
  /** As `mayNeedWideFamily` says. */
  readonly isWide: boolean;
  /** As `mayNeedBoxes` says. */
  readonly hasBoxes?: boolean;
  /** Code points of Chinese characters; they may lie in several families. */
  readonly han?: ReadonlySet<number>;
}

/** @param script of the language of the book (ISO 15924). */
export function findFontNeed(text: string, script: string): Required<FontNeed> {
  return {
    scripts: new Set(findScriptFonts(text, script).map((one) => one.script)),
    isWide: mayNeedWideFamily(text),
    hasBoxes: mayNeedBoxes(text),
    han: new Set(
      Array.from(text.matchAll(new RegExp(HAN, "gu")), ([one]) => one.codePointAt(0) ?? 0),
    ),
  };
}

/** Reads the bundled families, and what else is needed where it is installed. */
export async function loadFonts(
  fileSystem: FileSystem,
  { scripts, isWide, hasBoxes = false, han = new Set() }: FontNeed = {
    scripts: new Set(),
    isWide: false,
  },
  findPackage: PackageFinder = findInstalledPackage,
): Promise<FontSet> {
  const wanted = SCRIPT_FONTS.filter(({ script }) => scripts.has(script)).map((one) => one.family);
  const families = new Map<string, FontFamily>();
  const add = async (descriptor: FamilyDescriptor) => {
    const folder = findPackage(packageOf(descriptor));
    if (folder === undefined) return;
    const files = await readFamily(fileSystem, folder, descriptor);
    families.set(descriptor.name, { ...descriptor, files });
  };
  for (const descriptor of [...BUNDLED_FAMILIES, ...wanted]) await add(descriptor);
  const lacking = new Set(han);
  for (const name of HAN_FAMILIES) {
    for (const family of families.values()) {
      if (family.isVariable) for (const one of listDrawn(family, lacking)) lacking.delete(one);
    }
    if (lacking.size === 0) break;
    const spare = SCRIPT_FONTS.find(({ family }) => family.name === name)?.family;
    if (spare !== undefined && !families.has(name)) await add(spare);
  }
  for (const descriptor of [...(isWide ? WIDE_FAMILIES : []), ...(hasBoxes ? [BOX_FONT] : [])]) {
    const folder = findPackage(nameWide(descriptor.packageName));
    if (folder === undefined) continue;
    families.set(descriptor.name, {
      ...descriptor,
      files: await readWideFamily(fileSystem, folder, descriptor),
    });
  }
  return families;
}

/** The code points that a family draws, of those that are asked for. */
export function listDrawn(
  { files }: FontFamily,
  codePoints: ReadonlySet<number>,
): readonly number[] {
  const slices = new Map(files.map((file) => [file.subset, file]));
  const drawn = [...slices.values()].flatMap(({ declared, bytes }) => {
    const asked = [...codePoints].filter((one) => holds(declared, one));
    return asked.length === 0 ? [] : asked.filter((one) => holds(factsOf(bytes).coverage, one));
  });
  return [...new Set(drawn)];
}

async function readWideFamily(
  fileSystem: FileSystem,
  folder: string,
  descriptor: WideFamily,
): Promise<readonly FontFile[]> {
  const files: FontFile[] = [];
  for (const weight of descriptor.weights) {
    for (const style of descriptor.italics
      ? (["normal", "italic"] as const)
      : ["normal" as const]) {
      files.push({
        subset: "whole",
        weight,
        style,
        declared: parseRanges(descriptor.ranges ?? ""),
        fileName: `${descriptor.packageName}-${weight}-${style}.ttf`,
        bytes: await fileSystem.readFile(`${folder}/${placeOfFont(descriptor, weight, style)}`),
      });
    }
  }
  return files;
}

async function readFamily(
  fileSystem: FileSystem,
  folder: string,
  descriptor: FamilyDescriptor,
): Promise<readonly FontFile[]> {
  const declared = new TextDecoder().decode(await fileSystem.readFile(`${folder}/unicode.json`));
  const slices = Object.entries(JSON.parse(declared) as Record<string, string>).filter(
    ([subset]) => descriptor.subsets.length === 0 || descriptor.subsets.includes(subset),
  );
  const styles = descriptor.italics ? (["normal", "italic"] as const) : (["normal"] as const);
  const files: FontFile[] = [];
  for (const [key, ranges] of slices) {
    // Numbered slices are keyed `[12]` and named `…-12-400-normal.woff2`.
    const subset = key.replace(/^\[(\d+)\]$/, "$1");
    for (const weight of descriptor.weights) {
      for (const style of styles) {
        const fileName = `${descriptor.packageName}-${subset}-${weight}-${style}.woff2`;
        const axis = descriptor.isVariable ? "wght" : weight;
        const path = `${folder}/files/${descriptor.packageName}-${subset}-${axis}-${style}.woff2`;
        const twin = files.find((file) => descriptor.isVariable && file.subset === subset);
        if (twin === undefined && (await fileSystem.stat(path)) === undefined) continue;
        files.push({
          subset,
          weight,
          style,
          declared: leaveMarks(descriptor, parseRanges(descriptor.ranges ?? ranges)),
          fileName,
          // One file has all weights.
          bytes: twin?.bytes ?? (await fileSystem.readFile(path)),
        });
      }
    }
  }
  return files;
}

/** Combining Diacritical Marks. */
const [FIRST_MARK, LAST_MARK] = [0x300, 0x36f];

function leaveMarks({ leavesMarks }: FamilyDescriptor, ranges: Ranges): Ranges {
  if (leavesMarks === undefined) return ranges;
  return ranges.filter(([first, last]) => last < FIRST_MARK || first > LAST_MARK);
}
