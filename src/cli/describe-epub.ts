import type {
  AccessibilityFacts,
  ContentsFact,
  EpubFacts,
  MetadataFact,
} from "../api/inspect-files.ts";
import { plural } from "./report.ts";
import { DIRECTIONS, describeSizes, type Section, tabulate } from "./sections.ts";

/** What a book is and holds. */
export function describeEpub(facts: EpubFacts): readonly Section[] {
  // Where nothing could be unpacked there are no parts to tell apart.
  const isPacked = facts.sizes.some(({ files }) => files > 0);
  const parts = facts.sizes.map(({ files, packedBytes, ...part }) => ({
    ...part,
    count: files,
    bytes: packedBytes,
  }));
  const size = describeSizes(facts.sizeBytes, "file", isPacked ? parts : [], 14);
  if (facts.version === "") return [describeMetadata(facts), size];
  return [
    describeMetadata(facts),
    describeReading(facts),
    describeContents(facts),
    describeAccessibility(facts.accessibility, facts),
    size,
  ];
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

function describeMetadata({ metadata, version, direction }: EpubFacts): Section {
  const known = Object.keys(NAMES);
  const hasSeries = metadata.some(({ name }) => name === "belongs-to-collection");
  const isSaidElsewhere = (name: string) =>
    /^(?:schema:(?!educationalLevel$)|a11y:|dcterms:conformsTo$|cover$)/.test(name) ||
    // The series once more, for old library programs.
    (hasSeries && name.startsWith("calibre:series"));
  const placeOf = (name: string) => (known.includes(name) ? known.indexOf(name) : known.length);
  const shown = metadata
    .filter(({ name }) => !isSaidElsewhere(name))
    .sort((one, other) => placeOf(one.name) - placeOf(other.name));
  return {
    fields: [
      ["Kind", version === "" ? "a book that cannot be opened" : `EPUB ${version}`],
      ...shown.map((entry) => [NAMES[entry.name] ?? entry.name, describeEntry(entry)] as const),
      ["Pages turn", direction && (DIRECTIONS[direction] ?? direction)],
    ],
  };
}

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

function describeReading({ spine }: EpubFacts): Section {
  if (spine.length === 0) return {};
  const rows = spine.map(({ file, title, isLinear }, at) => [
    String(at + 1),
    file,
    `${isLinear ? "" : "(beside) "}${title}`,
  ]);
  return {
    title: `Order of reading: ${plural(spine.length, "document")}`,
    list: tabulate(rows, [-2, 0]),
  };
}

function describeContents({ contents, landmarks, pages }: EpubFacts): Section {
  const lines: string[] = [];
  let deepest = 0;
  const add = (entries: readonly ContentsFact[], depth: number) => {
    if (entries.length > 0) deepest = Math.max(deepest, depth);
    for (const { label, children } of entries) {
      lines.push(`${"  ".repeat(depth)}${label || "(no text)"}`);
      add(children, depth + 1);
    }
  };
  add(contents, 1);
  const levels = deepest > 1 ? `, ${deepest} levels` : "";
  const numbers = `${plural(pages.length, "page")}, ${pages[0]?.label} to ${pages.at(-1)?.label}`;
  return {
    title: `Contents: ${plural(lines.length, "line")}${levels}`,
    list: lines,
    fields: [
      ["Landmarks", landmarks.map(({ type }) => type).join(", ") || "none"],
      ["Page list", pages.length === 0 ? "none" : numbers],
    ],
  };
}

function describeAccessibility(
  { images, claims, ...found }: AccessibilityFacts,
  { version }: EpubFacts,
): Section {
  const pictures = [
    `${images.described} of ${images.total} described`,
    ...(images.decorative > 0 ? [`${images.decorative} said to be decoration`] : []),
    ...(images.undescribed > 0 ? [`${images.undescribed} without a word`] : []),
  ];
  const languages = found.languages.map((tag) => tag || "none said").join(", ");
  const documents = plural(found.documents, "document");
  const names = [...new Set(claims.map(({ name }) => name))];
  const nothing = version.startsWith("2") ? "nothing; EPUB 2 has no words for it" : "nothing";
  return {
    title: "Accessibility: what is in the book",
    fields: [
      ["Images", images.total === 0 ? "none" : pictures.join(", ")],
      ["Headings", `in ${found.documentsWithHeadings} of ${documents}`],
      ["Languages", languages || "none said"],
    ],
    next: {
      title: "Accessibility: what its metadata says",
      list: claims.length === 0 ? [`  ${nothing}`] : [],
      fields: names.map((name) => {
        const values = claims.filter((claim) => claim.name === name);
        return [CLAIM_NAMES[name] ?? name, values.map(({ value }) => value).join(", ")] as const;
      }),
    },
  };
}

const CLAIM_NAMES: Readonly<Record<string, string>> = {
  accessMode: "Needed",
  accessModeSufficient: "Enough",
  accessibilityFeature: "Features",
  accessibilityHazard: "Hazards",
  accessibilitySummary: "Summary",
  "dcterms:conformsTo": "Conforms to",
};
