import { describePaper, PAPER_HINT, type Paper, parsePaper } from "../../print/paper.ts";
import {
  layBooklet,
  layPages,
  layPagesTogether,
  type SheetLayout,
  type Sides,
} from "../../print/sheet-layout.ts";
import type { Configuration } from "../../source/configuration.ts";
import { RequestError } from "../request-error.ts";

/** The options that say how a book becomes sheets of paper, as they were written. */
export interface SheetOptions {
  readonly paper?: string;
  readonly sides?: string;
  readonly booklet?: boolean;
  readonly nup?: string;
  readonly participants?: string;
}

/**
 * How books become sheets, from the options, the configuration, and the page that the theme is made
 * for.
 *
 * @throws RequestError for a paper, sides or number that is none, and for options that exclude each other.
 */
export function settleSheets(
  options: SheetOptions,
  configuration: Pick<Configuration, "paper" | "sides">,
  themePaper?: Paper,
): SheetLayout {
  const chosen = readPaper(options.paper ?? configuration.paper);
  const sides = readSides(options.sides) ?? configuration.sides ?? "one";
  const pagesPerSide = readPagesPerSide(options.nup);
  if (options.booklet === true) {
    if (pagesPerSide !== undefined) {
      throw new RequestError(
        "Unexpected `--nup` with `--booklet`, expected one of them",
        "A booklet has two pages on each side of a sheet already, in the order for folding.",
      );
    }
    if (options.sides === "one") {
      throw new RequestError(
        "Unexpected `--sides one` with `--booklet`, expected sheets with two sides",
        "Leave `--sides` out. For sheets with one side, write `--nup 2`.",
      );
    }
    const sheet = chosen ?? A4;
    const layout = layBooklet(sheet, themePaper);
    if (layout !== undefined) return layout;
    throw new RequestError(
      `Unexpected paper ${describePaper(sheet)} for a booklet, expected one that can be folded`,
      "The paper is the one in the printer, such as a4: its half is a page of the booklet.",
    );
  }
  const paper = chosen ?? themePaper ?? A4;
  return pagesPerSide === undefined
    ? layPages(paper, sides)
    : layPagesTogether(paper, pagesPerSide, sides);
}

const A4 = parsePaper("a4") as Paper;

function readPaper(text: string | undefined): Paper | undefined {
  if (text === undefined) return undefined;
  const paper = parsePaper(text);
  if (paper !== undefined) return paper;
  throw new RequestError(`Unexpected paper \`${text}\`, expected a size`, PAPER_HINT);
}

function readSides(text: string | undefined): Sides | undefined {
  const word = text?.trim().toLowerCase();
  const sides = word === "1" ? "one" : word === "2" ? "two" : word;
  if (sides === undefined || sides === "one" || sides === "two") return sides;
  throw new RequestError(
    `Unexpected sides \`${text}\`, expected one or two`,
    "Two is for paper that is printed on both sides: margins are mirrored, chapters begin on the right.",
  );
}

function readPagesPerSide(text: string | undefined): 2 | 4 | undefined {
  if (text === undefined) return undefined;
  const count = Number(text);
  if (count === 2 || count === 4) return count;
  throw new RequestError(
    `Unexpected number \`${text}\` of pages on a side, expected 2 or 4`,
    "With `--nup 2`, each side of a sheet carries two pages, made smaller.",
  );
}

/** For how many people paper is counted. @throws RequestError for what is no number of people. */
export function readParticipants(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const count = Number(text);
  if (/^\d{1,4}$/.test(text.trim()) && count > 0) return count;
  throw new RequestError(
    `Unexpected participants \`${text}\`, expected their number, such as 20`,
    "It changes no book: it says how many sheets of paper to bring.",
  );
}
