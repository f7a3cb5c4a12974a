import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { Wording } from "../wording/wording.ts";
import { readAudiences } from "./audience.ts";
import type { PageHeader } from "./page.ts";
import { diagnose } from "./rules.ts";

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
  const audience = reading?.audience;
  diagnostics.push(
    audience === undefined
      ? diagnose("HDR040 unknown", place(), { text })
      : diagnose("HDR040 read", place(), { text, audience }),
  );
  return audience;
}
