import { createHash } from "node:crypto";
import type { ImageStore, PreparedImage } from "../image/image.ts";
import type { Element, ElementContent } from "../markup/document.ts";
import { listChapters } from "../publication/list-chapters.ts";
import type { Chapter, Publication } from "../publication/publication.ts";

/** Which file holds what: settled before anything is rendered, because links need it. */
export interface BookPlan {
  /** In the order of the spine. */
  readonly chapters: readonly Chapter[];
  /** File name of a chapter's document, by the chapter's id. */
  readonly documents: ReadonlyMap<string, string>;
  /** File name of the document in which an id stands. */
  readonly idDocuments: ReadonlyMap<string, string>;
  /** The images that the text uses, by their path in the curriculum, in order of first use. */
  readonly images: ReadonlyMap<string, PlacedImage>;
  /** The same, each file once: two paths may lead to the same picture. */
  readonly imageFiles: readonly PlacedImage[];
}

export interface PlacedImage {
  readonly image: PreparedImage;
  /** Relative to the package document. */
  readonly name: string;
}

/**
 * Lays out the files of a book; images that the store lacks have no place, and a picture that
 * stands under several paths or in several chapters is one file.
 */
export function planBook(publication: Publication, images: ImageStore): BookPlan {
  const chapters = listChapters(publication);
  const documents = new Map<string, string>();
  const idDocuments = new Map<string, string>();
  const placed = new Map<string, PlacedImage>();
  const files = new Map<string, PlacedImage>();
  const taken = new Set<string>();
  const place = (image: PreparedImage): PlacedImage => {
    const sum = createHash("sha256").update(image.mediaType).update(image.bytes).digest("hex");
    const known = files.get(sum);
    if (known !== undefined) return known;
    const file = { image, name: nameImage(image, taken) };
    files.set(sum, file);
    return file;
  };
  for (const chapter of chapters) {
    const document = `${chapter.id}.xhtml`;
    documents.set(chapter.id, document);
    idDocuments.set(chapter.id, document);
    for (const note of chapter.notes) idDocuments.set(note.id, document);
    for (const node of elementsOf(contentOf(chapter))) {
      const { id, src } = node.properties;
      if (typeof id === "string") idDocuments.set(id, document);
      if (node.tagName !== "img" || typeof src !== "string" || placed.has(src)) continue;
      const image = images.get(src);
      if (image !== undefined) placed.set(src, place(image));
    }
  }
  return { chapters, documents, idDocuments, images: placed, imageFiles: [...files.values()] };
}

/** Everything that a chapter's document shows: the body and, at its end, the notes. */
export function contentOf(chapter: Chapter): readonly ElementContent[] {
  const body = chapter.body.children.filter((node) => node.type !== "doctype");
  return [...body, ...chapter.notes.flatMap((note) => note.children)];
}

/** All elements of a tree, in reading order, whatever its depth. */
export function* elementsOf(nodes: readonly ElementContent[]): Generator<Element> {
  const pending = [...nodes].reverse();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type !== "element") continue;
    yield node;
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index];
      if (child !== undefined) pending.push(child);
    }
  }
}

const EXTENSIONS = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/svg+xml": "svg",
} as const satisfies Record<PreparedImage["mediaType"], string>;

/** A name that every file system and reading system can take, and that no other image has. */
function nameImage(image: PreparedImage, taken: Set<string>): string {
  const file = image.path
    .slice(image.path.lastIndexOf("/") + 1)
    .replace(/\.[^.]*$/, "")
    // Of one that stood in its page: the sum of bytes that are not in the book.
    .replace(/^picture:.*/, "picture");
  const stem =
    file
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 40) || "image";
  let name = stem;
  for (let count = 2; taken.has(name); count += 1) name = `${stem}-${count}`;
  taken.add(name);
  return `images/${name}.${EXTENSIONS[image.mediaType]}`;
}
