import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import { nameScript } from "../language/scripts.ts";
import type { Damage } from "./lint-translation.ts";
import { diagnose } from "./rules.ts";

/** What is told of damage in a translation (TRN006 to TRN008). */
export function describeDamage(damage: Damage, place: Place, language: string): Diagnostic {
  const { found } = damage;
  switch (damage.kind) {
    case "link signs":
      return diagnose("TRN007 signs", place, { found });
    case "spaces":
      return diagnose("TRN007 spaces", place, { found });
    case "digits":
      return diagnose("TRN008 digits", place, { found, language });
    case "mixed digits":
      return diagnose("TRN008 mixed", place, { found });
    case "long":
      return diagnose("TRN008 long", place);
    case "script":
      return diagnose("TRN008 script", place, { found: nameScript(String(found)), language });
    default:
      return diagnose(`TRN006 ${damage.kind}`, place, { found, expected: damage.expected });
  }
}
