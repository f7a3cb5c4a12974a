import type { PdfFacts } from "../inspect/pdf/pdf-facts.ts";
import { clip, cut, field, formatBytes, LABEL, pad } from "./describe-lines.ts";
import { plural } from "./report.ts";

/** Lists beside the main thing are shorter. */
const FEW_LINES = 12;

/** What a PDF is, holds and tells, in lines of 80 columns for a terminal. */
export function describePdf(facts: PdfFacts): string {
  const version = facts.version === "" ? "PDF of an unknown version" : `PDF ${facts.version}`;
  if (facts.lock !== undefined || facts.pages.count === 0) {
    const lock =
      facts.lock === undefined ? [] : field("Locked", "yes; what is in it cannot be told");
    const lines = [...field("Kind", version), ...describePages(facts), ...lock];
    return [...lines, "", ...describeSizes(facts), ""].join("\n");
  }
  const parts = [
    [...field("Kind", version), ...describePages(facts), ...describeReading(facts)],
    describeMetadata(facts),
    describeBookmarks(facts),
    describeLinks(facts),
    describeTags(facts),
    describeFonts(facts),
    describeImages(facts),
    describeSizes(facts),
  ];
  return parts.flatMap((lines) => (lines.length === 0 ? [] : [...lines, ""])).join("\n");
}

function describePages({ pages }: PdfFacts): readonly string[] {
  const sizes = pages.sizes.map(({ name, widthMm, heightMm, count }) => {
    const size = `${widthMm} × ${heightMm} mm`;
    const paper = name === "" ? size : `${name}, ${size}`;
    return pages.sizes.length === 1 ? paper : `${count} of ${paper}`;
  });
  const shown = [...sizes.slice(0, 5), ...(sizes.length > 5 ? ["…"] : [])].join("; ");
  const first = pages.labels?.[0];
  const last = pages.labels?.at(-1);
  return [
    ...field("Pages", shown === "" ? String(pages.count) : `${pages.count} (${shown})`),
    ...field("Page labels", first === undefined ? "none" : `${first} to ${last}`),
  ];
}

function describeReading({ language, direction, showsTitle, pdfua }: PdfFacts): readonly string[] {
  const ways = { ltr: "from left to right", rtl: "from right to left" };
  return [
    ...field("Language", language === undefined || language === "" ? "none said" : language),
    ...(direction === undefined ? [] : field("Pages turn", ways[direction])),
    ...field("Window shows", showsTitle ? "the title" : "the name of the file"),
    ...(pdfua.claims === undefined
      ? []
      : field("PDF/UA", `the file says that it keeps part ${pdfua.claims}`)),
  ];
}

function describeMetadata({ metadata }: PdfFacts): readonly string[] {
  const lines = metadata.flatMap(({ name, value }) => field(name, value));
  return ["Metadata: what it says of itself", ...(lines.length === 0 ? ["  nothing"] : cut(lines))];
}

function describeBookmarks({ bookmarks }: PdfFacts): readonly string[] {
  if (bookmarks.length === 0) return ["Bookmarks: none"];
  const depth = bookmarks
    .slice(0, 10_000)
    .map((one) => one.depth)
    .reduce((most, each) => Math.max(most, each), 0);
  const levels = depth > 1 ? `, ${depth} levels` : "";
  const lines = bookmarks.map(({ title, depth: level }) =>
    clip(`${"  ".repeat(Math.min(level, 10))}${title === "" ? "(no text)" : title}`),
  );
  return [`Bookmarks: ${bookmarks.length}${levels}`, ...cut(lines, FEW_LINES)];
}

function describeLinks({ links, annotations, formFields }: PdfFacts): readonly string[] {
  const counts = [
    `${links.internal} within the file`,
    `${links.web} to the web`,
    ...(links.mail > 0 ? [`${links.mail} to mail addresses`] : []),
    ...(links.other > 0 ? [`${links.other} others`] : []),
  ];
  const others = annotations.filter(({ type }) => type !== "Link" && type !== "Widget");
  const names = others.map(({ type, count }) => `${count} ${type}`).join(", ");
  const lines = [...links.addresses, ...links.files].map((one) => clip(`  ${one}`));
  return [
    `Links: ${counts.join(", ")}`,
    ...cut(lines, FEW_LINES),
    ...(formFields === 0 ? [] : field("Form fields", String(formFields))),
    ...(names === "" ? [] : field("Notes on pages", names)),
  ];
}

function describeTags({ isTagged, tags, figures }: PdfFacts): readonly string[] {
  if (tags.length === 0) return ["Tags: none"];
  const shown = tags.map(({ type, count }) => `${count} ${type === "" ? "(no type)" : type}`);
  const total = figures.described + figures.undescribed;
  return [
    isTagged ? "Tags: yes" : "Tags: there are some, but the file does not say that it is tagged",
    ...field("Elements", shown.join(", ")),
    ...field("Figures", total === 0 ? "none" : `${figures.described} of ${total} described`),
  ];
}

function describeFonts({ fonts, hasText }: PdfFacts): readonly string[] {
  if (fonts.length === 0) return [hasText ? "Fonts: none named" : "Fonts: none; there is no text"];
  const lines = fonts.map(({ name, type, embedded, subset }) => {
    const kept = embedded ? (subset ? "used letters only" : "whole") : "NOT IN THE FILE";
    return clip(`  ${pad(name === "" ? "(no name)" : name, 36)} ${pad(type, 9)} ${kept}`);
  });
  return [`Fonts: ${fonts.length}`, ...cut(lines, FEW_LINES)];
}

function describeImages({ images }: PdfFacts): readonly string[] {
  if (images.length === 0) return ["Images: none"];
  const lines = images.map(({ widthPx, heightPx, colours, packing, bytes }) => {
    const size = pad(`${widthPx} × ${heightPx}`, 14);
    return clip(`  ${size} ${pad(colours, 8)} ${formatBytes(bytes).padStart(8)}  ${packing}`);
  });
  return [`Images: ${images.length}`, ...cut(lines, FEW_LINES)];
}

function describeSizes({ sizes, sizeBytes }: PdfFacts): readonly string[] {
  return [
    `Size: ${formatBytes(sizeBytes)}`,
    ...sizes.map(({ kind, count, bytes, percent }) => {
      const parts = count === 0 ? "" : plural(count, "part");
      return `  ${pad(kind, LABEL + 4)}${formatBytes(bytes).padStart(9)}  ${percent.toFixed(1).padStart(5)} %  ${parts}`.trimEnd();
    }),
  ];
}
