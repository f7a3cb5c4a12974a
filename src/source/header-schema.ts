import * as z from "zod";
import { isNothing } from "./people.ts";
import { plainLine } from "./plain-line.ts";

const text = z
  .string()
  .nullish()
  .transform((value) => plainLine(value ?? ""));

/** "none" and the like are nothing. */
const value = text.transform((written) => (isNothing(written) ? "" : written));

/** What is looked up or compared: marks of direction are no part of it. */
const word = value.transform((written) => written.replace(/[\u061C\u200E\u200F\u2060]/g, ""));

const named = z.union([z.string(), z.object({ name: z.string() }).transform((each) => each.name)]);

/** One text or a list of them. */
const texts = z
  .union([named, z.array(named.nullable())])
  .nullish()
  .transform((given) => {
    const list = Array.isArray(given) ? given : [given];
    return list.map((each) => plainLine(each ?? "")).filter((each) => each !== "");
  });

const items = z
  .array(z.object({ name: text, url: text }))
  .nullish()
  .transform((list) => list ?? []);

/**
 * The header of a page. Every scalar arrives as text (`yaml.ts`), every key under its one name
 * (`header-entries.ts`); keys that are not named here are left out.
 */
export const headerSchema = z.object({
  layout: word,
  title: text,
  breadcrumb: text,
  summary: value,
  author: texts,
  date: word,
  updated: word,
  platforms: texts,
  level: texts.transform((list) => list.filter((each) => !isNothing(each)).join(", ")),
  prerequisites: texts,
  permalink: word,
  redirect_from: texts,
  parent: texts,
  activity: items,
  input: items,
  deepening: items,
  synthesis: items,
  adids: texts.transform((list) => list.filter((each) => !isNothing(each)).join(", ")),
  duration: word,
  licence: texts.transform((list) => list.filter((each) => !isNothing(each)).join("; ")),
  attribution: texts,
  audience: texts.transform((list) => list.filter((each) => !isNothing(each)).join(", ")),
  language: word,
});

export type HeaderValues = z.output<typeof headerSchema>;

const SESSIONS = "a list of sessions, each with `name` and `url`";
const NAMES = "a text or a list of texts";

/** What each key is for, in the words of a message: "Unexpected list in `title:`, expected …". */
export const EXPECTED: Readonly<Record<keyof HeaderValues, string>> = {
  layout: "one word",
  title: "one line of text",
  breadcrumb: "one line of text",
  summary: "a text",
  author: "names, parted by commas, or a list of names",
  date: "a date such as 2016-05-31",
  updated: "a date such as 2016-05-31",
  platforms: NAMES,
  level: "a word",
  prerequisites: NAMES,
  permalink: "an address such as /tails/install/",
  redirect_from: "an address or a list of addresses",
  parent: NAMES,
  activity: SESSIONS,
  input: SESSIONS,
  deepening: SESSIONS,
  synthesis: SESSIONS,
  adids: "the name of a stage",
  duration: "a time such as 30-45 minutes",
  licence: "a text",
  attribution: NAMES,
  audience: "trainer, participant or all",
  language: "a language tag such as ar",
};
