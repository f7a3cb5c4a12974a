import type { Language } from "../language/language.ts";
import type { FaceChoice } from "../theme/theme.ts";
import type { Ranges } from "./code-points.ts";
import { holds } from "./code-points.ts";
import { type Companion, MONO_FAMILY, SIGN_FAMILIES } from "./families.ts";
import type { FontFamily, FontFile, FontSet } from "./load-fonts.ts";
import { type FontFacts, readFontFacts } from "./woff2.ts";

/** Families in the order in which they are asked for a glyph. */
export interface FaceChains {
  readonly text: readonly string[];
  readonly heads: readonly string[];
  readonly mono: readonly string[];
}

/** The faces of one book. */
export interface FacePlan {
  readonly chains: FaceChains;
  readonly files: readonly PlannedFile[];
  /** Code points for which no face has a glyph, ascending. */
  readonly missing: readonly number[];
  /** Families that the theme names and this installation lacks. */
  readonly unknownFamilies: readonly string[];
  /** In per cent: how much larger than named the book's own script is set. */
  readonly textSizeAdjust: number;
}

export interface PlannedFile extends FontFile {
  readonly family: string;
  readonly sizeAdjust: number;
  readonly postScriptName: string;
}

/**
 * Chooses the families and the slices that a book needs: the faces of its own language or script
 * first, then those of the other scripts, then the families of single signs.
 *
 * @param faces the theme's choice, by script (`Arab`) or language (`fa`); a language goes first.
 * @param companions of the book's text, whether they are installed or not.
 */
export function chooseFaces(
  fonts: FontSet,
  faces: ReadonlyMap<string, FaceChoice>,
  language: Language,
  codePoints: ReadonlySet<number>,
  companions: readonly Companion[],
): FacePlan {
  const subtag = language.tag.split("-")[0] ?? "";
  const own = faces.get(language.tag) ?? faces.get(subtag) ?? faces.get(language.script);
  const borrowed = companions.map(({ script, family }) => ({ script, family: family.name }));
  const ownCompanion = borrowed.filter(({ script }) => script === language.script);
  // A choice for one language is no choice for the others of its script.
  const scripts = [...faces].filter(([key]) => /^[A-Z]/.test(key)).map(([, choice]) => choice);
  const choices = own === undefined ? scripts : [own, ...scripts];
  const chain = (role: "text" | "heads") => [
    ...ownCompanion.map(({ family }) => family),
    ...choices.map((choice) => choice[role]),
    ...borrowed.map(({ family }) => family),
    ...SIGN_FAMILIES,
  ];
  const named = (own ?? scripts[0])?.mono ?? MONO_FAMILY;
  const wanted = {
    text: chain("text"),
    heads: chain("heads"),
    mono: [named, ...chain("text")],
  };
  const installed = (names: readonly string[]) =>
    [...new Set(names)].filter((name) => fonts.has(name));
  const chains: FaceChains = {
    text: installed(wanted.text),
    heads: installed(wanted.heads),
    mono: installed(wanted.mono),
  };
  const files = new Map<string, PlannedFile>();
  const missing = new Set<number>();
  for (const families of [chains.text, chains.heads, chains.mono]) {
    for (const codePoint of planChain(fonts, families, codePoints, files)) missing.add(codePoint);
  }
  const themed = choices.flatMap(({ text, heads, mono }) => [text, heads, mono ?? MONO_FAMILY]);
  return {
    chains,
    files: [...files.values()],
    missing: [...missing].sort((one, other) => one - other),
    unknownFamilies: [...new Set(themed)].filter((name) => !fonts.has(name)),
    textSizeAdjust: fonts.get(chains.text[0] ?? "")?.sizeAdjust ?? 100,
  };
}

/** Adds the files of one chain; returns the code points that none of its families draws. */
function planChain(
  fonts: FontSet,
  families: readonly string[],
  codePoints: ReadonlySet<number>,
  files: Map<string, PlannedFile>,
): ReadonlySet<number> {
  const remaining = new Set(codePoints);
  for (const name of families) {
    const family = fonts.get(name);
    if (family === undefined) continue;
    for (const [subset, declared] of slicesOf(family)) {
      const asked = [...remaining].filter((codePoint) => holds(declared, codePoint));
      if (asked.length === 0) continue;
      const members = family.files.filter((file) => file.subset === subset);
      const facts = members.map((file) => factsOf(file.bytes));
      const drawn = asked.filter((codePoint) => holds(facts[0]?.coverage ?? [], codePoint));
      if (drawn.length === 0) continue;
      for (const codePoint of drawn) remaining.delete(codePoint);
      members.forEach((file, index) => {
        files.set(file.fileName, {
          ...file,
          family: name,
          sizeAdjust: family.sizeAdjust,
          postScriptName: facts[index]?.postScriptName ?? "",
        });
      });
    }
  }
  return remaining;
}

function slicesOf(family: FontFamily): ReadonlyMap<string, Ranges> {
  return new Map(family.files.map((file) => [file.subset, file.declared]));
}

/** Facts follow from the bytes alone, so each file is decompressed once a run. */
const knownFacts = new WeakMap<Uint8Array, FontFacts>();

function factsOf(bytes: Uint8Array): FontFacts {
  const known = knownFacts.get(bytes);
  if (known !== undefined) return known;
  const facts = readFontFacts(bytes);
  knownFacts.set(bytes, facts);
  return facts;
}
