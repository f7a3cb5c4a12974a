/** The diagnostics that `markup` can add. */
export const MARKUP_CODES = {
  MRK001: "the page's text is too long to be a page",
  MRK002: "lists, quotes or tags are nested too deep",
  MRK003: "an HTML element that is not allowed was dropped",
  MRK010: "a link without an address",
  MRK011: "a link that leads nowhere",
  MRK012: "a link whose address is refused",
  MRK013: "a link to a place that is not in the page",
  MRK020: "an image without alternative text",
  MRK021: "an image whose file is missing",
  MRK022: "an image whose address is refused",
  MRK030: "a reference to a footnote that is not defined",
  MRK031: "a footnote that nothing refers to",
  MRK040: "a space between the text and the address of a link",
  MRK041: "a space between `!` and the rest of an image",
  MRK042: "full-width parentheses around an address",
  MRK043: "spaces inside the asterisks of bold text",
  MRK044: "asterisks that open or close nothing",
  MRK045: "a placeholder that was never filled in",
  MRK060: "a `:::` block that is not closed",
  MRK061: "a line of colons that closes nothing",
  MRK062: "a `:::` block with an unknown name",
  MRK063: "a `:::` block whose name is misspelled or translated",
  MRK064: "a block for participants within one for trainers",
  MRK065: "a `:::trainer` line within text or code",
} as const;

export type MarkupCode = keyof typeof MARKUP_CODES;
