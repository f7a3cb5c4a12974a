import type { UnreadablePage } from "../source/pages.ts";
import { readPermalink } from "./address.ts";
import { pathKey } from "./page-index.ts";

/** The page that a dead address means, if it is there but its header cannot be read. */
export function findUnreadable(
  unreadable: readonly UnreadablePage[],
  key: string,
  site: readonly string[],
): UnreadablePage | undefined {
  return unreadable.find(({ path, permalink }) => {
    const own = permalink === "" ? undefined : readPermalink(permalink, site);
    return (
      (own ?? pathKey(path)) === key ||
      [key, `${key}/${key.split("/").at(-1)}`].includes(pathKey(path))
    );
  });
}
