import { harmless, mind, REMOVE, type TellRule, tells } from "../tell-rule.ts";

/** TEL: what is within a file, hidden or not. */
export const INSIDE_TELLS = {
  TEL701: mind("files", "Attached", {
    explanation:
      "Another file is attached. Look into it too: it goes along wherever this file goes.",
    bad: "A PDF with a table attached",
    good: "A PDF without it",
  }),
  TEL702: tells(
    "files",
    "A small copy of the picture, which may show what was cut off or covered",
    REMOVE,
    {
      explanation:
        "The file holds a small copy of the picture. It may show what was later cut off or covered, such as a face.",
      bad: "A photo that was cut to hide a face, with the whole photo in its preview",
      good: "The same picture, saved anew",
    },
  ),
  TEL703: tells("files", "Left by a system or program, with names in it", "Delete it.", {
    explanation: "A system or a program has left a file that names other files or people.",
    bad: "A folder with `.DS_Store` in it",
    good: "The same folder without it",
  }),
  TEL704: mind("files", "Has no place there", {
    explanation: "This file has no place in a file of this kind. Look why it is there.",
    bad: "A text file in a picture archive",
    good: "The archive without it",
  }),
  TEL705: mind("files", "Not searched", {
    explanation:
      "This part was not searched, so nobody can say what is in it. The file is not called clean because of it.",
    bad: "A film within a document",
    good: "The document without the film",
  }),
  TEL706: tells("files", "Something is added behind the picture's end", REMOVE, {
    explanation:
      "Something stands behind the end of the picture. No program shows it, and it goes along with the picture.",
    bad: "A photo with an archive behind its last byte",
    good: "The same picture, saved anew",
  }),
  TEL707: mind("files", "Another picture within", {
    explanation:
      "There is another picture within this one. Look whether it shows what you want to show.",
    bad: "A photo that holds a second, larger one",
    good: "The same picture, saved anew",
  }),
  TEL709: mind("files", "Bytes that are of no file, before its beginning or behind its end", {
    explanation:
      "Bytes stand before the beginning or behind the end of the file. They belong to nothing that is shown.",
    bad: "A PDF with text before its first line",
    good: "The same PDF, saved anew",
  }),
  TEL710: tells(
    "files",
    "It is of more kinds than one",
    "Other programs open it as something else. Do not pass it on.",
    {
      explanation:
        "The file can be opened as two kinds of file. Programs disagree about what it is. That is often a trick.",
      bad: "A picture that is also an archive",
      good: "A picture alone",
    },
  ),
  TEL801: mind("hidden", "Text that is not seen", {
    explanation:
      "The file holds text that nobody sees: white on white, very small, or outside the page. Search and copying find it.",
    bad: "A PDF with white words on white paper",
    good: "The same PDF without these words",
  }),
  TEL802: mind("hidden", "A comment", {
    explanation:
      "The file holds a comment that is not shown. Whoever looks into the file can read it.",
    bad: "`<!-- ask Ada -->` in a web page",
    good: "The same page without it",
  }),
  TEL803: tells(
    "hidden",
    "Earlier states of the file, which can be brought back",
    "Save it under a new name, or print it to a new PDF.",
    {
      explanation:
        "Earlier states of the file are still in it. What you deleted or covered can be brought back.",
      bad: "A PDF from which a name was deleted, and then saved",
      good: "The same PDF, printed to a new one",
    },
  ),
  TEL804: mind("hidden", "A layer that is switched off", {
    explanation: "The file has a layer that is switched off. Anybody can switch it on.",
    bad: "A drawing with a hidden layer “names”",
    good: "The same drawing without this layer",
  }),
  TEL805: tells(
    "hidden",
    "Locked: what is in it cannot be told",
    "Unlock it (print a PDF to a new one, unpack an archive), and look into that.",
    {
      explanation: "The file is locked, so nobody can say what is in it.",
      bad: "A PDF that asks for a password",
      good: "The same PDF without a password",
    },
  ),
  TEL806: tells(
    "hidden",
    "Text that was deleted, and is still there",
    "Accept or reject all changes, then save.",
    {
      explanation:
        "Text was deleted while the program kept track of changes. It is still in the file.",
      bad: "A document in which a deleted name is kept as a change",
      good: "The same document, with all changes accepted",
    },
  ),
  TEL807: mind("hidden", "Changes that are kept", {
    explanation:
      "The file keeps who changed what, and when. Accept or reject all changes, then save.",
    bad: "A document that shows changes in colour",
    good: "The same document, with all changes accepted",
  }),
  TEL808: mind("hidden", "Not shown, and there", {
    explanation:
      "The file holds something that it does not show: a hidden row, a hidden sheet, a hidden slide. Whoever gets the file can show it. Delete it if it is not meant for them.",
    bad: "A table with a hidden sheet of addresses",
    good: "The same table without this sheet",
  }),
  TEL809: mind("hidden", "What was cut off a picture is still there", {
    explanation:
      "The picture was cut in the document, and the part that was cut off is still there. Anybody can bring it back. Cut the picture before you put it in.",
    bad: "A photo in a document from which a face was cut",
    good: "The photo, cut in a program for pictures",
  }),
  TEL851: tells("remarks", "Somebody's remark", "Remove the remark, or its author.", {
    explanation: "The file holds a remark, with the name of who wrote it.",
    bad: "A document with a remark of Ada Locksmith",
    good: "The same document without remarks",
  }),
  TEL852: mind("remarks", "A remark without an author", {
    explanation: "The file holds a remark that names nobody. Look whether readers should see it.",
    bad: "A PDF with a yellow note",
    good: "The same PDF without it",
  }),
  TEL853: tells("remarks", "A form that is filled in", "Empty it, if it is not meant to be read.", {
    explanation:
      "The file has a form, and something is filled in. Whoever gets the file can read it.",
    bad: "A form with somebody's address in it",
    good: "The empty form",
  }),
  TEL854: mind("remarks", "Notes for the speaker", {
    explanation: "The slides have notes for who speaks. They go along with the slides.",
    bad: "Slides with notes for the trainer",
    good: "The same slides as a PDF, without notes",
  }),
  TEL901: harmless("fonts", "Names", {
    explanation: "The file names its fonts. That says little.",
    bad: "A PDF with Noto Sans",
    good: "The same; it needs no change",
  }),
  TEL902: mind("fonts", "Fonts that come with one kind of system or program", {
    explanation: "These fonts come with one kind of system. So the file says on what it was made.",
    bad: "A document in a font that only Macs have",
    good: "The same document in a free font",
  }),
  TEL951: harmless("other", "What a book says of itself", {
    explanation:
      "A book says its title, its language and what it is about. That is what it is meant to say.",
    bad: "A book with its title and language",
    good: "The same; it needs no change",
  }),
  TEL952: mind("other", "Other notes", {
    explanation: "The file has notes that are in no list of known ones. Look what they say.",
    bad: "A picture with a note `X-Key: 17`",
    good: "The same picture without it",
  }),
  TEL954: harmless("other", "Words that stand for a picture or a part, and are heard", {
    explanation:
      "These words stand for a picture or a part, and are read by a voice. They should be there. Look whether they name somebody.",
    bad: "“A key with a round head” as the description of a picture",
    good: "The same; it needs no change",
  }),
  TEL953: harmless("other", "How a picture was taken or stored", {
    explanation:
      "These notes say how a picture was taken or stored: light, time of exposure, size. They name nobody.",
    bad: "A photo with its exposure time",
    good: "The same; it needs no change",
  }),
} as const satisfies Readonly<Record<string, TellRule>>;
