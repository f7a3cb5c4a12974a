import type { RuleTable } from "../diagnostics/rule.ts";

const LOCKS = "---\nlayout: module\ntitle: Locks\npermalink: /locks/\n";
const KEYS = "---\ntitle: Keys\npermalink: /keys/\n---\n\nKeep a spare key.\n";

/** Rules of the curriculum stage: links between its pages, and the languages of pages. */
export const CURRICULUM_RULES = {
  LNK001: {
    severity: "error",
    summary: "two pages of one language have the same permalink",
    explanation:
      "A permalink is the address of one page. With two pages at one address, nobody can tell which of them a module or a link means. Often one file is an old copy. Give one page another permalink, or delete the old copy.",
    bad: {
      files: {
        "keys.md": KEYS,
        "old-keys.md": "---\ntitle: Keys (old)\npermalink: /keys/\n---\n\nOld text.\n",
      },
    },
    good: {
      files: {
        "keys.md": KEYS,
        "old-keys.md": "---\ntitle: Keys (old)\npermalink: /old-keys/\n---\n\nOld text.\n",
      },
    },
  },
  LNK002: {
    severity: "either",
    summary: "a module links a session that is not there",
    explanation:
      "The module lists a session, and no page has that address. The book would lack this session, so it is not made. Compare the `url:` with the `permalink:` in the header of the session. To make the books without it for now, add `--allow-missing` to the command.",
    bad: { files: { "locks.md": `${LOCKS}input:\n  - name: Keys\n    url: /kesy/\n---\n` } },
    good: { files: { "locks.md": `${LOCKS}input:\n  - name: Keys\n    url: /keys/\n---\n` } },
  },
  LNK003: {
    severity: "either",
    summary: "a module lists a session without an address",
    explanation:
      "The module gives the name of a session, and not its address. Names can change, so a session is found by its permalink alone. Type the permalink behind `url:`.",
    bad: { files: { "locks.md": `${LOCKS}input:\n  - name: Keys\n    url:\n---\n` } },
    good: { files: { "locks.md": `${LOCKS}input:\n  - name: Keys\n    url: /keys/\n---\n` } },
  },
  LNK004: {
    severity: "either",
    summary: "a module lists another module as a session",
    explanation:
      "A module is made of sessions; a module within a module has no place in a book. List the sessions of the other module one by one. To say that it should be read first, name it under `prerequisites:`.",
    bad: {
      files: {
        "doors.md":
          "---\nlayout: module\ntitle: Doors\npermalink: /doors/\ninput:\n  - name: Locks\n    url: /locks/\n---\n",
      },
    },
    good: {
      files: {
        "doors.md":
          "---\nlayout: module\ntitle: Doors\npermalink: /doors/\ninput:\n  - name: Keys\n    url: /keys/\n---\n",
      },
    },
  },
  LNK005: {
    severity: "error",
    summary: "a module lists no sessions",
    explanation:
      "A book is a module with its sessions. This module has none, so there is no book to make. List its sessions under one of the four stages. If the page is no module, take `layout: module` out of its header.",
    bad: { files: { "locks.md": `${LOCKS}---\n\nAbout locks.\n` } },
    good: {
      files: {
        "locks.md": `${LOCKS}input:\n  - name: Keys\n    url: /keys/\n---\n\nAbout locks.\n`,
      },
    },
  },
  LNK006: {
    severity: "warning",
    summary: "a module lists a session twice",
    explanation:
      "One session stands in two places of a module. The book has it once, in the first place. Perhaps the second address was copied, and another session was meant.",
    bad: {
      files: {
        "locks.md": `${LOCKS}input:\n  - name: Keys\n    url: /keys/\n  - name: Bolts\n    url: /keys/\n---\n`,
      },
    },
    good: {
      files: {
        "locks.md": `${LOCKS}input:\n  - name: Keys\n    url: /keys/\n  - name: Bolts\n    url: /bolts/\n---\n`,
      },
    },
  },
  LNK007: {
    severity: "either",
    summary: "an address belongs to more than one page",
    explanation:
      "The module lists an address that several pages have. The book cannot guess which of them you mean. Give each page a permalink of its own.",
    bad: {
      files: {
        "keys.md": KEYS,
        "old-keys.md": "---\ntitle: Keys (old)\npermalink: /keys/\n---\n\nOld text.\n",
      },
    },
    good: {
      files: {
        "keys.md": KEYS,
        "old-keys.md": "---\ntitle: Keys (old)\npermalink: /old-keys/\n---\n\nOld text.\n",
      },
    },
  },
  LNK008: {
    severity: "warning",
    summary: "a module's folder holds sessions that no module lists",
    explanation:
      "The folder of a module has sessions that are in no book. Perhaps somebody wrote a session and forgot to list it. Add it to the module's header, or move it to another folder.",
    bad: {
      files: {
        "doors/doors.md":
          "---\nlayout: module\ntitle: Doors\npermalink: /doors/\ninput:\n  - name: Frames\n    url: /doors/frames/\n---\n",
        "doors/frames.md":
          "---\ntitle: Frames\npermalink: /doors/frames/\nadids: Input\n---\n\nLook at the frame.\n",
        "doors/hinges.md":
          "---\ntitle: Hinges\npermalink: /doors/hinges/\nadids: Input\n---\n\nOil the hinges.\n",
      },
    },
    good: {
      files: {
        "doors/doors.md":
          "---\nlayout: module\ntitle: Doors\npermalink: /doors/\ninput:\n  - name: Frames\n    url: /doors/frames/\n  - name: Hinges\n    url: /doors/hinges/\n---\n",
        "doors/frames.md":
          "---\ntitle: Frames\npermalink: /doors/frames/\nadids: Input\n---\n\nLook at the frame.\n",
        "doors/hinges.md":
          "---\ntitle: Hinges\npermalink: /doors/hinges/\nadids: Input\n---\n\nOil the hinges.\n",
      },
    },
  },
  LNK009: {
    severity: "warning",
    summary: "a redirect has the address of another page",
    explanation:
      "`redirect_from:` lists addresses that a page had earlier. Here one of them is the present address of another page, and links to it lead there. Delete the redirect, or change the permalink of the other page.",
    bad: {
      files: {
        "bolts.md":
          "---\ntitle: Bolts\npermalink: /bolts/\nredirect_from: /keys/\n---\n\nOil the bolts.\n",
      },
    },
    good: {
      files: {
        "bolts.md":
          "---\ntitle: Bolts\npermalink: /bolts/\nredirect_from: /old-bolts/\n---\n\nOil the bolts.\n",
      },
    },
  },
  LNK010: {
    severity: "warning",
    summary: "a renamed permalink leads nowhere",
    explanation:
      "The configuration says that a page has a new address, and no page has that new address. Links to the old one still lead nowhere. Type the permalink that the page has now.",
    bad: { files: { "handpress.yaml": "title: Locks\nrenamed:\n  /old-keys/: /kesy/\n" } },
    good: { files: { "handpress.yaml": "title: Locks\nrenamed:\n  /old-keys/: /keys/\n" } },
  },
  LNK020: {
    severity: "error",
    summary: "the letters of a page are none of its language",
    explanation:
      "The page counts as one in a language that is not written with its letters. Then the direction of the lines, the fonts and the words that the book adds are all wrong. Say the language in the header of the page or in handpress.yaml.",
    bad: {
      files: {
        "keys.md":
          "---\ntitle: مفاتيح البيت\npermalink: /keys/\nlanguage: es\n---\n\nفي هذا الدرس نتعلم كيف نحفظ مفاتيح البيت. احتفظ بمفتاح آخر في مكان لا يعرفه أحد غيرك. لا تكتب العنوان على المفتاح.\n",
      },
    },
    good: {
      files: {
        "keys.md":
          "---\ntitle: مفاتيح البيت\npermalink: /keys/\nlanguage: ar\n---\n\nفي هذا الدرس نتعلم كيف نحفظ مفاتيح البيت. احتفظ بمفتاح آخر في مكان لا يعرفه أحد غيرك. لا تكتب العنوان على المفتاح.\n",
      },
    },
  },
  LNK021: {
    severity: "warning",
    summary: "pages of a translation are not translated",
    explanation:
      "These pages lie in the folder of one language, and their letters are those of the main language. Translation programs fill folders with such copies. They count as not yet translated, and the books say so.",
    bad: {
      files: {
        "ar/locks.md": `${LOCKS}input:\n  - name: Keys\n    url: /keys/\n---\n\nA good lock keeps a door closed for a long time.\n`,
        "ar/keys.md":
          "---\ntitle: Keys\npermalink: /keys/\n---\n\nKeep a spare key in a place that only you know.\n",
      },
    },
    good: {
      files: {
        "ar/locks.md":
          "---\nlayout: module\ntitle: الأقفال\npermalink: /locks/\ninput:\n  - name: المفاتيح\n    url: /keys/\n---\n\nالقفل الجيد يحفظ الباب.\n",
        "ar/keys.md":
          "---\ntitle: المفاتيح\npermalink: /keys/\n---\n\nاحتفظ بمفتاح آخر في مكان لا يعرفه أحد غيرك.\n",
      },
    },
  },
  LNK022: {
    severity: "warning",
    summary: "pages in a script name no language",
    explanation:
      "Several languages are written with these letters: Arabic, Persian and Urdu, for example. Nothing says which one it is. The book may add words of another language, and a voice may read it wrongly. Type the tag of the language in handpress.yaml or in the headers.",
    bad: { files: { "keys.md": "---\ntitle: باب\npermalink: /keys/\n---\n\nباب.\n" } },
    good: {
      files: { "keys.md": "---\ntitle: باب\npermalink: /keys/\nlanguage: ar\n---\n\nباب.\n" },
    },
  },
} as const satisfies RuleTable;

export type CurriculumCode = keyof typeof CURRICULUM_RULES;
