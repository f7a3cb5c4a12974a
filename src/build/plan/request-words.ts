import { readAudience } from "../../source/audience.ts";
import {
  EDITIONS,
  type Edition,
  FILE_NAMES,
  FONT_POLICIES,
  FORMATS,
  type Format,
  LINK_MODES,
  SIDES,
} from "../../source/book-options.ts";
import { describeLimit, LIMIT_KEYS, parseLimit, type SetLimits } from "../../source/limits.ts";
import { parseSizeBytes } from "../../source/size.ts";
import { findNearWord } from "../../wording/near-word.ts";
import { RequestError } from "../request-error.ts";

// What the words mean by which somebody asks for books. Each reader throws a RequestError for a word
// that means nothing.

/** What is one of a few words, by what messages call it. */
const CHOICES = {
  fonts: {
    words: FONT_POLICIES,
    hint: "Without the option, EPUBs carry fonts only for scripts that phones often lack.",
  },
  links: {
    words: LINK_MODES,
    hint: "Without the option, addresses are in numbered notes at the end of each session.",
  },
  names: {
    words: FILE_NAMES,
    hint: "With `--names language`, you can keep books of several languages in one folder.",
  },
  sides: {
    words: SIDES,
    hint: "Two is for paper that is printed on both sides: margins are mirrored, chapters begin on the right.",
  },
} as const;

export function choiceReader(name: keyof typeof CHOICES): (written: string) => string {
  const { words, hint } = CHOICES[name];
  return (written) => {
    const word = written.trim().toLowerCase();
    const counted = name === "sides" ? SIDES[Number(word) - 1] : undefined;
    const value = words.find((one) => one === (counted ?? word));
    if (value !== undefined) return value;
    const known = `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
    throw new RequestError(`Unexpected ${name} \`${written}\`, expected ${known}`, hint);
  };
}

export function readPagesPerSide(text: string): "2up" | "4up" {
  const count = Number(text);
  if (count === 2 || count === 4) return `${count}up`;
  throw new RequestError(
    `Unexpected number \`${text}\` of pages on a side, expected 2 or 4`,
    "With `--nup 2`, each side of a sheet carries two pages, made smaller.",
  );
}

export function readEditions(text: string): readonly Edition[] {
  const words = text.split(",").map((one) => one.trim());
  // A near word is not guessed: "trainee" is two letters from "trainer" and means the others.
  const read = words.map((word) => {
    const reading = readAudience(word, []);
    return reading?.how === "misspelled" ? undefined : reading?.audience;
  });
  const wrong = words.find((_, at) => read[at] === undefined);
  if (wrong !== undefined) {
    throw new RequestError(
      `Unexpected edition \`${wrong}\`, expected trainer, participant or all`,
      "The trainer's edition has everything. The participant's edition leaves out what is for trainers.",
    );
  }
  return EDITIONS.filter((edition) => read.includes(edition) || read.includes("all"));
}

export function readFormats(text: string): readonly Format[] {
  const words = text
    .toLowerCase()
    .split(/[\s,+]+/)
    .filter((one) => one !== "");
  const wanted = words.flatMap((one) => (/^(both|all)$/.test(one) ? FORMATS : [one]));
  const formats = wanted.map((one) => {
    const format = FORMATS.find((known) => known === one);
    if (format !== undefined) return format;
    throw new RequestError(
      `Unexpected format \`${one}\`, expected ${FORMATS.join(" or ")}`,
      "For both, write `--format pdf,epub`, or leave the option out.",
    );
  });
  return [...new Set(formats)];
}

export function readSessions(text: string, before: readonly string[] = []): readonly string[] {
  const names = text.split(",").map((one) => one.trim());
  return [...before, ...names.filter((name) => name !== "")];
}

/** For how many people paper is counted. */
export function readParticipants(text: string): number {
  const count = Number(text);
  if (/^\d{1,4}$/.test(text.trim()) && count > 0) return count;
  throw new RequestError(
    `Unexpected participants \`${text}\`, expected their number, such as 20`,
    "It changes no book: it says how many sheets of paper to bring.",
  );
}

/** From 0 to 100. */
export function readPercent(text: string): number {
  const percent = Number(text.trim().replace(/\s*%$/, ""));
  if (/\d/.test(text) && percent >= 0 && percent <= 100) return percent;
  throw new RequestError(
    `Unexpected share \`${text}\`, expected a number from 0 to 100`,
    "It is the least that must be translated, in per cent: --fail-under 90",
  );
}

/** In bytes. */
export function readMaxSize(text: string): number {
  const bytes = parseSizeBytes(text);
  // `--max-size 2` is no wish for two bytes.
  if (bytes !== undefined && bytes >= 1000) return bytes;
  const amount = Number.parseFloat(text);
  throw new RequestError(
    `Unexpected size \`${text}\`, expected one such as 500kB or 2MB`,
    bytes === undefined
      ? "It is the most that each EPUB may take; a number alone means bytes."
      : `A number alone means bytes. It is the most that each EPUB may take: write ${amount}kB or ${amount}MB.`,
  );
}

export function readLimit(written: string, before: SetLimits = {}): SetLimits {
  const [, key = "", value = ""] = /^([^=:]*)[=:](.*)$/s.exec(written) ?? [];
  const set = parseLimit(key.trim(), value);
  if (set !== undefined) return { ...before, ...set };
  const known = LIMIT_KEYS.find((one) => one === key.trim());
  if (known !== undefined) {
    throw new RequestError(
      `Unexpected \`${value}\` for the limit ${known}, expected ${describeLimit(known)}`,
      "A size is written as 500kB or 2MB, without a space.",
    );
  }
  const near = findNearWord((key || written).trim().toLowerCase(), LIMIT_KEYS, 4);
  throw new RequestError(
    `Unexpected limit \`${written}\`, expected a name, =, and a value`,
    `${near === undefined ? "" : `Did you mean ${near}=…? `}The names are ${LIMIT_KEYS.join(", ")}.`,
  );
}

/** https://reproducible-builds.org/specs/source-date-epoch/: seconds since 1970, in decimal. */
export function readSourceDate(text: string | undefined): number | undefined {
  if (text === undefined || text === "") return undefined;
  const seconds = Number(text);
  // The year 9999 is the last that the books' date formats can hold.
  if (/^\d+$/.test(text) && seconds < 253_402_300_800) return seconds;
  throw new RequestError(
    `Unexpected SOURCE_DATE_EPOCH \`${text}\`, expected seconds since 1970`,
    "Leave the variable out to date the books by their pages.",
  );
}
