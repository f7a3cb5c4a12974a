import type { Page } from "../source/page.ts";
import type { Address } from "./address.ts";
import { toKey } from "./address.ts";
import { folderOf, joinInside } from "./file-index.ts";
import {
  type Found,
  findByBase,
  findByKey,
  keyOf,
  type PageIndex,
  translate,
} from "./page-index.ts";

/**
 * The page that an address within the site means when it stands in a page: by permalink; by a path
 * to a file (`install.md`, `../tails/install.md`); or counted from the page's own permalink, as a
 * browser does. In the page's language where there is a translation.
 */
export function findPage(
  index: PageIndex,
  from: Page,
  address: Extract<Address, { kind: "site" }>,
): Found | undefined {
  const { path } = address;
  const rooted = path.startsWith("/");
  if (/\.(md|markdown)$/i.test(path)) {
    const found = findPageFile(index, from, rooted, path);
    if (found !== undefined) return { kind: "page", page: found };
    if (!rooted) return undefined;
    return findByKey(index, toKey(path.replace(/\.[^.]+$/, "")), from.language);
  }
  for (const key of listKeys(index, from, path)) {
    const found = findByKey(index, key, from.language);
    if (found !== undefined) return found;
  }
  return undefined;
}

function findPageFile(
  index: PageIndex,
  from: Page,
  rooted: boolean,
  path: string,
): Page | undefined {
  // From the page's folder, else from where its source stands, else from the root.
  const folders = rooted ? [""] : [folderOf(from.path), folderOf(from.basePath), ""];
  for (const folder of folders) {
    const joined = joinInside(folder, path.replace(/^\/+/, ""));
    if (joined === undefined) continue;
    const page = index.byPath.get(joined);
    if (page !== undefined) return translate(index, page, from.language);
    const base = findByBase(index, joined, from.language);
    if (base !== undefined) return base;
  }
  return undefined;
}

/** The keys that a path may mean in a page, the likeliest first. */
export function listKeys(index: PageIndex, from: Page, path: string): readonly string[] {
  if (path.startsWith("/")) return [toKey(path)];
  const key = keyOf(from, index.site);
  const parent = key.slice(0, Math.max(key.lastIndexOf("/"), 0));
  const folder = folderOf(from.basePath).replace(/(^|\/)_pages(?=\/|$)/, "$1");
  // "curriculum/tails/" without its first slash is the address from the root.
  return [
    ...new Set([`${key}/${path}`, `${parent}/${path}`, `${folder}/${path}`, path].map(toKey)),
  ];
}
