import { parseLanguage } from "../language/language.ts";
import { parseYamlTree, toPlain } from "../source/yaml.ts";
import { describeYaml } from "../source/yaml-words.ts";
import { findNearWord } from "../wording/near-word.ts";
import { diagnose } from "./rules.ts";
import { placeIn, themeError } from "./theme-error.ts";
import type { Catalogue, Entry } from "./words.ts";

/**
 * Reads one `strings/TAG.yaml`.
 *
 * @param file as it is named in messages.
 * @param below the words that the themes below say, by key: those of the language, or English. What
 *   a theme says anew has the places of what it stands for.
 * @param own says whether a template of this theme asks for a key that the themes below do not have.
 * @throws ThemeError (THM006).
 */
export function readCatalogue(
  file: string,
  text: string,
  below: Catalogue,
  own: (key: string) => boolean,
): Catalogue {
  const tag = /([^/]+)\.yaml$/.exec(file)?.[1] ?? "";
  if (parseLanguage(tag) === undefined) {
    throw themeError(diagnose("THM006 file", { file }, { tag }));
  }
  const { tree, problems } = parseYamlTree(text);
  const plain = toPlain(tree, problems) as Record<string, unknown> | null;
  const [first] = problems;
  if (first !== undefined) {
    throw themeError({ ...describeYaml(first, placeIn(file, first)), code: "THM006" });
  }
  const entries = new Map<string, Entry>();
  if (tree.kind === "empty") return entries;
  if (tree.kind !== "map") {
    throw themeError(diagnose("THM006 lines", placeIn(file, tree.at), { kind: tree.kind }));
  }
  for (const { key, value, at } of tree.entries) {
    const entry = plain?.[key];
    if (!isEntry(entry)) {
      const place = placeIn(file, value.kind === "empty" ? at : value.at);
      throw themeError(diagnose("THM006 value", place, { key }));
    }
    const known = below.get(key);
    if (known === undefined && below.size > 0 && !own(key)) {
      const near = findNearWord(key, [...below.keys()], 3);
      const hint = near === undefined ? "unknown" : "near";
      const values = { key, near: near ?? "" };
      throw themeError(diagnose(`THM006 word ${hint}`, placeIn(file, at), values));
    }
    const stray = known === undefined ? undefined : findStrayPlace(entry, known);
    if (stray !== undefined) {
      const right = listPlaces(known ?? "").map((one) => `{${one}}`);
      const values = { place: stray, key, places: right.join(", ") || "none" };
      throw themeError(diagnose("THM006 place", placeIn(file, value.at), values));
    }
    entries.set(key, entry);
  }
  return entries;
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
