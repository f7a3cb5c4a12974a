import { type LoadedCurriculum, loadCurriculum } from "../build/load/load-curriculum.ts";
import { isBrokenNamed, listBroken } from "../build/plan/broken-books.ts";
import { isNamed, isOneLanguage, listBooks } from "../build/plan/select-books.ts";
import { parseLanguage } from "../language/language.ts";
import { listRaised, type SetLimits } from "../source/limits.ts";
import { locateCurriculum, shownPrefix } from "./locate-curriculum.ts";
import type { Shell } from "./terminal.ts";

export interface OpenedCurriculum {
  readonly loaded: LoadedCurriculum;
  /** Modules asked for by name; empty for all. */
  readonly wanted: readonly string[];
}

/**
 * Finds the curriculum that the words of a command line mean, and reads it once.
 *
 * @param languages as on the command line, where some are wanted by name.
 * @param limits as on the command line; which of them are raised is told.
 */
export async function openCurriculum(
  shell: Shell,
  words: readonly string[],
  languages: readonly (string | undefined)[] = [],
  limits: SetLimits = {},
): Promise<OpenedCurriculum> {
  const raised = listRaised(limits);
  if (raised.length > 0) shell.terminal.note(`Limits raised by --limit: ${raised.join(", ")}.\n`);
  const asked = languages.flatMap((lang) =>
    isOneLanguage(lang) ? (parseLanguage(lang ?? "")?.tag ?? []) : [],
  );
  const read = new Map<string, Promise<LoadedCurriculum>>();
  const load = (root: string) => {
    const known =
      read.get(root) ?? loadCurriculum(shell, root, shownPrefix(shell.cwd, root), asked, limits);
    read.set(root, known);
    return known;
  };
  const { root, wanted } = await locateCurriculum(shell, words, async (root, name) => {
    const home = await load(root);
    return (
      listBooks(home.curriculum, "all").some((book) => isNamed(book, name)) ||
      listBroken(home, "all").some((one) => isBrokenNamed(one, name))
    );
  });
  return { loaded: await load(root), wanted };
}
