import type { Report } from "../finding.ts";
import type { PdfDocument } from "../read-document.ts";
import { childrenOf } from "./check-nesting.ts";

const CONDITIONS: Readonly<Record<string, "09-004" | "09-005" | "09-006">> = {
  Table: "09-004",
  L: "09-005",
  TOC: "09-006",
};

/**
 * Where captions stand, and which parts of a table there are once (ISO 32000-1 tables 333, 336 and
 * 337). Checkpoint 9.
 */
export function checkOrder({ structure }: PdfDocument, report: Report): void {
  for (const element of structure?.elements ?? []) {
    const condition = CONDITIONS[element.role];
    if (condition === undefined) continue;
    const roles = childrenOf(element).map(({ role }) => role);
    const isTable = element.role === "Table";
    const tell = (found: string, expected: string) => {
      const message = `Unexpected ${found} in <${element.role}>, expected ${expected}`;
      report(
        condition,
        element.page,
        message,
        "The program that made the file has to order it so.",
      );
    };
    const captions = roles.flatMap((role, at) => (role === "Caption" ? [at] : []));
    const ends = isTable ? [0, roles.length - 1] : [0];
    if (captions.length > 1) tell("second <Caption>", "one");
    else if (captions.some((at) => !ends.includes(at)))
      tell("place of <Caption>", isTable ? "it first or last" : "it first");
    if (!isTable) continue;
    for (const part of ["THead", "TFoot"]) {
      const count = roles.filter((role) => role === part).length;
      if (count > 1) tell(`second <${part}>`, "one");
      if (count > 0 && !roles.includes("TBody")) tell(`<${part}> without <TBody>`, "both");
    }
  }
}
