/** Attributes of every element (HTML §3.2.6), of RDFa and of microdata. */
const GLOBAL = new Set(
  (
    "accesskey autocapitalize autofocus class contenteditable dir draggable enterkeyhint hidden id " +
    "inert inputmode is itemid itemprop itemref itemscope itemtype lang nonce popover role slot " +
    "spellcheck style tabindex title translate about content datatype inlist prefix property rel " +
    "resource rev typeof vocab"
  ).split(" "),
);

/** Also called names (ARIA 1.2 §6). */
const ARIA = new Set(
  (
    "activedescendant atomic autocomplete braillelabel brailleroledescription busy checked colcount " +
    "colindex colindextext colspan controls current describedby description details disabled " +
    "dropeffect errormessage expanded flowto grabbed haspopup hidden invalid keyshortcuts label " +
    "labelledby level live modal multiline multiselectable orientation owns placeholder posinset " +
    "pressed readonly relevant required roledescription rowcount rowindex rowindextext rowspan " +
    "selected setsize sort valuemax valuemin valuenow valuetext"
  ).split(" "),
);

/** Roles of ARIA 1.2 §5.4, of DPUB-ARIA 1.1 §4 and of the graphics module. */
export const ROLES = new Set(
  (
    "alert alertdialog application article banner blockquote button caption cell checkbox code " +
    "columnheader combobox complementary contentinfo definition deletion dialog directory document " +
    "emphasis feed figure form generic grid gridcell group heading img insertion link list listbox " +
    "listitem log main marquee math menu menubar menuitem menuitemcheckbox menuitemradio meter " +
    "navigation none note option paragraph presentation progressbar radio radiogroup region row " +
    "rowgroup rowheader scrollbar search searchbox separator slider spinbutton status strong " +
    "subscript superscript switch tab table tablist tabpanel term textbox time timer toolbar tooltip " +
    "tree treegrid treeitem graphics-document graphics-object graphics-symbol " +
    "doc-abstract doc-acknowledgments doc-afterword doc-appendix doc-backlink doc-biblioentry " +
    "doc-bibliography doc-biblioref doc-chapter doc-colophon doc-conclusion doc-cover doc-credit " +
    "doc-credits doc-dedication doc-endnote doc-endnotes doc-epigraph doc-epilogue doc-errata " +
    "doc-example doc-footnote doc-foreword doc-glossary doc-glossref doc-index doc-introduction " +
    "doc-noteref doc-notice doc-pagebreak doc-pagefooter doc-pageheader doc-pagelist doc-part " +
    "doc-preface doc-prologue doc-pullquote doc-qna doc-subtitle doc-tip doc-toc"
  ).split(" "),
);

/** True for an attribute that any element may have. */
export function isGlobalAttribute(name: string): boolean {
  if (name.startsWith("aria-")) return ARIA.has(name.slice(5));
  return GLOBAL.has(name) || /^data-[^A-Z:]+$/.test(name) || /^on[a-z]+$/.test(name);
}
