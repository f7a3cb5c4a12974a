import { judgeFindings } from "./disclosure/judge-findings.ts";
import { classifyLeftover } from "./disclosure/leftover-files.ts";
import { PrivacyFindings } from "./disclosure/privacy-findings.ts";
import { inspectFile, TOO_LARGE } from "./inspect-file.ts";
import { type Inspection, refuseFile, unsearchedFile, WHOLE } from "./inspection.ts";
import { diagnose } from "./rules.ts";

/**
 * Inspects a file that nobody named, but that lies in a folder to be given away. Its name may tell
 * that it has no place there; kinds that are not known are no fault.
 *
 * @param name of the file, with its folder.
 */
export function inspectInFolder(name: string, bytes: Uint8Array): Inspection {
  const leftover = classifyLeftover(name);
  const inspected = inspectFile(bytes);
  const isUnknown = inspected.facts.kind === "unknown";
  const found = isUnknown ? { ...inspected, diagnostics: [] } : inspected;
  if (leftover === undefined) return found;
  const findings = new PrivacyFindings();
  findings.add(leftover, "file", name.split("/").at(-1) ?? name);
  // That such a file is not searched goes without saying; what was found in it does not.
  findings.addWithin(
    found.findings.filter(({ code, field }) => code !== "TEL705" || field !== "file"),
  );
  return { ...found, findings: findings.list, disclosure: judgeFindings(findings) };
}

/** A file that was asked for by name, and is too large to be looked into. Adds INS004. */
export function refuseLarge(): Inspection {
  return refuseFile(TOO_LARGE, diagnose("INS004", WHOLE));
}

/** A file of which more was asked than a machine has to give. Adds INS005, where it was asked for by name. */
export function refuseCostly(fault: string, isInFolder: boolean): Inspection {
  if (isInFolder) return unsearchedFile(fault);
  return refuseFile(fault, diagnose("INS005", WHOLE, { fault }));
}
