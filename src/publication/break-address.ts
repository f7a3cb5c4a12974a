import type { ElementContent } from "../markup/document.ts";

/** A line may break after these, and nowhere inside the words between them. */
const BREAK_AFTER = /(?<=[/?&=\-._#:,;~+%])(?![/?&=\-._#:,;~+%]|$)/;

/**
 * A web address as a book shows it, with places where a line may break. They are elements (`wbr`):
 * a zero-width space would be copied out of the book with the address and spoil it.
 */
export function breakAddress(address: string): readonly ElementContent[] {
  return address.split(BREAK_AFTER).flatMap((part, index): ElementContent[] => {
    const text: ElementContent = { type: "text", value: part };
    // "https:" keeps with its slashes.
    if (index === 0) return [text];
    return [{ type: "element", tagName: "wbr", properties: {}, children: [] }, text];
  });
}

/** True where the text of a link is its address already, give or take the scheme and a slash. */
export function isShownAddress(text: string, address: string): boolean {
  return bare(text) === bare(address);
}

function bare(address: string): string {
  return address
    .trim()
    .replace(/^(https?:\/\/|mailto:)/i, "")
    .replace(/^www\./i, "")
    .replace(/\/$/, "")
    .toLowerCase();
}
