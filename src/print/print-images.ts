import type { Asset } from "../browser/browser.ts";
import type { ImageStore } from "../image/image.ts";
import { classOfShare, showSize } from "../image/shown-size.ts";
import type { Language } from "../language/language.ts";
import type { Element } from "../markup/document.ts";
import { hasClass } from "../markup/serialise.ts";
import { sayLinkCode } from "../theme/link-words.ts";
import { sayAround, sayMarked } from "../theme/mark-language.ts";
import type { Words } from "../theme/theme.ts";
import { inline, text } from "./print-nodes.ts";

/** Puts a book's images in their places and collects their files. */
export interface PlacedImages {
  /** The image with its size, or a notice where it could not be had. */
  place(node: Element, words: Words, around: Language): Element;
  /** Whether an image could be had: what is no part of a text is left out otherwise. */
  has(path: string): boolean;
  readonly assets: ReadonlyMap<string, Asset>;
}

const ENDINGS = { "image/png": "png", "image/jpeg": "jpg", "image/svg+xml": "svg" } as const;

/** Files are numbered in the order of their first use: a path of the content names nothing. */
export function placeImages(store: ImageStore): PlacedImages {
  const assets = new Map<string, Asset>();
  const names = new Map<string, string>();
  return {
    assets,
    has: (path) => store.has(path),
    place(node, words, around) {
      const path = String(node.properties.src ?? "");
      const alt = String(node.properties.alt ?? "");
      const image = store.get(path);
      if (image === undefined) {
        const said =
          alt === ""
            ? [sayMarked(words, around, "image-missing")]
            : sayAround(words, around, "image-missing-named", "alt", text(alt));
        return inline("span", "missing-image", said);
      }
      const name = names.get(path) ?? `images/${names.size + 1}.${ENDINGS[image.mediaType]}`;
      names.set(path, name);
      assets.set(name, { bytes: image.bytes, mediaType: image.mediaType });
      const described = hasClass(node, "link-code") ? sayLinkCode(alt, words, around) : { alt };
      const { widthPx, heightPx, share, isAsked } = showSize(node.properties, image);
      const { className } = node.properties;
      const classes = [
        ...(Array.isArray(className) ? className : []),
        ...(isAsked ? ["sized"] : []),
        ...(share === undefined ? [] : [classOfShare(share)]),
      ];
      const properties = {
        ...node.properties,
        ...(classes.length === 0 ? {} : { className: classes }),
        src: name,
        ...described,
        width: widthPx,
        height: heightPx,
      };
      return { ...node, properties, children: [] };
    },
  };
}
