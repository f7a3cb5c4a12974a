import { ACCESSIBILITY_RULES } from "./rule-tables/accessibility.ts";
import { ARCHIVE_RULES } from "./rule-tables/archive.ts";
import { DOCUMENT_RULES } from "./rule-tables/documents.ts";
import { NAVIGATION_RULES } from "./rule-tables/navigation.ts";
import { PACKAGE_RULES } from "./rule-tables/package.ts";
import { RESOURCE_RULES } from "./rule-tables/resources.ts";

/**
 * Everything that our rules can find in an EPUB. Errors are what EPUB or HTML forbids; warnings are
 * what harms readers, or tells on them, although the standard lets it pass.
 */
export const EPUB_RULES = {
  ...ARCHIVE_RULES,
  ...PACKAGE_RULES,
  ...NAVIGATION_RULES,
  ...DOCUMENT_RULES,
  ...RESOURCE_RULES,
  ...ACCESSIBILITY_RULES,
} as const;
export type EpubCode = keyof typeof EPUB_RULES;
