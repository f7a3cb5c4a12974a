import type * as z from "zod";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import { findNearWord } from "../wording/near-word.ts";
import { configurationSchema, KEYS, type Key } from "./configuration-values.ts";
import { diagnoseBlock } from "./header-diagnostics.ts";
import { findTag } from "./language-folder.ts";
import { describeLowered, findRaise, LIMIT_KEYS, type SetLimits } from "./limits.ts";
import { diagnose } from "./rules.ts";
import { findWrongVocabulary, type WrongWords } from "./vocabulary-values.ts";
import { toPlain, type YamlPosition, type YamlTree } from "./yaml.ts";

/** What is said for one build, and never for a curriculum. */
const OPTIONS_ONLY: readonly string[] = ["booklet", "nup", "participants", "session"];

/**
 * A file that is meant as `handpress.yaml` and has another name, by which it is not read (CFG004).
 *
 * @param paths of all files of the curriculum.
 */
export function describeMisnamed(paths: readonly string[]): readonly Diagnostic[] {
  const found = paths.find((path) =>
    /^(content\/)?handpress\.(ya?ml|json|toml)(\.txt)?$/i.test(path),
  );
  if (found === undefined) return [];
  return [diagnose("CFG004", { file: found })];
}

/** Why the lines of `handpress.yaml` cannot be read as keys and values (CFG001). */
export function describeUnparsed(
  found: Parameters<typeof diagnoseBlock>[1],
  path: string,
): readonly Diagnostic[] {
  return diagnoseBlock(path, found, "configuration").map((one) => ({ ...one, code: "CFG001" }));
}

/** A key that `handpress.yaml` does not have (CFG002). */
export function describeUnknown(key: string, place: Place): Diagnostic {
  const folded = key.toLowerCase();
  const other: Record<string, Key> = {
    license: "licence",
    branding: "brand",
    logo: "brand",
    lang: "language",
    format: "formats",
    font: "fonts",
    link: "links",
    filenames: "names",
    edition: "editions",
    audience: "editions",
    asset: "assets",
    url: "site",
    baseurl: "site",
    rename: "renamed",
    redirects: "renamed",
    size: "paper",
    limit: "limits",
    grayscale: "greyscale",
    duplex: "sides",
    name: "title",
  };
  const near =
    (Object.hasOwn(other, folded) ? other[folded] : undefined) ?? findNearWord(folded, KEYS, 2);
  const values = { key, known: KEYS.join(", ") };
  if (near !== undefined) return diagnose("CFG002 near", place, { ...values, near });
  if (!OPTIONS_ONLY.includes(folded)) return diagnose("CFG002 unknown", place, values);
  return diagnose("CFG002 option", place, { ...values, option: folded });
}

/** A value that its key does not take (CFG003), at the part of it that is wrong. */
export function describeWrong(
  key: Key,
  issue: z.core.$ZodIssue,
  tree: YamlTree,
  at: (position: YamlPosition) => Place,
): Diagnostic {
  const entry = tree.kind === "map" ? tree.entries.find((each) => each.key === key) : undefined;
  const value = entry?.value;
  const about = configurationSchema.shape[key].unwrap().description ?? "";
  const part = findWrongPart(key, value);
  if (part !== undefined) {
    const { shown, expected, near = "", hint = "about" } = part;
    const values = { shown, key, expected, near, about };
    return diagnose(`CFG003 value ${hint}`, at(part.at), values);
  }
  const shown =
    value?.kind === "text"
      ? `\`${value.text}\``
      : value?.kind === "list"
        ? "list"
        : "group of keys";
  const near = key === "language" && value?.kind === "text" ? findTag(value.text) : undefined;
  const precise = issue.code === "invalid_format" || issue.code === "custom";
  const expected = precise ? issue.message : EXPECTED[key];
  const hint = near === undefined ? "about" : "language";
  const values = { shown, key, expected, about, near: near ?? "" };
  return diagnose(`CFG003 value ${hint}`, at(value?.at ?? tree.at), values);
}

interface WrongPart {
  readonly at: YamlPosition;
  readonly shown: string;
  readonly expected: string;
  /** The key that was probably meant. */
  readonly near?: string;
  /** Which hint of CFG003; else what the key is about. */
  readonly hint?:
    | "near"
    | "unknown"
    | "limit"
    | "near-limit"
    | "unknown-limit"
    | WrongWords["hint"];
}

/** The one item of a list, or the one line of `licence:`, that keeps the whole from being read. */
function findWrongPart(key: Key, value: YamlTree | undefined): WrongPart | undefined {
  const takes = (part: unknown) => configurationSchema.shape[key].safeParse(part).success;
  const expected = EXPECTED_ITEM[key];
  if (value?.kind === "list" && expected !== undefined) {
    const item = value.items.find((one) => one.kind === "text" && !takes([one.text]));
    return item?.kind === "text" ? { at: item.at, shown: `\`${item.text}\``, expected } : undefined;
  }
  if (value?.kind === "map" && key === "vocabulary") return findWrongVocabulary(value);
  if (value?.kind === "map" && key === "brand") return findWrongBrand(value);
  if (value?.kind === "map" && key === "limits") return findWrongLimit(value);
  if (value?.kind !== "map" || key !== "licence") return undefined;
  const strange = value.entries.find((line) => !LICENCE_KEYS.includes(line.key));
  if (strange !== undefined) return wrongKey(strange.key, strange.at, LICENCE_KEYS, LICENCE_WORDS);
  const url = value.entries.find((line) => line.key === "url")?.value;
  if (url?.kind !== "text" || takes({ name: "any", url: url.text })) return undefined;
  return {
    at: url.at,
    shown: `\`${url.text}\``,
    expected: "an address that begins with https://",
  };
}

/** The one line of `brand:`, or of its `colours:`, that keeps the whole from being read. */
function findWrongBrand(brand: Extract<YamlTree, { kind: "map" }>): WrongPart | undefined {
  for (const line of brand.entries) {
    const inner = line.key === "colours" && line.value.kind === "map" ? line.value.entries : [line];
    for (const { key, value, at } of inner) {
      const isColour = inner[0] !== line;
      const plain = value.kind === "empty" ? null : toPlain(value);
      const whole = isColour ? { colours: { [key]: plain } } : { [key]: plain };
      const { error } = configurationSchema.shape.brand.unwrap().safeParse(whole);
      const issue = error?.issues[0];
      if (issue === undefined) continue;
      if (issue.code === "unrecognized_keys") {
        return wrongKey(key, at, isColour ? BRAND_COLOURS : BRAND_KEYS, BRAND_WORDS);
      }
      const shown = value.kind === "text" ? `\`${value.text}\`` : `value of \`${key}:\``;
      const place = value.kind === "empty" ? at : value.at;
      return { at: place, shown, expected: isColour ? COLOUR : (BRAND_PARTS[key] ?? "text") };
    }
  }
  return undefined;
}

/** The one line of `limits:` that is none, or is out of its range. */
function findWrongLimit(limits: Extract<YamlTree, { kind: "map" }>): WrongPart | undefined {
  for (const { key, value, at } of limits.entries) {
    if (!LIMIT_KEYS.some((known) => known === key)) {
      const wrong = wrongKey(key, at, LIMIT_KEYS, {});
      return { ...wrong, hint: `${wrong.hint}-limit` };
    }
    const one = { [key]: value.kind === "empty" ? null : toPlain(value) };
    if (configurationSchema.shape.limits.safeParse(one).success) continue;
    return {
      at: value.kind === "empty" ? at : value.at,
      shown: value.kind === "text" ? `\`${value.text}\`` : `value of \`${key}:\``,
      expected: describeLowered(key),
      hint: "limit",
    };
  }
  return undefined;
}

/** Lines of `limits:` that ask for more than content may have; the limit stays as it is (CFG005). */
export function describeRaised(
  limits: YamlTree,
  set: SetLimits,
  at: (position: YamlPosition) => Place,
): readonly Diagnostic[] {
  if (limits.kind !== "map") return [];
  return limits.entries.flatMap(({ key, value }) => {
    const asked = value.kind === "text" ? value.text.trim() : "";
    const held = findRaise(key, asked, set);
    if (held === undefined) return [];
    const typed = asked.replaceAll(" ", "");
    return diagnose("CFG005", at(value.at), { asked, key, held, typed });
  });
}

/** A key that a group of keys does not have, and the one that was probably meant. */
function wrongKey(
  written: string,
  at: YamlPosition,
  known: readonly string[],
  others: Readonly<Record<string, string>>,
): WrongPart & { readonly hint: "near" | "unknown" } {
  const folded = written.toLowerCase().replaceAll("_", "-");
  const other = Object.hasOwn(others, folded) ? others[folded] : undefined;
  const near = known.find((key) => key === other) ?? findNearWord(folded, known, 3);
  const wrong = { at, shown: `line \`${written}:\``, expected: `one of ${known.join(", ")}` };
  return near === undefined ? { ...wrong, hint: "unknown" } : { ...wrong, near, hint: "near" };
}

/** What people call keys of `brand:` and its colours. */
const BRAND_WORDS: Readonly<Record<string, string>> = {
  colour: "colours",
  palette: "colours",
  image: "logo",
  picture: "logo",
  title: "name",
  publisher: "name",
  address: "contact",
  email: "contact",
  primary: "accent",
  text: "ink",
  foreground: "ink",
  background: "paper",
};
const LICENCE_KEYS = ["name", "url"];
const LICENCE_WORDS: Readonly<Record<string, string>> = {
  link: "url",
  title: "name",
  address: "url",
};
const COLOUR = 'a colour between quotation marks: "#00596b"';
const BRAND_KEYS = ["name", "logo", "colours", "contact"];
const BRAND_COLOURS = ["accent", "ink", "paper"];
const BRAND_PARTS: Readonly<Record<string, string>> = {
  name: "one line of text",
  logo: "a path inside the curriculum",
  colours: 'lines such as accent: "#00596b"',
  contact: "lines of text",
};

/** Of a list's item, where the list takes only some. */
const EXPECTED_ITEM: Readonly<Partial<Record<Key, string>>> = {
  formats: "pdf or epub",
  editions: "trainer or participant",
  assets: "a path inside the curriculum",
};

const EXPECTED: Readonly<Record<Key, string>> = {
  title: "one line of text",
  publisher: "one line of text",
  version: "one line of text",
  brand: "lines such as `name:`, `logo:`, `colours:`, `contact:`",
  licence: "a name, or `name` and `url`",
  language: "a language tag",
  theme: "a name",
  paper: "a size",
  sides: "one or two",
  greyscale: "true or false",
  formats: "pdf, epub, or a list of both",
  fonts: "auto, always or never",
  links: "notes, inline, qr or none",
  names: "plain or language",
  maxSize: "a size",
  editions: "trainer, participant, all, or a list: [trainer, participant]",
  output: "a path inside the curriculum",
  cache: "true or false",
  assets: "paths inside the curriculum",
  site: "an address or a list of addresses",
  renamed: "lines of the form `/old/: /new/`",
  vocabulary: "language tags with lines such as `trainers: [trainer, facilitator]`",
  translations: "lines such as `untranslated: source`",
  limits: "lines such as `page-size: 2MB`",
};
