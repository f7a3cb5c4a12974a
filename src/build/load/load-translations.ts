import { type Curriculum, listModules } from "../../curriculum/curriculum.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { checkCatalogue } from "../../gettext/check-catalogue.ts";
import { decodeCatalogue } from "../../gettext/decode-catalogue.ts";
import { readCatalogue } from "../../gettext/read-catalogue.ts";
import { parseLanguage } from "../../language/language.ts";
import type { Configuration } from "../../source/configuration.ts";
import { type Page, type SourceFile, STAGES } from "../../source/page.ts";
import { policyFor } from "../../source/translation-values.ts";
import { readUnits } from "../../translation/read-units.ts";
import { diagnose } from "../../translation/rules.ts";
import type { ReadCatalogue } from "../../translation/translate-page.ts";
import {
  type LanguageEdition,
  type SourcePages,
  translatePages,
} from "../../translation/translate-pages.ts";
import type { PageUnits } from "../../translation/unit.ts";
import type { Wording } from "../../wording/wording.ts";

/** What catalogues make of a curriculum. */
export interface Translations {
  readonly source: SourcePages;
  /** By canonical tag, in the order of the tags. */
  readonly editions: ReadonlyMap<string, LanguageEdition>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads catalogues and makes pages of them.
 *
 * @param curriculum as it is without them.
 */
export function loadTranslations(
  files: readonly SourceFile[],
  curriculum: Curriculum,
  configuration: Configuration,
  wording: Wording,
): Translations {
  const diagnostics: Diagnostic[] = [];
  const source = describeSource(curriculum, configuration, wording);
  const byLanguage = new Map<string, ReadCatalogue[]>();
  for (const file of files) {
    const language = languageOfPath(file.path);
    if (language === undefined || language === curriculum.sourceLanguage) {
      diagnostics.push(
        diagnose(
          language === undefined ? "TRN001 unknown" : "TRN001 source",
          { file: file.path },
          { path: file.path, language: curriculum.sourceLanguage },
        ),
      );
      continue;
    }
    const catalogues = byLanguage.get(language) ?? [];
    catalogues.push(readOne(file, diagnostics));
    byLanguage.set(language, catalogues);
  }
  const editions = new Map(
    [...byLanguage]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([language, catalogues]) => {
        const bases = curriculum.index.byLanguage.get(language)?.bases;
        const policy = policyFor(configuration.translation, language);
        const hasFile = (basePath: string) => bases?.has(basePath) === true;
        const edition = translatePages(source, language, catalogues, policy, hasFile);
        return [language, edition] as const;
      }),
  );
  return { source, editions, diagnostics };
}

function readOne({ path, bytes }: SourceFile, diagnostics: Diagnostic[]): ReadCatalogue {
  const decoded = decodeCatalogue(bytes, path);
  const { value, diagnostics: found } = readCatalogue(decoded.value, path);
  const unread = [...decoded.diagnostics, ...found];
  for (const one of [...unread, ...checkCatalogue(value, path)]) diagnostics.push(one);
  const isWhole = unread.every(({ severity }) => severity !== "error");
  return { path, catalogue: value, isWhole };
}

/** The pages of the source language, each cut into units when it is first asked for. */
export function describeSource(
  curriculum: Curriculum,
  { limits }: Configuration,
  wording: Wording,
): SourcePages {
  const known = new Map<string, PageUnits>();
  const pages = curriculum.pages.filter(({ language }) => language === curriculum.sourceLanguage);
  const listed = listModules(curriculum, curriculum.sourceLanguage).map((module) => {
    const sessions = STAGES.flatMap((stage) => module.stages[stage]);
    const paths = sessions.flatMap((one) => (one.kind === "session" ? [one.page.path] : []));
    return [module.page.path, paths] as const;
  });
  return {
    pages,
    wording,
    listed: new Map(listed),
    unitsOf(page: Page) {
      const found = known.get(page.path) ?? readUnits(page, wording, limits);
      known.set(page.path, found);
      return found;
    },
  };
}

/** `translations/fa/tails.po`, `translations/fa.po`. */
function languageOfPath(path: string): string | undefined {
  const [, folder = ""] = path.split("/");
  return parseLanguage(folder.replace(/\.po$/, ""))?.tag;
}
