import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import { type HeaderKey, readHeaderKey, readItemKey } from "./header-key.ts";
import { STAGES } from "./page.ts";
import { diagnose } from "./rules.ts";
import type { YamlEntry, YamlPosition, YamlTree } from "./yaml.ts";

export interface HeaderEntry {
  readonly value: YamlTree;
  /** Where the key stands, and as it is written. */
  readonly at: YamlPosition;
  readonly written: string;
}

export type HeaderEntries = ReadonlyMap<HeaderKey, HeaderEntry>;

const LISTS: ReadonlySet<HeaderKey> = new Set<HeaderKey>([...STAGES, "redirect_from"]);

/**
 * Brings the entries of a header under one name each. A stage list that stands twice is one longer
 * list (a YAML library throws, and the site that the content comes from keeps only the last, so
 * that sessions vanish from the book); of two other values the last one wins.
 *
 * Adds HDR020 (a key twice), HDR025 (translated), HDR026 (misspelled), HDR030 (a missing dash).
 */
export function collectEntries(
  path: string,
  entries: readonly YamlEntry[],
): { entries: HeaderEntries; diagnostics: Diagnostic[] } {
  const found = new Map<HeaderKey, HeaderEntry>();
  const diagnostics: Diagnostic[] = [];
  for (const { key: written, at, value } of entries) {
    const reading = readHeaderKey(written);
    if (reading === undefined) continue;
    const { key, how } = reading;
    const place = { file: path, ...at };
    if (how !== "known") {
      const code = how === "translated" ? "HDR025" : "HDR026";
      diagnostics.push(diagnose(code, place, { written, key }));
    }
    const stage = STAGES.find((name) => name === key);
    const entry = {
      written,
      at,
      value: stage === undefined ? value : splitItems(path, value, diagnostics),
    };
    const earlier = found.get(key);
    if (earlier === undefined) {
      found.set(key, entry);
    } else {
      diagnostics.push(describeRepeat(place, key, earlier, entry, path));
      found.set(key, merge(key, earlier, entry));
    }
  }
  return { entries: found, diagnostics };
}

function merge(key: HeaderKey, earlier: HeaderEntry, later: HeaderEntry): HeaderEntry {
  if (later.value.kind === "empty") return earlier;
  if (LISTS.has(key) && earlier.value.kind === "list" && later.value.kind === "list") {
    const items = [...earlier.value.items, ...later.value.items];
    return { ...earlier, value: { ...earlier.value, items } };
  }
  // A list beside a wrong value stays wrong, so that the type is reported and nothing is lost.
  if (LISTS.has(key) && earlier.value.kind !== "list" && earlier.value.kind !== "empty")
    return earlier;
  return later;
}

function describeRepeat(
  place: Place,
  key: HeaderKey,
  earlier: HeaderEntry,
  later: HeaderEntry,
  path: string,
): Diagnostic {
  const first = earlier.at.line;
  const second = later.at.line;
  const same = textOf(earlier.value) === textOf(later.value);
  const counts = later.value.kind === "empty" ? "first" : "second";
  const listed = sameColumn(earlier.value, later.value) ? "joined" : "apart";
  const hint = LISTS.has(key) ? listed : same ? "same" : key === "parent" ? key : counts;
  const values = [earlier, later].map(({ value }) => textOf(value)).join("; ");
  return {
    ...diagnose(`HDR020 ${hint}`, place, { written: later.written, first, second, values }),
    related: [
      { place: { file: path, ...earlier.at }, message: `the earlier \`${earlier.written}:\`` },
    ],
  };
}

function sameColumn(earlier: YamlTree, later: YamlTree): boolean {
  const columns = [earlier, later].map((tree) =>
    tree.kind === "list" ? tree.items[0]?.at.column : undefined,
  );
  return columns[0] === columns[1];
}

/**
 * The items of a stage list with their keys named `name` and `url`. Where the dash before a second
 * session is missing, YAML sees one item with two names; it is parted again.
 */
function splitItems(path: string, value: YamlTree, diagnostics: Diagnostic[]): YamlTree {
  if (value.kind !== "list") return value;
  const items = value.items.flatMap((item): YamlTree[] => {
    if (item.kind !== "map") return [item];
    const parts: YamlEntry[][] = [[]];
    for (const entry of item.entries) {
      const key = readItemKey(entry.key);
      if (key === undefined) continue;
      let part = parts.at(-1) ?? [];
      if (part.some((each) => each.key === key)) {
        part = [];
        parts.push(part);
        const place = { file: path, ...entry.at };
        diagnostics.push(diagnose("HDR030", place, { key: entry.key }));
      }
      part.push({ ...entry, key });
    }
    return parts.map((part, index) => ({
      kind: "map",
      at: index === 0 ? item.at : (part[0]?.at ?? item.at),
      entries: part,
    }));
  });
  return { ...value, items };
}

export function textOf(value: YamlTree): string {
  return value.kind === "text" ? value.text.trim() : "";
}
