import * as z from "zod";
import { parseLanguage } from "../language/language.ts";
import {
  CATALOGUE_LAYOUTS,
  type CatalogueLayout,
  type PassagePolicy,
  STALE_POLICIES,
  UNTRANSLATED_POLICIES,
} from "./book-options.ts";

/** How translated editions are made of catalogues. */
export interface TranslationChoice {
  readonly catalogues: CatalogueLayout;
  /** Whether books name their translators. */
  readonly namesTranslators: boolean;
  readonly policy: PassagePolicy;
  /** By canonical tag, for languages that have a policy of their own. */
  readonly policies: Readonly<Record<string, PassagePolicy>>;
}

const policy = z
  .strictObject({
    untranslated: z
      .enum(UNTRANSLATED_POLICIES)
      .describe(
        "What stands in place of a passage that is not translated: source (its words in the first language, marked), omit (nothing), refuse (the book is not made).",
      ),
    stale: z
      .enum(STALE_POLICIES)
      .describe(
        "What stands in place of a passage whose original has changed since: marked (the old translation, marked), source, omit, refuse.",
      ),
  })
  .partial();

/** What `translations:` may say. */
export const translationsSchema = policy
  .extend({
    catalogues: z
      .enum(CATALOGUE_LAYOUTS)
      .describe("One catalogue for each module (module), or one for the whole curriculum (one)."),
    names: z
      .union([z.boolean(), z.enum(["true", "false"])])
      .describe("Whether books name their translators: true or false."),
    languages: z
      .record(
        z.string().refine((tag) => parseLanguage(tag) !== undefined, "a language tag such as ar"),
        policy,
      )
      .describe("What is different for one language, by its tag."),
  })
  .partial();

const DEFAULT_TRANSLATION: TranslationChoice = {
  catalogues: "module",
  namesTranslators: false,
  policy: { untranslated: "source", stale: "marked" },
  policies: {},
};

/** @param values as the schema lets them through. */
export function readTranslation(values: z.output<typeof translationsSchema>): TranslationChoice {
  const { catalogues, names, languages = {}, ...own } = values;
  const policyOf = (given: Partial<PassagePolicy>, base: PassagePolicy): PassagePolicy => ({
    untranslated: given.untranslated ?? base.untranslated,
    stale: given.stale ?? base.stale,
  });
  const policy = policyOf(own, DEFAULT_TRANSLATION.policy);
  return {
    catalogues: catalogues ?? DEFAULT_TRANSLATION.catalogues,
    namesTranslators: String(names) === "true",
    policy,
    policies: Object.fromEntries(
      Object.entries(languages).map(([tag, given]) => [
        parseLanguage(tag)?.tag ?? tag,
        policyOf(given, policy),
      ]),
    ),
  };
}

/** What a language's editions do about passages that are not, or no longer, translated. */
export function policyFor(choice: TranslationChoice | undefined, language: string): PassagePolicy {
  const { policies, policy } = choice ?? DEFAULT_TRANSLATION;
  return Object.hasOwn(policies, language) ? (policies[language] ?? policy) : policy;
}
