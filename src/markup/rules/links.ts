import type { TextTable } from "../../diagnostics/rule.ts";

/** MRK: links and their addresses, pictures, and what is left of both. */
export const LINK_TEXTS = {
  MRK010: {
    severity: "warning",
    message: "Unexpected link {text} without an address, expected one in the round brackets",
    hint: "Write the address between `(` and `)`, or take the brackets away.",
  },
  MRK011: {
    severity: "error",
    message: {
      absent: "Unexpected link address {address}, expected the permalink of a page",
      unread:
        "Unexpected link to {address}, a page that could not be read, expected one that can be",
      shared: "Unexpected link to {address}, the permalink of {count} pages, expected that of one",
    },
    hint: {
      absent:
        "Correct the address; a page on the web needs `https://` before it. Or take the link away: leave its words, without the brackets and the address.",
      near: "A page with a near name is at `{near}`: write that. Or take the link away: leave its words, without the brackets and the address.",
      file: "Leave the address as it is: the page is there. Mend {path} first; its own message says how.",
      folder:
        "The folder {path} could not be opened, and the page may be in it. Mend that first; its own message says how.",
      shared: "They are {files}. Give each a permalink of its own.",
    },
  },
  MRK012: {
    severity: "error",
    message: "Unexpected link address {address}: {reason}",
    hint: "Use an address that begins with `https://`, `http://` or `mailto:`, or a permalink.",
  },
  MRK013: {
    severity: "warning",
    message: "Unexpected link to {address}, expected a heading or an id of this page",
    hint: "Use the heading's words in small letters with hyphens: `#step-2-install`.",
  },
  MRK020: {
    severity: "warning",
    message: "Unexpected image {address} without a description, expected one",
    hint: 'Say what it shows: `![A padlock in the address bar](…)`, or `alt="…"` in an `<img>`.',
  },
  MRK021: {
    severity: "error",
    message: {
      absent: "Unexpected image address {address}, expected an image file of the curriculum",
      unread: "Unexpected image {address} that could not be read, expected one that can be",
    },
    hint: {
      absent:
        "Add the file, or correct the address. An address that begins with / is taken from the curriculum's folder.",
      space:
        "Add the file, or correct the address. An address that begins with / is taken from the curriculum's folder. For a space in it you can write `%20`; a title stands in quotation marks.",
      near: "A file with a near name is at `{near}`.",
      unread: "Leave the address as it is. Mend {path} first; its own message says how.",
    },
  },
  MRK022: {
    severity: "error",
    message: "Unexpected image address {address}: {reason}",
    hint: "Put the image file into the curriculum's folder and use its address there.",
  },
  MRK040: {
    severity: "warning",
    message: "Unexpected space in the link {found}, expected `](`",
    hint: "Take away the space between `]` and `(`",
  },
  MRK041: {
    severity: "warning",
    message: "Unexpected space in the image {found}, expected `![`",
    hint: "Take away the space between `!` and `[`",
  },
  MRK042: {
    severity: "warning",
    message: "Unexpected full-width brackets in {found}, expected `(` and `)`",
    hint: "Type plain round brackets around the address.",
  },
  MRK081: {
    severity: "warning",
    message: {
      mixed:
        "Unexpected letters of several scripts in {shown} (its real name is {host}), expected a name that cannot be taken for another",
      alike:
        "Unexpected letters that only look like a-z in {shown} (its real name is {host}), expected a name that cannot be taken for another",
    },
    hint: "The link leads to another place than it seems to. Type the address again by hand, and open it once.",
  },
  MRK082: {
    severity: "warning",
    message: "Unexpected text {said} of a link to {end}, expected the address that it leads to",
    hint: "Who reads {said} believes it. Write where the link leads, or words in place of an address.",
  },
  MRK083: {
    severity: "warning",
    message:
      "Unexpected {before} before the host {quoted}, expected an address that begins with its host",
    hint: "The link leads to {host}; what stands before the @ is a user's name or a trick. Take it away.",
  },
  MRK085: {
    severity: "warning",
    message: {
      swapped: "Unexpected order of the brackets of a link, {found}, expected `[](`",
      open: "Unexpected link {found} without `]`, expected it before the address",
      square: "Unexpected address right after `]` in {found}, expected round brackets",
      none: "Unexpected `](` in {found} that makes no link, expected an address in it",
      name: "Unexpected `[[` in {found}, expected `]]` after a page's name",
      end: "Unexpected end of the link to {found}, expected `)` after its address",
    },
    hint: {
      swapped: "Swap them: {typed}.",
      open: "Type the missing bracket: {typed}.",
      square: "Type round brackets around it: {typed}.",
      none: "Write the address alone between the round brackets, `%20` for a space in it. If it is no link, put a space between `]` and `(`.",
      name: "Type `]]` after the name, or take the brackets away.",
      end: "Type the missing bracket: `({address})`. Until then the address is taken to end at the next space.",
    },
  },
  MRK086: {
    severity: "error",
    message: {
      several: "Unexpected name in {written}, expected that of one page, not of several",
      none: "Unexpected name in {written}, expected that of a page or a file of the curriculum",
    },
    hint: {
      several: "Write a link with one of these addresses: {links}.",
      none: "Write the name of the page's file, its title, or a link with its permalink: `[words](/permalink/)`. Or take the link away: leave its words, without the brackets and the address.",
    },
  },
  MRK087: {
    severity: "warning",
    message: "Unexpected page or file within a page, {written}, expected a picture",
    hint: "A link to it stands in its place. Copy what the reader needs into this page, or take away the `!`.",
  },
  MRK088: {
    severity: "warning",
    message: {
      address: "Unexpected address in {found}, expected one without a space",
      label: "Unexpected label of a link in {found}, expected one that the page defines",
    },
    hint: {
      address:
        "Put it between `<` and `>`: `[{label}]: <{address}>`, with an empty line before it.",
      label: "Add a line at the page's end, with an empty line before it: `[{label}]: https://…`",
    },
  },
  MRK089: {
    severity: "warning",
    message: "Unexpected space in the address {found}, expected none",
    hint: {
      taken: "Take it away: `{typed}`.",
      kept: "If it belongs to the address, write `%20` for it: `{typed}`. If the address ends there, put the words after it outside of the brackets.",
    },
  },
  MRK090: {
    severity: "warning",
    message: "Unexpected round bracket in the address {found}, expected as many that open as close",
    hint: "Put the address between `<` and `>`: `(<{address}>)`",
  },
  MRK091: {
    severity: "warning",
    message: "Unexpected braces {found}, expected a list of attributes",
    hint: 'Write it as in `{width=40}` or `{alt="A lock"}`, with both quotation marks or none, or take it away.',
  },
  MRK092: {
    severity: "warning",
    message: {
      text: "Unexpected second `https://` in {found}, expected one",
      address: "Unexpected second `https://` in the address {found}, expected one",
    },
    hint: {
      text: "Leave one: `{typed}`.",
      address: "It is read as this. Type in its place: `{typed}`",
    },
  },
  MRK110: {
    severity: "warning",
    message: "Unexpected {dropped} in a mail address, expected one recipient, `subject` and `body`",
    hint: "It is left out of the books: who writes by this link would not see to whom the mail goes, or what goes with it. Take it out of the address.",
  },
} as const satisfies TextTable;
