import type { TextTable } from "../../diagnostics/rule.ts";
import { ARCHIVE_TEXTS } from "./rules/archive.ts";
import { PACKAGE_TEXTS } from "./rules/package.ts";
import { RESOURCE_TEXTS } from "./rules/resources.ts";

/**
 * What our rules can find in an EPUB. Errors keep readers from a part of the book, or show somebody who
 * reads; what each means, and where it comes from, is in `explanations.json`.
 */
export const EPUB_RULES = {
  ...ARCHIVE_TEXTS,
  ...PACKAGE_TEXTS,
  ...RESOURCE_TEXTS,
} as const satisfies TextTable;
