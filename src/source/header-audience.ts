import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { Wording } from "../wording/wording.ts";
import { readAudiences } from "./audience.ts";
import type { PageHeader } from "./page.ts";
import { problem } from "./problem.ts";

/** Whom a page is for. Adds HDR040 for an audience that is not written as it should be. */
export function readHeaderAudience(
  text: string,
  wording: Wording,
  place: () => Place,
  diagnostics: Diagnostic[],
): PageHeader["audience"] {
  if (text === "") return undefined;
  const reading = readAudiences(text, wording);
  if (reading?.how === "known") return reading.audience;
  diagnostics.push(
    problem("HDR040", "warning", place(), {
      message: `Unexpected audience \`${text}\`, expected \`trainer\`, \`participant\` or \`all\``,
      hint:
        reading === undefined
          ? "No book for participants is made with this page. If it is for trainers only, type audience: trainer; if it is for everybody, audience: all."
          : `It is read as ${reading.audience}. The word stays in English in every language: type audience: ${reading.audience}.`,
    }),
  );
  return reading?.audience;
}
