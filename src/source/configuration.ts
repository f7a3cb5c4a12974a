import type { Diagnostic, Outcome, Place } from "../diagnostics/diagnostic.ts";
import { languageOf } from "../language/language.ts";
import type { Vocabulary } from "../wording/vocabulary.ts";
import {
  EDITIONS,
  type Edition,
  type FileNames,
  type FontPolicy,
  type Format,
  type LinkMode,
  type Sides,
} from "./book-options.ts";
import { type Brand, findValue, readBrand } from "./brand.ts";
import {
  describeRaised,
  describeUnknown,
  describeUnparsed,
  describeWrong,
} from "./configuration-diagnostics.ts";
import { configurationSchema, KEYS, type Key, type Values } from "./configuration-values.ts";
import { findCutValues } from "./cut-value.ts";
import { describeInvisible } from "./invisible-lines.ts";
import { type Limits, readLimits, type SetLimits } from "./limits.ts";
import type { SourceFile } from "./page.ts";
import { plainLine } from "./plain-line.ts";
import { withoutRemarks } from "./remarks.ts";
import { diagnose } from "./rules.ts";
import { parseSizeBytes } from "./size.ts";
import { decodeText } from "./source-text.ts";
import { readTranslation, type TranslationChoice } from "./translation-values.ts";
import { makeVocabulary } from "./vocabulary-values.ts";
import {
  parseYamlTree,
  replaceWideSpaces,
  toPlain,
  type YamlPosition,
  type YamlTree,
} from "./yaml.ts";
import { describeYaml } from "./yaml-words.ts";

/** The file's name at the curriculum's root. */
export const CONFIGURATION_FILE = "handpress.yaml";

/** What stands in books: a remark in it is for no reader. */
const PRINTED: ReadonlySet<string> = new Set(["title", "publisher", "version", "brand", "licence"]);

/** The file in which limits are set needs one that is fixed. A long list of `renamed:` has 100 kB. */
export const CONFIGURATION_MOST_BYTES = 1_000_000;

export interface Configuration {
  readonly title: string;
  readonly publisher: string;
  /** Of the curriculum, as its publisher counts; empty where it is not said. */
  readonly version: string;
  readonly brand?: Brand;
  /** `url` is empty when not given. */
  readonly licence?: { readonly name: string; readonly url: string };
  /** Where it is named. */
  readonly licencePlace?: Place;
  /** Canonical BCP 47 tag. */
  readonly language?: string;
  /** Where it is named. */
  readonly languagePlace?: Place;
  readonly theme?: string;
  /** Where the theme is named. */
  readonly themePlace?: Place;
  readonly paper?: string;
  readonly sides?: Sides;
  readonly greyscale?: boolean;
  /** False: no build keeps anything of these books for the next one. */
  readonly cache?: boolean;
  readonly formats?: readonly Format[];
  readonly fonts?: FontPolicy;
  readonly links?: LinkMode;
  /** How the files of books are called. */
  readonly names?: FileNames;
  /** What an EPUB may take. */
  readonly maxSizeBytes?: number;
  readonly editions?: readonly Edition[];
  /** Relative to the curriculum's root. */
  readonly output?: string;
  readonly assets: readonly string[];
  readonly site: readonly string[];
  readonly renamed: readonly Rename[];
  /** Words of the curriculum's own, added to those that the product and the theme know. */
  readonly vocabulary: readonly Vocabulary[];
  /** How translated editions are made of catalogues. */
  readonly translation?: TranslationChoice;
  /** All of them, with the defaults of those that are not given. */
  readonly limits: Limits;
}

export interface Rename {
  readonly from: string;
  readonly to: string;
  readonly place: Place;
}

/**
 * Reads `handpress.yaml`; without it, everything has its default. A wrong value is left out and
 * the others count.
 *
 * Adds CFG001 (does not parse), CFG002 (unknown key), CFG003 (wrong value), CFG005 (a limit that
 * only whoever builds may raise).
 *
 * @param set limits that whoever builds has set.
 */
export function readConfiguration(
  file: SourceFile | undefined,
  set: SetLimits = {},
): Outcome<Configuration> {
  const nothing: Configuration = {
    title: "",
    publisher: "",
    version: "",
    assets: [],
    site: [],
    renamed: [],
    vocabulary: [],
    limits: readLimits({}, set),
  };
  if (file === undefined) return { value: nothing, diagnostics: [] };
  const decoded = decodeText(file, CONFIGURATION_MOST_BYTES);
  if ("diagnostic" in decoded) {
    // An empty configuration says nothing, which is allowed.
    const empty = decoded.diagnostic.code === "FIL001";
    return { value: nothing, diagnostics: empty ? [] : [decoded.diagnostic] };
  }
  const lines = decoded.text.split("\n").map(replaceWideSpaces);
  const { tree, problems } = parseYamlTree(lines.join("\n"));
  const at = (position: YamlPosition): Place => ({ file: file.path, ...position });
  const plain = toPlain(tree, problems);
  const repeated = problems.filter(({ code }) => code === "DUPLICATE_KEY");
  if (problems.length > repeated.length) {
    const found = { lines, problems };
    return { value: nothing, diagnostics: describeUnparsed(found, file.path) };
  }
  const diagnostics: Diagnostic[] = [
    ...decoded.diagnostics,
    ...describeInvisible(file.path, decoded.invisible),
    ...repeated.map((one) => {
      const { line, column, length } = one;
      return { ...describeYaml(one, at({ line, column, length })), code: "CFG001" };
    }),
  ];
  if (tree.kind === "empty") return { value: nothing, diagnostics };
  if (tree.kind !== "map") {
    diagnostics.push(diagnose("CFG001", at(tree.at), { kind: tree.kind }));
    return { value: nothing, diagnostics };
  }
  const cuts = findCutValues("CFG003", file.path, lines, tree);
  for (const one of cuts) diagnostics.push(one);
  const given: Record<string, unknown> = {};
  for (const { key, value, at: position } of tree.entries) {
    if (KEYS.some((known) => known === key)) {
      // A key without a value is as good as none.
      const written = (plain as Record<string, unknown>)[key];
      if (value.kind !== "empty") given[key] = PRINTED.has(key) ? withoutRemarks(written) : written;
    } else {
      diagnostics.push(describeUnknown(key, at(position)));
    }
  }
  const checked = configurationSchema.safeParse(given);
  const wrong = new Set<string>();
  for (const issue of checked.error?.issues ?? []) {
    const key = String(issue.path[0]) as Key;
    if (wrong.has(key)) continue;
    wrong.add(key);
    const found = describeWrong(key, issue, tree, at);
    const cut = cuts.find(({ place }) => place.line === found.place.line);
    if (cut === undefined) diagnostics.push(found);
    // That the value is taken for a comment is all that is wrong with it.
    else diagnostics.splice(diagnostics.indexOf(cut), 1, { ...found, hint: cut.hint ?? "" });
  }
  for (const key of wrong) delete given[key];
  const values = configurationSchema.safeParse(given).data ?? {};
  if (values.limits !== undefined) {
    for (const one of describeRaised(findValue(tree, ["limits"]), set, at)) diagnostics.push(one);
  }
  const limits = readLimits(values.limits, set);
  return { value: { ...complete(values, tree, file.path, at), limits }, diagnostics };
}

function complete(
  values: Values,
  tree: YamlTree,
  file: string,
  at: (position: YamlPosition) => Place,
): Omit<Configuration, "limits"> {
  const list = <T>(value: T | readonly T[] | undefined): readonly T[] =>
    value === undefined ? [] : Array.isArray(value) ? value : [value as T];
  const {
    licence: right,
    language,
    theme,
    paper,
    sides,
    greyscale,
    formats,
    fonts,
    links,
    names,
    editions,
    output,
    cache,
  } = values;
  const maxSizeBytes = parseSizeBytes(values.maxSize ?? "");
  const tag = language === undefined ? undefined : languageOf(language).tag;
  const renamed =
    tree.kind === "map" ? tree.entries.find(({ key }) => key === "renamed")?.value : undefined;
  return {
    title: plainLine(values.title ?? ""),
    publisher: plainLine(values.publisher ?? ""),
    version: plainLine(values.version ?? ""),
    ...(values.brand === undefined ? {} : { brand: readBrand(values.brand, tree, at) }),
    ...(right === undefined
      ? {}
      : {
          licence:
            typeof right === "string"
              ? { name: plainLine(right), url: "" }
              : { name: plainLine(right.name), url: right.url ?? "" },
          licencePlace: at(findValue(tree, ["licence", "url"]).at),
        }),
    ...(tag === undefined
      ? {}
      : { language: tag, languagePlace: at(findValue(tree, ["language"]).at) }),
    ...(theme === undefined ? {} : { theme, themePlace: at(findValue(tree, ["theme"]).at) }),
    ...(paper === undefined ? {} : { paper }),
    ...(sides === undefined ? {} : { sides: /1|one/.test(String(sides)) ? "one" : "two" }),
    ...(greyscale === undefined ? {} : { greyscale: String(greyscale) === "true" }),
    ...(formats === undefined ? {} : { formats: [...new Set(list(formats))] }),
    ...(fonts === undefined ? {} : { fonts }),
    ...(links === undefined ? {} : { links }),
    ...(names === undefined ? {} : { names }),
    ...(maxSizeBytes === undefined ? {} : { maxSizeBytes }),
    ...(editions === undefined
      ? {}
      : {
          editions: editions === "all" ? EDITIONS : [...new Set(list(editions))],
        }),
    ...(output === undefined ? {} : { output: trimSlashes(output) }),
    ...(cache === undefined ? {} : { cache: String(cache) === "true" }),
    assets: list(values.assets).map(trimSlashes),
    site: list(values.site).map((prefix) => prefix.trim()),
    renamed:
      values.renamed === undefined || renamed?.kind !== "map"
        ? []
        : renamed.entries.map(({ key, value, at }) => ({
            from: key,
            to: value.kind === "text" ? value.text : "",
            place: { file, ...at },
          })),
    ...(values.translations === undefined
      ? {}
      : { translation: readTranslation(values.translations) }),
    vocabulary: Object.entries(values.vocabulary ?? {}).map(([tag, words]) =>
      makeVocabulary(tag, words),
    ),
  };
}

function trimSlashes(path: string): string {
  return path
    .replaceAll("\\", "/")
    .replace(/^(\.\/)+/, "")
    .replace(/\/+$/, "");
}
