import type { Publication } from "../publication/publication.ts";
import type { Words } from "../theme/theme.ts";
import { countFacts, listAccessibility } from "./accessibility.ts";
import type { BookPlan } from "./book-plan.ts";
import { describeBook } from "./describe-book.ts";
import { element, type XmlElement } from "./xml.ts";

/** A resource of the book, as the manifest lists it. */
export interface ManifestItem {
  readonly id: string;
  /** Relative to the package document. */
  readonly href: string;
  readonly mediaType: string;
  readonly properties?: "nav" | "cover-image";
  /** True for the documents of the spine, in its order. */
  readonly inSpine: boolean;
}

/**
 * The package document (EPUB 3.3 §5): what the book is, what it holds, in which order it is read.
 *
 * @param hasPrintPages set where the navigation document has a page list.
 */
export function writePackage(
  publication: Publication,
  title: string,
  plan: BookPlan,
  items: readonly ManifestItem[],
  words: Words,
  hasPrintPages = false,
): XmlElement {
  const { tag, direction } = publication.language;
  const cover = items.find((item) => item.properties === "cover-image");
  return element(
    "package",
    {
      xmlns: "http://www.idpf.org/2007/opf",
      version: "3.0",
      "unique-identifier": "book-id",
      "xml:lang": tag,
      dir: direction,
    },
    [
      element("metadata", { "xmlns:dc": "http://purl.org/dc/elements/1.1/" }, [
        ...describeBook(publication, title),
        ...listAccessibility(countFacts(plan, hasPrintPages), words),
        // For readers of before EPUB 3.
        ...(cover === undefined ? [] : [element("meta", { name: "cover", content: cover.id })]),
      ]),
      element(
        "manifest",
        {},
        items.map(({ id, href, mediaType, properties }) =>
          element("item", { id, href, "media-type": mediaType, properties }),
        ),
      ),
      element(
        "spine",
        { toc: "ncx", "page-progression-direction": direction },
        items.filter((item) => item.inSpine).map(({ id }) => element("itemref", { idref: id })),
      ),
    ],
  );
}
