import {
  type BuiltBook,
  type BuiltFile,
  listFolds,
  type NamedBuild,
} from "../api/named-curriculum.ts";
import { plural } from "./report.ts";

/** "15 sheets on both sides", "8 sheets to fold", "15 sheets, 300 for 20 people". */
export function describePaperNeed(
  { sheets: count = 0, sheetsForParticipants }: BuiltFile,
  pageCount: number,
  edition: BuiltBook["book"]["edition"],
  settings: NamedBuild["settings"],
): string {
  const sheets = plural(count, "sheet");
  const { participants } = settings;
  if (sheetsForParticipants !== undefined && participants !== undefined) {
    const people = participants === 1 ? "1 person" : `${participants} people`;
    const whom =
      edition === "participant"
        ? people
        : settings.editions.includes("participant")
          ? "the trainer"
          : `${people} and trainer`;
    return `${sheets}, ${sheetsForParticipants} for ${whom}`;
  }
  const { sides, imposition } = settings.sheets;
  if (imposition?.kind === "booklet") {
    const folds = listFolds(pageCount).length;
    return folds === 1 ? `${sheets} to fold` : `${sheets} in ${folds} folds`;
  }
  return (imposition ?? { sides }).sides === "two" ? `${sheets} on both sides` : sheets;
}
