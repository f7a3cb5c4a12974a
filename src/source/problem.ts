import type { Diagnostic, Place, Severity } from "../diagnostics/diagnostic.ts";
import type { SourceCode } from "./rules.ts";

/** What a message quotes is recognised by its beginning. */
const LONGEST_QUOTE = 80;

/**
 * Makes a diagnostic of this stage; the type of the code keeps it within `rules.ts`. A value that is
 * quoted in its message may have been long, or of several lines: a message is one, and not long.
 */
export function problem(
  code: SourceCode,
  severity: Severity,
  place: Place,
  rest: Omit<Diagnostic, "code" | "severity" | "place">,
): Diagnostic {
  const message = rest.message
    .replace(/\s*[\r\n\u2028\u2029]\s*/g, " ")
    .replace(/`([^`]+)`/g, (_, quoted: string) => `\`${clip(quoted)}\``);
  return { code, severity, place, ...rest, message };
}

function clip(text: string): string {
  const signs = [...text];
  return signs.length > LONGEST_QUOTE ? `${signs.slice(0, LONGEST_QUOTE - 3).join("")}...` : text;
}
