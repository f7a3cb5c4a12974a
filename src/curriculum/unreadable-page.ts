import type { Page } from "../source/page.ts";
import type { UnreadablePage } from "../source/pages.ts";
import { type Address, readPermalink } from "./address.ts";
import { listKeys } from "./page-address.ts";
import { dropLanguage, type PageIndex, pathKey } from "./page-index.ts";

/** The page that a dead address means, if it is there but cannot be read, or may be in such a folder. */
export function findUnreadable(
  unreadable: readonly UnreadablePage[],
  index: PageIndex,
  from: Page,
  address: Extract<Address, { kind: "site" }>,
): UnreadablePage | undefined {
  if (unreadable.length === 0) return undefined;
  const keys = listKeys(index, from, address.path.replace(/\.(md|markdown)$/i, ""));
  return unreadable.find((page) => {
    const own = keyOfUnreadable(page, index.site);
    const path = pathKey(page.basePath);
    return keys.some((key) => {
      const bare = dropLanguage(key, page.language);
      if (page.isFolder) return own === "" || `${bare}/`.startsWith(`${own}/`);
      return bare === own || [bare, `${bare}/${bare.split("/").at(-1)}`].includes(path);
    });
  });
}

/** What the page would have for a key, as far as it can be known: see `keyOf`. */
export function keyOfUnreadable(page: UnreadablePage, site: readonly string[]): string {
  const given = page.permalink === "" ? undefined : readPermalink(page.permalink, site);
  if (given !== undefined) return dropLanguage(given, page.language);
  return pathKey(page.basePath);
}
