import { findInvisible } from "../../language/find-invisible.ts";
import type { PrivacyFindings } from "./privacy-findings.ts";

/** @param texts of one page or document, as a reader would copy them. */
export function searchInvisible(
  findings: PrivacyFindings,
  place: string,
  texts: readonly string[],
): void {
  const found = findInvisible(texts);
  if (found === undefined) return;
  const signs = found.count === 1 ? "1 sign" : `${found.count} signs`;
  findings.add("TEL408", place, "unseen signs", `${signs}, the first is ${found.sign}`);
}
