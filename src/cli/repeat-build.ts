import { createHash } from "node:crypto";
import { sep } from "node:path";
import { foreseeIdentity } from "../browser/find-browser.ts";
import { FINISHED_BUILDS_FILE } from "../build/finished/clean-cache.ts";
import { openKeptList } from "../build/stores/kept-list.ts";
import { isAsNoted, type NotedFiles, noteFiles } from "../host/noted-files.ts";
import type { BuildOptions } from "./build-request.ts";
import { EXIT, type ExitCode, type Shell } from "./terminal.ts";

/** A build that ended well, and all that it read and wrote. */
interface FinishedBuild {
  readonly noted: NotedFiles;
  readonly out: string;
  readonly note: string;
  readonly code: ExitCode;
}

/** How a build ended, and whether the same words would make the same of the same files. */
export interface BuildEnd {
  readonly code: ExitCode;
  readonly isRepeatable: boolean;
}

const MOST_BUILDS = 40;
const MOST_BYTES = 32_000_000;

/**
 * Runs a build, unless this very command was run before and every file that it read or wrote is as it
 * was left: then there is nothing to do but to say the same again.
 *
 * @param run prints to the shell that it is given.
 */
export async function repeatBuild(
  shell: Shell,
  words: readonly string[],
  options: BuildOptions,
  run: (shell: Shell) => Promise<BuildEnd>,
): Promise<ExitCode> {
  const { fileSystem, cacheFolder, toolIdentity, terminal } = shell;
  const browser = foreseeIdentity({ path: options.browser });
  const isKept = options.cache !== false && cacheFolder !== undefined;
  if (!isKept || toolIdentity === undefined || browser === undefined)
    return (await run(shell)).code;
  const builds = await openKeptList<FinishedBuild>(shell, {
    file: FINISHED_BUILDS_FILE,
    mostBytes: MOST_BYTES,
    isValue: (value): value is FinishedBuild => typeof value === "object" && value !== null,
    choose: (entries) => entries.slice(-MOST_BUILDS),
  });
  const key = nameBuild(shell, words, options, [toolIdentity, browser]);
  const before = builds.recall(key);
  if (before !== undefined && (await isAsNoted(fileSystem, before.noted))) {
    if (before.note !== "") terminal.note(before.note);
    if (before.out !== "") terminal.out(before.out);
    return before.code;
  }
  let out = "";
  let note = "";
  // Fonts and themes that come with Handpress are noted as well: somebody may have changed them. The
  // cache alone decides nothing.
  const noting = noteFiles(fileSystem, (path) => !path.startsWith(cacheFolder + sep));
  const { code, isRepeatable } = await run({
    ...shell,
    fileSystem: noting.fileSystem,
    terminal: {
      ...terminal,
      out(text) {
        out += text;
        terminal.out(text);
      },
      note(text) {
        // A line that is written over says only how far a build is.
        if (!text.startsWith("\r")) note += text;
        terminal.note(text);
      },
    },
  });
  if (isRepeatable && (code === EXIT.clean || code === EXIT.contentErrors)) {
    const noted = await noting.settle();
    if (noted !== undefined) builds.remember(key, { noted, out, note, code });
    await builds.keep();
  }
  return code;
}

function nameBuild(
  { cwd, command, environment, terminal }: Shell,
  words: readonly string[],
  options: BuildOptions,
  identities: readonly string[],
): string {
  const facts = [
    identities,
    [words, options],
    [cwd, command, environment.SOURCE_DATE_EPOCH],
    [terminal.colour, terminal.canRewrite],
  ];
  return createHash("sha256").update(JSON.stringify(facts)).digest("hex");
}
