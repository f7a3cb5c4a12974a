import { keyOf as keyOfPage, pathKey } from "../../curriculum/page-index.ts";
import { keyOfUnreadable } from "../../curriculum/unreadable-page.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { CONFIGURATION_FILE } from "../../source/configuration.ts";
import { STAGES } from "../../source/page.ts";
import type { UnreadablePage } from "../../source/pages.ts";
import type { LoadedCurriculum } from "../load/load-curriculum.ts";
import type { BrokenBook } from "./broken-books.ts";
import { type Book, pathsOf } from "./select-books.ts";

/**
 * What was found while reading that concerns some books: all of it when all are built, else what
 * stands in their pages or in the configuration.
 *
 * @param broken modules that were asked for as well, and other pages without a book.
 */
export function concerning(
  loaded: LoadedCurriculum,
  books: readonly Book[],
  broken: readonly Pick<BrokenBook, "path">[],
  isWhole: boolean,
): readonly Diagnostic[] {
  if (isWhole) return loaded.diagnostics;
  const unread = [...broken, ...listUnreadTranslations(loaded, books)];
  const paths = new Set([...books.flatMap(pathsOf), ...unread.map(({ path }) => path), ""]);
  return loaded.diagnostics.filter(
    ({ place }) => paths.has(place.file) || place.file.endsWith(CONFIGURATION_FILE),
  );
}

/** Translations that could not be read: in the books their source stands for them. */
function listUnreadTranslations(
  { curriculum: { index, unreadable } }: LoadedCurriculum,
  books: readonly Book[],
): readonly UnreadablePage[] {
  if (unreadable.length === 0) return [];
  const shown = books.flatMap(({ module: { language, stages } }) =>
    STAGES.flatMap((stage) => stages[stage]).flatMap((session) =>
      session.kind === "session" && !session.translated
        ? [keyOfPage(session.page, index.site), pathKey(session.page.basePath)].map(
            (key) => `${language} ${key}`,
          )
        : [],
    ),
  );
  const keys = new Set(shown);
  return unreadable.filter((page) =>
    [keyOfUnreadable(page, index.site), pathKey(page.basePath)].some((key) =>
      keys.has(`${page.language} ${key}`),
    ),
  );
}

/** Adds what is wrong in other files that led to these problems. */
export function addCauses(
  loaded: LoadedCurriculum,
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  const files = new Set(diagnostics.flatMap(({ causedBy }) => causedBy ?? []));
  const told = new Set(diagnostics);
  const causes = loaded.diagnostics.filter((one) => files.has(one.place.file) && !told.has(one));
  return [...causes, ...diagnostics];
}

/** What other sessions of a module lack is not asked where single sessions are printed. */
export function ignoreMissing(
  diagnostics: readonly Diagnostic[],
  books: readonly Book[],
): readonly Diagnostic[] {
  const missing = placesOfMissing(books);
  return diagnostics.filter(({ place }) => !missing.has(keyOf(place)));
}

/** With `--allow-missing` a session that is not there is known and accepted: a warning. */
export function acceptMissing(
  diagnostics: readonly Diagnostic[],
  books: readonly Book[],
): readonly Diagnostic[] {
  const accepted = placesOfMissing(books);
  return diagnostics.map((one) =>
    accepted.has(keyOf(one.place)) ? { ...one, severity: "warning" as const } : one,
  );
}

function placesOfMissing(books: readonly Book[]): ReadonlySet<string> {
  return new Set(
    books.flatMap(({ module }) =>
      Object.values(module.stages)
        .flat()
        .filter((session) => session.kind === "missing")
        .map((session) => keyOf(session.item.place)),
    ),
  );
}

function keyOf({ file, line, column }: Diagnostic["place"]): string {
  return `${file}:${line}:${column}`;
}
