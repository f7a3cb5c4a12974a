import { displayWidth } from "../diagnostics/format-diagnostic.ts";
import type { AccessibilityFacts } from "../inspect/epub/accessibility-facts.ts";
import type { ContentsFact, EpubFacts, MetadataFact } from "../inspect/epub/epub-facts.ts";
import { clip, cut, field, formatBytes, LABEL, pad } from "./describe-lines.ts";
import { plural } from "./report.ts";

/** What a book is and holds, in lines of 80 columns for a terminal. */
export function describeEpub(facts: EpubFacts): string {
  if (facts.version === "")
    return [...describeMetadata(facts), "", ...describeSizes(facts), ""].join("\n");
  const parts = [
    describeMetadata(facts),
    describeReading(facts),
    describeContents(facts),
    describeAccessibility(facts.accessibility, facts),
    describeSizes(facts),
  ];
  return parts.flatMap((lines) => [...lines, ""]).join("\n");
}

const NAMES: Readonly<Record<string, string>> = {
  "dc:title": "Title",
  "dc:creator": "Author",
  "dc:contributor": "Contributor",
  "dc:language": "Language",
  "dc:identifier": "Identifier",
  "dc:publisher": "Publisher",
  "dc:date": "Date",
  "dcterms:modified": "Changed",
  "dc:rights": "Rights",
  "dc:description": "Description",
  "dc:subject": "Subject",
  "dc:source": "Source",
  "belongs-to-collection": "Part of",
  "calibre:series": "Part of",
  "calibre:series_index": "Place in it",
  "schema:educationalLevel": "Level",
  pageBreakSource: "Page numbers of",
};

function describeMetadata(facts: EpubFacts): readonly string[] {
  const known = Object.keys(NAMES);
  const hasSeries = facts.metadata.some(({ name }) => name === "belongs-to-collection");
  const isSaidElsewhere = (name: string) =>
    /^(?:schema:(?!educationalLevel$)|a11y:|dcterms:conformsTo$|cover$)/.test(name) ||
    // The series once more, for old library programs.
    (hasSeries && name.startsWith("calibre:series"));
  const shown = facts.metadata
    .filter(({ name }) => !isSaidElsewhere(name))
    .map((entry) => ({ entry, at: known.indexOf(entry.name) }));
  const first = shown.filter(({ at }) => at >= 0).sort((one, other) => one.at - other.at);
  const rest = shown.filter(({ at }) => at < 0);
  const version = facts.version === "" ? "a book that cannot be opened" : `EPUB ${facts.version}`;
  return [
    ...field("Kind", version),
    ...[...first, ...rest].flatMap(({ entry }) =>
      field(NAMES[entry.name] ?? entry.name, describeEntry(entry)),
    ),
    ...(facts.direction === undefined
      ? []
      : field("Pages turn", DIRECTIONS[facts.direction] ?? facts.direction)),
  ];
}

const DIRECTIONS: Readonly<Record<string, string>> = {
  ltr: "from left to right",
  rtl: "from right to left",
};

function describeEntry({ name, value, refinements = [] }: MetadataFact): string {
  const said = refinements.map((one) => describeRefinement(name, one)).filter((one) => one !== "");
  return said.length === 0 ? value : `${value} (${said.join(", ")})`;
}

/** What is meant in any case, such as that an author has the role of author, is not said. */
function describeRefinement(entry: string, { name, value }: MetadataFact): string {
  if (name === "role") {
    const role = ROLES[value] ?? `role ${value}`;
    return entry === "dc:creator" && role === "author" ? "" : role;
  }
  if (name === "title-type") return value === "main" ? "" : value;
  if (name === "collection-type") return value;
  if (name === "group-position") return `number ${value}`;
  if (name === "file-as") return `sorted as ${value}`;
  return `${name} ${value}`;
}

/** The commonest of MARC's codes for what somebody did for a book. */
const ROLES: Readonly<Record<string, string>> = {
  aut: "author",
  edt: "editor",
  ill: "illustrator",
  trl: "translator",
};

function describeReading({ spine }: EpubFacts): readonly string[] {
  if (spine.length === 0) return [];
  const width = Math.min(
    34,
    spine.map(({ file }) => displayWidth(file)).reduce((most, each) => Math.max(most, each), 0),
  );
  const lines = spine.map(({ file, title, isLinear }, at) => {
    const number = String(at + 1).padStart(4);
    return clip(`${number}  ${pad(file, width)}  ${isLinear ? "" : "(beside) "}${title}`);
  });
  return [`Order of reading: ${plural(spine.length, "document")}`, ...cut(lines)];
}

function describeContents({ contents, landmarks, pages }: EpubFacts): readonly string[] {
  const lines: string[] = [];
  let deepest = 0;
  const add = (entries: readonly ContentsFact[], depth: number) => {
    if (entries.length > 0) deepest = Math.max(deepest, depth);
    for (const { label, children } of entries) {
      lines.push(clip(`${"  ".repeat(depth)}${label === "" ? "(no text)" : label}`));
      add(children, depth + 1);
    }
  };
  add(contents, 1);
  const levels = deepest > 1 ? `, ${deepest} levels` : "";
  const first = pages[0]?.label ?? "";
  const last = pages.at(-1)?.label ?? "";
  return [
    `Contents: ${plural(lines.length, "line")}${levels}`,
    ...cut(lines),
    ...field("Landmarks", landmarks.map(({ type }) => type).join(", ") || "none"),
    ...field(
      "Page list",
      pages.length === 0 ? "none" : `${plural(pages.length, "page")}, ${first} to ${last}`,
    ),
  ];
}

function describeAccessibility(
  { images, claims, ...found }: AccessibilityFacts,
  { version }: EpubFacts,
): readonly string[] {
  const pictures = [
    `${images.described} of ${images.total} described`,
    ...(images.decorative > 0 ? [`${images.decorative} said to be decoration`] : []),
    ...(images.undescribed > 0 ? [`${images.undescribed} without a word`] : []),
  ];
  const languages = found.languages.map((tag) => (tag === "" ? "none said" : tag)).join(", ");
  const names = [...new Set(claims.map(({ name }) => name))];
  return [
    "Accessibility: what is in the book",
    ...field("Images", images.total === 0 ? "none" : pictures.join(", ")),
    ...field(
      "Headings",
      `in ${found.documentsWithHeadings} of ${plural(found.documents, "document")}`,
    ),
    ...field("Languages", languages || "none said"),
    "Accessibility: what its metadata says",
    ...(claims.length === 0
      ? [version.startsWith("2") ? "  nothing; EPUB 2 has no words for it" : "  nothing"]
      : []),
    ...names.flatMap((name) => {
      const values = claims.filter((claim) => claim.name === name);
      return field(CLAIM_NAMES[name] ?? name, values.map(({ value }) => value).join(", "));
    }),
    ...claims.flatMap(({ value, denied }) =>
      denied === undefined ? [] : field("NOT TRUE", `${value}: ${denied}`),
    ),
  ];
}

const CLAIM_NAMES: Readonly<Record<string, string>> = {
  accessMode: "Needed",
  accessModeSufficient: "Enough",
  accessibilityFeature: "Features",
  accessibilityHazard: "Hazards",
  accessibilitySummary: "Summary",
  "dcterms:conformsTo": "Conforms to",
};

function describeSizes({ sizes, sizeBytes }: EpubFacts): readonly string[] {
  const bytes = (count: number) => `${formatBytes(count).padStart(9)}`;
  const total = `Size: ${formatBytes(sizeBytes)}`;
  // Nothing could be unpacked: there are no parts to tell apart.
  if (sizes.every(({ files }) => files === 0)) return [total];
  return [
    total,
    ...sizes.map(({ kind, files, packedBytes, percent }) => {
      const count = files === 0 ? "" : plural(files, "file");
      return `  ${kind.padEnd(LABEL)}${bytes(packedBytes)}  ${percent.toFixed(1).padStart(5)} %  ${count}`.trimEnd();
    }),
  ];
}
