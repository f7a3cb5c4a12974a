/** Standard structure types of PDF 1.7 (ISO 32000-1 §14.8.4), and `H7` … that PDF/UA-1 §7.4.2 adds. */
const STANDARD = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private
   P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot
   Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP
   Figure Formula Form`.split(/\s+/),
);

export function isStandardType(type: string): boolean {
  return STANDARD.has(type) || /^H[1-9]\d?$/.test(type);
}
