import type { Language } from "../language/language.ts";
import type { Element, ElementContent } from "../markup/document.ts";
import { makeElement } from "../markup/make-nodes.ts";
import type { Words } from "./theme.ts";

/**
 * What tells the language of a piece of text: it is read aloud, broken, set and ordered by it.
 * Nothing where it is the language around it.
 *
 * @returns properties of an element.
 */
export function markLanguage(language: Language, around: Language): Element["properties"] {
  if (language.tag === around.tag) return {};
  return { lang: language.tag, xmlLang: language.tag, dir: language.direction };
}

/**
 * A word of the interface in a text: marked where its language is not that of the text around it,
 * which is the book's, a page's that is not translated, or English for want of a word.
 */
export function sayMarked(
  words: Words,
  around: Language,
  key: string,
  values?: Parameters<Words["say"]>[1],
): ElementContent {
  return markText(words.say(key, values), words.languageOf(key), around);
}

/** A text in a span that tells its language, or as it is where there is nothing to tell. */
export function markText(value: string, language: Language, around: Language): ElementContent {
  const text = { type: "text" as const, value };
  return language.tag === around.tag ? text : inSpan([text], language, around);
}

/** Stands in a string where a node will be; of the private use area, so no string has it. */
const PLACE = "\uE000";

/**
 * The same for a string with a place for something of the text around it: a description, a folio.
 *
 * @param name of the place.
 */
export function sayAround(
  words: Words,
  around: Language,
  key: string,
  name: string,
  node: ElementContent,
): readonly ElementContent[] {
  const language = words.languageOf(key);
  const [before = "", after = ""] = words.say(key, { [name]: PLACE }).split(PLACE);
  const said = (own: ElementContent): ElementContent[] => [
    { type: "text", value: before },
    own,
    { type: "text", value: after },
  ];
  if (language.tag === around.tag) return said(node);
  return [inSpan(said(inSpan([node], around, language)), language, around)];
}

function inSpan(children: ElementContent[], language: Language, around: Language): Element {
  return makeElement("span", markLanguage(language, around), children);
}
