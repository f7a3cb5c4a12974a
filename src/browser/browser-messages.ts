import type { MessageTable } from "../diagnostics/message-table.ts";

/**
 * What can go wrong with the browser. These have no codes of their own: a build tells them as OUT002,
 * or ends with 3 where the machine lacks something.
 */
export const BROWSER_MESSAGES = {
  /** No browser was found anywhere. */
  missing: {
    message: "No browser was found that could print the PDF",
    hint: "{remedies}\n{notes}",
  },
  /** The option or the environment names a browser that is not there. */
  path: {
    message: "Unexpected path {path} in {name}, expected a browser that can be run",
    hint: "leave {name} out, and Handpress looks for a browser by itself\n{remedies}",
  },
  /** It was found and does not start. */
  start: {
    message: {
      stopped: "The browser stopped as soon as it was started: {path}",
      folder: "The browser cannot write into the folder for temporary files, {path}",
    },
    hint: {
      stopped: "",
      folder:
        "free some space there, or name another folder in the environment variable TMPDIR (TEMP on Windows)",
    },
  },
  /** It died, twice. */
  died: {
    message: {
      crashed: "The browser crashed twice while it was printing",
      closed: "Unexpected use of a browser that is closed",
    },
    hint: {
      crashed:
        "It was started again after the first time, and printed this book alone.\nIt may lack memory: close other programs, build this module by itself, or make its pictures smaller.",
      closed: "",
    },
  },
  /** A document took longer than the time allowed. */
  hung: {
    message: "The PDF was not done after {seconds} seconds, the limit `book-seconds: {seconds}`",
    hint: "Close other programs and try again, make the module shorter, or take out what is nested deeply.\nA book that needs more time gets it by `--limit book-seconds=NUMBER` on the command line.",
  },
  /** A document asked for something that is not on its list, or went to another address. */
  refused: {
    message: "Unexpected request from the document, expected nothing but its own files",
    hint: "",
  },
  /** A font or picture on the list could not be used. */
  unusable: {
    message: "The browser could not read a font or a picture of the book",
    hint: "",
  },
} as const satisfies MessageTable;

/** What went wrong with the browser. `missing` and `path` mean exit code 3. */
export type BrowserProblem = keyof typeof BROWSER_MESSAGES;

const EMBEDDED =
  "on Linux x64, install Handpress again with `npm ci`: a browser comes with it (@sparticuz/chromium)";
const NAMED =
  "name the one you have: `--browser PATH`, or the environment variable HANDPRESS_BROWSER";

/** Three ways to get a browser, one a line, by the names that Node has for systems. */
export const BROWSER_REMEDIES = {
  darwin: `install Google Chrome, Chromium or Microsoft Edge in Applications\n${NAMED}\n${EMBEDDED}`,
  win32: `use Microsoft Edge, which comes with Windows, or install Google Chrome\n${NAMED}\n${EMBEDDED}`,
  other: `${EMBEDDED}\ninstall a package: \`chromium-headless-shell\` or \`chromium\` (Debian, Tails), \`chromium\` (Fedora, Arch, Alpine)\n${NAMED}`,
} as const;

/** Why the browser that comes with Handpress is not used. */
export const EMBEDDED_NOTES = {
  absent: "the embedded browser (@sparticuz/chromium) is not installed",
  locked: "the embedded browser cannot be unpacked: {why}",
  foreign: "the embedded browser is for Linux with glibc on x64 only",
} as const;
