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

/** True where there is a translation, be it right or a guess. As for gettext, the first form decides. */
export function isTranslated({ strings }: Pick<Entry, "strings">): boolean {
  return (strings[0] ?? "") !== "";
}

/** True where a translation must be looked at by somebody. Without one there is nothing to look at. */
export function isFuzzy(entry: Entry): boolean {
  return entry.flags.includes("fuzzy") && isTranslated(entry);
}
