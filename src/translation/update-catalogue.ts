import {
  type Catalogue,
  EMPTY_ENTRY,
  type Entry,
  isFuzzy,
  isTranslated,
  keyOf,
} from "../gettext/catalogue.ts";
import { mergeCatalogue, type Origins } from "../gettext/merge-catalogue.ts";
import type { Alignment, Origin } from "./align-units.ts";
import { isStale, writeStaleMark } from "./stale-mark.ts";
import { keyOfUnit, type PageUnits, type Unit } from "./unit.ts";

/** How many entries an update left as they were, marked, guessed, found new, and put away. */
export interface UpdateCounts {
  readonly kept: number;
  readonly stale: number;
  readonly guessed: number;
  readonly untranslated: number;
  readonly obsolete: number;
}

/** The entries that translators begin with: a unit each, in the order of the pages. */
export function listTemplate(pages: readonly PageUnits[]): readonly Entry[] {
  const groups = new Map<string, { readonly path: string; readonly units: Unit[] }>();
  for (const { units, path } of pages) {
    for (const unit of units) {
      const key = keyOfUnit(unit);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { path, units: [unit] });
      else group.units.push(unit);
    }
  }
  return [...groups.values()].map(({ path, units }) => templateEntry(units, path));
}

/**
 * A catalogue after an update: its template's entries with their translations, then those that nothing
 * asks for any more but that somebody translated.
 *
 * @param earlier the same catalogue before; without entries for a new one.
 */
export function updateCatalogue(
  earlier: Catalogue,
  template: Catalogue,
  { origins, used }: Alignment,
): Catalogue {
  const known: Origins = new Map(
    [...origins].flatMap(([key, origin]) =>
      origin.kind === "new" ? [] : [[key, merging(origin)]],
    ),
  );
  // What another catalogue has taken over is not put away here.
  const old = { ...earlier, entries: earlier.entries.filter((entry) => !used.has(entry)) };
  const merged = mergeCatalogue(old, template, known);
  // A page can come back.
  const stale = new Set(old.entries.filter(isStale).map(keyOf));
  const entries = merged.entries.map((entry) => {
    if (entry.isObsolete) return stale.has(keyOf(entry)) ? withMark(entry) : entry;
    const origin = origins.get(keyOf(entry));
    if (origin === undefined || origin.kind === "new" || !makesStale(origin)) return entry;
    return withMark(entry);
  });
  return { ...merged, entries };
}

export function countUpdate(entries: readonly Entry[]): UpdateCounts {
  const counts = { kept: 0, stale: 0, guessed: 0, untranslated: 0, obsolete: 0 };
  for (const entry of entries) {
    if (entry.isObsolete) counts.obsolete += 1;
    else if (!isTranslated(entry)) counts.untranslated += 1;
    else if (!isFuzzy(entry)) counts.kept += 1;
    else if (isStale(entry)) counts.stale += 1;
    else counts.guessed += 1;
  }
  return counts;
}

/** Weblate checks texts with this flag as Markdown; other tools drop it, so it is written each time. */
const MARKDOWN = "md-text";

/** Units with one context and text are one entry: what they say to translators is said together. */
function templateEntry(units: readonly Unit[], path: string): Entry {
  const [{ context = "", source = "" } = {}] = units;
  const comments = units.flatMap((unit) => [
    ...unit.comments,
    ...unit.addresses.map((address, index) => `{${index + 1}}: ${address}`),
  ]);
  return {
    ...EMPTY_ENTRY,
    extractedComments: [...new Set(comments)],
    references: [path],
    flags: [MARKDOWN],
    context,
    id: source,
  };
}

function withMark(entry: Entry): Entry {
  return { ...entry, extractedComments: [...entry.extractedComments, writeStaleMark(entry)] };
}

type KnownOrigin = Exclude<Origin, { kind: "new" }>;

function merging({ kind, entry }: KnownOrigin) {
  if (kind === "changed" || kind === "near") return { kind, entry };
  // The text is again what was translated: there is nothing to look at any more.
  const flags = entry.flags.filter((flag) => flag !== "fuzzy");
  return { kind: "same" as const, entry: kind === "restored" ? { ...entry, flags } : entry };
}

/** True where a translation is of an earlier text of its passage, and no guess. */
function makesStale({ kind, entry }: KnownOrigin): boolean {
  if (isStale(entry)) return kind === "same" || kind === "moved" || kind === "changed";
  return kind === "changed" && !isFuzzy(entry);
}
