import type { Language } from "../language/language.ts";
import type { Element, ElementContent } from "../markup/document.ts";
import { makeElement, makeText } from "../markup/make-nodes.ts";
import { textOf } from "../markup/serialise.ts";
import { markLanguage, sayAround, sayMarked } from "./mark-language.ts";
import type { Words } from "./theme.ts";

/**
 * What stands in brackets behind the words of a link to what a book does not hold: that it does not,
 * or, in a handout, the session where it is. Its title is not said twice.
 *
 * @param link `span.elsewhere`.
 * @param around the language of the text.
 */
export function sayElsewhere(
  link: Element,
  words: Words,
  around: Language,
): readonly ElementContent[] {
  const session = link.data?.session;
  if (session === undefined) return [sayMarked(words, around, "elsewhere")];
  const fold = (text: string) => text.normalize("NFKC").toLowerCase();
  if (fold(textOf(link.children)).includes(fold(session.title))) {
    return [sayMarked(words, around, "elsewhere-session")];
  }
  const named = [makeText(session.title)];
  const title = makeElement("bdi", markLanguage(session.language, around), named);
  return sayAround(words, around, "elsewhere-session-named", "title", title);
}

/** The alternative text of a code, with its language: for those who can only hear of it. */
export function sayLinkCode(
  address: string,
  words: Words,
  around: Language,
): Element["properties"] {
  const alt = words.say("link-code", { address });
  return { alt, ...markLanguage(words.languageOf("link-code"), around) };
}
