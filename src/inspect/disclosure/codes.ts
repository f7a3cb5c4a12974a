/** What a stranger may want to know of a file, in the order in which it is told. */
export const TOPICS = {
  where: { label: "Where made", none: "no place is named" },
  who: { label: "Who", none: "nobody is named" },
  fetches: { label: "Fetches", none: "nothing by itself" },
  runs: { label: "Runs", none: "nothing" },
  tracking: { label: "Tracking", none: "nothing that tells copies or readers apart" },
  device: { label: "Made with", none: "no machine or program is named" },
  when: { label: "When", none: "no date" },
  files: { label: "Files within", none: "nothing that has no place there" },
  hidden: { label: "Hidden", none: "nothing" },
  remarks: { label: "Remarks, forms", none: "none" },
  fonts: { label: "Fonts", none: "none" },
  other: { label: "Metadata", none: "nothing else" },
} as const;
export type Topic = keyof typeof TOPICS;

/**
 * `tells`: names somebody, a place or a machine, or reaches out by itself. `mind`: says little
 * alone, and something together with other things. `harmless`: what a book is meant to say.
 */
export type Level = "tells" | "mind" | "harmless";

export interface TellRule {
  readonly topic: Topic;
  readonly level: Level;
  /** Stands before the values. */
  readonly what: string;
  readonly advice?: string;
}

const REMOVE = "Remove it.";
const tells = (topic: Topic, what: string, advice: string): TellRule => {
  return { topic, level: "tells", what, advice };
};
const mind = (topic: Topic, what: string): TellRule => ({ topic, level: "mind", what });
const harmless = (topic: Topic, what: string): TellRule => ({ topic, level: "harmless", what });

/** The one table of what a file can tell, and how much that matters. Numbers go by topic. */
export const TELL_CODES = {
  TEL001: tells("where", "GPS", REMOVE),
  TEL002: tells("where", "A place is named", REMOVE),
  TEL003: tells("where", "The clock's time zone", "Write dates without a time, or in UTC."),

  TEL101: tells("who", "Somebody is named", "Remove the name, or print it where all can see it."),
  TEL102: harmless("who", "Named, and printed in the text as well"),
  TEL103: tells("who", "A folder of somebody's machine", REMOVE),
  TEL104: tells("who", "An address of somebody", REMOVE),
  TEL105: mind("who", "Rights"),
  TEL106: mind("who", "The number of a user's account"),
  TEL107: tells("who", "Rights that may name the buyer", "Ask for a copy without such a lock."),
  TEL108: tells("who", "The number of an organisation", REMOVE),
  TEL109: tells("who", "A name or password for a store of data", REMOVE),

  TEL201: tells(
    "fetches",
    "Loaded when the file is opened or read",
    "Whoever runs that site learns who reads it, where and when. Put it into the file, or remove it.",
  ),
  TEL202: tells("fetches", "Sends what is filled in", REMOVE),
  TEL203: mind("fetches", "Opens another file"),
  TEL204: tells(
    "fetches",
    "Opens a file on another machine",
    "Whoever runs that machine learns who opens it, on Windows by name. Remove the link.",
  ),

  TEL301: tells("runs", "A program", "It can change, fetch or send things. Remove it."),
  TEL302: tells("runs", "Starts another program or file", REMOVE),

  TEL401: tells("tracking", "A picture nobody can see", "It counts who opens the file. Remove it."),
  TEL402: tells(
    "tracking",
    "An address that names the person who copied it",
    "Cut off what stands after the `?`.",
  ),
  TEL403: mind("tracking", "An address that says by which way it came"),
  TEL404: mind("tracking", "An address with a long number of its own"),
  TEL405: mind("tracking", "A picture of one pixel"),
  TEL406: mind("tracking", "A number that tells this copy from others"),
  TEL408: mind("tracking", "Signs that nobody sees, which can number a copy"),
  TEL407: mind("tracking", "Numbers by which documents of one writer can be matched"),

  TEL501: tells("device", "A camera, telephone or other machine", REMOVE),
  TEL502: tells("device", "A serial number", REMOVE),
  TEL503: mind("device", "A program and its version"),
  TEL504: harmless("device", "A program"),
  TEL505: mind("device", "A colour profile that is not a common one"),
  TEL506: harmless("device", "A common colour profile"),
  TEL507: mind("device", "What a program left for itself"),
  TEL508: mind("device", "Packed on"),
  TEL509: tells("device", "A machine's network address within a number", REMOVE),
  TEL510: tells("device", "A printer", "Export a PDF, or choose another printer and save."),

  TEL601: mind("when", "To the minute or second"),
  TEL602: harmless("when", "A day or less exact"),
  TEL603: mind("when", "The files within are of different times"),
  TEL604: mind("when", "How long or how often it was worked on"),

  TEL701: mind("files", "Attached"),
  TEL702: tells(
    "files",
    "A small copy of the picture, which may show what was cut off or covered",
    REMOVE,
  ),
  TEL703: tells("files", "Left by a system or program, with names in it", "Delete it."),
  TEL704: mind("files", "Has no place there"),
  TEL705: mind("files", "Not searched"),
  TEL706: tells("files", "Something is added behind the picture's end", REMOVE),
  TEL707: mind("files", "Another picture within"),
  TEL708: tells(
    "files",
    "A small copy as a picture of its own, which may show what was cut off or covered",
    "Save what you see as a new JPEG or PNG picture.",
  ),
  TEL709: mind("files", "Bytes that are of no file, before its beginning or behind its end"),
  TEL710: tells(
    "files",
    "It is of more kinds than one",
    "Other programs open it as something else. Do not pass it on.",
  ),

  TEL801: mind("hidden", "Text that is not seen"),
  TEL802: mind("hidden", "A comment"),
  TEL803: tells(
    "hidden",
    "Earlier states of the file, which can be brought back",
    "Save it under a new name, or print it to a new PDF.",
  ),
  TEL804: mind("hidden", "A layer that is switched off"),
  TEL805: tells(
    "hidden",
    "Locked: what is in it cannot be told",
    "Unlock it (print a PDF to a new one, unpack an archive), and look into that.",
  ),
  TEL806: tells(
    "hidden",
    "Text that was deleted, and is still there",
    "Accept or reject all changes, then save.",
  ),
  TEL807: mind("hidden", "Changes that are kept"),
  TEL808: mind("hidden", "Not shown, and there"),
  TEL809: mind("hidden", "What was cut off a picture is still there"),

  TEL851: tells("remarks", "Somebody's remark", "Remove the remark, or its author."),
  TEL852: mind("remarks", "A remark without an author"),
  TEL853: tells("remarks", "A form that is filled in", "Empty it, if it is not meant to be read."),
  TEL854: mind("remarks", "Notes for the speaker"),

  TEL901: harmless("fonts", "Names"),
  TEL902: mind("fonts", "Fonts that come with one kind of system or program"),

  TEL951: harmless("other", "What a book says of itself"),
  TEL952: mind("other", "Other notes"),
  TEL954: harmless("other", "Words that stand for a picture or a part, and are heard"),
  TEL953: harmless("other", "How a picture was taken or stored"),
} as const satisfies Readonly<Record<string, TellRule>>;
export type TellCode = keyof typeof TELL_CODES;
