import type { Element } from "./document.ts";
import { isBlank } from "./tree-walk.ts";

/** Gives a picture, or the block or link that holds it and nothing else, what a list says of it. */
export function describePicture(target: Element, { properties: given }: Element): void {
  const picture = pictureOf(target);
  if (picture === undefined) return;
  const { properties } = picture;
  for (const name of ["width", "height"]) {
    if (given[name] !== undefined) properties[name] = given[name];
  }
  const caption = given.title ?? properties.title;
  if (given.alt !== undefined) {
    // Where the description stands in the list, the words in the brackets are the caption.
    const words = String(properties.alt ?? "").trim();
    properties.alt = given.alt;
    if (caption === undefined && words !== "" && words !== given.alt) properties.title = words;
  }
  if (caption !== undefined) properties.title = caption;
}

/** The picture that an element is, or is made of. */
function pictureOf(element: Element): Element | undefined {
  if (element.tagName === "img") return element;
  if (!/^(?:a|p|figure|span|strong|em)$/.test(element.tagName)) return undefined;
  const [only, ...others] = element.children.filter((child) => !isBlank(child));
  return only?.type === "element" && others.length === 0 ? pictureOf(only) : undefined;
}
