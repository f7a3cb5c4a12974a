import type { Command, Option } from "commander";
import { RequestError } from "../api/request-words.ts";

/**
 * A value that is empty was mostly meant to be something: a variable of a script that is not set. It
 * is refused before anything is read, for it would mean the current folder, or nothing at all.
 */
export function refuseEmpty(command: Command): void {
  for (const option of command.options.filter(({ required }) => required)) {
    const { parseArg } = option;
    option.argParser((text: string, before: unknown) => {
      if (text.replaceAll(",", "").trim() === "") throw lacksValue(option);
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

export function lacksValue({ long, flags, description }: Option): RequestError {
  return new RequestError(
    `Unexpected \`${long}\` without a value, expected \`${flags.split(", ").at(-1)}\``,
    `It means: ${description}. Without it, leave the option out.`,
  );
}
