import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Page } from "../source/page.ts";
import type { ModuleDraft } from "./module-draft.ts";
import { keyOf, type PageIndex } from "./page-index.ts";
import { indentOf, writeItem } from "./page-name.ts";
import { diagnose } from "./rules.ts";

/**
 * Sessions in a module's folder that no module lists and no hint has named: they would be in no
 * book. One warning a module (LNK008), in the source language only.
 *
 * @param known paths of the sessions that are listed, or named by another diagnostic.
 */
export function describeUnlisted(
  pages: readonly Page[],
  drafts: readonly ModuleDraft[],
  index: PageIndex,
  known: ReadonlySet<string>,
): Diagnostic[] {
  const unlisted = new Map<ModuleDraft, Page[]>();
  const homes = drafts.filter(
    ({ page, key, lines }) =>
      page.language === index.sourceLanguage && key !== "" && lines.length > 0,
  );
  for (const page of pages) {
    if (
      page.header.kind !== "session" ||
      page.language !== index.sourceLanguage ||
      known.has(page.path)
    )
      continue;
    const key = keyOf(page, index.site);
    // Of two modules of which one lies in the other's folder, the inner one.
    const home = homes
      .filter((draft) => key.startsWith(`${draft.key}/`))
      .sort((a, b) => b.key.length - a.key.length)[0];
    if (home === undefined) continue;
    unlisted.set(home, [...(unlisted.get(home) ?? []), page]);
  }
  return [...unlisted].map(([{ page, lines }, sessions]) => {
    const indent = indentOf(lines.find(({ item }) => item.place.file === page.path)?.item) ?? "  ";
    const listed = sessions.map((session) =>
      writeItem(session, indent, `${session.header.stage ?? "stage unknown"}: ${session.path}`),
    );
    const values = { count: sessions.length, listed: listed.join("\n") };
    return diagnose("LNK008", page.place, values);
  });
}
