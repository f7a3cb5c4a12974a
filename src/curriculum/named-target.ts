import { posix } from "node:path";
import type { Page } from "../source/page.ts";
import type { Curriculum } from "./curriculum.ts";
import { folderOf } from "./file-index.ts";
import type { LinkTarget } from "./link-target.ts";
import { keyOf, translate } from "./page-index.ts";
import { addressOf } from "./page-name.ts";

/**
 * What a name means that stands between a wiki's double brackets: a page by the name of its file,
 * the end of its path, its title or the end of its permalink, or else a file by its name. Of several,
 * those in the page's own language; then the one in the page's own folder.
 */
export function findNamed(curriculum: Curriculum, from: Page, written: string): LinkTarget {
  const { index, files } = curriculum;
  const name = fold(written.replace(/^[./]+/, "").replace(/\.(?:md|markdown)$/i, ""));
  const last = posix.basename(name);
  const all = (namesOf(curriculum).get(last) ?? namesOf(curriculum).get(name) ?? []).filter(
    (page) =>
      !name.includes("/") || listNames(curriculum, page).includes(name) || endsWith(page, name),
  );
  const own = [from.language, index.sourceLanguage]
    .map((language) => all.filter((page) => page.language === language))
    .find((pages) => pages.length > 0);
  const candidates = own ?? all;
  const near = candidates.filter((page) => folderOf(page.path) === folderOf(from.path));
  const [page, ...others] = near.length === 1 ? near : candidates;
  if (page !== undefined && others.length === 0) {
    const { path } = translate(index, page, from.language);
    return { kind: "page", path, fragment: "" };
  }
  if (page !== undefined) return { kind: "nowhere", conflicts: candidates.map(addressOf) };
  const paths = files.names.get(fold(posix.basename(written))) ?? [];
  const [path] = paths.filter((one) => fold(one).endsWith(fold(written.replace(/^[./]+/, ""))));
  return path === undefined ? { kind: "nowhere" } : { kind: "file", path };
}

const NAMES = new WeakMap<Curriculum, ReadonlyMap<string, readonly Page[]>>();

function namesOf(curriculum: Curriculum): ReadonlyMap<string, readonly Page[]> {
  const known = NAMES.get(curriculum);
  if (known !== undefined) return known;
  const names = new Map<string, Page[]>();
  for (const page of curriculum.pages) {
    for (const name of new Set(listNames(curriculum, page))) {
      names.set(name, [...(names.get(name) ?? []), page]);
    }
  }
  NAMES.set(curriculum, names);
  return names;
}

function listNames({ index }: Curriculum, page: Page): readonly string[] {
  const { title, breadcrumb } = page.header;
  const file = posix.basename(page.basePath).replace(/\.[^.]+$/, "");
  return [file, title, breadcrumb, posix.basename(keyOf(page, index.site))]
    .map(fold)
    .filter((name) => name !== "" && name !== "index");
}

function endsWith(page: Page, name: string): boolean {
  return `/${fold(page.basePath.replace(/\.[^.]+$/, ""))}`.endsWith(`/${name}`);
}

function fold(name: string): string {
  return name.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
}
