import type { RuleTable } from "../../diagnostics/rule.ts";

/** HDR001 to HDR014: a header that cannot be read as it stands. */
export const HEADER_RULES = {
  HDR001: {
    severity: "error",
    summary: "a header is not closed",
    explanation:
      "A header begins and ends with a line of three hyphens. The second line is missing, or an editor made a long dash of the hyphens. Nobody can tell where the page's text begins, so the page is not read. Type `---` on a line of its own below the last key.",
    bad: { files: { "keys.md": "---\ntitle: Keys\npermalink: /keys/\n\nKeep a spare key.\n" } },
    good: {
      files: { "keys.md": "---\ntitle: Keys\npermalink: /keys/\n---\n\nKeep a spare key.\n" },
    },
  },
  HDR002: {
    severity: "error",
    summary: "a header is TOML",
    explanation:
      "The header is in TOML, between lines of three plus signs. Some programs for websites write it. Handpress reads YAML, between lines of three hyphens. Change the signs, and write each line as `key: value`.",
    bad: { files: { "keys.md": '+++\ntitle = "Keys"\n+++\n\nKeep a spare key.\n' } },
    good: {
      files: { "keys.md": '---\ntitle: "Keys"\npermalink: /keys/\n---\n\nKeep a spare key.\n' },
    },
  },
  HDR003: {
    severity: "error",
    summary: "a header names a language other than YAML",
    explanation:
      "A word stands behind the first three hyphens. In some programs it starts code within a page. Handpress never runs code from a page: it could harm who builds the book. Type the three hyphens alone, and write the header as `key: value`.",
    bad: { files: { "keys.md": '---js\n{ "title": "Keys" }\n---\n\nKeep a spare key.\n' } },
    good: {
      files: { "keys.md": "---\ntitle: Keys\npermalink: /keys/\n---\n\nKeep a spare key.\n" },
    },
  },
  HDR004: {
    severity: "error",
    summary: "a header is not a list of keys and values",
    explanation:
      "What stands between the two lines of hyphens is plain text or a list. A header is made of lines such as `title: Keys`. Perhaps the first line of hyphens was meant as a ruled line. Then put a header above it.",
    bad: { files: { "keys.md": "---\nKeep a spare key.\n---\n\nHide it well.\n" } },
    good: { files: { "keys.md": "---\ntitle: Keys\npermalink: /keys/\n---\n\nHide it well.\n" } },
  },
  HDR005: {
    severity: "error",
    summary: "a header holds the marks of a merge conflict",
    explanation:
      "Two people changed the same lines, and Git could not tell which version is right. It wrote both, between lines of `<` and `>`. Keep the right version, and delete the lines with the marks.",
    bad: {
      header:
        "<<<<<<< HEAD\ntitle: Keys\n=======\ntitle: Spare keys\n>>>>>>> draft\npermalink: /keys/",
    },
    good: { header: "title: Spare keys\npermalink: /keys/" },
  },
  HDR006: {
    severity: "error",
    summary: "a value with a colon is not quoted",
    explanation:
      "In a header a colon with a space behind it begins a new value. A title with a colon must stand between quotation marks. Without them the header cannot be read.",
    bad: { header: "title: Keys: the small ones\npermalink: /keys/" },
    good: { header: 'title: "Keys: the small ones"\npermalink: /keys/' },
  },
  HDR007: {
    severity: "error",
    summary: "a quotation mark is not closed, or closed by another",
    explanation:
      "A value that begins with a quotation mark ends with the same mark. Here the second one is missing, or it is another one, or text stands behind it. Type the value again with the same mark at both ends.",
    bad: { header: 'title: "Keys\npermalink: /keys/' },
    good: { header: 'title: "Keys"\npermalink: /keys/' },
  },
  HDR008: {
    severity: "error",
    summary: "a line of a header has no key",
    explanation:
      "Each line of a header says what it is about: a key, a colon, a space, then the value. This line has text alone. Perhaps it belongs to the line above it, or the header should end here.",
    bad: { header: "title: Keys\npermalink: /keys/\nKeep a spare key" },
    good: { header: "title: Keys\npermalink: /keys/\nsummary: Keep a spare key" },
  },
  HDR009: {
    severity: "error",
    summary: "a line of a header is indented wrongly",
    explanation:
      "Spaces at the beginning of a line have a meaning in a header: they say what the line belongs to. Lines that belong together begin in the same column. Move the line to where the hint shows it.",
    bad: { header: "title: Keys\n   permalink: /keys/" },
    good: { header: "title: Keys\npermalink: /keys/" },
  },
  HDR010: {
    severity: "error",
    summary: "a tab indents a line of a header",
    explanation:
      "A tab is as wide as each program wants it to be, so a header may not use it at the beginning of a line. Type spaces in its place: two for each step.",
    bad: {
      files: {
        "locks.md":
          "---\nlayout: module\ntitle: Locks\npermalink: /locks/\ninput:\n\t- name: Keys\n\t  url: /keys/\n---\n",
      },
    },
    good: {
      files: {
        "locks.md":
          "---\nlayout: module\ntitle: Locks\npermalink: /locks/\ninput:\n  - name: Keys\n    url: /keys/\n---\n",
      },
    },
  },
  HDR011: {
    severity: "error",
    summary: "a value begins with a character that YAML keeps for itself",
    explanation:
      "Some signs have a meaning of their own when a value begins with them: `@`, `%`, `*`, `&`, `!` and a few more. To write them as text, put the value between quotation marks.",
    bad: { header: "title: Keys\npermalink: /keys/\nauthor: @locksmith" },
    good: { header: 'title: Keys\npermalink: /keys/\nauthor: "@locksmith"' },
  },
  HDR012: {
    severity: "error",
    summary: "a header does not parse for another reason",
    explanation:
      "The header breaks a rule of YAML that is seldom met. The message says where, and what was found. If you cannot find the mistake, write the header anew with plain lines: `key: value`.",
    bad: { header: 'title: Keys\npermalink: /keys/\nsummary: "On C:\\keys"' },
    good: { header: "title: Keys\npermalink: /keys/\nsummary: 'On C:\\keys'" },
  },
  HDR013: {
    severity: "error",
    summary: "a header is too large or too deep",
    explanation:
      "No header needs this much text, or so many brackets within brackets. Perhaps the line that ends the header is missing, and the whole page was taken for it. It is not read, to keep the machine safe.",
    bad: {
      header: `title: Keys\npermalink: /keys/\nsummary: ${"[".repeat(120)}spare${"]".repeat(120)}`,
    },
    good: { header: "title: Keys\npermalink: /keys/\nsummary: Spare keys" },
  },
  HDR014: {
    severity: "error",
    summary: "a bracket or a quotation mark is not closed",
    explanation:
      "A value begins with a bracket, which starts a list, and no bracket ends it. To write a list, close it. To write the bracket as text, put the value between quotation marks.",
    bad: { header: "title: Keys\npermalink: /keys/\nauthor: [Ada, Lin" },
    good: { header: "title: Keys\npermalink: /keys/\nauthor: [Ada, Lin]" },
  },
} as const satisfies RuleTable;
