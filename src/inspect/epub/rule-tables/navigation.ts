import type { EpubRule } from "../epub-rule.ts";

/** What can be wrong with the ways into a book. */
export const NAVIGATION_RULES = {
  EPB201: {
    severity: "error",
    clause: "EPUB 3.3 §7.4.2",
    summary: "the navigation document has no contents, or several",
    explanation:
      "The navigation document has no contents, or several of them. Reading programs do not know what to show.",
    bad: 'A navigation document without `<nav epub:type="toc">`',
    good: 'One `<nav epub:type="toc">`',
  },
  EPB202: {
    severity: "error",
    clause: "EPUB 3.3 §7.3",
    summary: "a navigation list holds something else than its lines",
    explanation:
      "A list of the navigation may have lines alone: a link, and perhaps a list below it. Other things make reading programs lose lines.",
    bad: "A paragraph in the list of contents",
    good: "A list with one link in each line",
  },
  EPB203: {
    severity: "error",
    clause: "EPUB 3.3 §7.3",
    summary: "a line of the navigation has no text",
    explanation:
      "A line of the contents has no words. Readers cannot tell where it leads, and a voice says nothing.",
    bad: '`<a href="keys.xhtml"></a>`',
    good: '`<a href="keys.xhtml">Keys</a>`',
  },
  EPB204: {
    severity: "error",
    clause: "EPUB 3.3 §7.3",
    summary: "a line of the navigation leads nowhere",
    explanation:
      "A line of the contents leads to a place that is not in the book. Readers who follow it see an error.",
    bad: "A line that leads to `kyes.xhtml`",
    good: "A line that leads to `keys.xhtml`",
  },
  EPB205: {
    severity: "warning",
    clause: "EPUB 3.3 §7.4.2",
    summary: "the contents are not in the order of reading",
    explanation:
      "The contents name chapters in another order than the book has them. People who read with a voice lose their way.",
    bad: "“Bolts” before “Keys”, where the book has Keys first",
    good: "Both in the order of the book",
  },
  EPB206: {
    severity: "error",
    clause: "EPUB 3.3 §7.4.4",
    summary: "landmarks are repeated or lack their kind",
    explanation:
      "Landmarks are the cover, the contents, the beginning of the text. One has no kind, or the same kind is there twice. Reading programs use the first, or none.",
    bad: "Two landmarks `bodymatter`",
    good: "One landmark `bodymatter`",
  },
  EPB207: {
    severity: "warning",
    clause: "EPUB 3.3 §7.4.3",
    summary: "the page list is not in the order of reading",
    explanation:
      "The list of printed pages is not in the order of the book. Who looks for page 12 may come to page 40.",
    bad: "Page 12 after page 40",
    good: "Pages in their order",
  },
  EPB208: {
    severity: "error",
    clause: "OPF 2.0.1 §2.4.1",
    summary: "the NCX is not one",
    explanation:
      "The NCX is the contents for old reading programs. This file is something else. On old devices the book has no contents.",
    bad: "A file that is listed as NCX and is a page",
    good: "An NCX as programs for EPUB write it",
  },
  EPB209: {
    severity: "error",
    clause: "OPF 2.0.1 §2.4.1",
    summary: "the NCX has another identifier than the book",
    explanation:
      "The contents for old programs name another book than this one. Some devices refuse it.",
    bad: "An NCX with the identifier of an earlier edition",
    good: "The same identifier in both places",
  },
  EPB210: {
    severity: "error",
    clause: "OPF 2.0.1 §2.4.1",
    summary: "a line of the NCX leads nowhere",
    explanation:
      "A line of the contents for old programs leads to a place that is not in the book. On an old device, readers who follow it see an error.",
    bad: "A line to `kyes.xhtml`",
    good: "A line to `keys.xhtml`",
  },
  EPB211: {
    severity: "warning",
    clause: "EPUB 3.3 §7.4.2",
    summary: "the contents lead to nothing that is read",
    explanation:
      "No line of the contents leads to what is read. Readers can only turn page after page.",
    bad: "Contents with a line for the cover alone",
    good: "Contents with a line for each chapter",
  },
  EPB212: {
    severity: "error",
    clause: "EPUB 3.3 §5.7.2",
    summary: "a document beside the order of reading is not linked",
    explanation:
      "A document is outside the order of reading, and nothing links to it. Nobody can come to it.",
    bad: "A document of notes to which no link leads",
    good: "The same document, with links to the notes",
  },
} as const satisfies Readonly<Record<string, EpubRule>>;
