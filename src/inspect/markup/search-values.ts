import { attributeOf, type XmlNode } from "../../xml/xml-tree.ts";
import { areKnownNames, isKnownName, isKnownValue } from "./known-words.ts";
import type { AddressScope } from "./search-addresses.ts";
import { isDark, isPaleGround } from "./seen-styles.ts";
import { LANGUAGE, type Use } from "./vocabularies.ts";
import { isTidySpace } from "./white-space.ts";

/** Elements that may be given a name that is heard in place of their text, or before it (ARIA 1.2 §5.2.8.6). */
const NAMEABLE =
  /^(?:a|abbr|area|article|aside|audio|button|details|dfn|dialog|fieldset|figure|form|iframe|img|input|main|math|nav|ol|section|select|svg|table|textarea|ul|video)$/;
/** Of `title`, which is seen at a tap with a mouse only: where it says what letters stand for. */
const SAYS_TITLE = /^(?:abbr|dfn|acronym|reference)$/;

/** Words beside the text: those that stand for it are heard, all others are seen by nobody. */
export function searchValue(
  { findings }: Pick<AddressScope, "findings">,
  node: XmlNode,
  { name, value }: XmlNode["attributes"][number],
  use: Use,
): void {
  const field = `<${node.name} ${name}>`;
  findings.addText(field, value);
  // Of known words, too, a sentence can be made.
  const isWord = !/\s/.test(value.trim()) && isKnownValue(value);
  if (use !== "words" || value.trim() === "" || isWord) return;
  const isHeard = name.startsWith("aria-")
    ? NAMEABLE.test(node.local) || attributeOf(node, "role") !== undefined
    : name === "title"
      ? SAYS_TITLE.test(node.local)
      : /^(?:alt|alttext|placeholder|label|ssml:ph)$/.test(name);
  findings.add(isHeard ? "TEL954" : "TEL801", field, value);
}

/**
 * Whether an attribute's value is of the grammar of its kind; addresses and words for people are
 * told elsewhere.
 *
 * @param printed words that the document shows.
 */
export function isOfItsGrammar(
  printed: ReadonlySet<string>,
  use: Use,
  { name, value }: XmlNode["attributes"][number],
): boolean {
  if (name.startsWith("xmlns:")) return isKnownName(name);
  if (use !== "words" && !isTidySpace(value)) return false;
  if (use === "named") return areKnownNames(value, printed);
  if (use === "language") return value.split(/,\s*/).every((one) => LANGUAGE.test(one.trim()));
  if (use === "path") return isPath(value);
  if (use === "gap") return /^\d{0,2}(?:px)?$/.test(value);
  if (use === "ink") return isDark(value.trim().toLowerCase());
  if (use === "ground") return isPaleGround(value.trim().toLowerCase());
  if (use === "followed") return !value.startsWith("#") || isKnownName(value, printed);
  return use !== "plain" || isKnownValue(value);
}

/** Path data (SVG 2 §9.3.9). */
function isPath(data: string): boolean {
  const plain = data.replace(/(\d\.?)e(?=[-+]?\d)/gi, "$1");
  // Behind each command but the one that closes there are numbers.
  return (
    /^[MmZzLlHhVvCcSsQqTtAa\d.,+\s-]*$/.test(plain) &&
    !/[a-y][\s,]*(?:[a-z]|$)|z[\s,]*z/i.test(plain)
  );
}
