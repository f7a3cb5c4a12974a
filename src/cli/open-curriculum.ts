import { type NamedCurriculum, openNamedCurriculum } from "../api/named-curriculum.ts";
import { listRaised, type SetLimits } from "../api/request-words.ts";
import type { CommonOptions, Shell } from "./terminal.ts";

/** Options of every command that reads a curriculum. */
export interface CurriculumOptions extends CommonOptions {
  readonly lang?: string;
  /** Limits that are set for this call. */
  readonly limit?: SetLimits;
  readonly browser?: string;
}

/** Reads the curriculum that the words of a command line mean, once. */
export function openCurriculum(
  shell: Shell,
  words: readonly string[],
  options: CurriculumOptions,
): Promise<NamedCurriculum> {
  tellRaised(shell, options);
  return openNamedCurriculum(shell, words, { ...options, version: shell.version });
}

/** Whoever reads what a build said is to know that it allowed more than others do. */
export function tellRaised({ terminal }: Shell, { limit = {} }: CurriculumOptions): void {
  const raised = listRaised(limit);
  if (raised.length > 0) terminal.note(`Limits raised by --limit: ${raised.join(", ")}.\n`);
}
