import { type Paper, parsePaper } from "../pdf/paper.ts";
import type { Theme } from "../theme/theme.ts";
import { fault } from "../theme/theme-error.ts";

/**
 * The paper of a build: the one that is asked for on the command line or in the configuration, else
 * the theme's, else the plain one.
 *
 * @param asked as it is written, where somebody has.
 * @throws ThemeError THM002 for a theme's paper that is none.
 */
export function choosePaper(asked: string | undefined, settled: Paper, theme: Theme): Paper {
  const { paper: wanted } = theme.print;
  if (asked !== undefined || wanted === undefined) return settled;
  const paper = parsePaper(wanted);
  if (paper !== undefined) return paper;
  throw fault(
    "THM002",
    `${theme.folder}/theme.yaml`,
    `Unexpected value of \`print.paper:\`, \`${wanted}\`, expected a paper`,
    "Write a4, letter, a5, or the width and height in millimetres, such as 148x210.",
  );
}
