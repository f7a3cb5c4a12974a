import { listFound } from "./disclosure/judge-findings.ts";
import type { Inspection } from "./inspection.ts";

/** A construct that is not known here, or could not be looked into. */
export interface Unsearched {
  /** File, page or object within the inspected file; empty for that itself. */
  readonly place: string;
  /** `file`, `attribute`, `object`, `chunk` … */
  readonly construct: string;
  /** What it is called there: `data-path of <p>`; of a file, why it was not searched. */
  readonly name: string;
}

/**
 * What can be said of a file as a whole, the weightiest first: `clean` is what is left where nothing
 * else can be said. Of `plain text` a person reads what it tells; it is not searched for names.
 */
export type Verdict =
  | "errors"
  | "not wholly searched"
  | "leak"
  | "warnings"
  | "notice"
  | "plain text"
  | "clean";

/** Kinds of which every part can be known. Office documents, films and recordings never are, */
const KNOWABLE: ReadonlySet<Inspection["facts"]["kind"]> = new Set([
  "epub",
  "pdf",
  "image",
  "svg",
  "html",
  "zip",
  "text",
]);

/** nor are pictures that can hold others, in boxes (HEIC, AVIF) or directories (TIFF). */
const KNOWABLE_PICTURE = /^image\/(?:jpeg|png|gif|webp)$/;
const UNKNOWABLE: Unsearched = {
  place: "",
  construct: "kind",
  name: "what files of this kind can hold beside what is listed",
};

type Judged = Pick<Inspection, "facts" | "disclosure" | "diagnostics">;

/** All of a file that was not searched: what is not known, what is locked, and what was too much. */
export function listUnsearched({ facts, disclosure }: Judged): readonly Unsearched[] {
  const found = [
    ...listFound(disclosure, "TEL805").map(({ place }) => {
      return { place, construct: "lock", name: "what its lock hides" };
    }),
    ...listFound(disclosure, "TEL705").map(({ place, field, value }) => {
      return { place, construct: field, name: value };
    }),
  ];
  if (facts.kind === "unknown" && found.length === 0)
    return [{ place: "", construct: "file", name: "its kind is not known" }];
  const isKnowable =
    facts.kind === "image"
      ? KNOWABLE_PICTURE.test(facts.mediaType)
      : facts.kind === "unknown" || KNOWABLE.has(facts.kind);
  return isKnowable ? found : [...found, UNKNOWABLE];
}

/** The one place that decides it: a file is clean only where every construct in it was looked at. */
export function judgeFile(inspection: Judged): Verdict {
  const { facts, disclosure, diagnostics } = inspection;
  if (diagnostics.some(({ severity }) => severity === "error")) return "errors";
  if (listUnsearched(inspection).length > 0) return "not wholly searched";
  if (disclosure.level === "leak") return "leak";
  if (diagnostics.length > 0) return "warnings";
  if (disclosure.level === "notice") return "notice";
  return facts.kind === "text" ? "plain text" : "clean";
}

/** Whether nothing is to be minded: what `--strict` asks for. */
export function isClean(inspection: Judged): boolean {
  const verdict = judgeFile(inspection);
  return verdict === "clean" || verdict === "plain text";
}
