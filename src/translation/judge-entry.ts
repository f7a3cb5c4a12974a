import type { Entry as CatalogueEntry } from "../gettext/catalogue.ts";
import { servesReaders } from "../language/language.ts";
import { matchTrainerPhrase } from "../wording/trainer-phrase.ts";
import type { Wording } from "../wording/wording.ts";
import { countWords } from "./count-words.ts";
import { isStale } from "./stale-mark.ts";
import type { Unit } from "./unit.ts";
import { type PassageFault, writePassage } from "./write-passage.ts";

/**
 * What a passage is in a translated edition. `guessed` is what a program proposed (fuzzy); `copied` has
 * the source's words; `broken` cannot stand in the place of its source. None of these is printed.
 */
export type UnitState = "translated" | "stale" | "guessed" | "copied" | "broken" | "untranslated";

export interface JudgedUnit {
  readonly unit: Unit;
  readonly state: UnitState;
  /** Markdown for the page; absent where there is no translation, or where it is the source to the letter. */
  readonly text?: string;
  readonly entry?: CatalogueEntry;
  readonly fault?: PassageFault | "audience";
}

/** So few words, a name or a command, are often the same in both languages. */
const MOST_SHARED = 3;

/**
 * Words that keep a part from participants do so in every language, or the source's stand there: a
 * translation that is not known for such words would give the part away.
 */
function isForTrainers(text: string, wording: Wording): boolean {
  return matchTrainerPhrase(wording, text.replace(/[*_`]/g, "")) !== undefined;
}

/** @param languages canonical tags of the source and of the translation. */
export function judgeEntry(
  unit: Unit,
  entry: CatalogueEntry | undefined,
  languages: readonly [source: string, translation: string],
  wording: Wording,
): JudgedUnit {
  const translation = entry?.strings[0] ?? "";
  if (entry === undefined || translation.trim() === "") return { unit, state: "untranslated" };
  const stale = isStale(entry);
  if (entry.flags.includes("fuzzy") && !stale) return { unit, state: "guessed", entry };
  if (translation === unit.source) {
    const isCopy =
      countWords(unit.source) > MOST_SHARED && !servesReaders(languages[0], languages[1]);
    return { unit, state: isCopy ? "copied" : "translated", entry };
  }
  if (isForTrainers(unit.source, wording) !== isForTrainers(translation, wording)) {
    return { unit, state: "broken", entry, fault: "audience" };
  }
  const written = writePassage(unit, translation);
  if ("fault" in written) return { unit, state: "broken", entry, fault: written.fault };
  return { unit, state: stale ? "stale" : "translated", text: written.text, entry };
}
