import { posix } from "node:path";
import type { Page } from "../source/page.ts";
import type { UnreadablePage } from "../source/pages.ts";
import { type Address, readAddress, toKey } from "./address.ts";
import type { Curriculum } from "./curriculum.ts";
import { findFile, findNamesake, folderOf, joinInside } from "./file-index.ts";
import type { ImageTarget, LinkTarget, Resolver } from "./link-target.ts";
import { findPage } from "./page-address.ts";
import { keyOf, translate } from "./page-index.ts";
import { addressOf } from "./page-name.ts";
import { compareLetters } from "./similarity.ts";
import { findUnreadable } from "./unreadable-page.ts";

const OUTSIDE = "the path leaves the curriculum's folder";

/** Answers what the addresses in a page's text mean. */
export function createResolver(curriculum: Curriculum, page: Page): Resolver {
  return {
    resolveLink: (address) => resolveLink(curriculum, page, address),
    resolveImage: (address) => resolveImage(curriculum, page, address),
    resolveName: (name) => findNamed(curriculum, page, name),
  };
}

function resolveLink(curriculum: Curriculum, page: Page, written: string): LinkTarget {
  const { index } = curriculum;
  const address = readAddress(written, index.site);
  if (address.kind === "empty" || address.kind === "fragment" || address.kind === "refused")
    return address;
  if (address.kind === "web") {
    const { url, dropped } = address;
    return { kind: "external", url, ...(dropped === undefined ? {} : { dropped }) };
  }
  const { fragment } = address;
  // `?print=1#goals`: the page itself.
  if (address.path === "")
    return fragment === "" ? { kind: "empty" } : { kind: "fragment", fragment };
  const found = findPage(index, page, address);
  if (found?.kind === "page") {
    const samePage = found.page.path === page.path && fragment !== "";
    return samePage
      ? { kind: "fragment", fragment }
      : { kind: "page", path: found.page.path, fragment };
  }
  if (found?.kind === "ambiguous") {
    return { kind: "nowhere", conflicts: found.pages.map(({ path }) => path) };
  }
  if (found === undefined) {
    const file = findAsset(curriculum, page, address);
    if (file.path !== undefined) return { kind: "file", path: file.path };
    if (address.otherwise !== undefined) return { kind: "external", url: address.otherwise };
    if (file.outside) return { kind: "refused", reason: OUTSIDE };
  }
  const unreadable = findUnreadable(curriculum.unreadable, index, page, address);
  if (unreadable !== undefined) return { kind: "nowhere", unreadable };
  const suggestion = suggestPage(curriculum, page, toKey(address.path));
  return suggestion === undefined ? { kind: "nowhere" } : { kind: "nowhere", suggestion };
}

function resolveImage(curriculum: Curriculum, page: Page, written: string): ImageTarget {
  const address = readAddress(written, curriculum.index.site);
  if (address.kind === "refused") return address;
  if (address.kind === "web") {
    const reason = /^mailto:/.test(address.url)
      ? "a mail address is no image"
      : "images from the web are not fetched; save the image in the curriculum's folder";
    return { kind: "refused", reason };
  }
  if (address.kind !== "site" || address.path === "") return { kind: "missing" };
  const file = findAsset(curriculum, page, address);
  if (file.path !== undefined) return { kind: "file", path: file.path };
  if (file.outside) return { kind: "refused", reason: OUTSIDE };
  if (file.unreadable !== undefined) return { kind: "missing", unreadable: file.unreadable };
  const suggestion = findNamesake(curriculum.files, address.path);
  return suggestion === undefined ? { kind: "missing" } : { kind: "missing", suggestion };
}

/**
 * The file that an address means: from the root, the folder that holds `_pages`, an asset root or
 * a folder above the page; or from the page's own folder, or where its source stands.
 */
function findAsset(
  curriculum: Curriculum,
  page: Page,
  address: Extract<Address, { kind: "site" }>,
): {
  readonly path?: string;
  readonly outside: boolean;
  /** A folder that could not be opened, and that the file may be in; or the file itself. */
  readonly unreadable?: UnreadablePage;
} {
  let outside = true;
  let unreadable: UnreadablePage | undefined;
  for (const written of new Set([address.path, address.writtenPath])) {
    for (const folder of foldersFor(curriculum, page, written.startsWith("/"))) {
      const path = joinInside(folder, written.replace(/^\/+/, ""));
      if (path === undefined) continue;
      // `%2e%2e/` is judged by what it means, not by how it is written.
      if (written === address.path) outside = false;
      const file = findFile(curriculum.files, path);
      if (file !== undefined) return { path: file, outside: false };
      unreadable ??= curriculum.unreadable.find((one) => `${path}/`.startsWith(`${one.path}/`));
    }
  }
  return unreadable === undefined ? { outside } : { outside, unreadable };
}

function foldersFor(curriculum: Curriculum, page: Page, rooted: boolean): readonly string[] {
  const source = curriculum.index.sources.get(page.path);
  const own = [page.path, ...(source === undefined ? [] : [source.path]), page.basePath].map(
    folderOf,
  );
  const above = own.flatMap(ancestorsOf);
  const roots = ["", ...curriculum.configuration.assets, ...above];
  return [...new Set(rooted ? roots : [...own, ...roots])];
}

/** `a/b/c`: `a`, `a/b`, `a/b/c`. */
function ancestorsOf(folder: string): readonly string[] {
  const segments = folder.split("/").filter((segment) => segment !== "");
  return segments.map((_, index) => segments.slice(0, index + 1).join("/"));
}

/** The permalink of the page whose address is most like one that leads nowhere. */
function suggestPage(curriculum: Curriculum, page: Page, key: string): string | undefined {
  const { index, pages } = curriculum;
  const last = key.split("/").at(-1) ?? "";
  let best: Page | undefined;
  let highest = 0;
  for (const other of pages) {
    if (other.path === page.path || ![page.language, index.sourceLanguage].includes(other.language))
      continue;
    const otherKey = keyOf(other, index.site);
    const same = otherKey.toLowerCase() === key.toLowerCase();
    const near = compareLetters(last, otherKey.split("/").at(-1) ?? "");
    // Of pages whose last segments are equally near, the one whose whole address is nearer.
    const score = same ? 3 : near + compareLetters(key, otherKey) / 10;
    if ((same || near >= 0.65) && score > highest) {
      best = other;
      highest = score;
    }
  }
  return best === undefined ? undefined : addressOf(best);
}

/**
 * What a name means that stands between a wiki's double brackets: a page by the name of its file,
 * the end of its path, its title or the end of its permalink, or else a file by its name. Of several,
 * those in the page's own language; then the one in the page's own folder.
 */
function findNamed(curriculum: Curriculum, from: Page, written: string): LinkTarget {
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
