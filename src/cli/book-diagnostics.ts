import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { CONFIGURATION_FILE } from "../source/configuration.ts";
import type { BrokenBook } from "./broken-books.ts";
import type { LoadedCurriculum } from "./load-curriculum.ts";
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
  const paths = new Set([...books.flatMap(pathsOf), ...broken.map(({ path }) => path), ""]);
  return loaded.diagnostics.filter(
    ({ place }) => paths.has(place.file) || place.file.endsWith(CONFIGURATION_FILE),
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
