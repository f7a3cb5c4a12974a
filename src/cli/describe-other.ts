import type { BundleFile, Inspection } from "../api/inspect-files.ts";
import { formatBytes } from "./lines.ts";
import { plural } from "./report.ts";
import { type Section, tabulate } from "./sections.ts";

type OtherFacts = Exclude<Inspection["facts"], { readonly kind: "epub" | "pdf" }>;

/** What a picture, an archive or a plain file is. */
export function describeOther(facts: OtherFacts): Section {
  switch (facts.kind) {
    case "image": {
      const { widthPx, heightPx, mediaType } = facts;
      return sized(
        `${mediaType}${widthPx === 0 ? "" : `, ${widthPx} × ${heightPx} pixels`}`,
        facts,
      );
    }
    case "zip":
      return {
        ...sized(`ZIP archive of ${plural(facts.files.length, "file")}`, facts),
        next: { list: listFiles(facts.files) },
      };
    case "office": {
      // Its text and layout are in some dozen parts that say nothing to a reader.
      const files = facts.files.filter(({ kind }) => !/^(?:xml|text)$/.test(kind));
      const { fields = [] } = sized(`${facts.label} (.${facts.format})`, facts);
      const advice = "it is often easiest to export a PDF, and to inspect that";
      return {
        fields: [...fields, ["To pass it on", advice]],
        next: { list: listFiles(files) },
      };
    }
    case "media":
      return sized(facts.label, facts);
    case "svg":
      return sized("SVG drawing", facts);
    case "html":
      return sized("web page", facts);
    case "text":
      return sized("plain text", facts, "; not searched for names");
    case "unknown":
      return { fields: [["Kind", `${facts.label ?? "not known"}; it was not looked into`]] };
  }
}

function sized(kind: string, { sizeBytes }: { readonly sizeBytes: number }, note = ""): Section {
  return { fields: [["Kind", `${kind}, ${formatBytes(sizeBytes)}${note}`]] };
}

function listFiles(files: readonly BundleFile[]): readonly string[] {
  const rows = files.map(({ name, kind, unpackedBytes }) => [
    kind,
    formatBytes(unpackedBytes),
    name,
  ]);
  return tabulate(rows, [7, -8]);
}
