import type { PdfFacts } from "../api/inspect-files.ts";
import { formatBytes } from "./lines.ts";
import { DIRECTIONS, describeSizes, type Field, type Section, tabulate } from "./sections.ts";

/** Lists beside the main thing are shorter. */
const FEW_LINES = 12;

/** What a PDF is, holds and tells. */
export function describePdf(facts: PdfFacts): readonly Section[] {
  const version = facts.version === "" ? "PDF of an unknown version" : `PDF ${facts.version}`;
  const size = describeSizes(facts.sizeBytes, "part", facts.sizes, 18);
  const kind: readonly Field[] = [["Kind", version], ...describePages(facts)];
  if (facts.lock !== undefined || facts.pages.count === 0) {
    const lock = facts.lock === undefined ? undefined : "yes; what is in it cannot be told";
    return [{ fields: [...kind, ["Locked", lock]] }, size];
  }
  return [
    { fields: [...kind, ...describeReading(facts)] },
    describeMetadata(facts),
    describeBookmarks(facts),
    describeLinks(facts),
    describeTags(facts),
    describeFonts(facts),
    describeImages(facts),
    size,
  ];
}

function describePages({ pages }: PdfFacts): readonly Field[] {
  const sizes = pages.sizes.map(({ name, widthMm, heightMm, count }) => {
    const size = `${widthMm} × ${heightMm} mm`;
    const paper = name === "" ? size : `${name}, ${size}`;
    return pages.sizes.length === 1 ? paper : `${count} of ${paper}`;
  });
  const shown = [...sizes.slice(0, 5), ...(sizes.length > 5 ? ["…"] : [])].join("; ");
  const first = pages.labels?.[0];
  const last = pages.labels?.at(-1);
  return [
    ["Pages", shown === "" ? String(pages.count) : `${pages.count} (${shown})`],
    ["Page labels", first === undefined ? "none" : `${first} to ${last}`],
  ];
}

function describeReading({ language, direction, showsTitle, pdfua }: PdfFacts): readonly Field[] {
  const { claims } = pdfua;
  return [
    ["Language", language || "none said"],
    ["Pages turn", direction && DIRECTIONS[direction]],
    ["Window shows", showsTitle ? "the title" : "the name of the file"],
    ["PDF/UA", claims && `the file says that it keeps part ${claims}`],
  ];
}

function describeMetadata({ metadata }: PdfFacts): Section {
  const title = "Metadata: what it says of itself";
  if (metadata.length === 0) return { title, list: ["  nothing"] };
  return { title, fields: metadata.map(({ name, value }) => [name, value]) };
}

function describeBookmarks({ bookmarks }: PdfFacts): Section {
  if (bookmarks.length === 0) return { title: "Bookmarks: none" };
  const depth = bookmarks.slice(0, 10_000).reduce((most, one) => Math.max(most, one.depth), 0);
  const levels = depth > 1 ? `, ${depth} levels` : "";
  const list = bookmarks.map(
    ({ title, depth: level }) => `${"  ".repeat(Math.min(level, 10))}${title || "(no text)"}`,
  );
  return { title: `Bookmarks: ${bookmarks.length}${levels}`, list, most: FEW_LINES };
}

function describeLinks({ links, annotations, formFields }: PdfFacts): Section {
  const counts = [
    `${links.internal} within the file`,
    `${links.web} to the web`,
    ...(links.mail > 0 ? [`${links.mail} to mail addresses`] : []),
    ...(links.other > 0 ? [`${links.other} others`] : []),
  ];
  const others = annotations.filter(({ type }) => type !== "Link" && type !== "Widget");
  const names = others.map(({ type, count }) => `${count} ${type}`).join(", ");
  return {
    title: `Links: ${counts.join(", ")}`,
    list: [...links.addresses, ...links.files].map((one) => `  ${one}`),
    most: FEW_LINES,
    fields: [
      ["Form fields", formFields === 0 ? undefined : String(formFields)],
      ["Notes on pages", names || undefined],
    ],
  };
}

function describeTags({ isTagged, tags, figures }: PdfFacts): Section {
  if (tags.length === 0) return { title: "Tags: none" };
  const shown = tags.map(({ type, count }) => `${count} ${type || "(no type)"}`);
  const total = figures.described + figures.undescribed;
  return {
    title: isTagged
      ? "Tags: yes"
      : "Tags: there are some, but the file does not say that it is tagged",
    fields: [
      ["Elements", shown.join(", ")],
      ["Figures", total === 0 ? "none" : `${figures.described} of ${total} described`],
    ],
  };
}

function describeFonts({ fonts, hasText }: PdfFacts): Section {
  if (fonts.length === 0)
    return { title: hasText ? "Fonts: none named" : "Fonts: none; there is no text" };
  const rows = fonts.map(({ name, type, embedded, subset }) => {
    const kept = embedded ? (subset ? "used letters only" : "whole") : "NOT IN THE FILE";
    return [name || "(no name)", type, kept];
  });
  return { title: `Fonts: ${fonts.length}`, list: tabulate(rows, [35, 8]), most: FEW_LINES };
}

function describeImages({ images }: PdfFacts): Section {
  if (images.length === 0) return { title: "Images: none" };
  const rows = images.map(({ widthPx, heightPx, colours, packing, bytes }) => [
    `${widthPx} × ${heightPx}`,
    colours,
    formatBytes(bytes),
    packing,
  ]);
  return { title: `Images: ${images.length}`, list: tabulate(rows, [13, 7, -8]), most: FEW_LINES };
}
