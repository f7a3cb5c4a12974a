import { repeatWork, type WorkEnd } from "../api/repeat-work.ts";
import { withoutCache } from "../host/host.ts";
import type { BuildOptions } from "./build-request.ts";
import type { ExitCode, Shell } from "./terminal.ts";

/** What a command printed, and how it ended. */
interface Printed {
  /** In its order, to the two outputs of a terminal. */
  readonly said: readonly (readonly [to: "out" | "note", text: string])[];
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
    const { colour, canRewrite } = terminal;
    const asked = [name, words, options, environment.SOURCE_DATE_EPOCH, colour, canRewrite];
    const host = options.cache === false ? withoutCache(shell) : shell;
    const browser = name === "build" ? { path: options.browser } : undefined;
    const { told, isRepeated } = await repeatWork<Printed>(host, asked, browser, async (own) => {
      const { noting, said } = noteOutput({ ...host, ...own });
      const end = await (await load())(noting, words, options);
      return { ...end, told: { said, code: end.told } };
    });
    if (isRepeated) for (const [to, text] of told.said) terminal[to](text);
    return told.code;
  };
}

function noteOutput(shell: Shell) {
  const said: ["out" | "note", string][] = [];
  const passOn = (to: "out" | "note") => (text: string) => {
    // A line that is written over says only how far a build is.
    if (!text.startsWith("\r")) said.push([to, text]);
    shell.terminal[to](text);
  };
  const terminal = { ...shell.terminal, out: passOn("out"), note: passOn("note") };
  return { noting: { ...shell, terminal }, said };
}
