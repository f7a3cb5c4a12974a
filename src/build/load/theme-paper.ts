import { PAPER_HINT, type Paper, parsePaper } from "../../print/paper.ts";
import { diagnose } from "../../theme/rules.ts";
import type { Theme } from "../../theme/theme.ts";
import { themeError } from "../../theme/theme-error.ts";

/**
 * The page that a theme is made for, where it is made for one: what a build takes when nobody asks
 * for another.
 *
 * @throws ThemeError THM002 for a paper that is none.
 */
export function readThemePaper({ folder, print }: Theme): Paper | undefined {
  if (print.paper === undefined) return undefined;
  const paper = parsePaper(print.paper);
  if (paper !== undefined) return paper;
  const values = { paper: print.paper, papers: PAPER_HINT };
  throw themeError(diagnose("THM002 paper", { file: `${folder}/theme.yaml` }, values));
}
