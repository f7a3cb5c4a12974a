import { keyOfUnreadable } from "../../curriculum/unreadable-page.ts";
import { locateFile } from "../../diagnostics/format-diagnostic.ts";
import { parseLanguage } from "../../language/language.ts";
import { composeText } from "../../language/text-form.ts";
import { nameBooks } from "../../publication/book-name.ts";
import { identifyBook } from "../../publication/identifier.ts";
import type { LoadedCurriculum } from "../load/load-curriculum.ts";

/** A module whose own page could not be read: it is there, and no book can be made of it. */
export interface BrokenBook {
  /** As its book would be called. */
  readonly name: string;
  readonly language: string;
  readonly permalink: string;
  /** Path inside the curriculum. */
  readonly path: string;
  /** Where its first problem is, as people would open it: `content/tails.md:3`. */
  readonly place: string;
}

/**
 * The modules that could not be read, by path.
 *
 * @param lang as on the command line: a tag, `all`, or none for the curriculum's own language.
 */
export function listBroken(
  { curriculum, diagnostics, prefix }: LoadedCurriculum,
  lang: string | undefined,
): readonly BrokenBook[] {
  const { sourceLanguage, index, unreadable } = curriculum;
  const isAll = lang?.toLowerCase() === "all";
  const wanted = lang === undefined ? sourceLanguage : parseLanguage(lang)?.tag;
  const modules = unreadable.filter(
    ({ isModule, language }) => isModule && (isAll || language === wanted),
  );
  return modules.map((page) => {
    const permalink = `/${keyOfUnreadable(page, index.site)}/`;
    const identifier = identifyBook(permalink, sourceLanguage);
    const [name = page.path] = nameBooks([{ permalink, identifier }]);
    const found = diagnostics.find(({ place }) => place.file === page.path)?.place;
    const line = found?.line === undefined ? "" : `:${found.line}`;
    const place = `${locateFile(page.path, prefix)}${line}`;
    return { name, language: page.language, permalink, path: page.path, place };
  });
}

/** True where a word of the command line means this module. */
export function isBrokenNamed({ name, permalink, path }: BrokenBook, word: string): boolean {
  const bare = (text: string) =>
    composeText(text)
      .toLowerCase()
      .replace(/^\/+|\/+$/g, "");
  return [name, permalink, path].map(bare).includes(bare(word));
}
