import { createHash } from "node:crypto";
import { collapseSpaces } from "../language/spaces.ts";
import type { Element, ElementContent, RootContent } from "../markup/document.ts";
import type { BookPlan, Imprint, PlannedPage } from "./book-plan.ts";

/** The pictures of a book by path; one that could not be had is absent. */
export type Pictures = ReadonlyMap<string, { readonly bytes: Uint8Array }>;

/** 64 bits: enough that no two texts are taken for each other, short enough to read out. */
const DIGITS = 16;

/**
 * A short name for what a book says, "3f2a 91c0 77de 04ab": the first digits of the SHA-256 of its
 * texts and pictures, as its edition has them. Nothing else goes in: not the theme, the paper, the
 * format, the names and folders of files, the lines of a page's file, nor the day of the build. Two
 * people who find the same one in their books, in a PDF and in an EPUB, hold the same text.
 *
 * @param plan as its edition shows it (`editPlan`).
 */
export function fingerprintBook(plan: BookPlan, imprint: Imprint, pictures: Pictures): string {
  const sayPage = ({ page, document }: PlannedPage) => {
    const { header } = page;
    return [
      page.language,
      [header.title, header.breadcrumb, header.summary, header.level].map(tidy),
      [header.durationText, header.licence].map(tidy),
      [header.authors, header.platforms, header.prerequisites, header.attributions],
      header.duration ?? null,
      header.date?.value.text ?? "",
      sayNodes(document.body.children, pictures),
      document.footnotes.map(({ children }) => sayNodes(children, pictures)),
    ];
  };
  const { collection } = plan;
  const said = [
    [plan.languageTag, plan.edition ?? "trainer"],
    [imprint.curriculumTitle, imprint.publisher].map(tidy),
    // Only where there is one: books without it keep the fingerprint that is printed in them.
    ...(imprint.version === "" ? [] : [tidy(imprint.version)]),
    [imprint.licence?.name ?? "", imprint.licence?.url ?? ""],
    // A book of one module has no more than what follows: so it keeps its fingerprint.
    ...(collection === undefined ? [] : [[collection.title, collection.summary].map(tidy)]),
    ...plan.parts.flatMap(({ module, sessions }) => [
      module.page.header.parents[0] ?? "",
      sayPage(module),
      sessions.map(({ stage, name, audience, found }) => [
        stage,
        tidy(name),
        audience ?? "",
        found === undefined ? null : sayPage(found),
      ]),
    ]),
  ];
  const hash = createHash("sha256").update(JSON.stringify(said), "utf8").digest("hex");
  return (hash.slice(0, DIGITS).match(/.{4}/g) ?? []).join(" ");
}

type Said = string | readonly Said[];

/** Depth is bounded by `markup`. */
function sayNodes(nodes: readonly RootContent[], pictures: Pictures, isCode = false): Said[] {
  return withoutPlaces(nodes as readonly ElementContent[]).flatMap((node): Said[] => {
    if (node.type === "text") return sayText(node.value, isCode);
    if (node.type !== "element") return [];
    const { className, href, src, alt, title, start, colSpan, rowSpan, lang } = node.properties;
    const address = String(href ?? "");
    const path = String(src ?? "");
    return [
      [
        node.tagName,
        Array.isArray(className) ? className.join(" ") : "",
        // Within the curriculum a link's words say where it leads; its path is a name of a file.
        /^[a-z][a-z0-9+.-]*:/i.test(address) && !address.startsWith("page:") ? address : "",
        path === "" ? "" : hashPicture(path, pictures),
        ...[alt, title, start, colSpan, rowSpan, lang].map((value) => tidy(String(value ?? ""))),
        sayNodes(node.children, pictures, isCode || node.tagName === "pre"),
      ],
    ];
  });
}

/** A place that links go to says nothing. */
function withoutPlaces(nodes: readonly ElementContent[]): readonly ElementContent[] {
  const isPlace = (node: ElementContent): node is Element =>
    node.type === "element" &&
    node.tagName === "span" &&
    Object.keys(node.properties).every((name) => name === "id");
  if (!nodes.some(isPlace)) return nodes;
  const joined: ElementContent[] = [];
  for (const node of nodes.flatMap((one) => (isPlace(one) ? withoutPlaces(one.children) : [one]))) {
    const last = joined.at(-1);
    if (node.type !== "text" || last?.type !== "text") joined.push(node);
    else joined[joined.length - 1] = { type: "text", value: last.value + node.value };
  }
  return joined;
}

/** Where the lines of a file end is not what it says, except in code. */
function sayText(value: string, isCode: boolean): string[] {
  const said = isCode ? value.normalize("NFC") : collapseSpaces(value.normalize("NFC"));
  return isCode || said !== " " ? [said] : [];
}

function tidy(text: string): string {
  return collapseSpaces(text.normalize("NFC")).trim();
}

function hashPicture(path: string, pictures: Pictures): string {
  const picture = pictures.get(path);
  if (picture === undefined) return "missing";
  return createHash("sha256").update(picture.bytes).digest("hex");
}
