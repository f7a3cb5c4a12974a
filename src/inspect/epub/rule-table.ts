import { ARCHIVE_RULES } from "./rule-tables/archive.ts";
import { DOCUMENT_RULES } from "./rule-tables/documents.ts";
import { PACKAGE_RULES } from "./rule-tables/package.ts";
import { RESOURCE_RULES } from "./rule-tables/resources.ts";

/**
 * Everything that our rules can find in an EPUB. Errors are what EPUB or HTML forbids; warnings are
 * what harms readers, or tells on them, although the standard lets it pass.
 */
export const EPUB_RULES = {
  ...ARCHIVE_RULES,
  ...PACKAGE_RULES,
  ...DOCUMENT_RULES,
  ...RESOURCE_RULES,
} as const;
export type EpubCode = keyof typeof EPUB_RULES;
