import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type Disclosure, judgeFindings } from "./disclosure/judge-findings.ts";
import { type PrivacyFinding, PrivacyFindings } from "./disclosure/privacy-findings.ts";
import type { EpubFacts } from "./epub/epub-facts.ts";
import type {
  BundleFacts,
  ImageFacts,
  MarkupFacts,
  MediaFacts,
  OfficeFacts,
  TextFacts,
  UnknownFacts,
} from "./facts.ts";
import type { PdfFacts } from "./pdf/pdf-facts.ts";

/** A file as it was inspected. Other kinds of files will be other members of `facts`. */
export interface Inspection {
  readonly facts:
    | EpubFacts
    | PdfFacts
    | ImageFacts
    | MarkupFacts
    | BundleFacts
    | OfficeFacts
    | MediaFacts
    | TextFacts
    | UnknownFacts;
  /** What it would tell a stranger, unweighed. */
  readonly findings: readonly PrivacyFinding[];
  /** The same by topic, weighed. */
  readonly disclosure: Disclosure;
  /** Faults of form. Places are files within the inspected one; an empty file name is that itself. */
  readonly diagnostics: readonly Diagnostic[];
  /** The text of a file within, for the line and the caret. */
  textOf(file: string): string | undefined;
}

/**
 * What a file tells, of a kind that has no form to find fault with and no text to quote.
 *
 * @param isPrinted whether a name stands in the text that every reader sees.
 */
export function inspectionOf(
  facts: Inspection["facts"],
  findings: PrivacyFindings,
  isPrinted?: (name: string) => boolean,
): Inspection {
  const disclosure = judgeFindings(findings, isPrinted);
  return { facts, findings: findings.list, disclosure, diagnostics: [], textOf: () => undefined };
}

/** A file that is not looked into, and why. */
export function unsearchedFile(why: string): Inspection {
  const findings = new PrivacyFindings();
  findings.add("TEL705", "file", why);
  return inspectionOf({ kind: "unknown" }, findings);
}

/** The same, where that is a fault. */
export function refuseFile(why: string, diagnostic: Diagnostic): Inspection {
  return { ...unsearchedFile(why), diagnostics: [diagnostic] };
}

/** The file as a whole: the caller knows its name. */
export const WHOLE = { file: "" };
