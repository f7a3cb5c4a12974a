import type { Module, ModuleSession } from "../../curriculum/module.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { locateFile } from "../../diagnostics/format-diagnostic.ts";
import type { Audience } from "../../source/audience.ts";
import { sumDurations } from "../../source/duration.ts";
import { type Duration, type Page, STAGES, type Stage } from "../../source/page.ts";
import type { LoadedCurriculum } from "../load/load-curriculum.ts";
import type { BookChoice } from "../request.ts";
import { addCauses, concerning } from "./book-diagnostics.ts";
import type { BrokenBook } from "./broken-books.ts";
import { chooseBooks } from "./plan-build.ts";
import { type Book, pathsOf } from "./select-books.ts";
import { findStrays, listStrays } from "./stray-pages.ts";

/** The modules of a curriculum that were asked for, and what is in none. */
export interface ModuleList {
  readonly modules: readonly ListedModule[];
  /** No module was named. */
  readonly isWhole: boolean;
  /** By a module's name, where the curriculum has several languages. */
  readonly translations: ReadonlyMap<string, Translations>;
  /** Modules that could not be read. */
  readonly broken: readonly BrokenBook[];
  /** Other pages that could not be read, in no module; where, as people would open it. */
  readonly strays: readonly {
    readonly language: string;
    readonly path: string;
    readonly place: string;
  }[];
  /** Sessions in no module, often because a module's list was not brought up to date. */
  readonly unlisted: readonly { readonly path: string; readonly title: string }[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A module in one language. */
export interface ListedModule {
  readonly name: string;
  /** The same in every language. */
  readonly permalink: string;
  readonly language: string;
  readonly title: string;
  /** Of its page, inside the curriculum. */
  readonly file: string;
  readonly audience: Audience | undefined;
  /** Of all sessions that say how long they take. */
  readonly duration: Duration | undefined;
  readonly missingSessions: number;
  readonly untranslatedSessions: number;
  readonly stages: Readonly<Record<Stage, readonly ListedSession[]>>;
}

/** In which languages a module is there. */
export interface Translations {
  readonly present: readonly {
    readonly language: string;
    readonly sessions: number;
    readonly untranslatedSessions: number;
  }[];
  /** Other languages of the curriculum. */
  readonly absent: readonly string[];
}

/** A line of a module's list. */
export interface ListedSession {
  readonly session: ModuleSession;
  /** The other modules of this language that have it, by name. */
  readonly alsoIn: readonly string[];
}

/**
 * What there is, how long it takes, and what is missing.
 *
 * @throws RequestError for a language that no module has, and for a name that fits no module.
 */
export function listModules(loaded: LoadedCurriculum, choice: BookChoice): ModuleList {
  const { books, broken, everyBook } = chooseBooks(loaded, choice);
  const isWhole = (choice.modules ?? []).length === 0;
  const strays = isWhole ? listStrays(loaded) : findStrays(loaded, books, everyBook);
  const found = concerning(loaded, books, [...broken, ...strays], isWhole);
  return {
    modules: books.map((book) => describeModule(book, everyBook)),
    translations: listTranslations(loaded.curriculum.languages, everyBook),
    isWhole,
    broken,
    strays: strays.map(({ language, path }) => ({ language, path, place: sayPlace(loaded, path) })),
    unlisted: findUnlisted(loaded, everyBook).map(({ path, header }) => ({
      path,
      title: header.title,
    })),
    diagnostics: addCauses(loaded, found),
  };
}

function describeModule(
  { name, permalink, module }: Book,
  everyBook: readonly Book[],
): ListedModule {
  const { language, page } = module;
  const others = everyBook.filter(
    (other) => other.name !== name && other.module.language === language,
  );
  const listSessions = (stage: Stage) =>
    module.stages[stage].map((session) => ({ session, alsoIn: findSharing(session, others) }));
  return {
    name,
    permalink,
    language,
    title: page.header.title,
    file: page.path,
    audience: module.audience,
    duration: sumDurations(
      sessionsOf(module).map((one) =>
        one.kind === "session" ? one.page.header.duration : undefined,
      ),
    ),
    missingSessions: module.missingCount,
    untranslatedSessions: module.untranslatedCount,
    stages: {
      activity: listSessions("activity"),
      input: listSessions("input"),
      deepening: listSessions("deepening"),
      synthesis: listSessions("synthesis"),
    },
  };
}

function listTranslations(
  languages: readonly string[],
  everyBook: readonly Book[],
): ReadonlyMap<string, Translations> {
  if (languages.length < 2) return new Map();
  const byName = new Map<string, Module[]>();
  for (const { name, module } of everyBook) {
    byName.set(name, [...(byName.get(name) ?? []), module]);
  }
  return new Map(
    [...byName].map(([name, modules]) => [
      name,
      {
        present: modules.map((module) => ({
          language: module.language,
          sessions: sessionsOf(module).length,
          untranslatedSessions: module.untranslatedCount,
        })),
        absent: languages.filter((one) => !modules.some(({ language }) => language === one)),
      },
    ]),
  );
}

/** The modules that have a session as well, by name. */
function findSharing(session: ModuleSession, others: readonly Book[]): readonly string[] {
  if (session.kind === "missing") return [];
  const { path } = session.page;
  return others
    .filter(({ module }) =>
      sessionsOf(module).some((one) => one.kind === "session" && one.page.path === path),
    )
    .map(({ name }) => name);
}

function findUnlisted(loaded: LoadedCurriculum, everyBook: readonly Book[]): readonly Page[] {
  const { pages, sourceLanguage } = loaded.curriculum;
  const listed = new Set(everyBook.flatMap(pathsOf));
  return pages.filter(
    ({ path, language, header }) =>
      header.kind === "session" && language === sourceLanguage && !listed.has(path),
  );
}

function sessionsOf(module: Module): readonly ModuleSession[] {
  return STAGES.flatMap((stage) => module.stages[stage]);
}

/** Where the first problem of a file is. */
function sayPlace({ diagnostics, prefix }: LoadedCurriculum, path: string): string {
  const line = diagnostics.find(({ place }) => place.file === path)?.place.line;
  return `${locateFile(path, prefix)}${line === undefined ? "" : `:${line}`}`;
}
