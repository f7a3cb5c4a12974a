import { type Command, Option } from "commander";
import { RequestError } from "../build/request-error.ts";
import { readAudience } from "../source/audience.ts";
import { describeLimit, LIMIT_KEYS, parseLimit } from "../source/limits.ts";
import { findNearWord } from "../wording/near-word.ts";

/**
 * A value that is empty was mostly meant to be something: a variable of a script that is not set. It
 * is refused before anything is read, for it would mean the current folder, or nothing at all.
 */
export function refuseEmpty(command: Command): void {
  for (const option of command.options.filter(({ required }) => required)) {
    const { parseArg } = option;
    option.argParser((text: string, before: unknown) => {
      if (text.replaceAll(",", "").trim() === "") {
        throw new RequestError(
          `Unexpected \`${option.long}\` without a value, expected \`${option.flags.split(", ").at(-1)}\``,
          `It means: ${option.description}. Without it, leave the option out.`,
        );
      }
      return parseArg === undefined ? text : parseArg(text, before);
    });
  }
  for (const argument of command.registeredArguments) {
    argument.argParser((text: string, before: unknown) => {
      if (text.trim() === "") {
        throw new RequestError(
          `Unexpected empty word, expected ${argument.description}`,
          "Take away the empty quotation marks, or write a name between them.",
        );
      }
      return argument.variadic ? [...(Array.isArray(before) ? before : []), text] : text;
    });
  }
}

export function editionOption(): Option {
  const option = new Option(
    "-e, --edition <name>",
    "trainer, participant, or `all` (default: trainer)",
  );
  return option.argParser((text) => {
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
    return (["trainer", "participant"] as const).filter(
      (edition) => read.includes(edition) || read.includes("all"),
    );
  });
}

export function formatOption(): Option {
  return new Option(
    "-f, --format <list>",
    "pdf, epub, or both: pdf,epub (default: both)",
  ).argParser((text) => {
    const words = text
      .toLowerCase()
      .split(/[\s,+]+/)
      .filter((one) => one !== "");
    const formats = words.flatMap((one) => (/^(both|all)$/.test(one) ? ["pdf", "epub"] : [one]));
    const wrong = formats.find((one) => one !== "pdf" && one !== "epub");
    if (wrong !== undefined) {
      throw new RequestError(
        `Unexpected format \`${wrong}\`, expected pdf or epub`,
        "For both, write `--format pdf,epub`, or leave the option out.",
      );
    }
    return [...new Set(formats)];
  });
}

export function linksOption(): Option {
  const text =
    "how to show where links lead: notes (numbered), inline (in brackets), qr (notes with QR codes), none (no addresses; on screens links still work) (default: notes)";
  return new Option("--links <how>", text).argParser((written) => {
    const mode = written.trim().toLowerCase();
    if (["notes", "inline", "qr", "none"].includes(mode)) return mode;
    throw new RequestError(
      `Unexpected links \`${written}\`, expected notes, inline, qr or none`,
      "Without the option, addresses are in numbered notes at the end of each session.",
    );
  });
}

export function namesOption(): Option {
  const text = "names of files: plain (tails.epub) or language (tails.ar.epub) (default: plain)";
  return new Option("--names <how>", text).argParser((written) => {
    const names = written.trim().toLowerCase();
    if (["plain", "language"].includes(names)) return names;
    throw new RequestError(
      `Unexpected names \`${written}\`, expected plain or language`,
      "With `--names language`, you can keep books of several languages in one folder.",
    );
  });
}

export function sessionOption(): Option {
  const text = "make a handout of one session; you can give this option several times";
  return new Option("-s, --session <name>", text).argParser((written, before: unknown) => {
    const names = written.split(",").map((one) => one.trim());
    return [...(Array.isArray(before) ? before : []), ...names.filter((name) => name !== "")];
  });
}

export function fontsOption(): Option {
  const flags = "--fonts <when>";
  const text =
    "when EPUBs carry fonts: auto (for scripts that phones lack), always, never (default: auto)";
  return new Option(flags, text).argParser((written) => {
    const policy = written.trim().toLowerCase();
    if (["auto", "always", "never"].includes(policy)) return policy;
    throw new RequestError(
      `Unexpected fonts \`${written}\`, expected auto, always or never`,
      "Without the option, EPUBs carry fonts only for scripts that phones often lack.",
    );
  });
}

export function limitOption(): Option {
  const text =
    "raise or lower a limit, such as page-size=5MB; you can give this option several times";
  return new Option("--limit <setting>", text).argParser((written, before: unknown) => {
    const [, key = "", value = ""] = /^([^=:]*)[=:](.*)$/s.exec(written) ?? [];
    const set = parseLimit(key.trim(), value);
    if (set !== undefined) return { ...(before as object | undefined), ...set };
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
  });
}
