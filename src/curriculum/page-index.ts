import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { parseLanguage } from "../language/language.ts";
import type { Configuration } from "../source/configuration.ts";
import type { Page } from "../source/page.ts";
import { readPermalink, toKey } from "./address.ts";
import { diagnose } from "./rules.ts";

/** The addresses of one language's pages, the surest first. */
interface LanguageIndex {
  /** By permalink, or by path where the header has none. */
  readonly own: Map<string, Page[]>;
  readonly redirects: Map<string, Page[]>;
  /** By path, for pages that have a permalink too: links to the file's place in the tree. */
  readonly paths: Map<string, Page[]>;
  /** By the path without its language. */
  readonly bases: Map<string, Page>;
}

export type Found =
  | { readonly kind: "page"; readonly page: Page }
  | { readonly kind: "ambiguous"; readonly pages: readonly Page[] };

/** All pages by address, and by language. Made once; the lookups are pure. */
export interface PageIndex {
  /** Every language that a page has, the source language first, then by tag. */
  readonly languages: readonly string[];
  readonly sourceLanguage: string;
  readonly site: readonly string[];
  readonly byLanguage: ReadonlyMap<string, LanguageIndex>;
  readonly byPath: ReadonlyMap<string, Page>;
  /** A page's source, where it is a translation. */
  readonly sources: ReadonlyMap<string, Page>;
  /** The configuration's old keys to new ones. */
  readonly renames: ReadonlyMap<string, string>;
}

/**
 * Indexes the pages. Adds LNK001 (a permalink twice in one language), LNK009 (a redirect that is
 * another page's address), LNK010 (a rename to nowhere).
 */
export function indexPages(
  pages: readonly Page[],
  configuration: Configuration,
): { index: PageIndex; diagnostics: Diagnostic[] } {
  const { site } = configuration;
  const sourceLanguage = findSourceLanguage(pages, configuration.language);
  const languages = [...new Set([sourceLanguage, ...pages.map(({ language }) => language).sort()])];
  const byLanguage = new Map(
    languages.map((language) => [
      language,
      indexLanguage(
        pages.filter((page) => page.language === language),
        site,
      ),
    ]),
  );
  const renames = new Map(
    configuration.renamed.flatMap(({ from, to }) => {
      const [oldKey, newKey] = [readPermalink(from, site), readPermalink(to, site)];
      return oldKey === undefined || newKey === undefined ? [] : [[oldKey, newKey] as const];
    }),
  );
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const sources = pairTranslations(pages, byLanguage, sourceLanguage, site);
  const index = { languages, sourceLanguage, site, byLanguage, byPath, sources, renames };
  const diagnostics = [...byLanguage.values()].flatMap((each) => [
    ...findDuplicates(each),
    ...findRedirectClashes(each),
  ]);
  for (const { from, to, place } of configuration.renamed) {
    const key = readPermalink(to, site);
    if (key !== undefined && findByKey(index, key, sourceLanguage) !== undefined) continue;
    diagnostics.push(diagnose("LNK010", place, { to, from }));
  }
  return { index, diagnostics };
}

/** The key of a page, without its language's prefix: what its translations share. */
export function keyOf(page: Page, site: readonly string[]): string {
  const { permalink } = page.header;
  const key = permalink === undefined ? undefined : readPermalink(permalink.value, site);
  return key === undefined ? pathKey(page.basePath) : dropLanguage(key, page.language);
}

/**
 * The page with this key in a language, else in its nearest relative, else in the source, else in the one
 * language that has it.
 */
export function findByKey(index: PageIndex, key: string, language: string): Found | undefined {
  const direct = findInChain(index, key, language);
  if (direct !== undefined) return direct;
  const [first = "", ...rest] = key.split("/");
  const tag = parseLanguage(first)?.tag;
  if (tag !== undefined && index.byLanguage.has(tag)) {
    // `/en/tails/` in an Arabic page means the English one only if there is no Arabic one.
    const found =
      findInChain(index, rest.join("/"), language) ?? findInChain(index, rest.join("/"), tag);
    if (found !== undefined) return found;
  }
  let renamed = key;
  for (let step = 0; step < 10; step += 1) {
    const next = index.renames.get(renamed);
    if (next === undefined) return findElsewhere(index, key);
    const found = findInChain(index, next, language);
    if (found !== undefined) return found;
    renamed = next;
  }
  return undefined;
}

/** The page with this path less its language, in a language or in the source. */
export function findByBase(index: PageIndex, basePath: string, language: string): Page | undefined {
  for (const each of languageChain(index, language)) {
    const page = index.byLanguage.get(each)?.bases.get(basePath);
    if (page !== undefined) return page;
  }
  return undefined;
}

/** The page itself, or its translation into a language where there is one. */
export function translate(index: PageIndex, page: Page, language: string): Page {
  if (page.language === language) return page;
  const key = keyOf(index.sources.get(page.path) ?? page, index.site);
  const own = index.byLanguage.get(language)?.own.get(key);
  return own?.length === 1 ? (own[0] ?? page) : page;
}

/** The page in whatever language it is, where there is one alone: a guest among pages in another. */
function findElsewhere(index: PageIndex, key: string): Found | undefined {
  const found = [...index.byLanguage.values()].flatMap(({ own }) => own.get(key) ?? []);
  const [page] = found;
  return page !== undefined && found.length === 1 ? { kind: "page", page } : undefined;
}

function findInChain(index: PageIndex, key: string, language: string): Found | undefined {
  for (const each of languageChain(index, language)) {
    const { own, redirects, paths } = index.byLanguage.get(each) ?? NO_PAGES;
    for (const tier of [own, redirects, paths]) {
      const pages = tier.get(key) ?? [];
      const [page] = pages;
      if (page === undefined) continue;
      return pages.length === 1
        ? { kind: "page", page: each === language ? page : translate(index, page, language) }
        : { kind: "ambiguous", pages };
    }
  }
  return undefined;
}

const NO_PAGES: LanguageIndex = {
  own: new Map(),
  redirects: new Map(),
  paths: new Map(),
  bases: new Map(),
};

/** `pt-BR`, `pt`, the source language: each once. */
function languageChain(index: PageIndex, language: string): readonly string[] {
  const chain = [language];
  for (let tag = language; tag.includes("-"); ) {
    tag = tag.slice(0, tag.lastIndexOf("-"));
    chain.push(tag);
  }
  return [...new Set([...chain, index.sourceLanguage])];
}

function indexLanguage(pages: readonly Page[], site: readonly string[]): LanguageIndex {
  const index: LanguageIndex = {
    own: new Map(),
    redirects: new Map(),
    paths: new Map(),
    bases: new Map(),
  };
  for (const page of pages) {
    const key = keyOf(page, site);
    add(index.own, key, page);
    for (const redirect of page.header.redirectFrom) {
      const from = readPermalink(redirect.value, site);
      if (from !== undefined) add(index.redirects, dropLanguage(from, page.language), page);
    }
    const path = pathKey(page.basePath);
    if (path !== key) add(index.paths, path, page);
    if (!index.bases.has(page.basePath)) index.bases.set(page.basePath, page);
  }
  return index;
}

/**
 * Pairs translations with their sources: by permalink less the language's prefix, else by path.
 * A localised permalink then answers to the source's address too.
 */
function pairTranslations(
  pages: readonly Page[],
  byLanguage: ReadonlyMap<string, LanguageIndex>,
  sourceLanguage: string,
  site: readonly string[],
): ReadonlyMap<string, Page> {
  const sources = new Map<string, Page>();
  const source = byLanguage.get(sourceLanguage) ?? NO_PAGES;
  for (const page of pages) {
    if (page.language === sourceLanguage) continue;
    const pair = source.own.get(keyOf(page, site))?.[0] ?? source.bases.get(page.basePath);
    if (pair === undefined) continue;
    sources.set(page.path, pair);
    const own = byLanguage.get(page.language)?.own;
    const key = keyOf(pair, site);
    if (own !== undefined && !own.has(key)) own.set(key, [page]);
  }
  return sources;
}

function findSourceLanguage(pages: readonly Page[], configured: string | undefined): string {
  if (configured !== undefined) return configured;
  const counts = new Map<string, number>();
  for (const { language } of pages) counts.set(language, (counts.get(language) ?? 0) + 1);
  if (counts.has("en")) return "en";
  let best = "en";
  let most = 0;
  for (const tag of [...counts.keys()].sort()) {
    const count = counts.get(tag) ?? 0;
    if (count > most) [best, most] = [tag, count];
  }
  return best;
}

function findDuplicates({ own }: LanguageIndex): Diagnostic[] {
  return [...own.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : others.map((page) => {
          const { permalink } = page.header;
          const shown = permalink?.value ?? `/${pathKey(page.basePath)}/`;
          const place = first.header.permalink?.place ?? first.place;
          const values = { permalink: shown, first: first.path };
          const related = [{ place, message: "the other page" }];
          return { ...diagnose("LNK001", permalink?.place ?? page.place, values), related };
        }),
  );
}

function findRedirectClashes({ own, redirects }: LanguageIndex): Diagnostic[] {
  return [...redirects].flatMap(([key, pages]) => {
    const owner = own.get(key)?.[0];
    if (owner === undefined) return [];
    const place = owner.header.permalink?.place ?? owner.place;
    const related = [{ place, message: "the page that has the address" }];
    return pages
      .filter((page) => page !== owner)
      .map(({ header, place }) => {
        const from = header.redirectFrom.find(({ value }) => toKey(value).endsWith(key));
        const values = { key, path: owner.path };
        return { ...diagnose("LNK009", from?.place ?? place, values), related };
      });
  });
}

/** A path as an address: without its type, `index`, and the folder `_pages`. */
export function pathKey(path: string): string {
  return toKey(path.replace(/\.[^./]+$/, "").replace(/(^|\/)_pages\//, "$1"));
}

/** A key without the prefix of a language, where it has that. */
export function dropLanguage(key: string, language: string): string {
  const [first = "", ...rest] = key.split("/");
  return rest.length > 0 && parseLanguage(first)?.tag === language ? rest.join("/") : key;
}

function add(map: Map<string, Page[]>, key: string, page: Page): void {
  const pages = map.get(key);
  if (pages === undefined) map.set(key, [page]);
  else if (!pages.includes(page)) pages.push(page);
}
