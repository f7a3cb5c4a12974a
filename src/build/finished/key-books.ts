import type { Module } from "../../curriculum/module.ts";
import type { FontSet } from "../../font/load-fonts.ts";
import { type Page, STAGES } from "../../source/page.ts";
import type { LoadedCurriculum } from "../load/load-curriculum.ts";
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
  /** As they were found: a package can be missing, or another one. */
  readonly fonts: FontSet;
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
      describeModule(common.loaded, module),
      offprint && [offprint.key, offprint.name, offprint.position, offprint.session.page.path],
    ]);
}

/** Which pages stand for its sessions, which may follow from the text of others: of a copy, its source. */
function describeModule({ curriculum }: LoadedCurriculum, module: Module): unknown {
  const describePage = ({ path, language }: Page) => [
    [path, language],
    curriculum.index.sources.get(path)?.path,
  ];
  const sessions = STAGES.map((stage) =>
    module.stages[stage].map((session) =>
      session.kind === "missing"
        ? [session.name, session.item, session.unreadable]
        : [
            session.name,
            session.item,
            session.translated,
            session.audience,
            describePage(session.page),
          ],
    ),
  );
  return [describePage(module.page), module.audience, sessions];
}

function describeFonts(fonts: FontSet): unknown {
  return [...fonts].map(([name, { files }]) => [
    name,
    files.map(({ fileName, declared, bytes }) => [fileName, declared, checksumOf(bytes)]),
  ]);
}

function describeCommon(common: CommonFacts): string {
  const { loaded, fonts, opened, settings } = common;
  const { formats, sheets, isGrey, fontPolicy, links, maxSizeBytes } = settings;
  const { configurationPath, configuration, curriculum } = loaded;
  return sumOf([
    [common.purpose, common.toolIdentity, common.browserIdentity],
    [formats, sheets, isGrey, fontPolicy, links, maxSizeBytes, settings.printLimits],
    settings.sourceDateSeconds,
    [opened.theme.name, opened.theme.folder, opened.theme.sha256, opened.logo?.fileSum],
    [configurationPath, checksumOf(loaded.bytesOf(configurationPath ?? "") ?? new Uint8Array())],
    // Also the limits of the command line, and the words of the product.
    [configuration, loaded.vocabulary],
    describeFonts(fonts),
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
