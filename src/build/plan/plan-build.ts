import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { LoadedCurriculum } from "../load/load-curriculum.ts";
import type { BookChoice, BuildRequest } from "../request.ts";
import { acceptMissing, concerning, ignoreMissing } from "./book-diagnostics.ts";
import {
  isForTrainersOnly,
  listEditions,
  nameLanguages,
  reportEmptyEditions,
} from "./book-editions.ts";
import { type BrokenBook, isBrokenNamed, listBroken } from "./broken-books.ts";
import type { BuildSettings } from "./build-settings.ts";
import { reviewTranslations } from "./review-translations.ts";
import { type Book, isNamed, isOneLanguage, listBooks, selectBooks } from "./select-books.ts";
import { listOffprints, selectSessions } from "./select-sessions.ts";

/** The books that are meant, as modules: in the trainer's edition. */
export interface ChosenBooks {
  readonly books: readonly Book[];
  /** Of those that were asked for, the modules that could not be read. */
  readonly broken: readonly BrokenBook[];
  /** In every language. */
  readonly everyBook: readonly Book[];
  /** Nothing was left out: neither a module nor a language. */
  readonly isWhole: boolean;
}

/** What a build makes, and what it does not. */
export interface BuildPlan {
  readonly books: readonly Book[];
  readonly skipped: readonly SkippedBook[];
  /** Modules that were asked for and could not be read. */
  readonly broken: readonly BrokenBook[];
  /** What was found while reading that concerns these books. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A book that was asked for and is not made. */
export interface SkippedBook {
  readonly book: Book;
  /**
   * `for-trainers`: the participant's edition would be empty; `conflict`: another module has its
   * address; `missing`: sessions that it links to are not there; `untranslated`: too little of it is
   * translated; `theme`: that could not be used.
   */
  readonly why: "for-trainers" | "conflict" | "missing" | "untranslated" | "theme";
  /** The pages of all modules that have its address, where that is why. */
  readonly conflicts?: readonly string[];
}

/**
 * The books of a language, or those of them that were asked for by name.
 *
 * @throws RequestError for a language that no module has, and for a name that fits no module.
 */
export function chooseBooks(
  loaded: LoadedCurriculum,
  { language, modules = [] }: BookChoice,
): ChosenBooks {
  const everyBook = listBooks(loaded.curriculum, "all");
  const present = listBooks(loaded.curriculum, language);
  const everyBroken = listBroken(loaded, language);
  if (modules.length === 0) {
    const isWhole = !isOneLanguage(language);
    return { books: present, broken: everyBroken, everyBook, isWhole };
  }
  const broken = everyBroken.filter((one) => modules.some((word) => isBrokenNamed(one, word)));
  const readable = modules.filter(
    (word) =>
      present.some((book) => isNamed(book, word)) ||
      !broken.some((one) => isBrokenNamed(one, word)),
  );
  const books = readable.length === 0 ? [] : selectBooks(present, readable, everyBook);
  return { books, broken, everyBook, isWhole: false };
}

/**
 * Turns a request into the books that are to be made, each in one language and edition.
 *
 * @throws RequestError for what is not there.
 */
export function planBuild(
  loaded: LoadedCurriculum,
  request: BuildRequest,
  { editions, sheets, names: fileNames }: Pick<BuildSettings, "editions" | "sheets" | "names">,
): BuildPlan {
  const { books: modules, broken, everyBook, isWhole } = chooseBooks(loaded, request);
  const { sessions } = request;
  const names = everyBook.map(({ name }) => name);
  const offprints =
    sessions === undefined ? [] : listOffprints(loaded.curriculum, everyBook, new Set(names));
  const ofModules = offprints.filter((one) => modules.some(({ module }) => module === one.module));
  const chosen =
    sessions === undefined ? modules : selectSessions(ofModules, sessions, editions, offprints);
  const taken = [...names, ...offprints.map(({ fileName }) => fileName)];
  const listed = listEditions(chosen, editions, taken, sheets.imposition);
  const books = fileNames === "language" ? nameLanguages(listed) : listed;
  const forParticipants = books.filter(({ edition }) => edition === "participant");
  const known = [
    ...concerning(loaded, books, broken, isWhole && sessions === undefined),
    ...reportEmptyEditions(forParticipants),
  ];
  const review = reviewTranslations(loaded, books, request.allowUntranslated === true);
  const linked =
    sessions !== undefined
      ? ignoreMissing(known, books)
      : request.allowMissing
        ? acceptMissing(known, books)
        : known;
  const diagnostics = [...linked, ...listUnread(loaded, books), ...review.diagnostics];
  return { ...sortOut(books, request.allowMissing === true, review.refused), broken, diagnostics };
}

/** What could not be read of the catalogues that books are made of. */
function listUnread({ translations }: LoadedCurriculum, books: readonly Book[]) {
  const languages = new Set(books.map(({ module }) => module.language));
  const paths = [...(translations?.editions.values() ?? [])].flatMap(({ language, catalogues }) =>
    languages.has(language) ? catalogues.map(({ path }) => path) : [],
  );
  return (translations?.diagnostics ?? []).filter(
    ({ severity, place }) => severity === "error" && paths.includes(place.file),
  );
}

/** Parts books that can be made from those that cannot. */
export function sortOut(
  books: readonly Book[],
  allowMissing: boolean,
  untranslated: ReadonlySet<Book> = new Set(),
): Pick<BuildPlan, "books" | "skipped"> {
  const conflicts = listConflicts(books);
  const made: Book[] = [];
  const skipped: SkippedBook[] = [];
  for (const book of books) {
    const others = conflicts.get(nameOutput(book));
    if (book.edition === "participant" && isForTrainersOnly(book)) {
      skipped.push({ book, why: "for-trainers" });
    } else if (others !== undefined) {
      const pages = others.map(({ module }) => module.page.path);
      skipped.push({ book, why: "conflict", conflicts: pages });
    } else if (lacksSessions(book) && !allowMissing) skipped.push({ book, why: "missing" });
    else if (untranslated.has(book)) skipped.push({ book, why: "untranslated" });
    else made.push(book);
  }
  return { books: made, skipped };
}

/** What the module lacks beside one session does not keep that from being printed. */
function lacksSessions({ module, offprint }: Book): boolean {
  return offprint === undefined && module.missingCount > 0;
}

/**
 * Books that would be written to one file, since their modules have one address, by that file. None
 * of them is made: whoever adds a page would else replace a book that is not theirs.
 */
function listConflicts(books: readonly Book[]): ReadonlyMap<string, readonly Book[]> {
  const named = new Map<string, Book[]>();
  for (const book of books) {
    const name = nameOutput(book);
    named.set(name, [...(named.get(name) ?? []), book]);
  }
  return new Map([...named].filter(([, conflicts]) => conflicts.length > 1));
}

/** Of a book's files in the output folder, without extension: `en/tails`. */
export function nameOutput({ module, fileName, nameEnd = "" }: Book): string {
  return `${module.language}/${fileName}${nameEnd}`;
}
