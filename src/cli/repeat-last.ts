import { repeatWork, type WorkEnd } from "../api/repeat-work.ts";
import { withoutCache } from "../host/host.ts";
import type { BuildOptions } from "./build-request.ts";
import type { ExitCode, Shell } from "./terminal.ts";

/** What a command printed, and how it ended. */
interface Printed {
  readonly out: string;
  readonly note: string;
  readonly code: ExitCode;
}

export type RepeatedOptions = Pick<BuildOptions, "cache" | "browser">;

/** A command that can say whether the same words would say the same again. */
export type Repeatable<Options> = (
  shell: Shell,
  words: readonly string[],
  options: Options,
) => Promise<WorkEnd<ExitCode>>;

/** A command that runs, or prints again what it printed before of the same files. */
export function orRepeat<Options extends RepeatedOptions>(
  name: "build" | "check",
  load: () => Promise<Repeatable<Options>>,
) {
  return async (shell: Shell, words: readonly string[], options: Options): Promise<ExitCode> => {
    const { terminal, environment } = shell;
    const looks = [terminal.colour, terminal.canRewrite];
    const asked = [name, words, options, environment.SOURCE_DATE_EPOCH, looks];
    const host = options.cache === false ? withoutCache(shell) : shell;
    const browser = name === "build" ? { path: options.browser } : undefined;
    const { told, isRepeated } = await repeatWork<Printed>(host, asked, browser, async (own) => {
      const { noting, printed } = noteOutput({ ...host, ...own });
      const { told: code, isRepeatable } = await (await load())(noting, words, options);
      return { told: { ...printed(), code }, isRepeatable };
    });
    if (isRepeated && told.note !== "") terminal.note(told.note);
    if (isRepeated && told.out !== "") terminal.out(told.out);
    return told.code;
  };
}

function noteOutput(shell: Shell) {
  let out = "";
  let note = "";
  const terminal = {
    ...shell.terminal,
    out(text: string) {
      out += text;
      shell.terminal.out(text);
    },
    note(text: string) {
      // A line that is written over says only how far a build is.
      if (!text.startsWith("\r")) note += text;
      shell.terminal.note(text);
    },
  };
  return { noting: { ...shell, terminal }, printed: () => ({ out, note }) };
}
