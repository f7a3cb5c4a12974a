import { harmless, mind, REMOVE, type TellRule, tells } from "../tell-rule.ts";

/** TEL: where and who. */
export const PEOPLE_TELLS = {
  TEL001: tells("where", "GPS", REMOVE, {
    explanation:
      "The file holds the place where it was made, as numbers that any map understands. That can be somebody's home.",
    bad: "A photo taken with a phone, with the place where it was taken",
    good: "The same photo, saved without its notes",
  }),
  TEL002: tells("where", "A place is named", REMOVE, {
    explanation:
      "The file names a town, a street or a country. It can say where somebody lives or works.",
    bad: "A photo with the words “Taken in Berne” in its notes",
    good: "The same photo without notes",
  }),
  TEL003: tells("where", "The clock's time zone", "Write dates without a time, or in UTC.", {
    explanation:
      "Dates in the file say how far the clock was from world time. So they tell in which part of the world it was made.",
    bad: "A PDF made at `2020-04-01 10:00 +03:00`",
    good: "A PDF with the date `2020-04-01`",
  }),
  TEL101: tells("who", "Somebody is named", "Remove the name, or print it where all can see it.", {
    explanation:
      "The file names a person or an organisation where readers do not see it: the author, the owner of a program, who saved it last.",
    bad: "A document whose properties say “Ada Locksmith”",
    good: "The same document without an author, or with the name printed in it",
  }),
  TEL102: harmless("who", "Named, and printed in the text as well", {
    explanation:
      "The file names somebody, and the same name is printed in its text. So it tells no more than every reader sees.",
    bad: "A book with its author on the cover and in its metadata",
    good: "The same; it needs no change",
  }),
  TEL103: tells("who", "A folder of somebody's machine", REMOVE, {
    explanation:
      "The file holds the name of a folder of the machine where it was made. Such names often have the name of the user in them.",
    bad: "`C:\\Users\\ada\\keys.docx` in a PDF",
    good: "The same PDF without it",
  }),
  TEL104: tells("who", "An address of somebody", REMOVE, {
    explanation:
      "The file holds a mail address, a telephone number or a page of somebody, where readers do not see it.",
    bad: "`ada@example.org` in the notes of a picture",
    good: "The same picture without notes",
  }),
  TEL105: mind("who", "Rights", {
    explanation:
      "The file says who has the rights to it, or under which licence it stands. Alone that tells little. Look whether it names somebody.",
    bad: "“© The Lock School” in the notes of a picture",
    good: "The same words printed in the book",
  }),
  TEL106: mind("who", "The number of a user's account", {
    explanation:
      "The file holds the number of a user's account on a machine. Two files of one user have the same number.",
    bad: "An archive that says “user 1001”",
    good: "An archive that was made without users",
  }),
  TEL107: tells("who", "Rights that may name the buyer", "Ask for a copy without such a lock.", {
    explanation:
      "The file comes from a shop and has a lock. Such files often hold the name or the account of who bought them.",
    bad: "A book with a lock, bought in a shop",
    good: "A copy without a lock",
  }),
  TEL108: tells("who", "The number of an organisation", REMOVE, {
    explanation:
      "The file holds a number that belongs to one organisation, as office programs write it.",
    bad: "A document that is marked with the number of a company's account",
    good: "The same document without the mark",
  }),
  TEL109: tells("who", "A name or password for a store of data", REMOVE, {
    explanation:
      "The file holds a name or a password with which it fetches data. Whoever has the file has them too.",
    bad: "A table that fetches its numbers from a store of data, with the password in it",
    good: "The same table with the numbers alone",
  }),
} as const satisfies Readonly<Record<string, TellRule>>;
