import { parseLanguage } from "../language/language.ts";
import type { LanguageSource } from "./page.ts";

export interface LanguageInput {
  readonly path: string;
  /** Canonical tag from the header, when it has one. */
  readonly given?: string;
}

export interface PageLanguage {
  readonly language: string;
  readonly namedBy: LanguageSource;
  readonly basePath: string;
}

/**
 * Languages whose tags are no word, name or file type that a folder of a curriculum would be
 * called by. Every other tag (`no`, `in`, `my`, `as`, `it`, `os`, `av`, all of three letters) is
 * believed only with support: a page of the same path elsewhere, a header, or the configuration.
 */
const CLEAR_TAGS: ReadonlySet<string> = new Set(
  "ar az bg bn cs da de el en es fa fi fr hu hy ja ka kk km ko ku ky lt lv mk mn nl pl ps pt ro ru sk sl sq sr sv sw ta tg th tk tr uk ur uz vi zh".split(
    " ",
  ),
);
/** Folders below which a language folder is usual. */
export const ROOTS: ReadonlySet<string> = new Set(
  "content contents docs _docs pages _pages src source curriculum modules i18n _i18n l10n lang langs language languages locale locales translation translations _translations".split(
    " ",
  ),
);

interface Reading {
  readonly tag: string;
  readonly basePath: string;
  /** What every page of the same folder or suffix shares, for evidence. */
  readonly group: string;
  readonly clear: boolean;
}

/**
 * The language of each page and its path without it: by header, then folder (`ar/…`,
 * `content/ar/…`, `content.ar/…`) or suffix (`page.ar.md`), then the configuration's, then English.
 */
export function assignLanguages(
  pages: readonly LanguageInput[],
  configured?: string,
): ReadonlyMap<string, PageLanguage> {
  const fallback = configured ?? "en";
  const readings = new Map(pages.map(({ path }) => [path, readPath(path)]));
  const paths = new Set(pages.map(({ path }) => path));
  const supported = findSupported(pages, readings, paths, fallback);
  return new Map(
    pages.map(({ path, given }) => {
      const reading = readings
        .get(path)
        ?.find((each) => each.clear || supported.has(each.group) || each.tag === given);
      return [
        path,
        {
          language: given ?? reading?.tag ?? fallback,
          namedBy:
            given !== undefined
              ? "header"
              : reading !== undefined
                ? "path"
                : configured !== undefined
                  ? "configuration"
                  : "nothing",
          basePath: reading?.basePath ?? path,
        },
      ];
    }),
  );
}

/** Every way to read a language in a path, suffix first, then folders from the root down. */
function readPath(path: string): Reading[] {
  const segments = path.split("/");
  const name = segments.at(-1) ?? "";
  const folder = segments.slice(0, -1);
  const readings: Reading[] = [];
  const suffix = /^(.+)\.([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)(\.[^.]+)$/.exec(name);
  const suffixTag = suffix === null ? undefined : parseLanguage(suffix[2] ?? "")?.tag;
  if (suffix !== null && suffixTag !== undefined) {
    readings.push({
      tag: suffixTag,
      basePath: [...folder, `${suffix[1]}${suffix[3]}`].join("/"),
      group: `suffix ${suffixTag}`,
      clear: isClear(suffixTag),
    });
  }
  folder.forEach((segment, index) => {
    const before = folder.slice(0, index);
    const after = segments.slice(index + 1);
    const whole = parseLanguage(segment)?.tag;
    const shallow = before.every((each) => ROOTS.has(each.toLowerCase()));
    if (whole !== undefined) {
      readings.push({
        tag: whole,
        basePath: [...before, ...after].join("/"),
        group: `folder ${[...before, segment].join("/")}`,
        clear: shallow && isClear(whole),
      });
    }
    const dotted = /^(.+)\.([^.]+)$/.exec(segment);
    const dottedTag = dotted === null ? undefined : parseLanguage(dotted[2] ?? "")?.tag;
    if (dotted !== null && dottedTag !== undefined) {
      readings.push({
        tag: dottedTag,
        basePath: [...before, dotted[1] ?? "", ...after].join("/"),
        group: `folder ${[...before, segment].join("/")}`,
        clear: isClear(dottedTag),
      });
    }
  });
  return readings;
}

/** Folders and suffixes that something else in the curriculum shows to be a language's. */
function findSupported(
  pages: readonly LanguageInput[],
  readings: ReadonlyMap<string, readonly Reading[]>,
  paths: ReadonlySet<string>,
  fallback: string,
): ReadonlySet<string> {
  const supported = new Set<string>();
  const groupsOfBase = new Map<string, Map<string, string>>();
  for (const { path, given } of pages) {
    for (const { basePath, group, tag } of readings.get(path) ?? []) {
      if (paths.has(basePath) || tag === given || tag === fallback) supported.add(group);
      const groups = groupsOfBase.get(basePath) ?? new Map<string, string>();
      groups.set(group, tag);
      groupsOfBase.set(basePath, groups);
    }
  }
  // The same page below two folders named like languages: both are.
  for (const groups of groupsOfBase.values()) {
    if (new Set(groups.values()).size < 2) continue;
    for (const group of groups.keys()) supported.add(group);
  }
  return supported;
}

/** True of a folder's name that is a language by itself. */
export function isClearTag(name: string): boolean {
  const tag = parseLanguage(name)?.tag;
  return tag !== undefined && isClear(tag);
}

function isClear(tag: string): boolean {
  const [language = "", ...rest] = tag.split("-");
  return CLEAR_TAGS.has(language) || rest.length > 0;
}
