import type { BundleFile } from "../inspect/facts.ts";
import type { Inspection } from "../inspect/inspection.ts";
import { clip, cut, field, formatBytes, pad } from "./describe-lines.ts";
import { plural } from "./report.ts";

type OtherFacts = Exclude<Inspection["facts"], { readonly kind: "epub" | "pdf" }>;

/** What a picture, an archive or a plain file is, in lines of 80 columns for a terminal. */
export function describeOther(facts: OtherFacts): string {
  switch (facts.kind) {
    case "image": {
      const { widthPx, heightPx, mediaType, sizeBytes } = facts;
      const size = widthPx === 0 ? "" : `, ${widthPx} × ${heightPx} pixels`;
      return lines(field("Kind", `${mediaType}${size}, ${formatBytes(sizeBytes)}`));
    }
    case "zip": {
      const files = facts.files.map(describeFile);
      const kind = `ZIP archive of ${plural(files.length, "file")}, ${formatBytes(facts.sizeBytes)}`;
      return lines([...field("Kind", kind), ...cut(files)]);
    }
    case "office": {
      const { label, format, sizeBytes } = facts;
      // Its text and layout are in some dozen parts that say nothing to a reader.
      const files = facts.files.filter(({ kind }) => !/^(?:xml|text)$/.test(kind));
      const kind = `${label} (.${format}), ${formatBytes(sizeBytes)}`;
      return lines([
        ...field("Kind", kind),
        ...field("To pass it on", "it is often easiest to export a PDF, and to inspect that"),
        ...cut(files.map(describeFile)),
      ]);
    }
    case "media":
      return lines(field("Kind", `${facts.label}, ${formatBytes(facts.sizeBytes)}`));
    case "svg":
      return lines(field("Kind", `SVG drawing, ${formatBytes(facts.sizeBytes)}`));
    case "html":
      return lines(field("Kind", `web page, ${formatBytes(facts.sizeBytes)}`));
    case "text":
      return lines(
        field("Kind", `plain text, ${formatBytes(facts.sizeBytes)}; not searched for names`),
      );
    case "unknown":
      return lines(field("Kind", `${facts.label ?? "not known"}; it was not looked into`));
  }
}

function describeFile({ name, kind, unpackedBytes }: BundleFile): string {
  return clip(`  ${pad(kind, 8)} ${formatBytes(unpackedBytes).padStart(8)}  ${name}`);
}

function lines(parts: readonly string[]): string {
  return `${parts.join("\n")}\n`;
}
