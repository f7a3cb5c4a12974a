import type * as z from "zod";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import { configurationSchema, KEYS, type Key } from "./configuration-values.ts";
import { findNearWord } from "./near-word.ts";
import { problem } from "./problem.ts";
import type { YamlPosition, YamlTree } from "./yaml.ts";

/** A key that `handpress.yaml` does not have (CFG002). */
export function describeUnknown(key: string, place: Place): Diagnostic {
  const folded = key.toLowerCase();
  const other: Record<string, Key> = {
    license: "licence",
    lang: "language",
    format: "formats",
    font: "fonts",
    edition: "editions",
    audience: "editions",
    asset: "assets",
    url: "site",
    baseurl: "site",
    rename: "renamed",
    redirects: "renamed",
    size: "paper",
    grayscale: "greyscale",
    duplex: "sides",
    name: "title",
  };
  const near =
    (Object.hasOwn(other, folded) ? other[folded] : undefined) ?? findNearWord(folded, KEYS, 2);
  return problem("CFG002", "error", place, {
    message: `Unexpected key \`${key}\`, expected one of ${KEYS.join(", ")}`,
    hint: near === undefined ? "Delete the line." : `Did you mean ${near}:?`,
  });
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
  const described = configurationSchema.shape[key].unwrap().description ?? "";
  const part = findWrongPart(key, value);
  if (part !== undefined) {
    return problem("CFG003", "error", at(part.at), {
      message: `Unexpected ${part.shown} in \`${key}:\`, expected ${part.expected}`,
      hint: described,
    });
  }
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

/** The one item of a list, or the one line of `licence:`, that keeps the whole from being read. */
function findWrongPart(key: Key, value: YamlTree | undefined) {
  const takes = (part: unknown) => configurationSchema.shape[key].safeParse(part).success;
  const expected = EXPECTED_ITEM[key];
  if (value?.kind === "list" && expected !== undefined) {
    const item = value.items.find((one) => one.kind === "text" && !takes([one.text]));
    return item?.kind === "text" ? { at: item.at, shown: `\`${item.text}\``, expected } : undefined;
  }
  if (value?.kind !== "map" || key !== "licence") return undefined;
  const known = value.entries.every((line) => line.key === "name" || line.key === "url");
  const url = value.entries.find((line) => line.key === "url")?.value;
  if (!known || url?.kind !== "text" || takes({ name: "any", url: url.text })) return undefined;
  return {
    at: url.at,
    shown: `\`${url.text}\``,
    expected: "an address that begins with https://",
  };
}

/** Of a list's item, where the list takes only some. */
const EXPECTED_ITEM: Readonly<Partial<Record<Key, string>>> = {
  formats: "pdf or epub",
  editions: "trainer or participant",
  assets: "a path inside the curriculum",
};

const EXPECTED: Readonly<Record<Key, string>> = {
  title: "one line of text",
  publisher: "one line of text",
  licence: "a name, or `name` and `url`",
  language: "a language tag",
  theme: "a name",
  paper: "a size",
  sides: "one or two",
  greyscale: "true or false",
  formats: "pdf, epub, or a list of both",
  fonts: "auto, always or never",
  maxSize: "a size",
  editions: "trainer, participant, all, or a list: [trainer, participant]",
  output: "a path inside the curriculum",
  assets: "paths inside the curriculum",
  site: "an address or a list of addresses",
  renamed: "lines of the form `/old/: /new/`",
};
