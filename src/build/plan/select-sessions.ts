import type { Curriculum } from "../../curriculum/curriculum.ts";
import { keyOf } from "../../curriculum/page-index.ts";
import { fillText } from "../../diagnostics/message-table.ts";
import { composeText } from "../../language/text-form.ts";
import { nameBooks } from "../../publication/book-name.ts";
import { identifyBook } from "../../publication/identifier.ts";
import type { Edition } from "../../source/book-options.ts";
import { STAGES } from "../../source/page.ts";
import { findNearWord } from "../../wording/near-word.ts";
import type { RequestError } from "../request-error.ts";
import { NEAR_SESSION, refusal } from "../request-messages.ts";
import { isForTrainersOnly } from "./book-editions.ts";
import type { Book, Offprint } from "./select-books.ts";

/**
 * An offprint of every session in some books, each with a file name of its own: `tails-how-tails-works`.
 * A session is called by the last part of its permalink, in every language alike.
 *
 * @param books in the trainer's edition.
 * @param taken file names of modules, which no offprint takes.
 */
export function listOffprints(
  curriculum: Curriculum,
  books: readonly Book[],
  taken: ReadonlySet<string>,
): readonly Book[] {
  const fileNames = new Map<string, string>();
  const used = new Set(taken);
  return books.flatMap((book) => {
    const offprints = describeOffprints(curriculum, book);
    return offprints.map((offprint) => {
      // The same in every language.
      const id = `${book.permalink}#${offprint.key}`;
      let fileName = fileNames.get(id);
      if (fileName === undefined) {
        fileName = `${book.name}-${offprint.name}`;
        while (used.has(fileName)) fileName = `${fileName}-session`;
        used.add(fileName);
        fileNames.set(id, fileName);
      }
      return { ...book, fileName, offprint };
    });
  });
}

function describeOffprints(curriculum: Curriculum, { module }: Book): readonly Offprint[] {
  const { index, sourceLanguage } = curriculum;
  const sessions = STAGES.flatMap((stage) => module.stages[stage]).flatMap((session, at) => {
    if (session.kind !== "session") return [];
    const key = keyOf(index.sources.get(session.page.path) ?? session.page, index.site);
    return [{ session, key, position: at + 1 }];
  });
  const names = nameBooks(
    sessions.map(({ key }) => {
      const permalink = `/${key}/`;
      return { permalink, identifier: identifyBook(permalink, sourceLanguage) };
    }),
  );
  return sessions.map((one, at) => ({ ...one, name: names[at] ?? "" }));
}

/**
 * The offprints that were asked for by name, address, path, file name or title of the session.
 *
 * @param offprints of the books that were asked for.
 * @param everyOffprint of every module in every language, to tell where else a name is known.
 * @throws RequestError for a name that fits no session, and where a participant's edition is asked for
 *   of sessions that are for trainers.
 */
export function selectSessions(
  offprints: readonly Book[],
  wanted: readonly string[],
  editions: readonly Edition[],
  everyOffprint: readonly Book[],
): readonly Book[] {
  for (const word of wanted) {
    const found = offprints.filter((book) => isSession(book, word));
    if (found.length === 0) throw reportUnknown(word, offprints, everyOffprint);
    if (editions.every((one) => one === "participant") && found.every(isForTrainersOnly)) {
      throw refusal("session trainers", { written: word });
    }
  }
  return offprints.filter((book) => wanted.some((word) => isSession(book, word)));
}

function isSession({ module, offprint }: Book, word: string): boolean {
  if (offprint === undefined) return false;
  const { session, name, key } = offprint;
  const { path, basePath, header } = session.page;
  const bare = (text: string) =>
    composeText(text)
      .toLowerCase()
      .replace(/^\/+|\/+$/g, "");
  const last = (text: string) => bare(text).split("/").at(-1) ?? "";
  return [
    name,
    key,
    last(key),
    header.permalink?.value ?? "",
    last(header.permalink?.value ?? ""),
    path,
    last(basePath).replace(/\.\w+$/, ""),
    header.title,
    session.name,
    `${module.key}/${name}`,
  ]
    .map(bare)
    .includes(bare(word));
}

function reportUnknown(
  word: string,
  offprints: readonly Book[],
  everyOffprint: readonly Book[],
): RequestError {
  const [module, ...others] = new Set(offprints.map(({ name }) => name));
  const names = [...new Set(offprints.flatMap(({ offprint }) => offprint?.name ?? []))];
  const found = tellNear(word, names, everyOffprint);
  if (module === undefined) return refusal("session any none", { written: word, found });
  if (others.length > 0) return refusal("session any many", { written: word, found });
  return refusal("session module", { written: word, module, found, names: names.join(", ") });
}

/** Lines of a hint: where else the session is, and names that are like it. */
function tellNear(word: string, names: readonly string[], everyOffprint: readonly Book[]): string {
  const near = findNear(word.toLowerCase(), names);
  const elsewhere = everyOffprint.find((book) => isSession(book, word));
  return [
    elsewhere === undefined
      ? ""
      : fillText(NEAR_SESSION.elsewhere, {
          name: elsewhere.name,
          language: elsewhere.module.language,
        }),
    near.length === 0 ? "" : fillText(NEAR_SESSION.near, { names: near.join(", ") }),
  ].join("");
}

/** More names than this are not read in a message. */
const NEAR_MOST = 5;

function findNear(word: string, names: readonly string[]): readonly string[] {
  const misspelled = findNearWord(word, names, Math.ceil(word.length / 4));
  if (misspelled !== undefined) return [misspelled];
  const parts = word.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length > 2);
  return names.filter((name) => parts.some((part) => name.includes(part))).slice(0, NEAR_MOST);
}
