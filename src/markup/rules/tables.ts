import type { RuleTable } from "../../diagnostics/rule.ts";

/** MRK: tables that are typed in a way that loses cells. */
export const TABLE_RULES = {
  MRK103: {
    severity: "warning",
    summary: "a row of a table with more cells than its head",
    explanation:
      "The row has more cells than the table has headings. Other programs leave the last cells out. Here a column without a heading is added for them. Write the heading, or look for a `|` that is part of the text.",
    bad: { page: "| Key | Door |\n|---|---|\n| red | front | old |" },
    good: { page: "| Key | Door | Age |\n|---|---|---|\n| red | front | old |" },
  },
  MRK104: {
    severity: "warning",
    summary: "a `|` in the code of a table",
    explanation:
      "In a table a `|` ends a cell, also within code. Here it was taken as part of the code. Type `\\|`, so that other programs do the same.",
    bad: { page: "| Sign | Name |\n|---|---|\n| `a|b` | stroke |" },
    good: { page: "| Sign | Name |\n|---|---|\n| `a\\|b` | stroke |" },
  },
  MRK105: {
    severity: "warning",
    summary: "rows of a table without a line of dashes",
    explanation:
      "A table has a line of dashes below its head. Without it the rows are printed as text, with all their strokes. Type that line, and leave no empty line between the rows.",
    bad: { page: "| Key | Door |\n| red | front |\n| blue | back |" },
    good: { page: "| Key | Door |\n|---|---|\n| red | front |\n| blue | back |" },
  },
  MRK106: {
    severity: "warning",
    summary: "a table whose line of dashes has another number of columns",
    explanation:
      "The line of dashes has as many parts as the head has cells. Here the numbers differ. Other programs do not see a table then. Type one `---` for each heading.",
    bad: { page: "| Key | Door |\n|---|\n| red | front |" },
    good: { page: "| Key | Door |\n|---|---|\n| red | front |" },
  },
  MRK107: {
    severity: "warning",
    summary: "a line of text in a table",
    explanation:
      "A line of text stands right below a table, so it is taken for its last row. Put an empty line between them.",
    bad: { page: "| Key | Door |\n|---|---|\n| red | front |\nNow open the door." },
    good: { page: "| Key | Door |\n|---|---|\n| red | front |\n\nNow open the door." },
  },
} as const satisfies RuleTable;
