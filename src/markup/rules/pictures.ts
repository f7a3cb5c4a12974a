import type { RuleTable } from "../../diagnostics/rule.ts";

const KEY =
  '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80"><circle cx="20" cy="40" r="15"/></svg>\n';
const show = <const Line extends string>(line: Line) => ({
  files: {
    "keys.md": `---\ntitle: Keys\npermalink: /keys/\n---\n\n${line}\n`,
    "key.svg": KEY,
  },
});

/** MRK: pictures in a page, and footnotes. */
export const PICTURE_RULES = {
  MRK020: {
    severity: "warning",
    summary: "an image without alternative text",
    explanation:
      "People who cannot see the picture hear its description. Here it has none. Say in a few words what it shows.",
    bad: show("![](key.svg)"),
    good: show("![A key with a round head](key.svg)"),
  },
  MRK021: {
    severity: "error",
    summary: "an image whose file is missing",
    explanation:
      "There is no picture at this address. The book has the description in its place. Add the file, or correct the address. Small and capital letters count.",
    bad: show("![A key](kye.svg)"),
    good: show("![A key](key.svg)"),
  },
  MRK022: {
    severity: "error",
    summary: "an image whose address is refused",
    explanation:
      "Pictures must lie in the folder of the curriculum. Handpress never loads one from the network or from another place on your machine. Put the file into the curriculum, and write its address there.",
    bad: show("![A key](https://example.org/key.png)"),
    good: show("![A key](key.svg)"),
  },
  MRK030: {
    severity: "warning",
    summary: "a reference to a footnote that is not defined",
    explanation:
      "The text has the mark of a footnote, and the page has no such note. Readers see the brackets. Add a line that begins with the same mark and a colon.",
    bad: { page: "Keep a spare key.[^1]" },
    good: { page: "Keep a spare key.[^1]\n\n[^1]: Not under the mat." },
  },
  MRK031: {
    severity: "warning",
    summary: "a footnote that nothing refers to",
    explanation:
      "The page has a footnote, and no mark in the text leads to it. The note is left out of the book. Put its mark where it belongs.",
    bad: { page: "Keep a spare key.\n\n[^1]: Not under the mat." },
    good: { page: "Keep a spare key.[^1]\n\n[^1]: Not under the mat." },
  },
  MRK040: {
    severity: "warning",
    summary: "a space between the text and the address of a link",
    explanation:
      "A space between the square and the round bracket undoes the link. Translation programs often add one. Take the space away.",
    bad: { page: "See [the school] (https://example.org/)." },
    good: { page: "See [the school](https://example.org/)." },
  },
  MRK041: {
    severity: "warning",
    summary: "a space between `!` and the rest of an image",
    explanation:
      "A space behind the `!` undoes the picture: readers get a link. Translation programs often add one. Take the space away.",
    bad: show("! [A key](key.svg)"),
    good: show("![A key](key.svg)"),
  },
  MRK042: {
    severity: "warning",
    summary: "full-width parentheses around an address",
    explanation:
      "The round brackets are the wide ones of Chinese and Japanese. Only the plain ones make a link. Type plain brackets around the address.",
    bad: { page: "See [the school]（https://example.org/）." },
    good: { page: "See [the school](https://example.org/)." },
  },
  MRK091: {
    severity: "warning",
    summary: "braces behind a picture or a link that are no attribute list",
    explanation:
      "Braces behind a picture say how wide it is, or what it shows. These are not written as such a list, so readers see them. Write it as the message shows, or take it away.",
    bad: show('![A key](key.svg){width="40}'),
    good: show("![A key](key.svg){width=40}"),
  },
} as const satisfies RuleTable;
