import { isOfOneMixture } from "../language/script-mixtures.ts";
import { IMPOSITIONS } from "../source/book-options.ts";

/** For whom a text says that a book is, by the words of all languages. */
export type ReadPersons = (text: string) => ReadonlySet<"trainer" | "participant">;

/** Words that name nobody in a page, and somebody in a file's name. */
const ALSO = { trainer: ["teacher", "teachers"], participant: ["pupil", "pupils"] } as const;
/** A language at the end of a name: `tails.ar`, `tails (ar)`, `tails-pt-BR`; behind a space it may be a word. */
const LANGUAGE = /[.([ _-]([a-z]{2,3}(?:-[a-z]{4})?(?:-[a-z]{2})?)[)\]]?$/i;
const SET_OFF_LANGUAGE = /[.([_-][^ .([_-]*$/;
/** Nobody sees these; joiners, which some scripts need, and the form of a picture sign are not among them. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800]/u;
const NEEDED = /[\u200C\u200D]|[\uFE0E\uFE0F]/gu;

/** Of a listed file, what its own name says. */
interface ListedName {
  readonly ending: string;
  readonly persons: ReadonlySet<"trainer" | "participant">;
  /** Without its folder. */
  readonly words: ReadonlySet<string>;
  /** Small letters; undefined where the list does not say it. */
  readonly language: string | undefined;
}

/**
 * Gives a function that tells whether the name that somebody gave to a listed file says something
 * untrue of it: another kind of file (`.exe`, `.html`, none), another edition, another language,
 * another book of the list; or hides a part of itself. Names that say none of this are anybody's to
 * choose.
 *
 * @param list all names of the list.
 */
export function readClaims(
  list: Iterable<string>,
  readPersons: ReadPersons,
): (path: string, listed: string) => boolean {
  const personsOf = (path: string) => new Set([...readPersons(stemOf(path)), ...alsoIn(path)]);
  const readName = (path: string) => readListed(path, personsOf(nameOf(path)));
  const names = new Map([...list].map((path) => [path, readName(path)]));
  const languages = new Set([...names.values()].map(({ language }) => language));
  const byWord = new Map<string, ListedName[]>();
  for (const name of names.values()) {
    const [first = ""] = name.words;
    byWord.set(first, [...(byWord.get(first) ?? []), name]);
  }
  return (path, listed) => {
    const own = names.get(listed) ?? readName(listed);
    if (isHiding(nameOf(path)) || !hasEnding(path, own.ending)) return true;
    const said = wordsOf(path);
    if (![...said].every(isOfOneMixture)) return true;
    if (claimsEdition(personsOf(path), own.persons)) return true;
    if (IMPOSITIONS.some((word) => said.has(word) && !own.words.has(word))) return true;
    if (own.language !== undefined && claimsLanguage(path, own, languages)) return true;
    // The name of another listed file is more of this name than the file's own.
    const others = [...said].flatMap((word) => byWord.get(word) ?? []);
    const weight = weigh(own, said);
    return others.some((other) => other.ending === own.ending && weigh(other, said) > weight);
  };
}

function alsoIn(path: string): readonly ("trainer" | "participant")[] {
  const words = wordsOf(path);
  return (["trainer", "participant"] as const).filter((who) =>
    ALSO[who].some((word) => words.has(word)),
  );
}

function readListed(path: string, persons: ListedName["persons"]): ListedName {
  const [first = "", ...rest] = path.toLowerCase().split("/");
  const ending = languageAtEnd(path);
  const language = rest.length > 0 && isLanguage(first) ? first : ending;
  return { ending: endingOf(path), words: wordsOf(nameOf(path)), language, persons };
}

function isHiding(name: string): boolean {
  return INVISIBLE.test(name.replace(NEEDED, "")) || /^\s|[.\s]$|\s{3}/u.test(name);
}

/** Sticks of an old kind cut `.epub` to `.EPU`. */
function hasEnding(path: string, ending: string): boolean {
  const given = endingOf(path);
  return given === ending || (/~\d+\.[^.]*$/.test(path) && given === ending.slice(0, 3));
}

/** Who renames a book may leave out for whom it is; who says another deceives. */
function claimsEdition(said: ListedName["persons"], own: ListedName["persons"]): boolean {
  const other = own.has("participant") ? "trainer" : "participant";
  return said.has(other) && !own.has(other);
}

function claimsLanguage(
  path: string,
  { language, words }: ListedName,
  languages: ReadonlySet<string | undefined>,
): boolean {
  const [first, ...rest] = path.toLowerCase().split("/");
  if (rest.length > 0 && first !== language && languages.has(first)) return true;
  const ending = LANGUAGE.exec(stemOf(path))?.[1]?.toLowerCase();
  if (ending === undefined || ending === language || words.has(ending)) return false;
  return languages.has(ending) || languageAtEnd(path) !== undefined;
}

/** Of two letters, and not behind a space: many short words are the codes of languages ("so", "is"). */
function languageAtEnd(path: string): string | undefined {
  const ending = LANGUAGE.exec(stemOf(path))?.[1]?.toLowerCase();
  const isSetOff = SET_OFF_LANGUAGE.test(stemOf(path));
  return ending !== undefined && isSetOff && /^..(?:-|$)/.test(ending) && isLanguage(ending)
    ? ending
    : undefined;
}

const NAMES = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });

function isLanguage(tag: string): boolean {
  return /^[a-z]{2,3}(?:-[a-z]{4})?(?:-[a-z]{2})?$/.test(tag) && NAMES.of(tag) !== undefined;
}

function weigh({ words, language }: ListedName, said: ReadonlySet<string>): number {
  if (![...words].every((word) => said.has(word))) return 0;
  return words.size + (language !== undefined && said.has(language) ? 0.5 : 0);
}

/** Without its ending: `tails (1)`, `en/tails`. */
function stemOf(path: string): string {
  return path.replace(/\.[^./]*$/, "");
}

function wordsOf(path: string): ReadonlySet<string> {
  const words = stemOf(path)
    .normalize("NFKC")
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u);
  return new Set(words.filter((word) => word !== ""));
}

function endingOf(path: string): string {
  return /[^/]\.([^./]*)$/.exec(path)?.[1]?.toLowerCase() ?? "";
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
