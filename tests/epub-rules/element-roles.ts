const DOC_SECTIONS =
  "doc-abstract doc-acknowledgments doc-afterword doc-appendix doc-bibliography doc-chapter " +
  "doc-colophon doc-conclusion doc-credit doc-credits doc-dedication doc-endnotes doc-epigraph " +
  "doc-epilogue doc-errata doc-example doc-foreword doc-glossary doc-index doc-introduction " +
  "doc-notice doc-pagelist doc-part doc-preface doc-prologue doc-pullquote doc-qna doc-toc";
const DOC_LINKS = "doc-backlink doc-biblioref doc-glossref doc-noteref";

/**
 * DPUB roles that an element may take, where it may not take all of them (ARIA in HTML §4). Other
 * roles are not judged by element.
 */
const DOC_ROLES: Readonly<Record<string, string>> = {
  a: DOC_LINKS,
  article: "",
  aside:
    "doc-dedication doc-example doc-footnote doc-glossary doc-pullquote doc-tip doc-endnote doc-notice",
  body: "",
  footer: "doc-footnote doc-pagefooter",
  h1: "doc-subtitle",
  h2: "doc-subtitle",
  h3: "doc-subtitle",
  h4: "doc-subtitle",
  h5: "doc-subtitle",
  h6: "doc-subtitle",
  header: "doc-footnote doc-pageheader",
  hr: "doc-pagebreak",
  img: "doc-cover",
  li: "doc-biblioentry doc-endnote",
  main: "",
  nav: "doc-index doc-pagelist doc-toc",
  ol: "",
  section: DOC_SECTIONS,
  ul: "",
};

/** False where a role is known but this element may not have it. */
export function mayHaveRole(element: string, role: string): boolean {
  const allowed = DOC_ROLES[element];
  return allowed === undefined || !role.startsWith("doc-") || allowed.split(" ").includes(role);
}
