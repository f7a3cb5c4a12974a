import type { Page, StageItem } from "../source/page.ts";
import { quoteValue } from "../source/quotation.ts";
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

/** The lines of a module's list that name a page, below each other lines of that list. */
export function writeItem(page: Page, indent: string, remark: string): string {
  return `${indent}- name: ${quoteValue(titleOf(page))}  # ${remark}\n${indent}  url: ${addressOf(page)}`;
}

/** What stands before the dashes of a list; undefined for a list between brackets. */
export function indentOf(item: StageItem | undefined): string | undefined {
  return /^\s*(?=-\s)/.exec(item?.written.texts[0] ?? "")?.[0];
}
