import type { Language } from "../language/language.ts";
import type { FontChoice } from "../theme/theme.ts";
import { SCRIPT_FONTS } from "./families.ts";
import type { FontFile, FontSet } from "./load-fonts.ts";
import { findRareClusters } from "./rare-clusters.ts";
import { listStandIns } from "./wide-families.ts";

/**
 * The files that a cover is set in, best first: the bold upright slices of the display font of the
 * book's language or script, then those of the other scripts for what is borrowed from them. Where
 * that font lacks a letter of the title, its stand-in goes before it, so that the title has one font.
 */
export function chooseCoverFiles(
  fonts: FontSet,
  choices: ReadonlyMap<string, FontChoice>,
  language: Language,
  title: string,
): readonly FontFile[] {
  const subtag = language.tag.split("-")[0] ?? "";
  const own = choices.get(language.tag) ?? choices.get(subtag) ?? choices.get(language.script);
  const wished = own === undefined ? [...choices.values()] : [own, ...choices.values()];
  const heads = [...new Set(wished.map((choice) => choice.heads))];
  const standIns = listStandIns(heads);
  const familiesOf = (names: readonly string[]) => names.flatMap((name) => fonts.get(name) ?? []);
  const role = { families: familiesOf(heads), standIns: familiesOf(standIns) };
  const { clusters } = findRareClusters(title, [role]);
  // Latin words between Chinese ones are drawn to go with these.
  const eastern = SCRIPT_FONTS.find(
    ({ script, family }) => script === language.script && family.isVariable,
  );
  const families = [
    ...(eastern === undefined ? [] : [eastern.family.name]),
    ...(clusters.size > 0 ? standIns.slice(0, 1) : []),
    ...heads,
    ...standIns,
    ...fonts.keys(),
  ];
  return [...new Set(families)].flatMap((name) => {
    const upright = (fonts.get(name)?.files ?? []).filter(({ style }) => style === "normal");
    const boldest = upright
      .map(({ weight }) => weight)
      .reduce((most, each) => Math.max(most, each), 0);
    return upright.filter(({ weight }) => weight === boldest);
  });
}
