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
      const files = facts.files.map(({ name, kind, unpackedBytes }) =>
        clip(`  ${pad(kind, 8)} ${formatBytes(unpackedBytes).padStart(8)}  ${name}`),
      );
      const kind = `ZIP archive of ${plural(files.length, "file")}, ${formatBytes(facts.sizeBytes)}`;
      return lines([...field("Kind", kind), ...cut(files)]);
    }
    case "svg":
      return lines(field("Kind", `SVG drawing, ${formatBytes(facts.sizeBytes)}`));
    case "html":
      return lines(field("Kind", `web page, ${formatBytes(facts.sizeBytes)}`));
    case "text":
      return lines(field("Kind", `plain text, ${formatBytes(facts.sizeBytes)}; not searched`));
    case "unknown":
      return lines(field("Kind", "not known; it was not looked into"));
  }
}

function lines(parts: readonly string[]): string {
  return `${parts.join("\n")}\n`;
}
