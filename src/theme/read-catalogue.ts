import type { Told } from "../diagnostics/diagnose.ts";
import { parseLanguage } from "../language/language.ts";
import { parseYamlTree, toPlain, type YamlEntry } from "../source/yaml.ts";
import { describeYaml } from "../source/yaml-words.ts";
import { findNearWord } from "../wording/near-word.ts";
import type { Catalogue, Entry } from "./catalogue.ts";
import { diagnose } from "./rules.ts";
import { placeIn } from "./theme-error.ts";

/** The words of one file that can be used, and what is wrong with the others. */
export interface ReadCatalogue {
  readonly value: Catalogue;
  readonly diagnostics: readonly Told[];
}

/**
 * Reads one `strings/TAG.yaml`, of a theme or of a curriculum. Adds THM006.
 *
 * @param file as it is named in messages.
 * @param below the words that the themes below say, by key: those of the language, or English. What
 *   is said anew has the places of what it stands for.
 * @param own says whether a template of this theme asks for a key that the themes below do not have.
 */
export function readCatalogue(
  file: string,
  text: string,
  below: Catalogue,
  own: (key: string) => boolean,
): ReadCatalogue {
  const entries = new Map<string, Entry>();
  const tag = /([^/]+)\.yaml$/.exec(file)?.[1] ?? "";
  if (parseLanguage(tag) === undefined) {
    return { value: entries, diagnostics: [diagnose("THM006 file", { file }, { tag })] };
  }
  const { tree, problems } = parseYamlTree(text);
  const plain = toPlain(tree, problems) as Record<string, unknown> | null;
  const [first] = problems;
  if (first !== undefined) {
    const told = { ...describeYaml(first, placeIn(file, first)), code: "THM006" };
    return { value: entries, diagnostics: [told] };
  }
  if (tree.kind === "empty") return { value: entries, diagnostics: [] };
  if (tree.kind !== "map") {
    const told = diagnose("THM006 lines", placeIn(file, tree.at), { kind: tree.kind });
    return { value: entries, diagnostics: [told] };
  }
  const diagnostics: Told[] = [];
  for (const line of tree.entries) {
    const { key, value, at } = line;
    const entry = plain?.[key];
    if (!isEntry(entry)) {
      const place = placeIn(file, value.kind === "empty" ? at : value.at);
      diagnostics.push(diagnose("THM006 value", place, { key }));
      continue;
    }
    const wrong = below.size === 0 ? undefined : findWrong(file, line, entry, below, own);
    if (wrong === undefined) entries.set(key, entry);
    else diagnostics.push(wrong);
  }
  return { value: entries, diagnostics };
}

/** A key that nothing asks for, or a place that nothing fills. */
function findWrong(
  file: string,
  { key, value, at }: YamlEntry,
  entry: Entry,
  below: Catalogue,
  own: (key: string) => boolean,
): Told | undefined {
  const known = below.get(key);
  if (known === undefined) {
    if (own(key)) return undefined;
    const near = findNearWord(key, [...below.keys()], 3);
    const hint = near === undefined ? "unknown" : "near";
    return diagnose(`THM006 word ${hint}`, placeIn(file, at), { key, near: near ?? "" });
  }
  const stray = findStrayPlace(entry, known);
  if (stray === undefined) return undefined;
  const places = listPlaces(known)
    .map((one) => `{${one}}`)
    .join(", ");
  const values = { place: stray, key, places: places || "none" };
  return diagnose("THM006 place", placeIn(file, value.at), values);
}

function findStrayPlace(entry: Entry, known: Entry): string | undefined {
  const places = listPlaces(known);
  return listPlaces(entry).find((place) => !places.includes(place));
}

function listPlaces(entry: Entry): readonly string[] {
  const forms = typeof entry === "string" ? [entry] : Object.values(entry);
  return [
    ...new Set(
      forms.flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name)),
    ),
  ];
}

function isEntry(value: unknown): value is Entry {
  if (typeof value === "string") return true;
  if (typeof value !== "object" || value === null) return false;
  return (
    Object.hasOwn(value, "other") && Object.values(value).every((form) => typeof form === "string")
  );
}
