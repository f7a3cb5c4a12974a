import { countSheets } from "../../print/sheet-layout.ts";
import type { BuildSettings } from "./build-settings.ts";
import type { Book } from "./select-books.ts";

/** The paper that a PDF takes. */
export interface PaperNeed {
  /** For one copy. */
  readonly sheets: number;
  /**
   * For a copy each; in the trainer's edition one for the trainer too, and nothing but that where
   * participants have an edition of their own. Where the number of participants was given.
   */
  readonly sheetsForParticipants?: number;
}

export type PaperSettings = Pick<BuildSettings, "sheets" | "participants" | "editions">;

/** How much paper a book takes, for the number of people that was given. */
export function countPaper(
  pageCount: number,
  edition: Book["edition"],
  settings: PaperSettings,
): PaperNeed {
  const sheets = countSheets(pageCount, settings.sheets);
  const copies = countCopies(edition, settings);
  return copies === undefined ? { sheets } : { sheets, sheetsForParticipants: sheets * copies };
}

function countCopies(
  edition: Book["edition"],
  { participants, editions }: PaperSettings,
): number | undefined {
  if (participants === undefined || edition === "participant") return participants;
  return editions.includes("participant") ? 1 : participants + 1;
}
