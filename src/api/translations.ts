import { CATALOGUE_FOLDER } from "../build/load/catalogue-paths.ts";
import type { LoadedCurriculum } from "../build/load/load-curriculum.ts";
import { placeInWritten } from "../build/load/written-places.ts";
import { reviewTranslations } from "../build/plan/review-translations.ts";
import { listBooks } from "../build/plan/select-books.ts";
import { refusal } from "../build/request-messages.ts";
import { lintCatalogues } from "../build/translate/lint-edition.ts";
import {
  describeTranslations,
  type LanguageStatus,
} from "../build/translate/translation-status.ts";
import {
  extractTemplates,
  refuseDamaged,
  type UpdatedCatalogue,
  updateCatalogues,
} from "../build/translate/update-catalogues.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host/host.ts";
import { parseLanguage } from "../language/language.ts";
import { loadNamed, type NamedOptions } from "./named-curriculum.ts";

export type { LanguageStatus, StatusLine } from "../build/translate/translation-status.ts";
export type { UpdatedCatalogue } from "../build/translate/update-catalogues.ts";

/** The translations of the curriculum that words mean. */
export interface NamedTranslations {
  /** Stands before its files in messages. */
  readonly prefix: string;
  writtenOf(file: string): string | undefined;
  /** What keeps catalogues from being read. */
  readonly diagnostics: readonly Diagnostic[];
  /** The same, and all that is wrong in what was read. */
  check(): readonly Diagnostic[];
  /** Of all languages, or of the one that was asked for. */
  readonly status: readonly LanguageStatus[];
  /** Writes the templates. */
  extract(): Promise<readonly UpdatedCatalogue[]>;
  /**
   * Writes the catalogues of some languages; of all that have some where none is named.
   *
   * @param written tags, as they were typed.
   * @throws RequestError for what is no tag of another language, and for a catalogue that cannot be
   *   read.
   */
  update(written: readonly string[]): Promise<readonly UpdatedCatalogue[]>;
}

/**
 * @param words the folder of the curriculum.
 * @throws RequestError for a folder that is not there, and a language that has no catalogue.
 */
export async function openTranslations(
  host: Host,
  words: readonly string[],
  options: Omit<NamedOptions, "version">,
): Promise<NamedTranslations> {
  const { loaded } = await loadNamed(host, words, options);
  const { curriculum, prefix, writtenOf } = loaded;
  const all = describeTranslations(loaded);
  const present = all.map(({ language }) => language);
  const asked = options.lang === undefined ? undefined : readTag(options.lang);
  if (asked !== undefined && !present.includes(asked)) {
    const values = { written: asked, present: present.join(", ") };
    throw refusal(present.length === 0 ? "catalogue none" : "catalogue none some", values);
  }
  // What could not be opened is told by who tried.
  const unread = loaded.diagnostics.filter(({ place }) =>
    `${place.file}/`.startsWith(`${CATALOGUE_FOLDER}/`),
  );
  return {
    prefix,
    writtenOf,
    diagnostics: placeInWritten(loaded, unread),
    check: () => placeInWritten(loaded, [...unread, ...reviewCatalogues(loaded, asked)]),
    status: all.filter(({ language }) => asked === undefined || language === asked),
    extract: () => extractTemplates(host, loaded),
    async update(written) {
      const languages = written.length === 0 ? present : written.map(readTag);
      const source = languages.find((language) => language === curriculum.sourceLanguage);
      if (source !== undefined) throw refusal("catalogue source", { written: source });
      refuseDamaged(loaded);
      const updated: UpdatedCatalogue[] = [];
      for (const language of languages) {
        for (const one of await updateCatalogues(host, loaded, language)) updated.push(one);
      }
      return updated;
    },
  };
}

/** How much is translated says `status`; what keeps a text from being printed, and what looks wrong in it. */
function reviewCatalogues(loaded: LoadedCurriculum, language = "all"): readonly Diagnostic[] {
  const isThere = loaded.curriculum.languages.includes(language) || language === "all";
  const books = isThere ? listBooks(loaded.curriculum, language) : [];
  const { diagnostics } = reviewTranslations(loaded, books, true);
  const all = loaded.translations?.editions.keys() ?? [];
  return [
    ...diagnostics.filter(({ code }) => code !== "TRN002"),
    ...lintCatalogues(loaded, new Set(language === "all" ? all : [language])),
  ];
}

function readTag(written: string): string {
  const tag = parseLanguage(written)?.tag;
  if (tag === undefined) throw refusal("catalogue tag", { written });
  return tag;
}
