import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { servesReaders } from "../language/language.ts";
import { type Page, STAGES, type Stage, type StageItem } from "../source/page.ts";
import type { UnreadablePage } from "../source/pages.ts";
import { readAddress } from "./address.ts";
import { describeDangling } from "./dangling-session.ts";
import type { Module, ModuleSession } from "./module.ts";
import type { Line, ModuleDraft } from "./module-draft.ts";
import { findPage } from "./page-address.ts";
import { type Found, keyOf, type PageIndex } from "./page-index.ts";
import { diagnose } from "./rules.ts";
import { describeUnlisted } from "./unlisted-session.ts";

/**
 * Resolves the sessions of every module in every language.
 *
 * Adds LNK002–LNK008. A module without a line in its lists (LNK005) is left out.
 *
 * @param untranslated paths of pages that still have the source's text: the source stands for a session,
 *   and a module is shown in the source's language.
 */
export function resolveModules(
  pages: readonly Page[],
  index: PageIndex,
  unreadable: readonly UnreadablePage[],
  untranslated: ReadonlySet<string> = new Set(),
): { modules: ReadonlyMap<string, readonly Module[]>; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const drafts = pages
    .filter(({ header }) => header.kind === "module")
    .map((page) => draftModule(page, index));
  const linked = new Set(
    drafts.flatMap(({ lines }) =>
      lines.flatMap(({ found }) => (found?.kind === "page" ? [found.page.path] : [])),
    ),
  );
  const named = new Set<string>();
  const modules = new Map<string, Module[]>(index.languages.map((language) => [language, []]));
  for (const draft of drafts) {
    if (draft.lines.length === 0) {
      diagnostics.push(diagnose("LNK005", draft.page.place));
      continue;
    }
    const kept = dropRepeats(draft, diagnostics);
    const stages: Record<Stage, ModuleSession[]> = {
      activity: [],
      input: [],
      deepening: [],
      synthesis: [],
    };
    for (const line of kept) {
      const session = readLine(draft, line, index, untranslated);
      if (session.kind === "session") {
        stages[line.stage].push(session);
        continue;
      }
      const dangling = describeDangling(draft, line, { pages, index, linked, unreadable });
      const { unreadable: unread } = dangling;
      stages[line.stage].push(unread === undefined ? session : { ...session, unreadable: unread });
      diagnostics.push(dangling.diagnostic);
      for (const path of dangling.named) named.add(path);
    }
    const sessions = STAGES.flatMap((stage) => stages[stage]);
    modules.get(draft.page.language)?.push({
      page: untranslated.has(draft.page.path)
        ? { ...draft.page, language: index.sourceLanguage }
        : draft.page,
      language: draft.page.language,
      source: draft.source,
      key: draft.key,
      ...audienceOf(draft.page, index),
      stages,
      missingCount: sessions.filter(({ kind }) => kind === "missing").length,
      untranslatedCount: sessions.filter((each) => each.kind === "session" && !each.translated)
        .length,
    });
  }
  for (const one of describeUnlisted(pages, drafts, index, new Set([...linked, ...named])))
    diagnostics.push(one);
  return { modules, diagnostics };
}

function draftModule(page: Page, index: PageIndex): ModuleDraft {
  const source = index.sources.get(page.path) ?? page;
  const own = STAGES.flatMap((stage) => page.header.stages[stage].map((item) => ({ stage, item })));
  // A translator may leave the lists out: the sessions are the same.
  const items =
    own.length > 0
      ? own
      : STAGES.flatMap((stage) => source.header.stages[stage].map((item) => ({ stage, item })));
  const lines = items.map(({ stage, item }) => ({
    stage,
    item,
    found: findSession(index, page, item),
  }));
  return { page, source, key: keyOf(source, index.site), lines };
}

function findSession(index: PageIndex, module: Page, item: StageItem): Found | undefined {
  const address = readAddress(item.url, index.site);
  return address.kind === "site" ? findPage(index, module, address) : undefined;
}

function readLine(
  draft: ModuleDraft,
  { item, found }: Line,
  index: PageIndex,
  untranslated: ReadonlySet<string>,
): ModuleSession {
  if (found?.kind !== "page" || found.page.header.kind === "module") {
    return { kind: "missing", item, name: item.name };
  }
  const page = untranslated.has(found.page.path) ? sourceOf(found.page, index) : found.page;
  const { title, breadcrumb } = page.header;
  const translated = servesReaders(page.language, draft.page.language);
  // A list taken over from the source names its sessions in the source's language.
  const foreign = item.place.file !== draft.page.path && translated;
  const names = foreign ? [title, breadcrumb, item.name] : [item.name, title, breadcrumb];
  const name = names.find((each) => each !== "") ?? "";
  return { kind: "session", item, name, page, translated, ...audienceOf(page, index) };
}

function sourceOf(copy: Page, index: PageIndex): Page {
  return index.sources.get(copy.path) ?? { ...copy, language: index.sourceLanguage };
}

/** A translator who leaves the key out has not opened what is for trainers to everybody. */
function audienceOf(page: Page, index: PageIndex): Pick<Module, "audience"> {
  const source = index.sources.get(page.path) ?? page;
  const audience = page.header.audience ?? source.header.audience ?? "all";
  return audience === "all" ? {} : { audience };
}

function dropRepeats(draft: ModuleDraft, diagnostics: Diagnostic[]): readonly Line[] {
  const seen = new Map<string, Line>();
  return draft.lines.filter((line) => {
    if (line.found?.kind !== "page") return true;
    const { path } = line.found.page;
    const earlier = seen.get(path);
    if (earlier === undefined) {
      seen.set(path, line);
      return true;
    }
    const related = [{ place: earlier.item.place, message: "the first link" }];
    diagnostics.push({ ...diagnose("LNK006", line.item.place, { path }), related });
    return false;
  });
}
