import { type Diagnoser, diagnoseBy } from "../diagnostics/diagnose.ts";
import type { TextTable } from "../diagnostics/rule.ts";

/** What can be wrong between pages: addresses, modules and their sessions, languages. */
export const CURRICULUM_RULES = {
  LNK001: {
    severity: "error",
    message:
      "Unexpected second page with the permalink `{permalink}`, expected an address of its own",
    hint: "{first} has the same. Give one of the two another `permalink:`, or delete the one that is out of date.",
  },
  LNK002: {
    severity: "either",
    message: {
      link: "Unexpected session link `{address}`, expected the permalink of a page",
      unread: "Unexpected session `{address}` that could not be read, expected one that can be",
    },
    hint: {
      file: "Leave the address as it is: the page is there. Mend {path} first; its own message says how.",
      folder:
        "The folder {path} could not be opened, and the page may be in it. Mend that first; its own message says how.",
      foreign:
        "A session is a page of this curriculum. Type its permalink, or make it a link in the module's text.",
      lines:
        "The address is a folder. It holds {count|one session|# sessions} that no module lists. Type in place of {lines}:\n{listed}",
      brackets:
        "The address is a folder. It holds {count|one session|# sessions} that no module lists. Type below `{stage}:`, and the other sessions in the same way:\n{listed}",
      near: "{stage} session with a near name is `{title}` ({path}). If it was meant, its address is {meant}",
      line: "{stage} session with a near name is `{title}` ({path}). If it was meant, type in place of line {line}:\n{typed}",
      none: "No page has this permalink. Correct the address, delete {lines}, or add the page with this line in its header:\npermalink: /{key}/",
    },
  },
  LNK003: {
    severity: "either",
    message:
      "Unexpected session `{name}` without an address, expected `url:` with the permalink of a page",
    hint: {
      near: "{stage} session with a near name is `{title}` ({path}). If it was meant, its address is {meant}",
      line: "{stage} session with a near name is `{title}` ({path}). If it was meant, type below line {line}:\n{typed}",
      none: "Type after url: the permalink of its page, or delete the item.",
    },
  },
  LNK004: {
    severity: "either",
    message: "Unexpected link to the module `{title}`, expected the permalink of a session",
    hint: "{path} is a module: it has `layout: module` or lists sessions. Type the addresses of its sessions, or name it under `prerequisites:`.",
  },
  LNK005: {
    severity: "error",
    message:
      "Unexpected module without sessions, expected at least one under `activity`, `input`, `deepening` or `synthesis`",
    hint: 'Type in its header:\nactivity:\n  - name: "Title of the session"\n    url: /permalink/of/the/session/\n\nIf the page is no module, change its layout.',
  },
  LNK006: {
    severity: "warning",
    message: "Unexpected second link to the session {path}, expected each session once in a module",
    hint: "It is printed once, in the first place. Delete this item, or type the address of the session that was meant.",
  },
  LNK007: {
    severity: "either",
    message: "Unexpected session link `{address}` to {count} pages, expected the permalink of one",
    hint: "They are {files}. Give each a permalink of its own.",
  },
  LNK008: {
    severity: "warning",
    message:
      "Unexpected {count|a session|# sessions} in this module's folder that no module lists, expected every session in a stage",
    hint: "Add to the module's header, under the stage:\n{listed}",
  },
  LNK009: {
    severity: "warning",
    message: "Unexpected redirect from `/{key}/`, expected an address that no page has",
    hint: "Links to it lead to {path}. Delete the redirect, or change that page's permalink.",
  },
  LNK010: {
    severity: "warning",
    message: "Unexpected new address `{to}` of `{from}`, expected the permalink of a page",
    hint: "Type the page's present permalink after the colon, or delete the line.",
  },
  LNK020: {
    severity: "error",
    message: {
      page: "Unexpected {script} letters in a page in `{language}`, expected {expected} ones",
      all: "Unexpected language `{language}` of pages in {script} letters, expected theirs",
    },
    hint: {
      header: "Type in its place:\n{typed}",
      path: "Its folder or its name says {language}. Move it, or type in its header:\n{typed}",
      configuration:
        "handpress.yaml says language: {configured}, for pages that do not name theirs. Type in its header:\n{typed}",
      nothing: "Type in its header:\n{typed}",
      all: "Type:\n{typed}\nThe pages: {files}",
    },
  },
  LNK021: {
    severity: "warning",
    message:
      "Unexpected {script} letters in {count|a page|# pages} in `{language}`, expected {expected} ones",
    hint: "They count as not yet translated, and books say so. If they are meant to be in {source}, type in the header:\nlanguage: {source}\nThe pages: {files}",
  },
  LNK022: {
    severity: "warning",
    message:
      "Unexpected {script} letters in {count|a page|# pages} without a language, expected its tag",
    hint: "Type in handpress.yaml, for all pages that do not name theirs:\n{typed}\nThe pages: {files}",
  },
} as const satisfies TextTable;

/** Makes a diagnostic of this stage. */
export const diagnose: Diagnoser<typeof CURRICULUM_RULES> = diagnoseBy(CURRICULUM_RULES);
