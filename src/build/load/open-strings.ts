import type { Diagnostic, Outcome } from "../../diagnostics/diagnostic.ts";
import { decodeText } from "../../source/source-text.ts";
import { applyStrings, type StringsFile } from "../../theme/apply-strings.ts";
import type { Theme } from "../../theme/theme.ts";
import type { LoadedCurriculum } from "./load-curriculum.ts";

/**
 * A theme that says the words of `strings/TAG.yaml` in a curriculum. They are content: what is wrong with
 * them is told, and the theme's own stand there.
 *
 * Adds THM006, and what the text of any file can have: FIL002, FIL010, FIL011.
 */
export function openStrings({ strings }: LoadedCurriculum, theme: Theme): Outcome<Theme> {
  const diagnostics: Diagnostic[] = [];
  const files = strings.flatMap((file): readonly StringsFile[] => {
    const decoded = decodeText(file, file.bytes.length);
    // An empty file says nothing, which is allowed.
    if ("diagnostic" in decoded) {
      if (decoded.diagnostic.code !== "FIL001") diagnostics.push(decoded.diagnostic);
      return [];
    }
    for (const one of decoded.diagnostics) diagnostics.push(one);
    return [{ path: file.path, text: decoded.text }];
  });
  const applied = applyStrings(theme, files);
  return { value: applied.value, diagnostics: [...diagnostics, ...applied.diagnostics] };
}
