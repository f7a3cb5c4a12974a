import type { Listing } from "../../host/file-system.ts";

/**
 * By which name of the list each path goes. A stick from a Mac may have accents apart from their
 * letters, one from a camera's age capitals only: still the same name, but not where a file of the
 * very name lies beside it.
 */
export function settleNames(
  { files, unreadable, links = [] }: Listing,
  known: ReadonlySet<string>,
) {
  const paths = new Set([...[...files, ...unreadable].map(({ path }) => path), ...links]);
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const fold of [(text: string) => text.normalize("NFC"), foldName]) {
    const folded = new Map<string, string | undefined>();
    // Two names that differ in capitals alone: neither is guessed.
    for (const name of known) folded.set(fold(name), folded.has(fold(name)) ? undefined : name);
    for (const path of paths) {
      const name = folded.get(fold(path));
      if (name === undefined || known.has(path) || names.has(path)) continue;
      if (paths.has(name) || taken.has(name)) continue;
      names.set(path, name);
      taken.add(name);
    }
  }
  return (path: string): string => names.get(path) ?? path;
}

function foldName(path: string): string {
  return path.normalize("NFC").toLowerCase();
}
