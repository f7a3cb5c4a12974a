import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type FontPolicy, findCarried } from "./carried-faces.ts";
import type { FacePlan } from "./choose-faces.ts";
import { nameCodePoint } from "./code-points.ts";
import { findCompanions } from "./families.ts";
import type { FontSet } from "./load-fonts.ts";

/** A page's text, to say where a character stands. */
export interface SearchedText {
  readonly file: string;
  readonly text: string;
}

/**
 * FNT001 for a script without a face, once, with the package that brings one; FNT002 for each single
 * character that no face draws; FNT003 for a face that the theme names in vain.
 */
export function reportMissingGlyphs(
  plan: FacePlan,
  texts: readonly SearchedText[],
  bookScript: string,
): readonly Diagnostic[] {
  const missing = plan.missing.map((codePoint) => String.fromCodePoint(codePoint));
  const diagnostics: Diagnostic[] = plan.unknownFamilies.map((name) => ({
    code: "FNT003",
    severity: "error",
    message: `Unexpected face \`${name}\` in the theme, expected one that is installed`,
    place: { file: "theme.yaml" },
    hint: "Name one of the bundled families, or install its @fontsource package.",
  }));
  const explained = new Set<string>();
  for (const { script, characters, family } of findCompanions(missing.join(""), bookScript)) {
    const isOfScript = (one: string) =>
      characters.test(one) || (EAST_ASIAN.has(script) && EAST_ASIAN_SIGN.test(one));
    const found = missing.filter((one) => isOfScript(one) && !explained.has(one));
    for (const one of found) explained.add(one);
    const first = found.find((one) => characters.test(one));
    if (first === undefined) continue;
    const count = found.length === 1 ? "1 character" : `${found.length} characters`;
    diagnostics.push({
      code: "FNT001",
      severity: "error",
      message: `Unexpected script of \`${first}\` (${count}), expected one with an installed face`,
      place: { file: fileOf(first, texts) },
      hint: `Add its face and build again: npm install @fontsource/${family.packageName}`,
    });
  }
  for (const one of missing) {
    if (explained.has(one)) continue;
    diagnostics.push({
      code: "FNT002",
      severity: "warning",
      message: `Unexpected character \`${one}\` (${nameCodePoint(one.codePointAt(0) ?? 0)}), expected one that a bundled face draws`,
      place: { file: fileOf(one, texts) },
      hint: `It prints as [${nameCodePoint(one.codePointAt(0) ?? 0)}]: write another sign or a word in its place.`,
    });
  }
  return diagnostics;
}

/** Punctuation of full width comes with the faces of these scripts. */
const EAST_ASIAN: ReadonlySet<string> = new Set(["Hang", "Hans", "Hant", "Jpan"]);
const EAST_ASIAN_SIGN = /[\u3000-\u303F\uFE30-\uFE4F\uFF00-\uFFEF]/;

/**
 * FNT004 for each script of which an EPUB should carry a face, by the policy, while none is installed.
 * The book is good all the same: it is read in the device's own faces.
 */
export function reportUncarriedScripts(
  policy: FontPolicy,
  fonts: FontSet,
  bookScript: string,
  texts: readonly SearchedText[],
): readonly Diagnostic[] {
  const whole = texts.map(({ text }) => text).join("\n");
  return findCarried(whole, bookScript, policy)
    .filter(({ family }) => !fonts.has(family.name))
    .map(({ characters, family }): Diagnostic => {
      const first = characters.exec(whole)?.[0] ?? "";
      return {
        code: "FNT004",
        severity: "warning",
        message: `Unexpected script of \`${first}\` in an EPUB that brings its fonts along, expected one with an installed face`,
        place: { file: fileOf(first, texts) },
        hint: `The book relies on the fonts of the phone. To add a face: npm install @fontsource/${family.packageName}`,
      };
    });
}

function fileOf(character: string, texts: readonly SearchedText[]): string {
  const found = texts.find(({ text }) => text.normalize("NFC").includes(character));
  return found?.file ?? texts[0]?.file ?? "";
}
