import type { Page } from "../source/page.ts";
import { pathKey } from "./page-index.ts";

/** What to call a page in a message; its path where the header has no name for it. */
export function titleOf(page: Page): string {
  const { title, breadcrumb } = page.header;
  return title || breadcrumb || page.path;
}

/** The address to type for a page: its permalink as written, with slashes at the ends. */
export function addressOf(page: Page): string {
  const written = page.header.permalink?.value ?? pathKey(page.basePath);
  return /^https?:/.test(written) ? written : `/${written.replace(/^\/+|\/+$/g, "")}/`;
}
