import * as z from "zod";
import type { Diagnostic, Outcome, Place } from "../diagnostics/diagnostic.ts";
import { parseLanguage } from "../language/language.ts";
import { findNearWord } from "./near-word.ts";
import type { SourceFile } from "./page.ts";
import { problem } from "./problem.ts";
import { parseSizeBytes } from "./size.ts";
import { decodeText } from "./source-text.ts";
import { parseYamlTree, toPlain, type YamlPosition, type YamlTree } from "./yaml.ts";

/** The file's name at the curriculum's root. */
export const CONFIGURATION_FILE = "handpress.yaml";

/** A file or folder of the curriculum: content is untrusted and must not reach beyond its root. */
const inside = z
  .string()
  .regex(
    /^(?![/\\~])(?![A-Za-z]:)(?!(?:.*[/\\])?\.\.(?:[/\\]|$)).+$/,
    "a path inside the curriculum",
  );
const licence = z.union([
  z.string().describe("The licence's name, for example CC BY-SA 4.0."),
  z.strictObject({
    name: z.string().describe("The licence's name, for example CC BY-SA 4.0."),
    url: z
      .string()
      .regex(/^https?:\/\/\S+$/, "an address that begins with https://")
      .optional()
      .describe("Where the licence can be read."),
  }),
]);

/**
 * The one source of what `handpress.yaml` may say: it validates the file, and the JSON Schema for
 * editors is generated from it. All scalars arrive as text (`yaml.ts`).
 */
export const configurationSchema = z
  .strictObject({
    title: z.string().describe("The curriculum's title; it stands on every book."),
    publisher: z.string().describe("Who publishes the books."),
    licence: licence.describe("The licence of every page that does not name its own."),
    language: z
      .string()
      .refine((tag) => parseLanguage(tag) !== undefined, "a language tag such as en, ar or pt-BR")
      .describe("The language of pages that do not say theirs, as a BCP 47 tag: en, ar, pt-BR."),
    theme: inside.describe(
      "The theme: the name of one that comes with Handpress, or its folder in the curriculum.",
    ),
    paper: z
      .string()
      .regex(
        /^([aA][45]|[lL]etter|\d{2,4}(\.\d+)?\s*[x×]\s*\d{2,4}(\.\d+)?(\s*mm)?)$/,
        "a4, letter, a5, or width x height in millimetres such as 170x240",
      )
      .describe(
        "The size of the PDF's pages: a4, letter, a5, or width x height in millimetres (170x240).",
      ),
    formats: z
      .union([z.enum(["pdf", "epub"]), z.array(z.enum(["pdf", "epub"])).min(1)])
      .describe("What to make: pdf, epub, or both."),
    maxSize: z
      .string()
      .refine((text) => parseSizeBytes(text) !== undefined, "a size such as 500kB or 2MB")
      .describe(
        "The most that an EPUB may take, such as 500kB or 2MB: its pictures are made smaller to fit.",
      ),
    output: inside.describe("The folder for the books, inside the curriculum."),
    assets: z
      .union([inside, z.array(inside)])
      .describe(
        "Folders in which images with an address from the root (/images/…) are looked for.",
      ),
    site: z
      .union([z.string(), z.array(z.string())])
      .describe(
        "The website's addresses; a link that begins with one is a link within the curriculum.",
      ),
    renamed: z
      .record(z.string(), z.string())
      .describe("Permalinks that have changed: the old one, a colon, the new one."),
  })
  .partial()
  .meta({
    title: "Handpress configuration",
    description: "What handpress.yaml, at a curriculum's root, may say. Every key may be left out.",
  });

export interface Configuration {
  readonly title: string;
  readonly publisher: string;
  /** `url` is empty when not given. */
  readonly licence?: { readonly name: string; readonly url: string };
  /** Canonical BCP 47 tag. */
  readonly language?: string;
  readonly theme?: string;
  readonly paper?: string;
  readonly formats?: readonly ("pdf" | "epub")[];
  /** What an EPUB may take. */
  readonly maxSizeBytes?: number;
  /** Relative to the curriculum's root. */
  readonly output?: string;
  readonly assets: readonly string[];
  readonly site: readonly string[];
  readonly renamed: readonly Rename[];
}

export interface Rename {
  readonly from: string;
  readonly to: string;
  readonly place: Place;
}

type Values = z.output<typeof configurationSchema>;
type Key = keyof Values;

const KEYS = Object.keys(configurationSchema.shape) as Key[];

/**
 * Reads `handpress.yaml`; without it, everything has its default. A wrong value is left out and
 * the others count.
 *
 * Adds CFG001 (does not parse), CFG002 (unknown key), CFG003 (wrong value).
 */
export function readConfiguration(file: SourceFile | undefined): Outcome<Configuration> {
  const nothing: Configuration = { title: "", publisher: "", assets: [], site: [], renamed: [] };
  if (file === undefined) return { value: nothing, diagnostics: [] };
  const decoded = decodeText(file);
  if ("diagnostic" in decoded) {
    // An empty configuration says nothing, which is allowed.
    const empty = decoded.diagnostic.code === "FIL001";
    return { value: nothing, diagnostics: empty ? [] : [decoded.diagnostic] };
  }
  const { tree, problems } = parseYamlTree(decoded.text);
  const at = (position: YamlPosition): Place => ({ file: file.path, ...position });
  const plain = toPlain(tree, problems);
  const diagnostics: Diagnostic[] = problems.map(({ code, message, ...position }) =>
    problem("CFG001", "error", at(position), {
      message: `Unexpected text (${(message.split("\n")[0] ?? "").replace(/[.:]$/, "")}), expected \`key: value\``,
      hint:
        code === "DUPLICATE_KEY"
          ? "Delete one of the two lines."
          : 'Put the value between double quotes: key: "value"',
    }),
  );
  const unparsed = problems.some(({ code }) => code !== "DUPLICATE_KEY");
  if (unparsed || tree.kind === "empty") return { value: nothing, diagnostics };
  if (tree.kind !== "map") {
    const hint = 'Type for example:\ntitle: "Safer travels"';
    const message = `Unexpected ${tree.kind}, expected lines of the form \`key: value\``;
    return {
      value: nothing,
      diagnostics: [...diagnostics, problem("CFG001", "error", at(tree.at), { message, hint })],
    };
  }
  const given: Record<string, unknown> = {};
  for (const { key, value, at: position } of tree.entries) {
    if (KEYS.some((known) => known === key)) {
      // A key without a value is as good as none.
      if (value.kind !== "empty") given[key] = (plain as Record<string, unknown>)[key];
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
    diagnostics.push(describeWrong(key, issue, tree, at));
  }
  for (const key of wrong) delete given[key];
  const values = configurationSchema.safeParse(given).data ?? {};
  return { value: complete(values, tree, file.path), diagnostics };
}

function complete(values: Values, tree: YamlTree, file: string): Configuration {
  const list = <T>(value: T | readonly T[] | undefined): readonly T[] =>
    value === undefined ? [] : Array.isArray(value) ? value : [value as T];
  const { licence: right, language, theme, paper, formats, output } = values;
  const maxSizeBytes = parseSizeBytes(values.maxSize ?? "");
  const tag = language === undefined ? undefined : parseLanguage(language)?.tag;
  const renamed =
    tree.kind === "map" ? tree.entries.find(({ key }) => key === "renamed")?.value : undefined;
  return {
    title: values.title ?? "",
    publisher: values.publisher ?? "",
    ...(right === undefined
      ? {}
      : {
          licence:
            typeof right === "string"
              ? { name: right, url: "" }
              : { name: right.name, url: right.url ?? "" },
        }),
    ...(tag === undefined ? {} : { language: tag }),
    ...(theme === undefined ? {} : { theme }),
    ...(paper === undefined ? {} : { paper }),
    ...(formats === undefined ? {} : { formats: [...new Set(list(formats))] }),
    ...(maxSizeBytes === undefined ? {} : { maxSizeBytes }),
    ...(output === undefined ? {} : { output: trimSlashes(output) }),
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
  };
}

function describeUnknown(key: string, place: Place): Diagnostic {
  const folded = key.toLowerCase();
  const other: Record<string, Key> = {
    license: "licence",
    lang: "language",
    format: "formats",
    asset: "assets",
    url: "site",
    baseurl: "site",
    rename: "renamed",
    redirects: "renamed",
    size: "paper",
    "max-size": "maxSize",
    max_size: "maxSize",
    name: "title",
  };
  const near =
    (Object.hasOwn(other, folded) ? other[folded] : undefined) ?? findNearWord(folded, KEYS, 2);
  return problem("CFG002", "error", place, {
    message: `Unexpected key \`${key}\`, expected one of ${KEYS.join(", ")}`,
    hint: near === undefined ? "Delete the line." : `Did you mean ${near}:?`,
  });
}

function describeWrong(
  key: Key,
  issue: z.core.$ZodIssue,
  tree: YamlTree,
  at: (position: YamlPosition) => Place,
): Diagnostic {
  const entry = tree.kind === "map" ? tree.entries.find((each) => each.key === key) : undefined;
  const value = entry?.value;
  const described = configurationSchema.shape[key].unwrap().description ?? "";
  const shown =
    value?.kind === "text"
      ? `\`${value.text}\``
      : value?.kind === "list"
        ? "list"
        : "group of keys";
  const precise = issue.code === "invalid_format" || issue.code === "custom";
  return problem("CFG003", "error", at(value?.at ?? tree.at), {
    message: `Unexpected ${shown} in \`${key}:\`, expected ${precise ? issue.message : EXPECTED[key]}`,
    hint: described,
  });
}

const EXPECTED: Readonly<Record<Key, string>> = {
  title: "one line of text",
  publisher: "one line of text",
  licence: "a name, or `name` and `url`",
  language: "a language tag",
  theme: "a name",
  paper: "a size",
  formats: "pdf, epub, or a list of both",
  maxSize: "a size",
  output: "a path inside the curriculum",
  assets: "paths inside the curriculum",
  site: "an address or a list of addresses",
  renamed: "lines of the form `/old/: /new/`",
};

function trimSlashes(path: string): string {
  return path
    .replaceAll("\\", "/")
    .replace(/^(\.\/)+/, "")
    .replace(/\/+$/, "");
}
