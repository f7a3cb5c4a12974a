import { type BuildEnd, repeatBuild } from "../api/repeat-build.ts";
import { withoutCache } from "../host/host.ts";
import type { BuildOptions } from "./build-request.ts";
import type { ExitCode, Shell } from "./terminal.ts";

/** What a build printed, and how it ended. */
interface Printed {
  readonly out: string;
  readonly note: string;
  readonly code: ExitCode;
}

/** `handpress build`, or again what the same command printed of the same files. */
export async function runBuildOrRepeat(
  shell: Shell,
  words: readonly string[],
  options: BuildOptions,
): Promise<ExitCode> {
  const { terminal, environment } = shell;
  const { colour, canRewrite } = terminal;
  const asked = [words, options, environment.SOURCE_DATE_EPOCH, colour, canRewrite];
  const host = options.cache === false ? withoutCache(shell) : shell;
  const { told, isRepeated } = await repeatBuild<Printed>(host, asked, options.browser, (own) =>
    recordBuild({ ...host, ...own }, words, options),
  );
  if (isRepeated && told.note !== "") terminal.note(told.note);
  if (isRepeated && told.out !== "") terminal.out(told.out);
  return told.code;
}

async function recordBuild(
  shell: Shell,
  words: readonly string[],
  options: BuildOptions,
): Promise<BuildEnd<Printed>> {
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
  const { runBuild } = await import("./build.ts");
  const { told: code, isRepeatable } = await runBuild({ ...shell, terminal }, words, options);
  return { told: { out, note, code }, isRepeatable };
}
