import { serialise } from "../../src/markup/serialise.ts";
import { editDocument } from "../../src/publication/edition.ts";
import { read } from "./reading.ts";

/** What participants see of a page. */
export function participants(body: string): string {
  const { document } = editDocument(read(body).document);
  const notes = document.footnotes.flatMap(({ children }) => children);
  return serialise([...document.body.children, ...notes]).trim();
}

/** Each hides SECRET and shows Shown; beside it what is found. */
export const HIDDEN: readonly (readonly [string, string, readonly string[]])[] = [
  ["a space, blank lines", "Shown\n\n::: trainer\n\nSECRET\n\n:::\n\nShown", []],
  ["straight after and before text", "Shown\n:::trainer\nSECRET\n:::\nShown", []],
  ["a list, its closing line not indented", ":::trainer\n- SECRET\n- SECRET\n:::\nShown", []],
  ["a quotation within", ":::trainer\n> SECRET\n:::\nShown", []],
  ["in a list", "- Shown\n\n  :::trainer\n  SECRET\n  :::\n- Shown", []],
  ["an item of nothing else", "- Shown\n- :::trainer\n  SECRET\n  :::\n- Shown", []],
  ["in a quotation", "> Shown\n>\n> :::trainer\n> SECRET\n> :::\n\nShown", []],
  [
    "a block within, of as many colons",
    ":::trainer\nSECRET\n:::tip\nSECRET\n:::\nSECRET\n:::\nShown",
    [],
  ],
  [
    "another tool's block within, with words behind its name",
    ":::trainer\nSECRET\n::: details SECRET and more\nSECRET\n:::\nSECRET\n:::\nShown",
    ["MRK062 13:1"],
  ],
  [
    "another tool's block within, with attributes",
    ':::trainer\n::: {.column width="50%"}\nSECRET\n:::\nSECRET\n:::\nShown',
    ["MRK062 12:1"],
  ],
  ["line breaks in HTML", "Shown<br>\n:::trainer<br>\nSECRET<br>\n:::<br>\nShown", []],
  ["a footnote that others refer to", "Shown[^a]\n\n:::trainer\n[^a]: SECRET\n:::\n", []],
  ["a footnote after one not closed", "Shown[^a]\n\n:::trainer\n\n[^a]: SECRET", ["MRK060 13:1"]],
  ["a class", "SECRET\n{: .trainer}\n\nShown", []],
  ["a class of HTML", '<div class="facilitator">\n\nSECRET\n\n</div>\n\nShown', []],
  ["a class in a line", 'Shown <span class="trainer-note">SECRET</span>', []],
  ["a class of an item", '<ul><li>Shown</li><li class="trainer">SECRET</li></ul>', []],
  ["an alert", "> [!TRAINER]\n> SECRET\n\nShown", []],
  ["a label on a line of its own", "Shown\n\n**Trainer's Note**<br>SECRET\n\nShown", []],
  ["a label above a line", "Shown\n\n**Trainer's Note**\nSECRET\n\nShown", []],
  ["a label in an item", "- Shown\n- **Trainer's Note:** SECRET\n- Shown", []],
  ["a label in a cell", "| Shown | b |\n|---|---|\n| **Trainer's Note:** SECRET | Shown |", []],
  [
    "deeper than anybody writes",
    `${":::tip\n".repeat(45)}:::trainer\nSECRET\n:::\n${":::\n".repeat(45)}\nShown`,
    [],
  ],
  ["a block within, of fewer colons", "::::trainer\n:::tip\nSECRET\n:::\nSECRET\n::::\nShown", []],
  ["a code sample with colons", ":::trainer\n```\n:::\n```\nSECRET\n:::\nShown", []],
  ["a comment with colons", ":::trainer\n<!--\n:::\n-->\n\nSECRET\n:::\nShown", []],
  ["a heading", "Shown\n:::trainer\n## SECRET\nSECRET\n:::\n", []],
  ["an attribute list below", ":::trainer\nSECRET\n:::\n{: .notice #x}\n\nShown", []],
  ["an attribute list within", ":::trainer\nSECRET\n{: .warning}\n:::\nShown", []],
  [
    "straight after an image's tag",
    'Shown\n\n<img src="/lock.png" alt="Shown">\n:::trainer\n**SECRET**\n:::\nShown',
    [],
  ],
  ["within HTML", "<div>\n:::trainer\nSECRET\n:::\n</div>\n\nShown", []],
  ["across HTML", "Shown\n\n<div>\n\n:::trainer\n\nSECRET\n\n</div>\n\n:::\n", ["MRK060 15:1"]],
  ["within a heading left open", "Shown\n\n<h2>Shown\n\n:::trainer\n\nSECRET\n\n:::\n</h2>", []],
  ["below a table's row", "| Shown |\n|---|\n| Shown |\n:::trainer\nSECRET\n:::\n", []],
  [
    "a trainer's note within",
    ":::trainer\n##### Trainer's Note\nSECRET\n## SECRET\nSECRET\n:::\nShown",
    [],
  ],
  ["after a trainer's note", "##### Trainer's Note\nSECRET\n:::trainer\nSECRET\n:::\nShown", []],
  ["a footnote of its own", "Shown\n:::trainer\nSECRET[^a]\n\n[^a]: SECRET\n:::\n", []],
  [
    "a footnote's footnote",
    "Shown\n:::trainer\nSECRET[^a]\n:::\n\n[^a]: SECRET[^b]\n\n[^b]: SECRET",
    [],
  ],
  ["in a footnote", "Shown[^a]\n\n[^a]: Shown\n    :::trainer\n    SECRET\n    :::\n", []],
  ["an image", 'Shown\n:::trainer\n![SECRET](/lock.png "SECRET")\n:::\n', []],
  ["two colons", "::trainer\nSECRET\n::\nShown", ["MRK063 11:1"]],
  ["a misspelled name", ":::trainr\nSECRET\n:::\nShown", ["MRK063 11:1"]],
  ["a translated name", ":::formadora\nSECRET\n:::\nShown", ["MRK063 11:1"]],
  [
    "for participants within",
    ":::trainer\n:::participant\nSECRET\n:::\nSECRET\n:::\nShown",
    ["MRK064 12:1"],
  ],
  ["not closed", "Shown\n\n:::trainer\nSECRET\n\n## SECRET\n", ["MRK060 13:1"]],
  ["not closed: a block within", ":::trainer\n:::tip\nSECRET\n:::\nSECRET", ["MRK060 11:1"]],
  [
    "closed by fewer colons",
    "Shown\n::::trainer\nSECRET\n:::\nSECRET",
    ["MRK061 14:1", "MRK060 12:1"],
  ],
  ["not closed in a list", "- Shown\n  :::trainer\n  SECRET\n- SECRET\n\nSECRET", ["MRK060 12:3"]],
  [
    "not closed in a list: closed outside",
    "1. Shown\n   :::trainer\n   SECRET\n:::\nSECRET",
    ["MRK060 12:4"],
  ],
  [
    "not closed in a quotation",
    "> Shown\n> :::trainer\n> SECRET\n\nSECRET\n\n- SECRET",
    ["MRK060 12:3"],
  ],
  [
    "not closed, in a block for participants",
    ":::participant\nShown\n:::trainer\nSECRET\n",
    ["MRK060 13:1"],
  ],
  [
    "closed in an item of the list within",
    ":::trainer\n- SECRET\n  :::\n- SECRET\n\nSECRET",
    ["MRK061 13:3", "MRK060 11:1"],
  ],
  [
    "indented as a paragraph's text",
    "Shown\n      :::trainer\n      SECRET\n      :::\n      Shown",
    ["MRK065 12:7"],
  ],
  ["indented as code", "Shown\n\n    :::trainer\n    SECRET\n    :::\n\nShown", ["MRK065 13:1"]],
];

/** Lines of every kind in any order: whatever they make, what stands after `:::trainer` hides. */
export const LINES = [
  "- item",
  "  more",
  "1. one",
  "> quote",
  "## Heading",
  "##### Trainer's Note",
  "```",
  "",
  "<div>",
  "</div>",
  "<br>",
  "<b>",
  "<!--",
  "-->",
  "<table><tr><td>",
  "| a | b |",
  "|---|---|",
  "[^a]: note",
  ":::tip",
  ":::participant",
  ":::banner",
  "{: .notice}",
  "    indented",
  "Term",
  ": meaning",
];
