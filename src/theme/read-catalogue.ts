import { parseLanguage } from "../language/language.ts";
import { parseYamlTree, toPlain } from "../source/yaml.ts";
import { sayYamlProblem } from "../source/yaml-words.ts";
import { findNearWord } from "../wording/near-word.ts";
import { fault } from "./theme-error.ts";
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
    throw fault(
      "THM006",
      file,
      `Unexpected name ${tag}.yaml of a file of words, expected a language tag`,
      "Name it after its language: en.yaml, fr.yaml, pt-BR.yaml.",
    );
  }
  const { tree, problems } = parseYamlTree(text);
  const plain = toPlain(tree, problems) as Record<string, unknown> | null;
  const problem = problems[0];
  if (problem !== undefined) {
    const { message, hint } = sayYamlProblem(problem);
    throw fault("THM006", file, message, hint, problem);
  }
  const entries = new Map<string, Entry>();
  if (tree.kind === "empty") return entries;
  if (tree.kind !== "map") {
    const message = `Unexpected ${tree.kind}, expected lines of the form \`key: "words"\``;
    throw fault("THM006", file, message, 'Type for example: contents: "Contents"', tree.at);
  }
  for (const { key, value, at } of tree.entries) {
    const entry = plain?.[key];
    if (!isEntry(entry)) {
      throw fault(
        "THM006",
        file,
        `Unexpected value of \`${key}\`, expected a text or plural forms`,
        `Type ${key}: "…", or one line for each form: one: "…" and other: "…".`,
        value.kind === "empty" ? at : value.at,
      );
    }
    const known = below.get(key);
    if (known === undefined && below.size > 0 && !own(key)) {
      const near = findNearWord(key, [...below.keys()], 3);
      throw fault(
        "THM006",
        file,
        `Unexpected word \`${key}\`, expected one that a template says`,
        near === undefined ? "Delete the line." : `Did you mean ${near}:?`,
        at,
      );
    }
    const stray = known === undefined ? undefined : findStrayPlace(entry, known);
    if (stray !== undefined) {
      const places = listPlaces(known ?? "").map((one) => `{${one}}`);
      throw fault(
        "THM006",
        file,
        `Unexpected place {${stray}} in \`${key}\`, expected ${places.join(", ") || "none"}`,
        "Nothing would be written there. Places keep their English names in every language.",
        value.at,
      );
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
