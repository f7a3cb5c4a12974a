import { type Curriculum, listModules } from "../../curriculum/curriculum.ts";
import type { Module, ModuleSession } from "../../curriculum/module.ts";
import { nameLanguage } from "../../language/format.ts";
import { ENGLISH, languageOf, parseLanguage } from "../../language/language.ts";
import { composeText } from "../../language/text-form.ts";
import { nameBooks } from "../../publication/book-name.ts";
import { identifyBook } from "../../publication/identifier.ts";
import type { Edition } from "../../source/book-options.ts";
import { STAGES } from "../../source/page.ts";
import { findNearWord } from "../../wording/near-word.ts";
import type { RequestError } from "../request-error.ts";
import { refusal } from "../request-messages.ts";

/**
 * One session of a module, printed by itself: a reprint of a part is an offprint. Users know it as a
 * handout, which here is the name of a theme.
 */
export interface Offprint {
  readonly session: Extract<ModuleSession, { kind: "session" }>;
  /** What a command line calls it: `who-could-be-looking`. */
  readonly name: string;
  /** The session's key over all languages: its source's permalink without slashes at the ends. */
  readonly key: string;
  /** Its place in the module, from 1. */
  readonly position: number;
}

/** A module, or one session of it, in one language and edition. */
export interface Book {
  readonly module: Module;
  /** The module's, in every language and edition. */
  readonly name: string;
  /** Of its files, without extension: `tails`, `tails-participant`. */
  readonly fileName: string;
  /** Of its PDF, where that is for a printer only: `tails-booklet`. */
  readonly sheetsName?: string;
  /** Behind the names of its files, where they carry the language: `.ar`. */
  readonly nameEnd?: string;
  readonly edition: Edition;
  /** The module's key as an address: `/tails/`. */
  readonly permalink: string;
  /** Its place in the curriculum, from 1: the same in every language. */
  readonly position: number;
  /** Set where it is an offprint of one session. */
  readonly offprint?: Offprint;
}

/**
 * Every book of some languages, in the trainer's edition. A module has the same file name and the
 * same place in each language: modules stand in the order of their source pages' paths, which is the
 * order of `list`.
 *
 * @throws RequestError for a language that no module has, also none that could not be read.
 */
export function listBooks(curriculum: Curriculum, lang: string | undefined): readonly Book[] {
  const languages = chooseLanguages(curriculum, lang);
  const modules = [...curriculum.modules.values()].flat();
  const keys = [...new Set(modules.map(({ key }) => key))].sort();
  const places = new Map(modules.map(({ key, source }) => [key, source.path]));
  const inOrder = [...keys].sort((one, other) =>
    (places.get(one) ?? "") < (places.get(other) ?? "") ? -1 : 1,
  );
  const permalinks = keys.map((key) => `/${key}/`.replace(/^\/+$/, "/"));
  const names = nameBooks(
    permalinks.map((permalink) => ({
      permalink,
      identifier: identifyBook(permalink, curriculum.sourceLanguage),
    })),
  );
  return languages.flatMap((language) =>
    listModules(curriculum, language).map((module) => {
      const at = keys.indexOf(module.key);
      const name = names[at] ?? "";
      return {
        module,
        name,
        fileName: name,
        edition: "trainer" as const,
        permalink: permalinks[at] ?? "",
        position: inOrder.indexOf(module.key) + 1,
      };
    }),
  );
}

/** True where the command line names a language: neither none nor `all`. */
export function isOneLanguage(lang: string | undefined): boolean {
  return lang !== undefined && lang.toLowerCase() !== "all";
}

function chooseLanguages(curriculum: Curriculum, lang: string | undefined): readonly string[] {
  const present = curriculum.languages.filter(
    (language) => listModules(curriculum, language).length > 0,
  );
  if (lang !== undefined && !isOneLanguage(lang)) return present;
  if (lang === undefined) {
    const source = present.find((language) => language === curriculum.sourceLanguage);
    return source === undefined ? present : [source];
  }
  const wanted = parseLanguage(lang)?.tag;
  const isBroken = curriculum.unreadable.some(
    ({ isModule, language }) => isModule && language === wanted,
  );
  if (wanted !== undefined && (present.includes(wanted) || isBroken)) return [wanted];
  if (present.length === 0) throw refusal("language none", { written: lang });
  const near = findNamed(lang, present);
  const values = { written: lang, present: present.join(", ") };
  throw near === undefined
    ? refusal("language other", values)
    : refusal("language near", { ...values, near });
}

/** `français` and `French` are no tags, and plain all the same. */
function findNamed(written: string, present: readonly string[]): string | undefined {
  const word = written.trim().toLowerCase();
  return present.find((tag) => {
    const language = languageOf(tag);
    return [ENGLISH, language]
      .map((said) => nameLanguage(language, said))
      .some((name) => name.toLowerCase() === word);
  });
}

/**
 * The books whose module was asked for by file name, address, path or title; all where none was.
 *
 * @param everyBook in every language, to tell a module that is not translated from one that is not
 *   there.
 * @throws RequestError for a name that fits no book.
 */
export function selectBooks(
  books: readonly Book[],
  wanted: readonly string[],
  everyBook: readonly Book[],
): readonly Book[] {
  if (wanted.length === 0) return books;
  const unknown = wanted.find((word) => !books.some((book) => isNamed(book, word)));
  if (unknown !== undefined) throw reportUnknown(unknown, books, everyBook);
  return books.filter((book) => wanted.some((word) => isNamed(book, word)));
}

function reportUnknown(
  written: string,
  books: readonly Book[],
  everyBook: readonly Book[],
): RequestError {
  const elsewhere = everyBook.filter((book) => isNamed(book, written));
  const [language] = elsewhere.map(({ module }) => module.language);
  if (language !== undefined) {
    const present = listLanguages(books).join(", ");
    const languages = elsewhere.map(({ module }) => module.language).join(", ");
    return refusal("module untranslated", { written, present, languages, language });
  }
  const tag = parseLanguage(written)?.tag;
  if (tag !== undefined && listLanguages(everyBook).includes(tag))
    return refusal("module unknown language", { written, language: tag });
  return suggestNames(written, [...new Set(books.map(({ name }) => name))].sort());
}

function listLanguages(books: readonly Book[]): readonly string[] {
  return [...new Set(books.map(({ module }) => module.language))];
}

/** What to type instead of a name that nobody has. */
function suggestNames(written: string, names: readonly string[]): RequestError {
  if (names.length === 0) return refusal("module unknown none", { written });
  if (/[*?]/.test(written)) return refusal("module unknown pattern", { written });
  const parts = written.split(/[\s,]+/).filter((one) => one !== "");
  if (parts.length > 1 && parts.every((part) => names.includes(part.toLowerCase()))) {
    return refusal("module unknown joined", { written, names: parts.join(" ") });
  }
  const unknown = written.toLowerCase().replace(/\.(md|markdown|pdf|epub)$/, "");
  const misspelled = findNearWord(unknown, names, Math.ceil(unknown.length / 4));
  const near =
    misspelled !== undefined ? [misspelled] : names.filter((name) => name.includes(unknown));
  if (near.length > 0)
    return refusal("module unknown near", {
      written,
      names: near.slice(0, SHOWN_NAMES).join(", "),
    });
  return names.length <= SHOWN_NAMES
    ? refusal("module unknown few", { written, names: names.join(", ") })
    : refusal("module unknown many", { written });
}

/** More names than this are not read in a message. */
const SHOWN_NAMES = 12;

export function isNamed({ module, name, permalink }: Book, word: string): boolean {
  const bare = composeText(word)
    .toLowerCase()
    .replace(/^\/+|\/+$/g, "");
  return [name, permalink, module.key, module.page.path, module.page.header.title]
    .map((one) => one.toLowerCase().replace(/^\/+|\/+$/g, ""))
    .includes(bare);
}

/** The paths of the pages that a book is made of. */
export function pathsOf({ module, offprint }: Book): readonly string[] {
  if (offprint !== undefined) return [module.page.path, offprint.session.page.path];
  const sessions = STAGES.flatMap((stage) => module.stages[stage]);
  return [
    module.page.path,
    ...sessions.flatMap((session) => (session.kind === "session" ? [session.page.path] : [])),
  ];
}
