import type { LoadedCurriculum } from "../load/load-curriculum.ts";
import type { FontNeeds } from "../load/open-fonts.ts";
import type { BuildSettings } from "../plan/build-settings.ts";
import type { Book } from "../plan/select-books.ts";
import { checksumOf } from "../record/checksum.ts";
import type { OpenedTheme } from "../stores/opened-theme.ts";

/** What all books of a build, or of a check, have in common. */
export interface CommonFacts {
  readonly purpose: "build" | "check";
  readonly toolIdentity: string;
  /** Undefined where no PDF is made. */
  readonly browserIdentity: string | undefined;
  readonly loaded: LoadedCurriculum;
  readonly fontNeeds: FontNeeds;
  readonly opened: Pick<OpenedTheme, "theme" | "logo">;
  /** In the paper of the theme. */
  readonly settings: BuildSettings;
}

/**
 * Names books by everything that decides what comes of them, except the texts and pictures that are
 * read for them: those are compared one by one. So a change in one page is a change of the books
 * that have read it, and a change of headers, names of files or configuration one of all books.
 */
export function keyBooks(common: CommonFacts): (book: Book) => string {
  const shared = describeCommon(common);
  return ({
    module,
    name,
    fileName,
    sheetsName,
    nameEnd,
    edition,
    permalink,
    position,
    offprint,
  }) =>
    sumOf([
      shared,
      [module.page.path, module.language, module.key, name, fileName, sheetsName, nameEnd],
      [edition, permalink, position],
      offprint && [offprint.key, offprint.name, offprint.position, offprint.session.page.path],
    ]);
}

function describeCommon(common: CommonFacts): string {
  const { loaded, fontNeeds, opened, settings } = common;
  const { scripts, isWide, hasBoxes, han } = fontNeeds;
  const { formats, sheets, isGrey, fontPolicy, links, maxSizeBytes } = settings;
  const { configurationPath, configuration, curriculum } = loaded;
  const numbers = (one: number, other: number) => one - other;
  return sumOf([
    [common.purpose, common.toolIdentity, common.browserIdentity],
    [formats, sheets, isGrey, fontPolicy, links, maxSizeBytes, settings.printLimits],
    settings.sourceDateSeconds,
    [opened.theme.name, opened.theme.folder, opened.theme.sha256, opened.logo?.fileSum],
    [configurationPath, checksumOf(loaded.bytesOf(configurationPath ?? "") ?? new Uint8Array())],
    // Also the limits of the command line, and the words of the product.
    [configuration, loaded.vocabulary],
    [[...scripts].sort(), isWide, hasBoxes, [...han].sort(numbers)],
    // What one page can know of another: all but its text.
    loaded.pages.map(({ path, language, namedBy, basePath, header }) => [
      [path, language, namedBy, basePath],
      header,
    ]),
    [curriculum.unreadable, curriculum.sourceLanguage, curriculum.languages],
    [loaded.files, loaded.prefix],
  ]);
}

function sumOf(facts: readonly unknown[]): string {
  return checksumOf(new TextEncoder().encode(JSON.stringify(facts)));
}
