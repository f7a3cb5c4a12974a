import type { PdfFile } from "../../pdf-syntax/pdf-file.ts";
import type { PdfDict, PdfValue } from "../../pdf-syntax/pdf-value.ts";
import type { PrivacyFindings } from "../disclosure/privacy-findings.ts";
import { isRemote } from "../disclosure/search-address.ts";

/** A chain of actions; viewers follow it to its end. */
const MOST_ACTIONS = 100;

/**
 * Of actions that run without a click, those that reach out: to the web, or to a file on another
 * machine, to which Windows shows who is logged in. Others are told wherever they stand.
 */
export function searchOwnAction(
  findings: PrivacyFindings,
  file: PdfFile,
  value: PdfValue | undefined,
): void {
  const waiting = [file.dict(value)];
  const seen = new Set<PdfDict>();
  for (let at = 0; at < waiting.length && at < MOST_ACTIONS; at += 1) {
    const action = waiting[at];
    if (action === undefined || seen.has(action)) continue;
    seen.add(action);
    const type = file.name(action.get("S")) ?? "";
    const target = type === "URI" ? file.text(action.get("URI")) : readTarget(file, action);
    if (type === "URI" || isRemote(target ?? ""))
      findings.add("TEL201", `${type} that opens by itself`, target ?? "");
    // One or a list (ISO 32000-1 table 193).
    for (const next of file.oneOrMore(action.get("Next")).slice(0, MOST_ACTIONS))
      waiting.push(file.dict(next));
  }
}

function readTarget(file: PdfFile, action: PdfDict): string | undefined {
  const named = action.get("F") ?? file.dict(action.get("Win"))?.get("F");
  const spec = file.dict(named);
  return file.text(named) ?? file.text(spec?.get("UF")) ?? file.text(spec?.get("F"));
}
