import { harmless, mind, REMOVE, type TellRule, tells } from "../tell-rule.ts";

/** TEL: with what and when a file was made. */
export const MAKING_TELLS = {
  TEL501: tells("device", "A camera, telephone or other machine", REMOVE, {
    explanation:
      "The file names the camera, phone or machine that made it. That can lead to its owner.",
    bad: "A photo that names the model of a phone",
    good: "The same photo without notes",
  }),
  TEL502: tells("device", "A serial number", REMOVE, {
    explanation:
      "The file holds the number of one camera or lens. It ties all photos of that camera together.",
    bad: "A photo with the serial number of the camera",
    good: "The same photo without notes",
  }),
  TEL503: mind("device", "A program and its version", {
    explanation:
      "The file names a program with its version. Together with other things that can point to a machine.",
    bad: "A PDF that names a program and its version",
    good: "A PDF that names neither",
  }),
  TEL504: harmless("device", "A program", {
    explanation: "The file names the program that made it. Alone that says little.",
    bad: "A book that says it was made with Handpress",
    good: "The same; it needs no change",
  }),
  TEL505: mind("device", "A colour profile that is not a common one", {
    explanation:
      "The picture has colours that were measured for one machine. Few people have the same.",
    bad: "A photo with the colour profile of one screen",
    good: "The same photo in common colours (sRGB)",
  }),
  TEL506: harmless("device", "A common colour profile", {
    explanation: "The picture has a common set of colours. Millions have the same.",
    bad: "A photo in sRGB",
    good: "The same; it needs no change",
  }),
  TEL507: mind("device", "What a program left for itself", {
    explanation: "A program has left notes for itself in the file. Nobody can say what they tell.",
    bad: "A picture with settings of a program for photos",
    good: "The same picture, saved without them",
  }),
  TEL508: mind("device", "Packed on", {
    explanation: "The archive says on which kind of system it was packed. Alone that tells little.",
    bad: "A book that was packed on a Mac",
    good: "A book whose archive names no system",
  }),
  TEL509: tells("device", "A machine's network address within a number", REMOVE, {
    explanation:
      "A number in the file was made from the network address of a machine. It leads to that machine.",
    bad: "A document whose identifier holds the address of a network card",
    good: "The same document with another identifier",
  }),
  TEL510: tells("device", "A printer", "Export a PDF, or choose another printer and save.", {
    explanation:
      "The file holds the settings of a printer, with its name. That can be the name of an office or a person.",
    bad: "A document with the settings of the printer “Ada's office”",
    good: "The same document as a PDF",
  }),
  TEL601: mind("when", "To the minute or second", {
    explanation:
      "The file says to the minute when it was made. Together with other things that shows when somebody was at work.",
    bad: "A PDF made at 22:41:07",
    good: "A PDF with the day alone",
  }),
  TEL602: harmless("when", "A day or less exact", {
    explanation: "The file says a day, a month or a year. That is what a book is meant to say.",
    bad: "A book with the date April 2020",
    good: "The same; it needs no change",
  }),
  TEL603: mind("when", "The files within are of different times", {
    explanation:
      "The files within have different times, so they tell when each part was made. Somebody can read from them when you work.",
    bad: "An archive with files of three evenings",
    good: "An archive whose files all have one time",
  }),
  TEL604: mind("when", "How long or how often it was worked on", {
    explanation:
      "The file says how long it was worked on, or how often it was saved. That tells how somebody works. A PDF does not keep it.",
    bad: "A document with “Editing time: 312 minutes”",
    good: "The same document as a PDF",
  }),
} as const satisfies Readonly<Record<string, TellRule>>;
