import type { Report } from "../finding.ts";
import type { PdfDocument } from "../read-document.ts";
import { checkAnnotations } from "./check-annotations.ts";
import { checkEmbeddedFiles, checkForms, checkLayers, checkMetadata } from "./check-catalog.ts";
import { checkContent } from "./check-content.ts";
import { checkForeignDrawing, checkSafety } from "./check-drawing.ts";
import { checkFonts } from "./check-fonts.ts";
import { checkInternalLinks } from "./check-links.ts";
import { checkNesting } from "./check-nesting.ts";
import { checkOrder } from "./check-order.ts";
import { checkAlternatives, checkHeadings, checkRoles, checkTables } from "./check-structure.ts";

/** Judges a PDF by one rule, or by a few that see the same things. */
export type PdfRule = (document: PdfDocument, report: Report) => void;

/** All rules for PDF. Each copes with a file that lacks anything. */
export const PDF_RULES: readonly PdfRule[] = [
  checkSafety,
  checkInternalLinks,
  checkContent,
  checkRoles,
  checkMetadata,
  checkNesting,
  checkOrder,
  checkAlternatives,
  checkHeadings,
  checkTables,
  checkLayers,
  checkEmbeddedFiles,
  checkForms,
  checkAnnotations,
  checkForeignDrawing,
  checkFonts,
];
