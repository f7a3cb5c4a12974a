import type { Entry as CatalogueEntry } from "../gettext/catalogue.ts";
import { type Alignment, keyOfEntry, type Origin } from "./align-units.ts";
import { isStale, isStaleMark, writeStaleMark } from "./stale-mark.ts";
import { keyOfUnit, type PageUnits, type Unit } from "./unit.ts";

/** How many entries an update left as they were, marked, guessed, found new, and put away. */
export interface UpdateCounts {
  readonly kept: number;
  readonly stale: number;
  readonly guessed: number;
  readonly untranslated: number;
  readonly obsolete: number;
}

/**
 * The entries of one catalogue after an update: a unit each, in the order of the pages, then those that
 * nothing asks for any more but that somebody translated.
 *
 * @param earlier the entries of this file before; none for a new one or for a template.
 */
export function updateEntries(
  pages: readonly PageUnits[],
  earlier: readonly CatalogueEntry[],
  { origins, used }: Alignment,
): readonly CatalogueEntry[] {
  const groups = new Map<string, Unit[]>();
  const paths = new Map<string, string>();
  for (const { units, path } of pages) {
    for (const unit of units) {
      const key = keyOfUnit(unit);
      groups.set(key, [...(groups.get(key) ?? []), unit]);
      paths.set(key, path);
    }
  }
  const entries = [...groups].map(([key, units]) =>
    entryOf(units, paths.get(key) ?? "", origins.get(key) ?? { kind: "new" }),
  );
  const obsolete = earlier.filter(
    (one) =>
      !used.has(one) && !origins.has(keyOfEntry(one)) && one.strings.some((text) => text !== ""),
  );
  return [...entries, ...obsolete.map((one) => ({ ...one, isObsolete: true }))];
}

export function countUpdate(entries: readonly CatalogueEntry[]): UpdateCounts {
  const counts = { kept: 0, stale: 0, guessed: 0, untranslated: 0, obsolete: 0 };
  for (const entry of entries) {
    if (entry.isObsolete) counts.obsolete += 1;
    else if ((entry.strings[0] ?? "") === "") counts.untranslated += 1;
    else if (!entry.flags.includes("fuzzy")) counts.kept += 1;
    else if (isStale(entry)) counts.stale += 1;
    else counts.guessed += 1;
  }
  return counts;
}

/** Units with one context and text are one entry: what they say to translators is said together. */
function entryOf(units: readonly Unit[], path: string, origin: Origin): CatalogueEntry {
  const [first] = units;
  if (first === undefined) throw new RangeError("an entry needs a unit");
  const comments = units.flatMap((unit) => [
    ...unit.comments,
    ...unit.addresses.map((address, index) => `{${index + 1}}: ${address}`),
  ]);
  const state = stateOf(origin);
  const { mark, ...translation } = state;
  return {
    translatorComments: origin.kind === "new" ? [] : origin.entry.translatorComments,
    extractedComments: [...new Set(comments), ...(mark === undefined ? [] : [mark])],
    references: [path],
    context: first.context,
    id: first.source,
    isObsolete: false,
    line: 0,
    ...translation,
  };
}

type Translation = Pick<CatalogueEntry, "strings" | "flags" | "previousContext" | "previousId"> & {
  readonly mark?: string;
};

/** Weblate checks texts with this flag as Markdown; other tools drop it, so it is written each time. */
const MARKDOWN = "md-text";

function stateOf(origin: Origin): Translation {
  if (origin.kind === "new") return { strings: [""], flags: [MARKDOWN] };
  const { entry } = origin;
  const others = entry.flags.filter((flag) => flag !== "fuzzy" && flag !== MARKDOWN);
  const plain = [...others, MARKDOWN];
  const fuzzy = ["fuzzy", ...plain];
  const { strings } = entry;
  const previous = {
    ...(entry.previousContext === undefined ? {} : { previousContext: entry.previousContext }),
    ...(entry.previousId === undefined ? {} : { previousId: entry.previousId }),
  };
  if (origin.kind === "restored") return { strings, flags: plain };
  const isFuzzy = entry.flags.includes("fuzzy");
  if (origin.kind === "same" || origin.kind === "moved") {
    if (!isFuzzy) return { strings, flags: plain };
    const mark = isStale(entry) ? entry.extractedComments.find(isStaleMark) : undefined;
    return { strings, flags: fuzzy, ...previous, ...(mark === undefined ? {} : { mark }) };
  }
  const own = { previousContext: entry.context ?? "", previousId: entry.id };
  // What was translated is the text before the first of several changes.
  if (origin.kind === "changed" && isStale(entry)) {
    const mark = writeStaleMark({ ...previous, strings });
    return { strings, flags: fuzzy, ...previous, mark };
  }
  if (origin.kind === "near" || isFuzzy) return { strings, flags: fuzzy, ...own };
  return { strings, flags: fuzzy, ...own, mark: writeStaleMark({ ...own, strings }) };
}
