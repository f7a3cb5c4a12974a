import type { RuleTable } from "../../diagnostics/rule.ts";

/** MRK: a page as a whole, and what is left of it. */
export const PAGE_RULES = {
  MRK002: {
    severity: "warning",
    summary: "lists, quotes or tags are nested too deep",
    explanation:
      "Lists stand within lists, or quotations within quotations, far deeper than anybody can follow. Often a tag was left open, or a line has many `>` signs. What lies deeper is left out or moved up. Look for the first line where it begins.",
    bad: { page: `${">".repeat(50)} Keep a spare key.` },
    good: { page: "> Keep a spare key." },
  },
  MRK003: {
    severity: "warning",
    summary: "an HTML element that is not allowed was dropped",
    explanation:
      "A page may use a few HTML tags for text, pictures and links. Others can run programs or load things from the network, so they are left out. The message says whether the text within is kept.",
    bad: { page: "Press <button>Open</button>." },
    good: { page: "Press **Open**." },
  },
  MRK004: {
    severity: "error",
    summary: "a page has too many parts; the rest is left out",
    explanation:
      "The page has more paragraphs and lines of lists than any real page. Perhaps a text was pasted again and again. The rest is left out, to keep the machine safe. Split the page.",
    bad: "A page with a list of 300,000 lines",
    good: "The same list on several pages, or as a file beside the book",
  },
  MRK070: {
    severity: "warning",
    summary: "a table with more columns than a page has room for",
    explanation:
      "A page has room for about eight columns. With more, words would be cut to pieces, so each row may be printed as a list. Make several tables of it, or leave out columns.",
    bad: {
      page: "| a | b | c | d | e | f | g | h | i |\n|---|---|---|---|---|---|---|---|---|\n| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 |",
    },
    good: { page: "| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |" },
  },
  MRK071: {
    severity: "warning",
    summary: "a word that is longer than a line",
    explanation:
      "The word does not fit into a line, so it is broken wherever the line ends. Readers cannot tell whether a hyphen belongs to it. If it is a key or a code, put it between backquotes; else write spaces or hyphens into it.",
    bad: { page: `The number is ${"keys".repeat(25)}.` },
    good: { page: "The number is written on the key." },
  },
  MRK072: {
    severity: "warning",
    summary: "code of more lines than a handout has room for",
    explanation:
      "More than 200 lines of code fill many pages, and nobody types them from paper. Show the lines that matter, and say where readers get the rest.",
    bad: { page: `\`\`\`\n${"turn the key\n".repeat(201)}\`\`\`` },
    good: { page: "```\nturn the key\n```" },
  },
  MRK109: {
    severity: "warning",
    summary: "words, links or pictures of a page that its book has not",
    explanation:
      "Handpress counts what stands in a page and looks for it in the book. Here something is missing: a sign near it means something else than it seems. Look at the brackets and quotation marks before it, and put empty lines around it.",
    bad: { page: "<a href='https://example.org/'>the school [here](https://example.net/)</a>" },
    good: { page: "[The school](https://example.org/), or [here](https://example.net/)" },
  },
  MRK111: {
    severity: "warning",
    summary: "a sign of private use, which has no meaning of its own",
    explanation:
      "This sign belongs to one font, which draws a picture or a letter for it. In every other font it is a box or nothing. Type the letter that is meant, or put a picture there.",
    bad: { page: "Press \uE001 to open." },
    good: { page: "Press the round button to open." },
  },
} as const satisfies RuleTable;
