import { describePaper, type Paper, parsePaper } from "../../print/paper.ts";
import {
  layBooklet,
  layPages,
  layPagesTogether,
  type SheetLayout,
} from "../../print/sheet-layout.ts";
import type { Configuration } from "../../source/configuration.ts";
import type { SheetRequest } from "../request.ts";
import { refusal } from "../request-messages.ts";

/**
 * How books become sheets, from the request, the configuration, and the page that the theme is made
 * for.
 *
 * @throws RequestError for a paper that is none or cannot be folded.
 */
export function settleSheets(
  { paper: asked, sides: askedSides, sheets = "pages" }: SheetRequest,
  configuration: Pick<Configuration, "paper" | "sides">,
  themePaper?: Paper,
): SheetLayout {
  const chosen = asked ?? readPaper(configuration.paper);
  const sides = askedSides ?? configuration.sides ?? "one";
  if (sheets === "booklet") {
    const sheet = chosen ?? A4;
    const layout = layBooklet(sheet, themePaper);
    if (layout !== undefined) return layout;
    throw refusal("booklet", { paper: describePaper(sheet) });
  }
  const paper = chosen ?? themePaper ?? A4;
  if (sheets === "pages") return layPages(paper, sides);
  return layPagesTogether(paper, sheets === "2up" ? 2 : 4, sides);
}

const A4 = parsePaper("a4") as Paper;

/** @throws RequestError for a paper that is none. */
export function readPaper(text: string | undefined): Paper | undefined {
  if (text === undefined) return undefined;
  const paper = parsePaper(text);
  if (paper !== undefined) return paper;
  throw refusal("paper", { written: text });
}
