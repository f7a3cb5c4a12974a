/** The folder of the catalogues in a curriculum: `translations/fa/tails.po`. */
export const CATALOGUE_FOLDER = "translations";

/** A larger one is told of and not read: 100,000 words with their translations take three megabytes. */
export const CATALOGUE_MOST_BYTES = 20_000_000;

/** Whether a file (POSIX, relative to the root) is a catalogue of a curriculum. */
export function isCataloguePath(path: string): boolean {
  return path.startsWith(`${CATALOGUE_FOLDER}/`) && path.endsWith(".po");
}
