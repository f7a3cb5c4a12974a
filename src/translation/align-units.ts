import type { Entry as CatalogueEntry } from "../gettext/catalogue.ts";
import type { NearFinder } from "../gettext/near-entries.ts";
import { piecesOf, similarityOf } from "./similarity.ts";
import { isStale } from "./stale-mark.ts";
import { keyOfUnit, type Unit } from "./unit.ts";

/** Where the translation of a unit comes from. */
export type Origin =
  | { readonly kind: "same" | "moved" | "restored" | "changed"; readonly entry: CatalogueEntry }
  | { readonly kind: "near"; readonly entry: CatalogueEntry }
  | { readonly kind: "new" };

export interface Alignment {
  /** By `keyOfUnit`, for every unit. */
  readonly origins: ReadonlyMap<string, Origin>;
  /** Entries whose translation lives on. */
  readonly used: ReadonlySet<CatalogueEntry>;
}

/** Below it a text is another one, and what it was translated to says nothing of it. */
const LEAST_SIMILARITY = 0.5;
/** A passage that became another kind of block has to be more alike. */
const LEAST_OTHER_KIND = 0.75;

/**
 * Finds for each unit of a curriculum the entry that it was translated by, among all of a language:
 * that of its own context and text; of the same text in a place that is no more; of the passage as it
 * was before an edit. Only the last makes it stale.
 *
 * @param units in the order of their pages, pages in a fixed order.
 * @param entries in the order of their files, with those that are obsolete.
 */
export function alignUnits(
  units: readonly Unit[],
  entries: readonly CatalogueEntry[],
  findNear: NearFinder,
): Alignment {
  const origins = new Map<string, Origin>();
  const used = new Set<CatalogueEntry>();
  const wanted = new Map(units.map((unit) => [keyOfUnit(unit), unit]));
  const take = (key: string, origin: Origin) => {
    origins.set(key, origin);
    if (origin.kind !== "new" && origin.kind !== "near") used.add(origin.entry);
  };
  for (const [key, entry] of indexBest(entries, keyOfEntry)) {
    if (wanted.has(key)) take(key, { kind: "same", entry });
  }
  const free = () => entries.filter((entry) => !used.has(entry) && !origins.has(keyOfEntry(entry)));
  const left = () => [...wanted].filter(([key]) => !origins.has(key));

  const renamed = new Map<string, Map<string, number>>();
  const byText = groupBy(free().filter(isTranslated), ({ id }) => id);
  for (const [key, unit] of left()) {
    const entry = pickMoved(unit, byText.get(unit.source) ?? [], used);
    if (entry === undefined) continue;
    take(key, { kind: "moved", entry });
    count(renamed, pageOf(unit.context), pageOf(entry.context ?? ""));
  }
  const before = groupBy(free().filter(isStale), ({ previousId = "" }) => previousId);
  for (const [key, unit] of left()) {
    const entry = before.get(unit.source)?.find((one) => !used.has(one) && isSameKind(one, unit));
    if (entry !== undefined && entry.context === unit.context)
      take(key, { kind: "restored", entry });
  }
  const byPage = groupBy(free().filter(isTranslated), ({ context = "" }) => pageOf(context));
  for (const [page, own] of groupBy(left(), ([, unit]) => pageOf(unit.context))) {
    // A page that has another name now brings its passages along.
    const names = [page, ...(renamed.get(page)?.keys() ?? [])];
    const known = [...new Set(names)].flatMap((name) => byPage.get(name) ?? []);
    for (const { key, entry } of pairChanged(own, known)) take(key, { kind: "changed", entry });
  }
  for (const [key, unit] of left()) {
    const entry = findNear(unit.source);
    take(key, entry === undefined ? { kind: "new" } : { kind: "near", entry });
  }
  return { origins, used };
}

export function keyOfEntry({ context = "", id }: Pick<CatalogueEntry, "context" | "id">): string {
  return keyOfUnit({ context, source: id });
}

/** What contexts call the page. */
export function pageOf(context: string): string {
  const end = context.lastIndexOf(": ");
  return end < 0 ? context : context.slice(0, end);
}

function kindOf(context: string): string {
  return context.slice(context.lastIndexOf(": ") + 1);
}

function isSameKind({ context = "" }: CatalogueEntry, unit: Unit): boolean {
  return kindOf(context) === kindOf(unit.context);
}

function isTranslated({ strings }: CatalogueEntry): boolean {
  return (strings[0] ?? "") !== "";
}

/** Of entries with one key: those in use before the obsolete, the translated before the empty. */
function indexBest(
  entries: readonly CatalogueEntry[],
  keyOf: (entry: CatalogueEntry) => string,
): ReadonlyMap<string, CatalogueEntry> {
  const best = new Map<string, CatalogueEntry>();
  const rank = (entry: CatalogueEntry) => {
    return (
      (isTranslated(entry) ? 4 : 0) +
      (entry.isObsolete ? 0 : 2) +
      (entry.flags.includes("fuzzy") ? 0 : 1)
    );
  };
  for (const entry of entries) {
    const key = keyOf(entry);
    const known = best.get(key);
    if (known === undefined || rank(entry) > rank(known)) best.set(key, entry);
  }
  return best;
}

function pickMoved(
  unit: Unit,
  candidates: readonly CatalogueEntry[],
  used: ReadonlySet<CatalogueEntry>,
): CatalogueEntry | undefined {
  const open = candidates.filter((one) => !used.has(one));
  const isHere = ({ context = "" }: CatalogueEntry) => pageOf(context) === pageOf(unit.context);
  return open.find(isHere) ?? open.find((one) => isSameKind(one, unit));
}

/** The likeliest pairs first: each passage was one passage before. */
function pairChanged(
  units: readonly (readonly [key: string, unit: Unit])[],
  entries: readonly CatalogueEntry[],
): readonly { readonly key: string; readonly entry: CatalogueEntry }[] {
  const known = entries.map((entry) => ({ entry, pieces: piecesOf(entry.id) }));
  const pairs = units.flatMap(([key, unit], at) => {
    const pieces = piecesOf(unit.source);
    return known.flatMap(({ entry, pieces: theirs }, index) => {
      const least = isSameKind(entry, unit) ? LEAST_SIMILARITY : LEAST_OTHER_KIND;
      const similarity = similarityOf(pieces, theirs, least);
      return similarity === 0 ? [] : [{ key, entry, at, index, similarity }];
    });
  });
  pairs.sort((a, b) => b.similarity - a.similarity || a.at - b.at || a.index - b.index);
  const taken = new Set<unknown>();
  return pairs.filter(({ key, entry }) => {
    if (taken.has(key) || taken.has(entry)) return false;
    taken.add(key);
    taken.add(entry);
    return true;
  });
}

function groupBy<Value>(
  values: readonly Value[],
  keyOf: (value: Value) => string,
): ReadonlyMap<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}

function count(counts: Map<string, Map<string, number>>, one: string, other: string): void {
  if (one === other) return;
  const inner = counts.get(one) ?? new Map<string, number>();
  inner.set(other, (inner.get(other) ?? 0) + 1);
  counts.set(one, inner);
}
