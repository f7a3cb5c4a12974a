import { type Catalogue, type Entry, isFuzzy, isTranslated, keyOf } from "./catalogue.ts";
import { findField, mergeHeader } from "./header.ts";
import { readPluralForms } from "./plural-forms.ts";

/** From where an entry of a template has its translation. */
export interface Origin {
  /**
   * `same`: of this very text. `changed`: of what stood in its place before. `near`: of another text that
   * reads alike. The last two are fuzzy.
   */
  readonly kind: "same" | "changed" | "near";
  readonly entry: Entry;
}

/** By `keyOf` the entry of the template; one that is missing has no translation yet. */
export type Origins = ReadonlyMap<string, Origin>;

/**
 * Brings a catalogue up to the state of a template, as `msgmerge --previous` does: entries, comments
 * for translators, places and flags are the template's, translations and their translators' comments are
 * kept. What is fuzzy keeps the text that it was translated from, the first one after several changes.
 * A translation that nothing asks for any more becomes obsolete; an obsolete one is used again.
 *
 * A fuzzy entry without a previous text never gets one: nobody knows what it was translated from.
 *
 * @param origins where `msgmerge --no-fuzzy-matching` looks, unless whoever asks knows more.
 */
export function mergeCatalogue(
  old: Catalogue,
  template: Catalogue,
  origins: Origins = findSame(old),
): Catalogue {
  const forms = readPluralForms(findField(old.header, "Plural-Forms") ?? "")?.count;
  const wanted = template.entries.filter(({ isObsolete }) => !isObsolete);
  const keys = new Set(wanted.map(keyOf));
  const used = new Set<Entry>();
  const entries = wanted.map((entry) => {
    const origin = origins.get(keyOf(entry));
    if (origin === undefined) return emptyEntry(entry, forms);
    if (origin.kind !== "near") used.add(origin.entry);
    return mergeEntry(entry, origin, forms);
  });
  const obsolete = old.entries
    .filter((entry) => isTranslated(entry) && !used.has(entry) && !keys.has(keyOf(entry)))
    .map((entry) => ({ ...entry, extractedComments: [], references: [], isObsolete: true }));
  const header =
    old.header === undefined ? {} : { header: mergeHeader(old.header, template.header) };
  return { ...header, entries: [...entries, ...obsolete] };
}

/** Entries by their own key: obsolete ones too. */
function findSame({ entries }: Catalogue): Origins {
  return new Map(entries.map((entry) => [keyOf(entry), { kind: "same", entry }]));
}

function mergeEntry(entry: Entry, { kind, entry: origin }: Origin, forms?: number): Entry {
  const isOther = kind !== "same" || entry.idPlural !== origin.idPlural;
  const isUnsure = isTranslated(origin) && (isOther || isFuzzy(origin));
  const flags = entry.flags.filter((flag) => flag !== "fuzzy");
  return {
    ...entry,
    translatorComments: origin.translatorComments,
    flags: isUnsure ? ["fuzzy", ...flags] : flags,
    ...(isUnsure ? previousOf(origin) : {}),
    strings: fitForms(origin, entry, forms),
  };
}

/** One that nobody has translated, with as many forms as the language has. */
function emptyEntry(entry: Entry, forms = entry.strings.length): Entry {
  return { ...entry, strings: Array<string>(entry.idPlural === undefined ? 1 : forms).fill("") };
}

/** What the translation was made from. */
function previousOf(origin: Entry): Partial<Entry> {
  const previous = isFuzzy(origin)
    ? [origin.previousContext, origin.previousId, origin.previousIdPlural]
    : [origin.context, origin.id, origin.idPlural];
  const [previousContext, previousId, previousIdPlural] = previous;
  return {
    ...(previousContext === undefined ? {} : { previousContext }),
    ...(previousId === undefined ? {} : { previousId }),
    ...(previousIdPlural === undefined ? {} : { previousIdPlural }),
  };
}

/** A text that gets a plural has its translation in each form, one that loses it keeps the first. */
function fitForms(origin: Entry, entry: Entry, forms = entry.strings.length): readonly string[] {
  const [first = ""] = origin.strings;
  if (entry.idPlural === undefined) return [first];
  return origin.idPlural === undefined ? Array<string>(forms).fill(first) : origin.strings;
}
