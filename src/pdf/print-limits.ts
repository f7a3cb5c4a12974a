/** What one book may take. */
export interface PrintLimits {
  /** Of a book; of a booklet or handout, before the pages are put on sheets. */
  readonly mostPages: number;
  /** For the prints of one book. A book whose browser died has as many again. */
  readonly mostSeconds: number;
}

/**
 * Five hundred pages on a computer of ten years ago take two minutes; nobody carries a handout of
 * two thousand.
 */
export const PRINT_LIMITS: PrintLimits = { mostPages: 2000, mostSeconds: 600 };
