import type { Language } from "../language/language.ts";
import type { FontChoice } from "../theme/theme.ts";
import type { Ranges } from "./code-points.ts";
import { holds } from "./code-points.ts";
import { HAN_FAMILIES, MONO_FAMILY, type ScriptFont, SIGN_FAMILIES } from "./families.ts";
import { factsOf } from "./font-facts.ts";
import type { FontFamily, FontFile, FontSet } from "./load-fonts.ts";
import { findRareClusters } from "./rare-clusters.ts";
import { findStandIn, listStandIns, mayNeedWideFamily } from "./wide-families.ts";

/** Families in the order in which they are asked for a glyph. */
export interface FontChains {
  readonly text: readonly string[];
  readonly heads: readonly string[];
  readonly mono: readonly string[];
}

/** The fonts of one book. */
export interface FontPlan {
  readonly chains: FontChains;
  readonly files: readonly PlannedFile[];
  /** Code points for which no font has a glyph, ascending. */
  readonly missing: readonly number[];
  /** Families that the theme names and this installation lacks. */
  readonly unknownFamilies: readonly string[];
  /** In per cent: how much larger than named the book's own script is set. */
  readonly textSizeAdjust: number;
  /**
   * Letters with their marks (NFC) whose words are set in the stand-ins of the families given; none
   * where the whole book is set in these, or needs none.
   */
  readonly rareClusters: ReadonlySet<string>;
  /** By family, what stands in for it in such a word. */
  readonly standIns: ReadonlyMap<string, string>;
}

export interface PlannedFile extends FontFile {
  readonly family: string;
  readonly sizeAdjust: number;
  readonly postScriptName: string;
}

/** Scripts whose letters the wide families have. */
const WIDE_SCRIPTS: ReadonlySet<string> = new Set(["Latn", "Cyrl", "Grek"]);

/**
 * From one word in fifty on, a book is written in a language with rare letters, and is set in the wide
 * families as a whole: even pages. Below that it is a text in another language that names somebody.
 */
const LEAST_SHARE = 1 / 50;

/**
 * Chooses the families and the slices that a book needs: the fonts of its own language or script
 * first, then those of the other scripts, then the families of single signs.
 *
 * @param byScript the theme's choice, by script (`Arab`) or language (`fa`); a language goes first.
 * @param text everything that the book shows.
 * @param codePoints of the text, and what is to be had beside it.
 * @param scriptFonts of the book's text, whether they are installed or not.
 */
export function chooseFonts(
  fonts: FontSet,
  byScript: ReadonlyMap<string, FontChoice>,
  language: Language,
  text: string,
  codePoints: ReadonlySet<number>,
  scriptFonts: readonly ScriptFont[],
): FontPlan {
  const subtag = language.tag.split("-")[0] ?? "";
  const own = byScript.get(language.tag) ?? byScript.get(subtag) ?? byScript.get(language.script);
  const borrowed = scriptFonts.map(({ script, family }) => ({ script, family: family.name }));
  const ownScriptFont = borrowed.filter(({ script }) => script === language.script);
  // A choice for one language is no choice for the others of its script.
  const scripts = [...byScript].filter(([key]) => /^[A-Z]/.test(key)).map(([, choice]) => choice);
  const choices = own === undefined ? scripts : [own, ...scripts];
  const themedIn = (role: "text" | "heads") => [...new Set(choices.map((choice) => choice[role]))];
  const wideIn = (role: "text" | "heads") => listStandIns(themedIn(role));
  const familiesOf = (names: readonly string[]) => names.flatMap((name) => fonts.get(name) ?? []);
  const rare = findRareClusters(
    text,
    (["text", "heads"] as const).map((role) => ({
      families: familiesOf(themedIn(role)),
      standIns: familiesOf(wideIn(role)),
    })),
  );
  const isWide = WIDE_SCRIPTS.has(language.script) && rare.share >= LEAST_SHARE;
  const hasRareSigns = mayNeedWideFamily(text);
  const chain = (role: "text" | "heads") => [
    ...ownScriptFont.map(({ family }) => family),
    ...(isWide ? wideIn(role).slice(0, 1) : []),
    ...themedIn(role),
    ...(rare.clusters.size > 0 ? wideIn(role) : []),
    ...borrowed.map(({ family }) => family),
    ...SIGN_FAMILIES,
    ...(scriptFonts.some(({ family }) => family.isVariable) ? HAN_FAMILIES : []),
    // Fractions and units.
    ...(hasRareSigns ? wideIn(role) : []),
  ];
  const named = (own ?? scripts[0])?.mono ?? MONO_FAMILY;
  const wanted = {
    text: chain("text"),
    heads: chain("heads"),
    mono: [named, ...chain("text")],
  };
  const installed = (names: readonly string[]) =>
    [...new Set(names)].filter((name) => fonts.has(name));
  const files = new Map<string, PlannedFile>();
  const missing = new Set<number>();
  const plan = (families: readonly string[], others: readonly string[]) => {
    const lacking = planChain(fonts, families, codePoints, files);
    if (lacking.size === 0) return families;
    // A letter of the other font is better than the name of a letter.
    const left = planChain(fonts, others, lacking, files);
    for (const codePoint of left) missing.add(codePoint);
    return left.size === lacking.size ? families : [...new Set([...families, ...others])];
  };
  const chains: FontChains = {
    text: plan(installed(wanted.text), installed(wanted.heads)),
    heads: plan(installed(wanted.heads), installed(wanted.text)),
    mono: plan(installed(wanted.mono), installed(wanted.heads)),
  };
  const standIns = new Map<string, string>();
  if (!isWide && rare.clusters.size > 0) {
    for (const name of [...themedIn("text"), ...themedIn("heads")]) {
      const standIn = findStandIn(name);
      if (standIn !== undefined && fonts.has(standIn)) standIns.set(name, standIn);
    }
    // The words' other letters have a font already, so that no chain has asked these for them.
    const inWords = new Set([...codePoints].filter((one) => one < 0x300));
    for (const name of new Set(standIns.values())) planChain(fonts, [name], inWords, files);
  }
  const themed = choices.flatMap(({ text, heads, mono }) => [text, heads, mono ?? MONO_FAMILY]);
  return {
    chains,
    files: [...files.values()],
    missing: [...missing].sort((one, other) => one - other),
    unknownFamilies: [...new Set(themed)].filter((name) => !fonts.has(name)),
    rareClusters: isWide ? new Set() : rare.clusters,
    standIns,
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
