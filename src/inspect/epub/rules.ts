import {
  checkAccessibilityMetadata,
  checkAccessibleTexts,
  checkDirections,
} from "./check-accessibility.ts";
import { checkFiles, checkMimetype, checkNames, checkProtection } from "./check-archive.ts";
import {
  checkContentModels,
  checkDocumentTypes,
  checkHeads,
  checkIds,
  checkSafety,
} from "./check-document.ts";
import { checkLinks } from "./check-links.ts";
import {
  checkCompleteness,
  checkDocumentProperties,
  checkFallbacks,
  checkItems,
  checkProperties,
  checkSpine,
} from "./check-manifest.ts";
import {
  checkMetadataForms,
  checkPackageIds,
  checkProgression,
  checkRequiredMetadata,
  checkVersion,
} from "./check-metadata.ts";
import { checkNavigation, checkNavigationTargets, checkReach } from "./check-navigation.ts";
import { checkNcx } from "./check-ncx.ts";
import { checkNotes, checkRoles } from "./check-notes.ts";
import { checkFonts, checkImages } from "./check-resources.ts";
import { checkStyles } from "./check-styles.ts";
import type { Report } from "./finding.ts";
import type { Book } from "./read-book.ts";

/** Judges a book by one rule, or by a few that see the same things. */
export type Rule = (book: Book, report: Report) => void;

/** All rules for EPUB, from the archive inwards. Each copes with a book that lacks anything. */
export const EPUB_RULES: readonly Rule[] = [
  checkMimetype,
  checkNames,
  checkFiles,
  checkProtection,
  checkVersion,
  checkRequiredMetadata,
  checkMetadataForms,
  checkPackageIds,
  checkProgression,
  checkItems,
  checkCompleteness,
  checkProperties,
  checkDocumentProperties,
  checkFallbacks,
  checkSpine,
  checkNavigation,
  checkNavigationTargets,
  checkReach,
  checkNcx,
  checkDocumentTypes,
  checkContentModels,
  checkHeads,
  checkIds,
  checkLinks,
  checkSafety,
  checkStyles,
  checkImages,
  checkFonts,
  checkNotes,
  checkRoles,
  checkAccessibleTexts,
  checkDirections,
  checkAccessibilityMetadata,
];
