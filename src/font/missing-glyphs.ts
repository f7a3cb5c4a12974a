import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { FacePlan } from "./choose-faces.ts";
import { nameCodePoint } from "./code-points.ts";
import { findCompanions } from "./families.ts";

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
  for (const { characters, family } of findCompanions(missing.join(""), bookScript)) {
    const found = missing.filter((one) => characters.test(one) && !explained.has(one));
    for (const one of found) explained.add(one);
    const [first] = found;
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

function fileOf(character: string, texts: readonly SearchedText[]): string {
  const found = texts.find(({ text }) => text.normalize("NFC").includes(character));
  return found?.file ?? texts[0]?.file ?? "";
}
