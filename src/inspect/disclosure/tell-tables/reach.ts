import { mind, REMOVE, type TellRule, tells } from "../tell-rule.ts";

/** TEL: what a file fetches, runs, and by what its copies are told apart. */
export const REACH_TELLS = {
  TEL201: tells(
    "fetches",
    "Loaded when the file is opened or read",
    "Whoever runs that site learns who reads it, where and when. Put it into the file, or remove it.",
    {
      explanation:
        "The file loads something from the network as soon as it is opened. Whoever runs that site learns from where it is read, and when. This is how readers are found.",
      bad: "A document with a picture at `https://example.org/key.png`",
      good: "The same document with the picture in it",
    },
  ),
  TEL202: tells("fetches", "Sends what is filled in", REMOVE, {
    explanation: "The file has a form that sends what is filled in to somebody.",
    bad: "A PDF with a button “Send”",
    good: "A form to print and fill in by hand",
  }),
  TEL203: mind("fetches", "Opens another file", {
    explanation: "The file opens another file when somebody clicks. Look which one it is.",
    bad: "A PDF with a link to `more.pdf`",
    good: "A PDF with the same text in it",
  }),
  TEL204: tells(
    "fetches",
    "Opens a file on another machine",
    "Whoever runs that machine learns who opens it, on Windows by name. Remove the link.",
    {
      explanation:
        "The file opens a file on another machine. On Windows the name of the reader is sent along.",
      bad: "A link to `\\\\server\\keys.docx`",
      good: "No such link",
    },
  ),
  TEL301: tells("runs", "A program", "It can change, fetch or send things. Remove it.", {
    explanation:
      "The file holds a program. It can run when the file is opened, and change, fetch or send things.",
    bad: "A document with macros",
    good: "The same document, saved without macros",
  }),
  TEL302: tells("runs", "Starts another program or file", REMOVE, {
    explanation: "The file starts another program or opens another file by itself.",
    bad: "A PDF that starts a program when it is opened",
    good: "A PDF without it",
  }),
  TEL401: tells(
    "tracking",
    "A picture nobody can see",
    "It counts who opens the file. Remove it.",
    {
      explanation:
        "The file loads a picture that nobody can see. Such pictures count who opens a file, and from where.",
      bad: "A mail with a picture of one pixel from `https://example.org/`",
      good: "The same mail without it",
    },
  ),
  TEL402: tells(
    "tracking",
    "An address that names the person who copied it",
    "Cut off what stands after the `?`.",
    {
      explanation:
        "The address has the name or the number of a person's account in it. Often it was copied from a browser while that person was logged in.",
      bad: "`https://example.org/keys?user=ada`",
      good: "`https://example.org/keys`",
    },
  ),
  TEL403: mind("tracking", "An address that says by which way it came", {
    explanation:
      "The address says where it was copied from: a newsletter, a social network. That tells a little about how it came to you.",
    bad: "`https://example.org/keys?utm_source=newsletter`",
    good: "`https://example.org/keys`",
  }),
  TEL404: mind("tracking", "An address with a long number of its own", {
    explanation:
      "The address has a long number that may stand for one person or one copy. Open it without the number: if it still leads there, write it so.",
    bad: "`https://example.org/keys?id=8f3a9c…`",
    good: "`https://example.org/keys`",
  }),
  TEL405: mind("tracking", "A picture of one pixel", {
    explanation:
      "The file has a picture of one pixel. It may be used for looks, or to count readers.",
    bad: "A picture of 1 × 1 pixel in a document",
    good: "The same document without it",
  }),
  TEL406: mind("tracking", "A number that tells this copy from others", {
    explanation:
      "The file has a number of its own. Two copies with the same number have one origin, so it can be followed from hand to hand.",
    bad: "A PDF with an identifier that the program made by chance",
    good: "A PDF with an identifier that follows from its content",
  }),
  TEL408: mind("tracking", "Signs that nobody sees, which can number a copy", {
    explanation:
      "The text holds signs that nobody sees. A row of them can hide a number that says whose copy this is.",
    bad: "A sentence with a row of signs without width",
    good: "The same sentence, typed anew",
  }),
  TEL407: mind("tracking", "Numbers by which documents of one writer can be matched", {
    explanation:
      "The file holds numbers that a program gives to each round of writing. With them, documents of one writer can be matched.",
    bad: "A Word document with the numbers of its writing rounds",
    good: "The same text as a PDF",
  }),
} as const satisfies Readonly<Record<string, TellRule>>;
