import { guessLanguage, speaksAgainst } from "../language/guess-language.ts";
import { isUnnamed } from "../language/language.ts";
import { findMainScript, isWrittenIn } from "../language/scripts.ts";
import type { Configuration } from "../source/configuration.ts";
import { type Page, STAGES } from "../source/page.ts";
import type { UnreadablePage } from "../source/pages.ts";
import { readAddress } from "./address.ts";
import { folderOf } from "./file-index.ts";
import { findPage } from "./page-address.ts";
import { indexPages } from "./page-index.ts";
import { type PageText, shareOf } from "./page-text.ts";

/** A page that nothing names, in another script than the language that it has by default. */
interface Nameless {
  readonly page: Page;
  readonly text: string;
  readonly script: string;
}

/**
 * Gives pages that nothing names, and whose letters are not those of the default language, one that
 * their letters allow: that of a module that lists them, of the pages beside them, then what the
 * letters themselves say (decision 0013).
 *
 * @param asked languages that the command line names: what only letters have decided is in these, where
 *   nothing else is.
 */
export function settleLanguages(
  pages: readonly Page[],
  texts: ReadonlyMap<string, PageText>,
  configuration: Configuration,
  asked: readonly string[] = [],
): readonly Page[] {
  const nameless = new Map<string, Nameless>();
  for (const page of pages) {
    const text = texts.get(page.path);
    const script = text === undefined ? undefined : findForeignScript(page, text);
    if (text === undefined || script === undefined) continue;
    nameless.set(page.path, { page, text: text.text, script });
  }
  if (nameless.size === 0) return pages;
  const named = pages.filter(({ namedBy }) => namedBy === "header" || namedBy === "path");
  const lists = findLists(pages, nameless, configuration);
  const settled = new Map<string, string>();
  const guessed = new Set<string>();
  // Modules first: what they are in is what their sessions are in.
  const ordered = [...nameless.values()].sort(
    (one, other) => Number(isModule(other.page)) - Number(isModule(one.page)),
  );
  for (const one of ordered) {
    const { path } = one.page;
    const fits = (tag: string) =>
      isWrittenIn(tag, one.script) && !speaksAgainst(one.text, one.script, tag);
    const modules = lists.filter(({ paths }) => paths.has(path)).map(({ module }) => module);
    const ofModule = modules.map((each) => settled.get(each.path) ?? each.language).find(fits);
    const told = modules.some((each) => guessed.has(each.path)) ? undefined : ofModule;
    const language = told ?? findBeside(path, named, fits);
    if (language !== undefined) {
      settled.set(path, language);
      continue;
    }
    guessed.add(path);
    settled.set(path, ofModule ?? guessLanguage(gatherText(one, nameless, lists), one.script));
  }
  for (const tag of asked) {
    if ([...settled.values(), ...named.map(({ language }) => language)].includes(tag)) continue;
    for (const path of guessed) {
      if (isWrittenIn(tag, nameless.get(path)?.script ?? "")) settled.set(path, tag);
    }
  }
  return pages.map((page) => ({ ...page, language: settled.get(page.path) ?? page.language }));
}

/** The script of a page that nothing names, where it is not that of the language it would be taken for. */
function findForeignScript({ namedBy, language }: Page, text: PageText): string | undefined {
  if (namedBy !== "nothing") return undefined;
  const foreign = { ...text.scripts, weights: new Map(text.scripts.weights) };
  for (const script of text.scripts.weights.keys()) {
    if (isWrittenIn(language, script)) foreign.weights.delete(script);
  }
  const script = findMainScript(foreign);
  if (script === undefined) return undefined;
  const share = shareOf(text, (one) => one === script);
  // Names, addresses and commands are Latin in any language; a sample is foreign under any title.
  const least = text.titleScript === script ? 0.25 : text.titleScript === undefined ? 0.5 : 0.75;
  return share >= least ? script : undefined;
}

interface SessionList {
  readonly module: Page;
  readonly paths: ReadonlySet<string>;
}

/** The lines of modules that lead to pages that nothing names, whatever language these are in. */
function findLists(
  pages: readonly Page[],
  nameless: ReadonlyMap<string, Nameless>,
  configuration: Configuration,
): readonly SessionList[] {
  const tag = configuration.language ?? "en";
  const targets = [...nameless.values()].map(({ page }) => ({ ...page, language: tag }));
  const { index } = indexPages(targets, { ...configuration, language: tag, renamed: [] });
  return pages.filter(isModule).map((module) => {
    const from = { ...module, language: tag };
    const found = STAGES.flatMap((stage) => module.header.stages[stage]).map(({ url }) => {
      const address = readAddress(url, index.site);
      return address.kind === "site" ? findPage(index, from, address) : undefined;
    });
    const paths = found.flatMap((one) => (one?.kind === "page" ? [one.page.path] : []));
    return { module, paths: new Set(paths) };
  });
}

/** The one language of the named pages of a folder, or of the nearest folder around it, that fits. */
function findBeside(
  path: string,
  named: readonly Page[],
  fits: (tag: string) => boolean,
): string | undefined {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const within = folder === "" ? "" : `${folder}/`;
    const tags = new Set(
      named.filter((page) => page.path.startsWith(within)).map(({ language }) => language),
    );
    const fitting = [...tags].filter(fits);
    if (fitting.length > 0) return fitting.length === 1 ? fitting[0] : undefined;
    if (folder === "") return undefined;
  }
}

/** A page with those that belong to it, where it alone says too little. */
function gatherText(
  one: Nameless,
  nameless: ReadonlyMap<string, Nameless>,
  lists: readonly SessionList[],
): string {
  if (!isUnnamed(guessLanguage(one.text, one.script))) return one.text;
  const { path } = one.page;
  const folder = folderOf(path);
  const own = lists.find(({ module }) => module.path === path)?.paths;
  const others = [...nameless.values()].filter(
    ({ page, script }) =>
      script === one.script && (own?.has(page.path) === true || folderOf(page.path) === folder),
  );
  return others.map(({ text }) => text).join("\n");
}

function isModule({ header }: Page): boolean {
  return header.kind === "module";
}

/**
 * What could not be read has no letters to judge by: where nothing names it, it is in the language of
 * such pages in its folder, else in the curriculum's own.
 */
export function settleUnreadable(
  unreadable: readonly UnreadablePage[],
  pages: readonly Page[],
  sourceLanguage: string,
): readonly UnreadablePage[] {
  const unnamed = pages.filter(({ namedBy }) => namedBy === "nothing");
  return unreadable.map((one) => {
    if (one.namedBy !== "nothing" || unnamed.some(({ language }) => language === one.language))
      return one;
    const language = findBeside(one.path, unnamed, () => true) ?? sourceLanguage;
    return { ...one, language };
  });
}
