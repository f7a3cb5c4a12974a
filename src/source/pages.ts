import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import { parseLanguage } from "../language/language.ts";
import type { Wording } from "../wording/wording.ts";
import type { Configuration } from "./configuration.ts";
import { readHeader } from "./header.ts";
import { splitHeader } from "./header-block.ts";
import { summariseInvisible } from "./invisible-lines.ts";
import { findTag, reportLanguageFolders } from "./language-folder.ts";
import type { Limits } from "./limits.ts";
import type { LanguageSource, Located, Page, SourceFile } from "./page.ts";
import { assignLanguages, type PageLanguage } from "./page-language.ts";
import { diagnose } from "./rules.ts";
import { NOTHING_SALVAGED, type Salvage, salvageBytes } from "./salvage.ts";
import { decodeText } from "./source-text.ts";

/** A file that is meant as a page and could not be read as one; its diagnostics say why. */
export interface UnreadablePage extends Salvage {
  readonly path: string;
  readonly language: string;
  readonly namedBy: LanguageSource;
  /** The path without its language. */
  readonly basePath: string;
  /** True for a folder that could not be opened: any number of pages may be in it. */
  readonly isFolder: boolean;
}

export interface PagesOutcome extends Outcome<readonly Page[]> {
  /** So that a link to such a page can say that the page is there and needs mending. */
  readonly unreadable: readonly UnreadablePage[];
}

/** Files about a project, not of the curriculum; with a header they are pages like any other. */
const PROJECT_FILE =
  /^(readme|licen[cs]e|copying|changelog|changes|history|contribut(ing|ors)|code[-_ ]of[-_ ]conduct|conduct|security|authors|credits|notice|todo|support|maintainers|governance|citation|roadmap|(pull_request|issue)_template)([-_.][^/]*)?\.(md|markdown)$/i;
/** Made by or for site generators and package managers. */
const FOREIGN_FOLDER = /^(\..+|node_modules|_site|_layouts|_includes|_sass|_data|_drafts)$/;

/** Whether a path (POSIX, relative to the curriculum's root) is looked at as a page. */
export function isPagePath(path: string): boolean {
  if (!/\.(md|markdown)$/i.test(path)) return false;
  return path.split("/").every((segment) => !FOREIGN_FOLDER.test(segment));
}

/**
 * Reads the pages among the files, in the order of their paths.
 *
 * Adds the diagnostics FIL001–FIL013 and HDR001–HDR040 of `rules.ts`. A file with an error is no
 * page but `unreadable`; the others are not touched by it.
 *
 * @param wording by which words headers name stages and readers.
 * @param unopened paths of what could not be opened, and has been told by who tried: files, folders.
 */
export function readPages(
  files: readonly SourceFile[],
  configuration: Configuration,
  wording: Wording,
  unopened: readonly string[] = [],
): PagesOutcome {
  const diagnostics: Diagnostic[] = [];
  const salvaged: (Salvage & { readonly path: string })[] = unopened.map((path) => ({
    path,
    ...NOTHING_SALVAGED,
  }));
  const read: ReadPage[] = [];
  const wanted = files.filter(({ path }) => isPagePath(path));
  wanted.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  for (const [at, file] of wanted.entries()) {
    if (wanted[at - 1]?.path === file.path) {
      diagnostics.push(describeTwin(file.path));
      continue;
    }
    const result = readPage(file, configuration.limits, wording);
    if (result === undefined) continue;
    for (const one of result.diagnostics) diagnostics.push(one);
    if (result.page === undefined) salvaged.push({ path: file.path, ...result.salvage });
    else read.push(result.page);
  }
  // Where a page stands says its language, whether or not it could be read.
  const languages = assignLanguages(
    [...read, ...salvaged.map(({ path }) => ({ path: placeOf(path) }))],
    configuration.language,
  );
  for (const one of reportLanguageFolders(read)) diagnostics.push(one);
  const find = (path: string): PageLanguage =>
    languages.get(path) ?? { language: "en", namedBy: "nothing", basePath: path };
  const pages = read.map(({ given: _, ...page }): Page => ({ ...page, ...find(page.path) }));
  const unreadable = salvaged.map((one): UnreadablePage => {
    return { ...one, ...find(placeOf(one.path)), isFolder: !isPagePath(one.path) };
  });
  return { value: pages, diagnostics, unreadable };
}

/** A folder stands where its first page would. */
function placeOf(path: string): string {
  return isPagePath(path) ? path : `${path}/index.md`;
}

/** A page whose header may give a language. */
type ReadPage = Omit<Page, keyof PageLanguage> & { readonly given?: string };

interface PageReading {
  readonly page?: ReadPage;
  readonly salvage: Salvage;
  readonly diagnostics: readonly Diagnostic[];
}

/** @returns undefined for a file that is not meant as a page. */
function readPage(file: SourceFile, limits: Limits, wording: Wording): PageReading | undefined {
  const { path } = file;
  const isProjectFile = PROJECT_FILE.test(path.replace(/^.*\//, ""));
  const fail = (diagnostic: Diagnostic): PageReading => ({
    salvage: salvageBytes(file.bytes, limits.headerBytes),
    diagnostics: [diagnostic],
  });
  const decoded = decodeText(file, limits.pageBytes, "page");
  if ("diagnostic" in decoded) return isProjectFile ? undefined : fail(decoded.diagnostic);
  const split = splitHeader(path, decoded.text, limits.headerBytes);
  if ("diagnostic" in split) return fail(split.diagnostic);
  if ("headless" in split) {
    return isProjectFile ? undefined : fail(describeHeadless(path, decoded.text));
  }
  const { block } = split;
  const inHeader = decoded.invisible.filter(({ line }) => line < block.bodyLine);
  const invisible = summariseInvisible(
    decoded.invisible.slice(inHeader.length),
    block.bodyLine - 1,
  );
  const { header, language, salvage, diagnostics } = readHeader(path, block, wording, inHeader);
  if (header === undefined) {
    return { salvage, diagnostics: [...decoded.diagnostics, ...diagnostics] };
  }
  const tag = language === undefined ? undefined : parseLanguage(language.value)?.tag;
  const wrongLanguage =
    language === undefined || tag !== undefined ? [] : [describeLanguage(language)];
  return {
    page: {
      path,
      header,
      place: { file: path, line: block.line, column: 1, length: 3 },
      body: block.body,
      bodyLine: block.bodyLine,
      ...(invisible === undefined ? {} : { invisible }),
      ...(language === undefined || tag === undefined
        ? {}
        : { given: tag, languagePlace: language.place }),
    },
    salvage,
    diagnostics: [...decoded.diagnostics, ...diagnostics, ...wrongLanguage],
  };
}

function describeLanguage({ value: written, place }: Located<string>): Diagnostic {
  const tag = findTag(written);
  if (tag === undefined) return diagnose("HDR029 unknown", place, { written });
  return diagnose("HDR029 known", place, { written, tag });
}

/** Only some systems can hold both, and `SourceFile` has one name for them. */
function describeTwin(path: string): Diagnostic {
  return diagnose("FIL012", { file: path });
}

function describeHeadless(path: string, text: string): Diagnostic {
  const heading = /^#{1,6}\s*([^#\n]+)/m.exec(text)?.[1]?.trim().replaceAll('"', "'");
  const place = { file: path, line: 1, column: 1 };
  return diagnose("FIL004", place, { title: heading ?? "Its title" });
}
