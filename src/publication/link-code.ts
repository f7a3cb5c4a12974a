import type { Element, ElementContent, RootContent } from "../markup/document.ts";
import { makeElement } from "../markup/make-nodes.ts";
import { hasClass } from "../markup/serialise.ts";
import { listChapters } from "./list-chapters.ts";
import type { Note, Publication } from "./publication.ts";

/** Stands before the address in the `src` of a code: no file of a curriculum has such a name. */
const SCHEME = "link-code:";

/**
 * The longest address that gets a code. It is what a symbol of version 10 (57 modules a side) holds
 * at level M (ISO/IEC 18004:2015, table 7). With modules of half a millimetre that is 34 mm a side;
 * larger ones leave no room for the text, and a telephone must come so near that it throws a shadow.
 */
export const LONGEST_CODE_BYTES = 213;

/** True where a code can be made of an address. */
export function fitsLinkCode(address: string): boolean {
  return new TextEncoder().encode(address).byteLength <= LONGEST_CODE_BYTES;
}

/**
 * The place of a code in a note: `p.note-code` with an image, whose `src` the image store knows and
 * whose alternative text is the address.
 */
export function placeLinkCode(address: string): Element {
  const properties = { className: ["link-code"], src: `${SCHEME}${address}`, alt: address };
  return makeElement("p", { className: ["note-code"] }, [makeElement("img", properties)]);
}

/** True for the `src` of a code. */
export function isLinkCode(source: string): boolean {
  return source.startsWith(SCHEME);
}

/** True where a note ends with a code. */
export function hasLinkCode({ children }: Note): boolean {
  return children.some((node) => node.type === "element" && hasClass(node, "note-code"));
}

/** The addresses of which a book shows codes, each once with the `src` of its image, in its order. */
export function listLinkCodes(
  publication: Publication,
): readonly { readonly src: string; readonly address: string }[] {
  const sources = new Set<string>();
  const pending: RootContent[] = listChapters(publication).flatMap(({ notes }) =>
    notes.flatMap(({ children }): readonly ElementContent[] => children),
  );
  pending.reverse();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type !== "element") continue;
    const src = String(node.properties.src ?? "");
    if (isLinkCode(src)) sources.add(src);
    for (const child of [...node.children].reverse()) pending.push(child);
  }
  return [...sources].map((src) => ({ src, address: src.slice(SCHEME.length) }));
}
