import { type Diagnoser, diagnoseBy } from "../diagnostics/diagnose.ts";
import type { TextTable } from "../diagnostics/rule.ts";

/** What the edge can find: EDG, the machine's files; OUT, the output. */
export const EDGE_RULES = {
  EDG001: {
    severity: "error",
    message: {
      permission: "A file or folder cannot be opened: permission to read it is missing",
      other: "A file or folder cannot be opened: it cannot be read",
      image: "An image cannot be opened: {path}",
      special: "Unexpected pipe, socket or device, expected a list of sums",
      list: "The list of sums cannot be opened",
      folder: "The folder cannot be opened",
    },
    hint: {
      permission: "Give yourself the right to read it, or move it out of the curriculum.",
      other: "Copy it from another place, or move it out of the curriculum.",
      image: "Give yourself the right to read it, or copy it again from where it came.",
      special:
        "It was not opened. A folder that is sent to you has no such things: ask who sent it.",
      folder: "Give yourself the right to read the folder and all that is in it, or copy it again.",
    },
  },
  EDG002: {
    severity: "error",
    message: {
      curriculum: "Unexpected link out of the curriculum, expected a file or folder inside it",
      list: "Unexpected link, expected a list of sums in the folder",
    },
    hint: {
      curriculum:
        "It was not followed. Copy what it leads to into the curriculum, if it belongs there.",
      list: "It was not followed. A folder that is sent to you has no such links: ask who sent it.",
    },
  },
  EDG003: {
    severity: "error",
    message: "Unexpected folder without pages, expected Markdown files with a YAML header",
    hint: "Name the curriculum's folder: `{command} build PATH`. The folder content/ of Handpress shows what one looks like.",
  },
  EDG004: {
    severity: "error",
    message: "Unexpected pipe, socket or device, expected a file",
    hint: "It was not opened. No page and no picture is one: move it out of the curriculum.",
  },
  OUT001: {
    severity: "error",
    message: {
      permission: "The output folder cannot be written: permission to write there is missing",
      full: "The output folder cannot be written: the disk is full",
      missing:
        "The output folder cannot be written: a part of the path is a file, or leads nowhere",
      outside: "The output folder cannot be written: it is a link that leads elsewhere",
      busy: "The output folder cannot be written: another run holds it",
      special:
        "The output folder cannot be written: there is a pipe, a socket or a device in its place",
      large: "The output folder cannot be written: what is there is too large",
      other: "A book or list cannot be written: the system refuses it",
    },
    hint: {
      full: "Free some space, or name another disk with `--output FOLDER`. An earlier book is untouched.",
      outside:
        "Nothing was written there. If you made that link yourself, name its folder: `--output FOLDER`.",
      elsewhere: "Name a folder of yours with `--output FOLDER`. An earlier book is untouched.",
    },
  },
  OUT002: {
    severity: "error",
    message: "{message}",
    hint: "{details}This PDF was not made; an earlier one is untouched.",
  },
  OUT003: {
    severity: "warning",
    message: "{message}",
    hint: "A new one was written, with the books of this build. Build the others again.",
  },
  OUT004: {
    severity: "warning",
    message: "Unexpected content, expected the file that an earlier build wrote",
    hint: "Somebody or something has changed it since; SHA256SUMS keeps the sum that it had. Build it again.",
  },
  OUT010: {
    severity: "error",
    message: "{message}",
    hint: "{details}This PDF was not made; an earlier one is untouched.",
  },
} as const satisfies TextTable;

/** Makes a diagnostic of this stage. */
export const diagnose: Diagnoser<typeof EDGE_RULES> = diagnoseBy(EDGE_RULES);
