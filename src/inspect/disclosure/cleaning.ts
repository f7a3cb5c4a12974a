import type { Inspection } from "../inspection.ts";
import type { Disclosure } from "./judge-findings.ts";

const CLEANER = "Metadata Cleaner on Tails, elsewhere the free program `mat2`, writes a clean copy";
const ASK = "ask whoever made it for a copy without these";

/**
 * How somebody gets what tells out of a file, with what there is without a network. `mat2` makes
 * pictures of the pages of a PDF, and leaves programs and addresses in books where they are.
 */
const WAYS: Readonly<Partial<Record<Inspection["facts"]["kind"], string>>> = {
  image: `${CLEANER}. A picture in the folder of a curriculum may stay as it is: Handpress cleans it for every book.`,
  pdf: `${CLEANER}, in which the pages are pictures. To keep the text, ${ASK}. A PDF that Handpress builds is clean.`,
  epub: `A book of your own: mend its pages, and build it again. Another's: ${ASK}. Names and dates alone: ${CLEANER}.`,
  svg: `Delete what is named in a text editor, or ${ASK}. A drawing in the folder of a curriculum may stay as it is: Handpress cleans it for every book.`,
  html: `Delete what is named in a text editor, or ${ASK}.`,
  zip: "Unpack it, clean the files in it one by one, and pack them anew.",
  office: `Accept or reject all changes and delete the remarks; then ${CLEANER}. Or ${ASK}.`,
};

/** What to do about a file that tells on somebody; undefined where it does not, or it is no such file. */
export function adviseOnCleaning(
  kind: Inspection["facts"]["kind"],
  { level }: Disclosure,
): string | undefined {
  if (level !== "leak" || kind === "unknown" || kind === "text") return undefined;
  return WAYS[kind] ?? `${CLEANER}.`;
}
