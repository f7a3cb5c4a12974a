import type { Publication } from "../publication/publication.ts";
import type { Words } from "../theme/theme.ts";
import { listAccessibility } from "./accessibility.ts";
import type { BookPlan } from "./book-plan.ts";
import { element, tidyText, type XmlElement } from "./xml.ts";

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

/** The package document (EPUB 3.3 §5): what the book is, what it holds, in which order it is read. */
export function writePackage(
  publication: Publication,
  title: string,
  plan: BookPlan,
  items: readonly ManifestItem[],
  words: Words,
  /** What it says of the pages of the printed edition. */
  pages: readonly XmlElement[],
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
        ...listAccessibility(plan, words),
        ...pages,
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

function describeBook(publication: Publication, title: string): readonly XmlElement[] {
  const { identifier, language, authors, publisher, licence, modified } = publication;
  const creators = authors.map(tidyText).filter((author) => author !== "");
  const date = writeDate(publication.date);
  const rights = licence === undefined ? "" : tidyText(`${licence.name} ${licence.url}`);
  const optional = (name: string, text: string) =>
    tidyText(text) === "" ? [] : [element(name, {}, [tidyText(text)])];
  return [
    element("dc:identifier", { id: "book-id" }, [identifier]),
    element("dc:title", { id: "title" }, [title]),
    element("dc:language", {}, [language.tag]),
    ...creators.flatMap((author, index) => [
      element("dc:creator", { id: `creator-${index + 1}` }, [author]),
      element(
        "meta",
        { refines: `#creator-${index + 1}`, property: "role", scheme: "marc:relators" },
        ["aut"],
      ),
    ]),
    ...optional("dc:publisher", publisher),
    ...optional("dc:date", date),
    ...optional("dc:rights", rights),
    ...optional("dc:description", publication.summary),
    element("meta", { property: "dcterms:modified" }, [modified]),
  ];
}

/** W3C date and time format, to the part that is known; empty where no part is. */
function writeDate(date: Publication["date"]): string {
  if (date?.year === undefined) return "";
  const parts = [String(date.year).padStart(4, "0")];
  for (const part of [date.month, date.month === undefined ? undefined : date.day]) {
    if (part !== undefined) parts.push(String(part).padStart(2, "0"));
  }
  return parts.join("-");
}
