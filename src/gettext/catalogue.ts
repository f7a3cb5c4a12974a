/** A message of a catalogue: one string of the source with its translation. */
export interface Entry {
  /** Each without its `# `. */
  readonly translatorComments: readonly string[];
  /** For the translator, by whatever took the string out of the source; each without its `#. `. */
  readonly extractedComments: readonly string[];
  /** Places in the source: `tails.md`, `tails.md:12`. */
  readonly references: readonly string[];
  /** `fuzzy`, `no-wrap`, `md-text` and others, also those that gettext does not know. */
  readonly flags: readonly string[];
  /** What the translation was made from, where that is not what stands in `id`. */
  readonly previousContext?: string;
  readonly previousId?: string;
  readonly previousIdPlural?: string;
  readonly context?: string;
  /** The string of the source. */
  readonly id: string;
  readonly idPlural?: string;
  /** The translation; with a plural one for each form. Empty where there is none yet. */
  readonly strings: readonly string[];
  /** Its string is no longer in the source: `#~`. */
  readonly isObsolete: boolean;
  /** 1-based, of its `msgid`; 0 for an entry that was not read. */
  readonly line: number;
}

/** A PO file, or a POT file as a template for them. */
export interface Catalogue {
  /** The entry with the empty `msgid`. `header.ts` reads its fields. */
  readonly header?: Entry;
  /** In the order of the file. */
  readonly entries: readonly Entry[];
}

/** What a new entry begins with. */
export const EMPTY_ENTRY: Entry = {
  translatorComments: [],
  extractedComments: [],
  references: [],
  flags: [],
  id: "",
  strings: [""],
  isObsolete: false,
  line: 0,
};

/** By what an entry is found: its context and its string, as gettext itself joins them in MO files. */
export function keyOf({ context, id }: Pick<Entry, "context" | "id">): string {
  return context === undefined ? id : `${context}\u0004${id}`;
}

/** True where some form has a translation, be it right or a guess. */
export function isTranslated({ strings }: Entry): boolean {
  return strings.some((string) => string !== "");
}

/** True where a translation must be looked at by somebody. Without one there is nothing to look at. */
export function isFuzzy(entry: Entry): boolean {
  return entry.flags.includes("fuzzy") && isTranslated(entry);
}

/** `obsolete` aside, how far one can trust the translation of an entry. */
export type EntryState = "translated" | "untranslated" | "stale" | "guessed";

/**
 * Whether a fuzzy translation is of an older text of the same place (*stale*: it may be shown with a
 * mark), or was taken from another string that reads alike (*guessed*: it must never be shown).
 *
 * The two are told apart by what gettext itself writes: stale is a fuzzy entry with a context whose
 * `#| msgctxt` names that same context, and which has a `#| msgid`. Every other fuzzy entry is a guess:
 * one with another previous context, without any, or without a previous text, as editors leave it
 * when somebody asks for another look. So it stays right when other tools have had the file:
 *
 * - `msgmerge --previous` writes both lines from the entry that it took the translation from. Where
 *   that has the same context, the same place has changed, and stale is right. A guess keeps the
 *   context that it came from, and a fuzzy entry that is merged again keeps its first previous text.
 * - `msgmerge` without `--previous`, and tools that drop `#|` lines, make a guess of it: nothing is
 *   shown that should not be.
 * - `msgcat`, `msgattrib`, Poedit and Weblate keep the lines, and take them and `fuzzy` away together
 *   when somebody confirms the translation.
 */
export function stateOf(entry: Entry): EntryState {
  if (!isTranslated(entry)) return "untranslated";
  if (!entry.flags.includes("fuzzy")) return "translated";
  const { context, previousContext, previousId } = entry;
  const isSamePlace = context !== undefined && previousContext === context;
  return isSamePlace && previousId !== undefined ? "stale" : "guessed";
}
