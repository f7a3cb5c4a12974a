import type { Wording } from "../wording/wording.ts";
import type { HeaderValues } from "./header-schema.ts";
import type { StageItem } from "./page.ts";
import { isNothing } from "./people.ts";
import { stripStage } from "./stage-name.ts";
import type { YamlPosition, YamlTree } from "./yaml.ts";

/**
 * The sessions that one stage of a header lists.
 *
 * @param lines of the file as far as its header; `lines[n]` is the file's line n + 1.
 */
export function readItems(
  path: string,
  lines: readonly string[],
  items: HeaderValues["activity"],
  tree: YamlTree | undefined,
  wording: Wording,
): StageItem[] {
  const trees = tree?.kind === "list" ? tree.items : [];
  return items.flatMap(({ name, url }, index) => {
    const item = trees[index];
    if (item?.kind !== "map") return [];
    const urlGiven = isNothing(url) ? "" : url;
    const nameGiven = isNothing(name) ? "" : stripStage(name, wording);
    if (urlGiven === "" && nameGiven === "") return [];
    const value = item.entries.find(
      (entry) => entry.key === (urlGiven === "" ? "name" : "url"),
    )?.value;
    const place = { file: path, ...(value?.at ?? item.at) };
    return [{ name: nameGiven, url: urlGiven, place, written: linesOf(lines, item.at) }];
  });
}

/** An item's own lines: those below its dash that are indented further, comments behind it left out. */
function linesOf(lines: readonly string[], at: YamlPosition): StageItem["written"] {
  const dash = (lines[at.line - 1] ?? "").search(/\S/);
  let end = at.line;
  for (const [index, text] of lines.slice(end).entries()) {
    const indent = text.search(/\S/);
    if (text[indent] === "#" || indent < 0) continue;
    if (indent <= dash) break;
    end = at.line + index + 1;
  }
  return { line: at.line, texts: lines.slice(at.line - 1, end) };
}
