import * as z from "zod";
import { describeRange, LIMITS, type Range, readAmount, writeAmount } from "./limits.ts";

/** What `limits:` may say, for the schema of the configuration; scalars come as text. */
export const limitsSchema = z
  .strictObject({
    "page-size": rangeSchema(LIMITS["page-size"]),
    "header-size": rangeSchema(LIMITS["header-size"]),
    nesting: rangeSchema(LIMITS.nesting),
    "page-parts": rangeSchema(LIMITS["page-parts"]),
    "image-size": rangeSchema(LIMITS["image-size"]),
    "image-megapixels": rangeSchema(LIMITS["image-megapixels"]),
    "book-pages": rangeSchema(LIMITS["book-pages"]),
    "book-seconds": rangeSchema(LIMITS["book-seconds"]),
  })
  .partial();

function rangeSchema(range: Range) {
  const fits = (value: string | number) => readAmount(value, range) !== undefined;
  const about = `${range.about} ${describeBounds(range)}`;
  // The patterns are for editors, which cannot ask `fits`.
  const pattern = range.isSize ? /^\d[\d.]*\s*[A-Za-z]*$/ : /^\d{1,9}$/;
  const text = z.string().regex(pattern).refine(fits, describeRange(range));
  if (range.isSize) return text.describe(about);
  const whole = z.int().min(range.least).max(range.most);
  return z.union([whole, text]).describe(about);
}

function describeBounds(range: Range): string {
  const [least, standard] = [range.least, range.standard].map((one) => writeAmount(one, range));
  return `(From ${least}; without this line ${standard}. More only with \`--limit\`.)`;
}
