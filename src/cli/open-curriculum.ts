import { parseLanguage } from "../language/language.ts";
import { listRaised, type SetLimits } from "../source/limits.ts";
import { isBrokenNamed, listBroken } from "./broken-books.ts";
import { type LoadedCurriculum, loadCurriculum } from "./load-curriculum.ts";
import { locateCurriculum, shownPrefix } from "./locate-curriculum.ts";
import { isNamed, isOneLanguage, listBooks } from "./select-books.ts";
import type { Machine } from "./terminal.ts";

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
  machine: Machine,
  words: readonly string[],
  languages: readonly (string | undefined)[] = [],
  limits: SetLimits = {},
): Promise<OpenedCurriculum> {
  const raised = listRaised(limits);
  if (raised.length > 0) machine.terminal.note(`Limits raised by --limit: ${raised.join(", ")}.\n`);
  const asked = languages.flatMap((lang) =>
    isOneLanguage(lang) ? (parseLanguage(lang ?? "")?.tag ?? []) : [],
  );
  const read = new Map<string, Promise<LoadedCurriculum>>();
  const load = (root: string) => {
    const known =
      read.get(root) ??
      loadCurriculum(machine, root, shownPrefix(machine.cwd, root), asked, limits);
    read.set(root, known);
    return known;
  };
  const { root, wanted } = await locateCurriculum(machine, words, async (root, name) => {
    const home = await load(root);
    return (
      listBooks(home.curriculum, "all").some((book) => isNamed(book, name)) ||
      listBroken(home, "all").some((one) => isBrokenNamed(one, name))
    );
  });
  return { loaded: await load(root), wanted };
}
