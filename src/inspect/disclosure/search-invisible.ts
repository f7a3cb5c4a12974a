import { findInvisible } from "../../language/find-invisible.ts";
import type { PrivacyFindings } from "./privacy-findings.ts";

/** @param texts of one page or document, as a reader would copy them. */
export function searchInvisible(findings: PrivacyFindings, texts: readonly string[]): void {
  const found = findInvisible(texts);
  if (found === undefined) return;
  findings.note("TEL408 signs", "invisible characters", {
    count: found.count,
    first: found.sign,
  });
}
