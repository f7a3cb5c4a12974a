import type { RuleTable } from "../../diagnostics/rule.ts";

/** MRK: parts of a page between lines of colons, above all those for trainers. */
export const BLOCK_RULES = {
  MRK060: {
    severity: "either",
    summary: "a `:::` block that is not closed",
    explanation:
      "A block begins with a line such as `:::trainer` and ends with a line of three colons. This one has no end. If it is for trainers, everything down to the end of the page is left out of the participant's book. Write `:::` where the block ends.",
    bad: { page: ":::trainer\nGive them the wrong key first.\n\nNow open the door." },
    good: { page: ":::trainer\nGive them the wrong key first.\n:::\n\nNow open the door." },
  },
  MRK061: {
    severity: "warning",
    summary: "a line of colons that closes nothing",
    explanation:
      "A line of three colons ends a block, and no block is open. Perhaps the line that opens it was lost. Then a note for trainers may stand open for everybody. Write `:::trainer` where it begins, or delete the line.",
    bad: { page: "Give them the wrong key first.\n\n:::\n\nNow open the door." },
    good: { page: ":::trainer\nGive them the wrong key first.\n:::\n\nNow open the door." },
  },
  MRK062: {
    severity: "warning",
    summary: "a `:::` block with an unknown name",
    explanation:
      "The word behind the colons is not one that Handpress knows. The text of the block is kept, and everybody reads it. If it is for trainers only, type `:::trainer`.",
    bad: { page: ":::neighbours\nKeep a spare key.\n:::" },
    good: { page: ":::trainer\nKeep a spare key.\n:::" },
  },
  MRK063: {
    severity: "warning",
    summary: "a `:::` block whose name is misspelled or translated",
    explanation:
      "The word behind the colons is for the program. It stays in English in every language. It was understood this time. Type it as the message says, so that no note for trainers gets lost.",
    bad: { page: ":::trainr\nGive them the wrong key first.\n:::" },
    good: { page: ":::trainer\nGive them the wrong key first.\n:::" },
  },
  MRK064: {
    severity: "warning",
    summary: "a block for participants within one for trainers",
    explanation:
      "A part for participants stands within a part for trainers. The part for trainers is left out of their book with everything in it. Close it first, then open the other.",
    bad: {
      page: ":::trainer\nGive them the wrong key first.\n\n:::participant\nOpen the door.\n:::\n:::",
    },
    good: {
      page: ":::trainer\nGive them the wrong key first.\n:::\n\n:::participant\nOpen the door.\n:::",
    },
  },
  MRK065: {
    severity: "warning",
    summary: "a `:::trainer` line within text or code",
    explanation:
      "The line `:::trainer` is taken for text or code, because it stands too far to the right or within another block. What follows is left out of the participant's book all the same, to be safe. Begin the line where the text around it begins.",
    bad: { page: "Open the door.\n\n    :::trainer\n    Give them the wrong key first.\n    :::" },
    good: { page: "Open the door.\n\n:::trainer\nGive them the wrong key first.\n:::" },
  },
  MRK066: {
    severity: "warning",
    summary: "`:::trainer` in the middle of a line",
    explanation:
      "`:::trainer` works on a line of its own only. Here it stands behind other words, so everybody reads what follows. Put it on a line of its own, and `:::` below the note.",
    bad: { page: "Open the door. :::trainer Give them the wrong key first." },
    good: { page: "Open the door.\n\n:::trainer\nGive them the wrong key first.\n:::" },
  },
} as const satisfies RuleTable;
