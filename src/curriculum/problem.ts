import type { Diagnostic, Place, Severity } from "../diagnostics/diagnostic.ts";
import type { CurriculumCode } from "./rules.ts";

/** Makes a diagnostic of this stage; the type of the code keeps it within `rules.ts`. */
export function problem(
  code: CurriculumCode,
  severity: Severity,
  place: Place,
  rest: Omit<Diagnostic, "code" | "severity" | "place">,
): Diagnostic {
  return { code, severity, place, ...rest };
}
