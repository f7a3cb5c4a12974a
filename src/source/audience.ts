import { findNearWord } from "../wording/near-word.ts";
import { readPerson } from "../wording/trainer-phrase.ts";
import type { Wording } from "../wording/wording.ts";

/** Whom a session or a part of one is for. */
export type Audience = "trainer" | "participant";

export interface AudienceReading {
  readonly audience: Audience | "all";
  readonly how: "known" | "translated" | "misspelled";
}

/** English spellings of the same meaning; not worth a word. */
const KNOWN: Readonly<Record<AudienceReading["audience"], string>> = {
  trainer:
    "trainer trainers trainer's trainers' trainer-note trainer-notes trainers-note trainer-only facilitator facilitators facilitator's instructor instructors instructor's",
  participant: "participant participants participant's participants' learner learners",
  all: "all any both everybody everyone",
};

const MEANINGS = new Map<string, AudienceReading["audience"]>(
  (["trainer", "participant", "all"] as const).flatMap((audience) =>
    KNOWN[audience].split(" ").map((word) => [fold(word), audience] as const),
  ),
);

/** Only these are looked for among misspelled words: what is meant for trainers must not get out. */
const NEAR_WORDS = ["trainer", "trainers", "facilitator", "instructor", "participant"];

/**
 * Whom a word means: `trainer`, `Facilitators`, `للمدربين`, `trianer`.
 *
 * @param wording for words that a translator has translated: damage, but readable.
 * @returns undefined where it means none of these.
 */
export function readAudience(word: string, wording: Wording): AudienceReading | undefined {
  const folded = fold(word);
  const known = MEANINGS.get(folded);
  if (known !== undefined) return { audience: known, how: "known" };
  const translated = readPerson(wording, word.trim());
  if (translated !== undefined) return { audience: translated, how: "translated" };
  const near = folded.length < 5 ? undefined : findNearWord(folded, NEAR_WORDS, 2);
  const audience = near === undefined ? undefined : MEANINGS.get(near);
  return audience === undefined ? undefined : { audience, how: "misspelled" };
}

/**
 * Whom a header's `audience:` means. Several words are taken together: trainers and participants
 * are all.
 *
 * @returns undefined where one of the words means nobody we know.
 */
export function readAudiences(text: string, wording: Wording): AudienceReading | undefined {
  const words = text
    .replace(/(?<![\p{L}\p{N}])(?:for|only|the|para|pour)(?![\p{L}\p{N}])/giu, " ")
    .split(/[,;/&،؛]|\s+(?:and|or|y|et|و)\s+/u)
    .map((word) => word.trim())
    .filter((word) => word !== "");
  const readings = words.map(
    (word) => readAudience(word, wording) ?? readAmongWords(word, wording),
  );
  if (readings.length === 0 || readings.includes(undefined)) return undefined;
  const known = readings.filter((one) => one !== undefined);
  const audiences = new Set(known.map((one) => one.audience));
  const [only = "all"] = audiences;
  const how = known.find((one) => one.how !== "known")?.how ?? "known";
  return { audience: audiences.size === 1 ? only : "all", how };
}

/** "trainer (not for participants)", "co-trainers": what names trainers at all is not for everybody. */
function readAmongWords(text: string, wording: Wording): AudienceReading | undefined {
  const readings =
    text.match(/[\p{L}\p{M}'’]+/gu)?.map((word) => readAudience(word, wording)) ?? [];
  const isForTrainers = readings.some(
    (one) => one?.audience === "trainer" && one.how !== "misspelled",
  );
  return isForTrainers ? { audience: "trainer", how: "misspelled" } : undefined;
}

/** One spelling for comparisons: lower case, no vowel signs, Persian letters in their Arabic form. */
function fold(word: string): string {
  return word
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .replace(/[\u064B-\u065F\u0670\u0640\u200B-\u200F\u2060]/g, "")
    .replaceAll("ی", "ي")
    .replaceAll("ک", "ك")
    .trim()
    .replace(/[\s_-]+/g, "-");
}
