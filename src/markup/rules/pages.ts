import type { TextTable } from "../../diagnostics/rule.ts";

/** MRK: pages as a whole, blocks, tables, signs, and what other systems leave in a text. */
export const PAGE_TEXTS = {
  MRK002: {
    severity: "warning",
    message: "Unexpected nesting of more than {levels} levels, expected a few",
    hint: "What lies deeper is flattened or left out; look for a line of many `>` or tags left open. If it must be so, add `--limit nesting=NUMBER` to the command.",
  },
  MRK003: {
    severity: "warning",
    message: "Unexpected HTML element <{tag}>, expected text, links and images",
    hint: {
      dropped:
        "It is left out with everything in it; to show it as an example, put it in a code block.",
      kept: "The tag is left out and its text is kept; write it as `&lt;...>` to show it as text.",
    },
  },
  MRK004: {
    severity: "error",
    message:
      "Unexpected number of parts, expected a page of at most {most} paragraphs, list items and the like",
    hint: "From here on the page is left out. Split it, or look for what was pasted many times. If it must be so, add `--limit page-parts=NUMBER` to the command.",
  },
  MRK030: {
    severity: "warning",
    message: "Unexpected reference to the footnote {found}, expected one that is defined",
    hint: "Add a line that begins with the same brackets and a colon: `[^1]: The text.`",
  },
  MRK031: {
    severity: "warning",
    message: "Unexpected footnote {quoted} that nothing refers to, expected a reference",
    hint: "Put `{mark}` where it belongs; until then {text} is left out.",
  },
  MRK043: {
    severity: "warning",
    message: "Unexpected space inside the asterisks of {found}, expected none",
    hint: {
      long: "Take away the spaces between the asterisks and the words.",
      short: "Take away the spaces between the asterisks and the words: `{typed}`.",
    },
  },
  MRK044: {
    severity: "warning",
    message: {
      before: "Unexpected `{marks}` before {word} without a partner, expected a pair around words",
      behind: "Unexpected `{marks}` after {word} without a partner, expected a pair around words",
      alone: "Unexpected `{marks}` without a partner, expected a pair around words",
    },
    hint: {
      opens:
        "Type `{marks}` after the last word that it is for, in the same paragraph, or take these two signs away; to print them, write `{printed}`.",
      closes:
        "Type `{marks}` before the first word that it is for, in the same paragraph, or take these two signs away; to print them, write `{printed}`.",
      both: "Type its partner at the other end of the words that it is for, or take these two signs away; to print them, write `{printed}`.",
      neither:
        "Take these two signs away, or the space between them and the words that they are for; to print them, write `{printed}`.",
    },
  },
  MRK045: {
    severity: "warning",
    message: "Unexpected placeholder {found}, expected what it stands for",
    hint: "Replace it, brackets and all.",
  },
  MRK060: {
    severity: "either",
    message:
      "Unexpected end of the text in the block {block}, expected `{colons}` after its last line",
    hint: {
      trainer:
        "Everything from here to the end of the page is left out of the participant's edition. Write `{colons}` on a line of its own where the note ends, indented as the line that opens it; each block needs its own.",
      other:
        "It ends with the text around it. Write `{colons}` on a line of its own where it ends, indented as the line that opens it.",
    },
  },
  MRK061: {
    severity: "warning",
    message:
      "Unexpected `{colons}` that closes nothing, expected a line such as `:::trainer` before it",
    hint: "Delete the line, or write the line that opens the block where it begins.",
  },
  MRK062: {
    severity: "warning",
    message: "Unexpected block {block}, expected one of {known}",
    hint: {
      near: "Its text is kept and stands in every edition. Did you mean `:::{near}`?",
      unknown:
        "Its text is kept and stands in every edition. For trainers only, type `:::trainer`.",
    },
  },
  MRK063: {
    severity: "warning",
    message: "Unexpected {block}, expected `:::{kind}`",
    hint: "It is read as `:::{kind}`. Type three colons and the English word, in every language.",
  },
  MRK064: {
    severity: "warning",
    message: "Unexpected block for participants within one for trainers, expected it outside",
    hint: "It is left out of the participant's edition with the block around it. Close that one first, with `:::` on a line of its own.",
  },
  MRK065: {
    severity: "warning",
    message: "Unexpected `:::trainer` within text or code, expected it on a line of its own",
    hint: "It is left out of the participant's edition all the same. Indent the line no further than the text around it, and put an empty line before it.",
  },
  MRK066: {
    severity: "warning",
    message: "Unexpected {found} within a line, expected it on a line of its own",
    hint: "As it stands everybody reads what follows. Write `:::trainer` on a line of its own before it, and `:::` on one after it.",
  },
  MRK070: {
    severity: "warning",
    message: "Unexpected table of {columns} columns, expected at most {most}",
    hint: "A page has no room for so many side by side: where words would be cut to pieces, each row is printed as a list. Make several tables of it, or turn rows and columns round.",
  },
  MRK071: {
    severity: "warning",
    message: "Unexpected word of {letters} characters, {word}, expected at most {most}",
    hint: "It is broken at the end of each line, wherever that is. Put spaces or hyphens where it can be parted; if it is a key or a code, put it between backticks.",
  },
  MRK072: {
    severity: "warning",
    message: "Unexpected code of {lines} lines, expected at most {most}",
    hint: "All of it is printed, over many pages. Show the lines that matter, and say where the rest can be had.",
  },
  MRK080: {
    severity: "warning",
    message: {
      forced:
        "Unexpected invisible sign {sign}, which turns the order of letters round, in {text}, expected none",
      alone: "Unexpected invisible sign {sign} without its partner in {text}, expected pairs",
      bdo: "Unexpected <bdo> that turns the order of letters round in {text}, expected none",
    },
    hint: {
      sign: "The words after it can be read as others than they are. Delete it: type the line again where you cannot see it.",
      bdo: "It prints the letters from the wrong end. Take the tag away; `dir` on the paragraph sets the direction of a text.",
    },
  },
  MRK084: {
    severity: "warning",
    message: "Unexpected signs that nobody sees ({counts}; {lines}), expected letters",
    hint: "Such signs can hold a number that tells whose copy this is. They are left out of the books. Type the words again before you pass the file itself on.",
  },
  MRK100: {
    severity: "error",
    message: {
      remark: "Unexpected end of the page in the remark that begins here, expected `{end}`",
      part: "Unexpected end of the page in the part that begins here, expected `{end}`",
    },
    hint: {
      remark:
        "What follows is printed for everybody. Write `{end}` where the remark ends; to show the sign itself, put it between backticks.",
      dropped:
        "What follows is left out with it. Write `{end}` where the part ends, or take away what hides it.",
      printed:
        "What follows is printed for everybody. Write `{end}` where the part ends, or take away what hides it.",
    },
  },
  MRK101: {
    severity: "warning",
    message: "Unexpected template tag {tag}, expected text",
    hint: "It is left out: nothing is put in for {name} here. Type what it stands for; to show the tag itself, put it between backticks.",
  },
  MRK102: {
    severity: "warning",
    message: "Unexpected {found} of another system, expected text",
    hint: {
      contents: "It is left out: a book has a list of contents of its own. Delete the line.",
      pageBreak:
        "It is left out: the theme says where pages begin. Delete it; `---` on a line of its own sets a rule.",
      word: "A word processor left it behind. It is left out, and the text around it is kept.",
      file: "It is left out: no other file is put in here. Copy the text of that file to this place.",
      code: "It is left out: a book runs no code. Delete the line; to show it as an example, put it in a code block.",
      plus: "It is left out. Delete the line; `---` on a line of its own sets a rule.",
    },
  },
  MRK103: {
    severity: "warning",
    message:
      "Unexpected {count} cells in a row, expected {expected} as in the head of the table: {text} has no column",
    hint: "A column without a heading is added for it. Write its heading into line {line}; where the sign itself is meant, type `\\|`.",
  },
  MRK104: {
    severity: "warning",
    message: "Unexpected `|` in the code {code}, expected `\\|`",
    hint: "It is read as a sign of the code. In a table type `\\|` for it: a bare `|` begins the next cell.",
  },
  MRK105: {
    severity: "warning",
    message: {
      rows: "Unexpected {count} rows without a line of dashes below the first, expected `{dashes}` there",
      spaces: "Unexpected columns made with spaces, expected `|` between the cells",
      tabs: "Unexpected columns made with tabs, expected `|` between the cells",
    },
    hint: {
      rows: "They are printed as text. Type that line below the head of the table, and leave no empty line between its rows.",
      columns:
        "They are printed as text, and the columns are lost. Type the head of the table as `{head}`, below it `{dashes}`, then its rows, with an empty line before and behind.",
    },
  },
  MRK106: {
    severity: "warning",
    message:
      "Unexpected {found} columns in the line of dashes, expected {expected} as in the head of the table",
    hint: "It is read as one of {columns}. Type below the head: `{dashes}`",
  },
  MRK107: {
    severity: "warning",
    message: "Unexpected line without `|` in a table, expected an empty line before it",
    hint: "It is read as a row of the table. Put an empty line between the table and the text below it.",
  },
  MRK108: {
    severity: "warning",
    message: "Unexpected {found} in the printed text, expected no signs of markup",
    hint: {
      picture:
        "Write a picture as `![what it shows](its address)`, without spaces between. Right below a tag of HTML it needs an empty line before it. To show the sign itself, put a backslash before it.",
      link: "Write a link as `[text](address)`, each bracket closed, without spaces between. Right below a tag of HTML it needs an empty line before it. To show the sign itself, put a backslash before it.",
      tag: "A tag of another system that is not whole. Delete it, or close it on the same line; to show it, put it between backticks.",
      attributes:
        "A list of attributes stands right after what it is for, or on a line of its own below it. Delete it, or put it there.",
      remark:
        "Write `%%` before a remark and after it, in the same paragraph. To show the signs, put them between backticks.",
      name: "Write a link as `[text](address)`. To show the sign itself, put a backslash before it.",
      bold: "Write bold words as `**bold**`, with no space inside the asterisks. Right below a tag of HTML it needs an empty line before it. To show the sign itself, put a backslash before it.",
      change:
        "A book shows no changes and no markings. Delete the signs, or write `**bold**`. To show the sign itself, put a backslash before it.",
      code: "Put the three backticks on a line of their own before the code, and the same on one after it.",
      heading:
        "Put an empty line before a heading, and at most six `#` and a space before its words. To show the sign itself, put a backslash before it.",
      item: "Type `- ` before each item, and an empty line before the first one.",
      table:
        "Write a table as `| a | b |`, and below its first row `|---|---|`, with an empty line before it.",
      box: "Write a box as `:::notice` on a line of its own, and `:::` on a line after it. Its text begins at the margin: four spaces before a line make code of it.",
      tabs: "A book has no tabs. Write a heading, `### Windows`, and the text below it from the margin: four spaces before a line make code of it.",
      emoji:
        "A name that another system shows as a sign. Type the sign itself, such as ⚠ or 🔒, or a word. To show the sign itself, put a backslash before it.",
      small:
        "Write small letters as `<sub>2</sub>` or `<sup>2</sup>`. To show the sign itself, put a backslash before it.",
      entity: "Type the sign that is meant, or the letters between `&` and `;` without `&amp;`.",
      html: "A tag is not whole, or none that is known. Delete it; to show it, put it between backticks.",
    },
  },
  MRK109: {
    severity: "warning",
    message: {
      address: "Unexpected loss of {lost}, expected it in the book",
      words: "Unexpected loss of {lost}, expected these words in the book",
    },
    hint: {
      address:
        "Look at the signs around it: a bracket, a quotation mark or a `|` may be missing or one too many.",
      words:
        "They are left out: a sign near them means something else than it seems. Look at the brackets and signs before them; put an empty line above and below; or write a backslash before the sign.",
    },
  },
  MRK111: {
    severity: "warning",
    message: "Unexpected sign of private use {sign}, expected letters that Unicode knows",
    hint: "Each font draws it in its own way, or not at all: readers see a box or nothing. Type the letter that is meant, or delete the sign.",
  },
} as const satisfies TextTable;
