import { decodeText } from "../../../pdf-syntax/pdf-value.ts";
import type { PdfDocument } from "../read-document.ts";

const LONGEST = 20_000;
/** Behind the text of a link: on which page its place is, in one word. */
const ON_PAGE = /\s*\([^()\s\p{Nd}]{0,12}\s?\p{Nd}{1,5}\)$/u;

/** Whether words that stand beside the pages are told by them, or are where a link leads. */
export function findShownWords({ scan, survey }: PdfDocument): (value: Uint8Array) => boolean {
  let shown: string | undefined;
  return (value) => {
    shown ??= [scan.text, ...survey.actions.map(({ target }) => target)].map(fold).join("\n");
    const text = decodeText(value.subarray(0, LONGEST));
    if (value.length > LONGEST) return false;
    return [text, text.replace(ON_PAGE, "")].some((one) => isIn(shown ?? "", fold(one)));
  };
}

/** Lines from right to left may stand in a PDF as they are seen. */
function isIn(shown: string, folded: string): boolean {
  return shown.includes(folded) || shown.includes([...folded].reverse().join(""));
}

/** Letters and digits only: spaces, marks and breaks are drawn in many ways. */
function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();
}
