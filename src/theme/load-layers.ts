import { createHash } from "node:crypto";
import type * as z from "zod";
import type { Told } from "../diagnostics/diagnose.ts";
import type { Place } from "../diagnostics/diagnostic.ts";
import { parseYamlTree, toPlain, type YamlPosition, type YamlTree } from "../source/yaml.ts";
import { describeYaml } from "../source/yaml-words.ts";
import { findNearWord } from "../wording/near-word.ts";
import { type Descriptor, descriptorSchema } from "./descriptor.ts";
import { diagnose } from "./rules.ts";
import { type FaultPlace, placeIn, themeError } from "./theme-error.ts";
import type { ThemeFiles, ThemeFinder } from "./theme-files.ts";

/** One theme of those that make up a theme. */
export interface Layer {
  readonly files: ThemeFiles;
  readonly descriptor: Descriptor;
}

/** Who names a theme: the place is told when it is not there. */
export interface NamedBy extends FaultPlace {
  readonly file: string;
}

/**
 * The theme's layers, base first.
 *
 * @param names of the themes that come with the product, for suggestions.
 * @throws ThemeError (THM001, THM002, THM003).
 */
export async function loadLayers(
  name: string,
  find: ThemeFinder,
  names: readonly string[],
  namedBy: NamedBy,
): Promise<readonly Layer[]> {
  const layers: Layer[] = [];
  const seen: string[] = [];
  let wanted: string | undefined = name;
  let from = namedBy;
  while (wanted !== undefined) {
    if (seen.includes(wanted)) {
      const circle = [...seen, wanted].join(" → ");
      throw themeError(diagnose("THM003", placeIn(from.file, from), { circle }));
    }
    seen.push(wanted);
    const files: ThemeFiles | undefined = await find(wanted);
    if (files === undefined) {
      throw themeError(describeAbsent(wanted, names, placeIn(from.file, from)));
    }
    const { descriptor, extendsAt } = readDescriptor(files);
    layers.unshift({ files, descriptor });
    from = { file: `${files.folder}/theme.yaml`, ...extendsAt };
    wanted = descriptor.extends;
  }
  return layers;
}

/** SHA-256, in hex digits, of the texts of all layers: not of the folders that they are in. */
export function sumLayers(layers: readonly Layer[]): string {
  const said = layers.map(({ files }) =>
    [...files.texts].sort(([one], [other]) => (one < other ? -1 : 1)),
  );
  return createHash("sha256").update(JSON.stringify(said), "utf8").digest("hex");
}

/** A theme that is not there (THM001). */
export function describeAbsent(theme: string, known: readonly string[], place: Place): Told {
  const word = theme.toLowerCase().replaceAll(/[_ ]/g, "-");
  const near = known.find((name) => name.startsWith(word)) ?? findNearWord(word, known, 3);
  const names = known.join(", ");
  return near === undefined
    ? diagnose("THM001 theme unknown", place, { theme, names })
    : diagnose("THM001 theme near", place, { theme, near, names });
}

/** A descriptor, and where in its file the name of the theme below stands. */
interface ReadDescriptor {
  readonly descriptor: Descriptor;
  readonly extendsAt?: YamlPosition;
}

/**
 * Reads a theme's `theme.yaml`.
 *
 * @throws ThemeError THM001 where there is none, THM002 where it is not as the schema asks.
 */
function readDescriptor(files: ThemeFiles): ReadDescriptor {
  const file = `${files.folder}/theme.yaml`;
  const text = files.texts.get("theme.yaml");
  if (text === undefined) {
    throw themeError(diagnose("THM001 descriptor", { file }));
  }
  const { tree, problems } = parseYamlTree(text);
  const plain = toPlain(tree, problems);
  const [first] = problems;
  if (first !== undefined) {
    const { place, message, hint } = describeYaml(first, placeIn(file, first));
    throw themeError(diagnose("THM002 yaml", place, { message, hint }));
  }
  const { data, error } = descriptorSchema.safeParse(plain ?? {});
  if (data === undefined) throw describeIssue(file, tree, error.issues[0]);
  const at = findPlace(tree, ["extends"]);
  return { descriptor: data, ...(at === undefined ? {} : { extendsAt: at }) };
}

/** Every key that may stand below another, for suggestions. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  "": Object.keys(descriptorSchema.shape),
  print: Object.keys(descriptorSchema.shape.print.unwrap().shape),
  cover: Object.keys(descriptorSchema.shape.cover.unwrap().shape),
};

function describeIssue(file: string, tree: YamlTree, issue: z.core.$ZodIssue | undefined) {
  const path = issue?.path.map(String) ?? [];
  if (issue?.code === "unrecognized_keys") {
    const key = issue.keys[0] ?? "";
    const known = KEYS[path.join(".")] ?? ["text", "heads", "mono"];
    const near = findNearWord(key.toLowerCase(), known, 3);
    const at = placeIn(file, findPlace(tree, [...path, key], true));
    const hint = near === undefined ? "unknown" : "near";
    const values = { key, known: known.join(", "), near: near ?? "" };
    return themeError(diagnose(`THM002 key ${hint}`, at, values));
  }
  const key = path.join(".");
  const place = findPlace(tree, path);
  if (place === undefined) {
    return themeError(diagnose("THM002 absent", { file }, { key }));
  }
  const expected = issue?.message.replace(/^expected /, "") ?? "";
  return themeError(diagnose("THM002 value", placeIn(file, place), { key, expected }));
}

/** Where a value stands, or its key; undefined where it is not there. */
function findPlace(
  tree: YamlTree,
  path: readonly string[],
  ofKey = false,
): YamlPosition | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return tree.at;
  if (tree.kind === "list") {
    const item = tree.items[Number(key)];
    return item === undefined ? tree.at : findPlace(item, rest, ofKey);
  }
  if (tree.kind !== "map") return tree.kind === "empty" ? undefined : tree.at;
  const entry = tree.entries.find((one) => one.key === key);
  if (entry === undefined) return undefined;
  return rest.length === 0 && ofKey ? entry.at : findPlace(entry.value, rest, ofKey);
}
