import type { MessageTable } from "../diagnostics/message-table.ts";
import { PAPER_HINT } from "../print/paper.ts";
import { type Refuser, refuseBy } from "./request-error.ts";

/**
 * What can be asked for and cannot be. These have no codes: nobody looks them up, since what is wrong
 * was typed a moment ago, and the hint says what can be typed instead. No book is made either, so no
 * list of diagnostics names them.
 */
export const REQUEST_MESSAGES = {
  booklet: {
    message: "Unexpected paper {paper} for a booklet, expected one that can be folded",
    hint: "The paper is the one in the printer, such as a4: its half is a page of the booklet.",
  },
  paper: { message: "Unexpected paper `{written}`, expected a size", hint: PAPER_HINT },
  language: {
    message: "Unexpected language `{written}`, expected one that a module is written in",
    hint: {
      none: "`{command} check` tells why no module could be read.",
      near: "Did you mean `--lang {near}`? There is {present}, or `all`.",
      other: "There is {present}, or `all`.",
    },
  },
  module: {
    message: {
      untranslated: "Unexpected module `{written}`, expected one that is there in {present}",
      unknown: "Unexpected module `{written}`, expected the name of one that is there",
    },
    hint: {
      untranslated: "This one is there in {languages}: type `--lang {language}`.",
      language: "It is a language: type `--lang {language}`.",
      none: "There are no modules here; `{command} check` tells why.",
      pattern: "Write the names of modules, or the folder of the curriculum for all of them.",
      joined: "Write the names apart, each a word of its own: {names}",
      near: "Did you mean {names}?",
      few: "There is {names}.",
      many: "`{command} list` shows the names.",
    },
  },
  session: {
    message: {
      trainers:
        "Unexpected session `{written}` in a participant's edition, expected one that is not for trainers",
      module: "Unexpected session `{written}`, expected the name of a session of {module}",
      any: "Unexpected session `{written}`, expected the name of a session of a module",
    },
    hint: {
      trainers:
        "Its header, or its module's, says audience: trainer. Without `--edition participant` it is printed for trainers.",
      none: "{found}There are no modules here; `{command} check` tells why.",
      module: "{found}The sessions of {module}: {names}.",
      many: "{found}Name the module as well, and its sessions are listed here; `{command} list` shows all.",
    },
  },
  catalogue: {
    message: {
      damaged: "Unexpected damage in the catalogue {path}, expected one that can be read wholly",
      tag: "Unexpected language `{written}`, expected a tag such as fa or pt-BR",
      source: "Unexpected language `{written}`, expected another one than the pages'",
      none: "Unexpected language `{written}`, expected one that has catalogues",
    },
    hint: {
      damaged:
        "Nothing was written: what cannot be read would be lost. `{command} i18n check` shows the lines. Mend them, and update again.",
      tag: "A tag is a short name: ar for Arabic, fa for Persian, zh-Hant for traditional Chinese.",
      source: "The pages are in this language already.",
      none: "To begin one, type: {command} i18n update {written}",
      some: "There is {present}. To begin another one, type: {command} i18n update {written}",
    },
  },
} as const satisfies MessageTable;

/** Makes the error of what was asked for. */
export const refusal: Refuser<typeof REQUEST_MESSAGES> = refuseBy(REQUEST_MESSAGES);

/** Lines of a hint about a session, each for something that is near. */
export const NEAR_SESSION = {
  elsewhere: "{name} has it, in {language}.\n",
  near: "Did you mean {names}?\n",
} as const;
