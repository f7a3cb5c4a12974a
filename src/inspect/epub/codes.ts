/** One of our rules for EPUB books. */
export interface RuleCode {
  readonly severity: "error" | "warning";
  /** What is wrong when it is reported. */
  readonly what: string;
  /** Where the rule comes from. */
  readonly clause: string;
}

const error = (what: string, clause: string): RuleCode => ({ severity: "error", what, clause });
const warning = (what: string, clause: string): RuleCode => ({ severity: "warning", what, clause });

/**
 * Everything that our rules can find in an EPUB. Errors are what EPUB or HTML forbids; warnings are
 * what harms readers, or tells on them, although the standard lets it pass.
 */
export const EPUB_CODES = {
  EPB001: error("the archive cannot be read", "EPUB 3.3 §4.2.2"),
  EPB002: error("the archive does not begin with a file `mimetype`", "EPUB 3.3 §4.2.6.3"),
  EPB003: error(
    "`mimetype` is compressed, has an extra field, or says another",
    "EPUB 3.3 §4.2.6.3",
  ),
  EPB004: error("a file's name is not allowed in a book", "EPUB 3.3 §4.2.3"),
  EPB005: error("two files have one name, or differ only in case", "EPUB 3.3 §4.2.3"),
  EPB006: warning("a file's name works on some machines only", "EPUB 3.3 §4.2.3"),
  EPB007: error("a file of the archive is damaged, locked or too large", "EPUB 3.3 §4.2.2"),
  EPB008: error(
    "the container file is missing or names no package document",
    "EPUB 3.3 §4.2.6.3.1",
  ),
  EPB009: warning("something is encrypted, signed or rights-managed", "EPUB 3.3 §4.2.6.3"),
  EPB010: error("an XML file is not well-formed", "EPUB 3.3 §3.9"),
  EPB011: error("an XML file declares entities or an external document type", "EPUB 3.3 §3.9"),

  EPB101: error("the package document is not one, or of an unknown version", "EPUB 3.3 §5.4"),
  EPB102: error("required metadata is missing or empty", "EPUB 3.3 §5.5.3"),
  EPB103: error("`unique-identifier` names no identifier", "EPUB 3.3 §5.4"),
  EPB104: error(
    "`dcterms:modified` is missing, repeated or not in the one form",
    "EPUB 3.3 §5.5.5",
  ),
  EPB105: error("a language is not a language tag", "EPUB 3.3 §5.5.3.1.3"),
  EPB106: error("`refines` names nothing, or itself", "EPUB 3.3 §5.3.6"),
  EPB107: error("two elements of the package document have one id", "EPUB 3.3 §5.3.5"),
  EPB108: error("an item of the manifest lacks its id, address or media type", "EPUB 3.3 §5.6.2"),
  EPB109: error("the manifest lists a file twice, or one it must not list", "EPUB 3.3 §5.6.2"),
  EPB110: error("a file of the manifest is not in the archive", "EPUB 3.3 §5.6.2"),
  EPB111: warning("a file of the archive is not in the manifest", "EPUB 3.3 §5.6.2"),
  EPB112: error("a media type is not that of the file", "EPUB 3.3 §3.2"),
  EPB113: error("there is not exactly one navigation document", "EPUB 3.3 §7.1"),
  EPB114: error("there are several cover images, or one is no image", "EPUB 3.3 §A.4"),
  EPB115: error("a fallback is missing, leads nowhere, or in a circle", "EPUB 3.3 §3.5"),
  EPB116: error("a property of the manifest is not true of its document", "EPUB 3.3 §5.6.2.2"),
  EPB117: error("the spine is empty, or names what is not in the manifest", "EPUB 3.3 §5.7"),
  EPB118: error("the spine's `toc` names no NCX", "EPUB 3.3 §5.9.3"),
  EPB119: error("a property is not one that EPUB knows", "EPUB 3.3 §A"),
  EPB120: warning("a date is not in the form that EPUB wants", "EPUB 3.3 §5.5.4.4"),
  EPB121: warning("the direction of the pages is not that of the language", "EPUB 3.3 §5.7.1"),
  EPB122: warning("a resource lies outside of the book", "EPUB 3.3 §3.6"),
  EPB123: warning("there is no cover image", "EPUB 3.3 §A.4"),

  EPB201: error("the navigation document has no contents, or several", "EPUB 3.3 §7.4.2"),
  EPB202: error("a navigation list holds something else than its lines", "EPUB 3.3 §7.3"),
  EPB203: error("a line of the navigation has no text", "EPUB 3.3 §7.3"),
  EPB204: error("a line of the navigation leads nowhere", "EPUB 3.3 §7.3"),
  EPB205: warning("the contents are not in the order of reading", "EPUB 3.3 §7.4.2"),
  EPB206: error("landmarks are repeated or lack their kind", "EPUB 3.3 §7.4.4"),
  EPB207: warning("the page list is not in the order of reading", "EPUB 3.3 §7.4.3"),
  EPB208: error("the NCX is not one", "OPF 2.0.1 §2.4.1"),
  EPB209: error("the NCX has another identifier than the book", "OPF 2.0.1 §2.4.1"),
  EPB210: error("a line of the NCX leads nowhere", "OPF 2.0.1 §2.4.1"),
  EPB211: warning("the contents lead to nothing that is read", "EPUB 3.3 §7.4.2"),
  EPB212: error("a document beside the order of reading is not linked", "EPUB 3.3 §5.7.2"),

  EPB301: error("a content document is not XHTML", "EPUB 3.3 §6.1.1"),
  EPB302: error("a content document has another document type", "EPUB 3.3 §6.1.1"),
  EPB303: error("`lang` and `xml:lang` differ", "HTML §3.2.6.2"),
  EPB304: warning("a content document says no language", "EPUB Accessibility 1.1 §3.3"),
  EPB305: warning("a content document has no title", "EPUB 3.3 §6.1.1"),
  EPB306: error("two elements of a document have one id", "HTML §3.2.6.1"),
  EPB307: error("an address leads to no file of the book", "EPUB 3.3 §3.4"),
  EPB308: error("an address leads to no place in its document", "EPUB 3.3 §3.4"),
  EPB309: error("an address leads out of the book's own files", "EPUB 3.3 §4.2.5"),
  EPB310: warning("a link is neither within the book nor to the web or mail", "EPUB 3.3 §3.4"),
  EPB311: error("an address is not one", "URL Standard §4"),
  EPB312: warning("a document can run programs", "EPUB 3.3 §6.3.1"),
  EPB313: warning("a document has forms or frames", "EPUB 3.3 §6.1"),
  EPB314: error("something is fetched from the network", "EPUB 3.3 §3.6"),
  EPB315: warning("the document sets its own looks with `style`", "house rule: the reader decides"),
  EPB316: error("an element names an id that its document lacks", "HTML §3.2.6.1"),
  EPB317: error("a link within the book leads to what is not read", "EPUB 3.3 §5.7"),
  EPB318: error("a resource that is used is not in the manifest", "EPUB 3.3 §5.6.2"),
  EPB319: warning("a processing instruction or old markup of EPUB 3", "EPUB 3.3 §6.1"),

  EPB501: error("a style sheet fetches something from the network", "EPUB 3.3 §3.6"),
  EPB502: error("a style sheet names a file that the book lacks", "EPUB 3.3 §3.4"),
  EPB503: error("a style sheet sets what EPUB forbids", "EPUB 3.3 §6.3.2"),
  EPB504: error("a style sheet cannot be read", "CSS Syntax 3 §4"),
  EPB505: warning("a style sheet imports another", "house rule: one sheet a book"),

  EPB601: error("an image is damaged", "EPUB 3.3 §3.2"),
  EPB602: warning(
    "an image holds notes about who made it, where or with what",
    "house rule: safe to carry",
  ),
  EPB603: warning("an image has more pixels than reading systems like", "EPUB 3.3 §3.2"),
  EPB604: warning("a font is scrambled or of a kind that not all readers know", "EPUB 3.3 §3.2"),
  EPB605: warning("a font is damaged", "EPUB 3.3 §3.2"),

  EPB701: warning("an image has no description", "WCAG 2.2, 1.1.1"),
  EPB702: warning("a document has no heading, or several of the first rank", "WCAG 2.2, 1.3.1"),
  EPB703: warning("a rank of headings is left out", "WCAG 2.2, 1.3.1"),
  EPB704: warning("`epub:type` stands without the role that is heard", "EPUB Accessibility 1.1 §3"),
  EPB705: warning("a note and its mark do not lead to each other", "EPUB Accessibility 1.1 §3"),
  EPB706: warning("a table has no headers, or they do not say of what", "WCAG 2.2, 1.3.1"),
  EPB707: warning("text from right to left has no direction", "HTML §3.2.6.4"),
  EPB708: warning("the metadata says nothing of accessibility", "EPUB Accessibility 1.1 §2.2"),
  EPB709: warning(
    "the metadata claims what is not true of the book",
    "EPUB Accessibility 1.1 §2.2",
  ),
  EPB710: warning(
    "accessibility metadata has a word that it may not have",
    "EPUB Accessibility 1.1 §2.2",
  ),
  EPB711: warning("a link has no text that says where it leads", "WCAG 2.2, 2.4.4"),
} as const satisfies Readonly<Record<string, RuleCode>>;
export type EpubCode = keyof typeof EPUB_CODES;
