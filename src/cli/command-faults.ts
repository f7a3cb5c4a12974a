import type { Command, CommanderError } from "commander";
import { findNearWord, parsePaper, RequestError } from "../api/request-words.ts";
import { quoteWord } from "../host/command-name.ts";
import { parseLanguage } from "../language/language.ts";
import likelyWords from "./likely-words.json" with { type: "json" };
import { lacksValue } from "./refuse-empty.ts";

/** What people write for an option, and for a command, by what it is here. */
const OPTIONS = byWord(likelyWords.options);
const COMMANDS = byWord(likelyWords.commands);

function byWord(table: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(table).flatMap(([meant, words]) =>
      words.split(" ").map((word) => [word, meant] as const),
    ),
  );
}

/**
 * Words of a command line that would be read as something else than was meant: a dash that a word
 * processor made of two hyphens, `-format` with one, and the `/?` of other systems.
 *
 * @throws RequestError
 */
export function refuseOddWords(program: Command, args: readonly string[]): void {
  const command = findCommand(program, args);
  const end = args.indexOf("--");
  for (const word of end < 0 ? args : args.slice(0, end)) {
    if (word === "/?" && command !== program) {
      throw new RequestError("Unexpected `/?`, expected `--help`", (name) => helpOf(name, command));
    }
    const [, dashes = "", letters = ""] = /^([-‐-―−]+)([a-z][\w-]+)/i.exec(word) ?? [];
    const meant = `--${letters.toLowerCase()}`;
    const isKnown = command.options.some(({ long }) => long === meant);
    if (letters === "" || dashes === "--" || (/^-+$/.test(dashes) && !isKnown)) continue;
    throw new RequestError(
      `Unexpected \`${word}\`, expected an option with two hyphens`,
      isKnown ? `Type \`${meant}\`.` : "Type two hyphens before its name: `--`.",
    );
  }
}

/**
 * What is wrong with a command line that could not be parsed, and what was likely meant.
 *
 * @returns undefined where the help that was printed says enough.
 */
export function explainFault(
  program: Command,
  args: readonly string[],
  { code, message }: CommanderError,
): RequestError | undefined {
  const command = findCommand(program, args);
  const [, quoted = ""] = /'([^']*(?:'[^']*)*)'/.exec(message.split("\n")[0] ?? "") ?? [];
  switch (code) {
    case "commander.unknownOption":
      return explainOption(program, command, quoted, args);
    case "commander.unknownCommand":
      return explainCommand(program, quoted, args);
    case "commander.optionMissingArgument": {
      const option = command.options.find(({ flags }) => flags === quoted);
      return option && lacksValue(option);
    }
    case "commander.missingArgument": {
      const [argument] = command.registeredArguments;
      return new RequestError(
        `Unexpected end after \`${command.name()}\`, expected ${argument?.description}`,
        (name) => `For example: \`${name} ${command.name()} output\`. ${helpOf(name, command)}`,
      );
    }
    case "commander.excessArguments": {
      const most = command.registeredArguments.length;
      return new RequestError(
        `Unexpected word after \`${command.name()}\`, expected ${most === 0 ? "options only" : "one name"}`,
        (name) =>
          `${most === 0 ? "" : "A name with spaces needs quotation marks. "}${helpOf(name, command)}`,
      );
    }
    default:
      return undefined;
  }
}

function findCommand(program: Command, args: readonly string[]): Command {
  const word = args.find((one) => !one.startsWith("-"));
  const asked = word === "help" ? args[args.indexOf(word) + 1] : word;
  return program.commands.find((one) => one.name() === asked) ?? program;
}

function helpOf(name: string, command: Command): string {
  const which = command.parent === null ? "" : ` ${command.name()}`;
  return `\`${name}${which} --help\` says what there is.`;
}

function explainOption(
  program: Command,
  command: Command,
  written: string,
  args: readonly string[],
): RequestError {
  const bare = written.replace(/^-+/, "").replace(/=.*$/s, "").toLowerCase();
  const own = `--${bare}`;
  const has = (one: Command, option: string) =>
    one.options.some(({ long }) => long === option.split(" ")[0]) || option === "--help";
  const known = command.options.flatMap(({ long }) => long?.slice(2) ?? []);
  const near = findNearWord(bare, [...known, ...OPTIONS.keys()], Math.floor((bare.length + 1) / 4));
  const isElsewhere = program.commands.some((one) => has(one, own));
  const meant = isElsewhere
    ? own
    : (OPTIONS.get(bare) ?? guessByValue(bare) ?? OPTIONS.get(near ?? "") ?? near);
  const option = meant === undefined || meant.startsWith("--") ? meant : `--${meant}`;
  const message = `Unexpected option \`${written}\`, expected one of \`${command.name()}\``;
  return new RequestError(
    command === program ? `Unexpected option \`${written}\` before the command` : message,
    (name) => {
      const others = program.commands.filter((one) => one !== command && has(one, own));
      if (command === program && others.length > 0) {
        return `Options stand behind the command: \`${name} ${others[0]?.name()} ${own}\``;
      }
      if (option !== undefined && has(command, option)) {
        const value = findValue(command, option, written, args);
        return `Did you mean \`${option}${value}\`? ${helpOf(name, command)}`;
      }
      const elsewhere = program.commands.filter((one) => has(one, option ?? own));
      const where = elsewhere.map((one) => `\`${one.name()}\``).join(" and ");
      const instead = where === "" ? "" : `\`${option ?? own}\` is an option of ${where}. `;
      return `${instead}${helpOf(name, command)}`;
    },
  );
}

/** What was written behind the option, where the one that was meant takes a value as well. */
function findValue(command: Command, option: string, written: string, args: readonly string[]) {
  if (command.options.find(({ long }) => long === option)?.required !== true) return "";
  const [, joined] = /=(.*)$/s.exec(written) ?? [];
  const value = joined ?? args[args.indexOf(written) + 1] ?? "";
  return value === "" || value.startsWith("-") ? "" : ` ${quoteWord(value)}`;
}

/** `--ar`, `--a5`: what is a value here. */
function guessByValue(bare: string): string | undefined {
  if (/[a-z]/.test(bare) && parsePaper(bare) !== undefined) return `--paper ${bare}`;
  return /^[a-z]{2}$/.test(bare) && parseLanguage(bare) !== undefined
    ? `--lang ${bare}`
    : undefined;
}

function explainCommand(program: Command, word: string, args: readonly string[]): RequestError {
  const names = program.commands.map((one) => one.name());
  const bare = word.toLowerCase();
  const near = findNearWord(bare, names, Math.floor((bare.length + 1) / 3));
  const meant = names.includes(bare) ? bare : (COMMANDS.get(bare) ?? near);
  const isBook = /\.(pdf|epub|docx?|odt|zip|jpe?g|png|heic|mp4)$/i.test(word);
  return new RequestError(
    `Unexpected command \`${word}\`, expected one of ${names.join(", ")}`,
    (name) => {
      const rest = args.map((one) => quoteWord(one)).join(" ");
      if (meant?.startsWith("--")) return `Did you mean \`${name} ${meant}\`?`;
      if (meant !== undefined) {
        const behind = rest.slice(quoteWord(word).length);
        return `Did you mean \`${name} ${meant}${behind}\`? ${helpOf(name, program)}`;
      }
      return isBook
        ? `To look into a file: \`${name} inspect ${rest}\``
        : `If it is a module or a folder, write what is to be done before it: \`${name} build ${rest}\``;
    },
  );
}
