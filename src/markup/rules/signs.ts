import type { RuleTable } from "../../diagnostics/rule.ts";

/** MRK: signs that stay in the printed text, that nobody sees, or that belong to another system. */
export const SIGN_RULES = {
  MRK043: {
    severity: "warning",
    summary: "spaces inside the asterisks of bold text",
    explanation:
      "Two asterisks make words bold only where they touch them. With a space between, readers see the asterisks. Translation programs often add such spaces. Take them away.",
    bad: { page: "Keep ** a spare key ** at home." },
    good: { page: "Keep **a spare key** at home." },
  },
  MRK044: {
    severity: "warning",
    summary: "asterisks that open or close nothing",
    explanation:
      "Bold text has two asterisks before it and two behind it. Here one pair is missing, so readers see the other. Type the missing pair, or delete these.",
    bad: { page: "Keep **a spare key at home." },
    good: { page: "Keep **a spare key** at home." },
  },
  MRK045: {
    severity: "warning",
    summary: "a placeholder that was never filled in",
    explanation:
      "Somebody left a mark for something to be written later: `[LINK]`, `[TODO]`. Readers would see it. Write what belongs there, or delete it.",
    bad: { page: "More is at [LINK]." },
    good: { page: "More is at https://example.org/." },
  },
  MRK080: {
    severity: "warning",
    summary: "signs that turn the order of letters around",
    explanation:
      "Some signs are not seen, and turn letters from right to left. With them a word or an address can be read as another one. Type the line anew by hand.",
    bad: { page: "The file is called key\u202Efdp.exe." },
    good: { page: "The file is called keyexe.pdf." },
  },
  MRK084: {
    severity: "warning",
    summary: "signs that nobody sees, which can number a copy",
    explanation:
      "The text holds signs that nobody sees. A row of them can hide a number that says whose copy this is. So they are left out of the books. Type the words anew before you pass the file on.",
    bad: { page: "Keep a spa\u200B\u200C\u200B\u200B\u200C\u200B\u200B\u200C\u200Bre key." },
    good: { page: "Keep a spare key." },
  },
  MRK100: {
    severity: "error",
    summary: "a remark of another system that is not closed",
    explanation:
      "A remark is for authors, and is not printed. This one has a beginning and no end. So nobody can tell what was meant to be hidden, and what follows is printed. Write its end.",
    bad: { page: "Keep a spare key.\n\n%%Ask Ada about this\n\nNow open the door." },
    good: { page: "Keep a spare key.\n\n%%Ask Ada about this%%\n\nNow open the door." },
  },
  MRK101: {
    severity: "warning",
    summary: "a tag of a template language",
    explanation:
      "Websites fill such tags with text. A book has no program that does so, so the tag is left out. Type what it stands for.",
    bad: { page: "Write to {{ site.email }}." },
    good: { page: "Write to ada@example.org." },
  },
  MRK102: {
    severity: "warning",
    summary: "a sign of another system that a book has no use for",
    explanation:
      "The sign works in another program: it makes a contents list, or marks a line for links. A book makes its own. It is left out. Delete it.",
    bad: { page: "[TOC]\n\nKeep a spare key." },
    good: { page: "Keep a spare key." },
  },
  MRK108: {
    severity: "warning",
    summary: "markup that is printed as it was typed",
    explanation:
      "These signs should make a heading, a list or bold text, and do not: a space or an empty line is missing. Readers see the signs. The hint says what to change.",
    bad: { page: "Keep ==a spare key== at home." },
    good: { page: "Keep a spare key at home." },
  },
} as const satisfies RuleTable;
