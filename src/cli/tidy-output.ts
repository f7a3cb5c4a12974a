import { join } from "node:path";
import type { BuildSettings } from "./build-settings.ts";
import type { LoadedCurriculum } from "./load-curriculum.ts";
import { listBooks } from "./select-books.ts";
import type { Machine } from "./terminal.ts";

/**
 * Removes what builds that were killed left where this curriculum's books are written, and in the
 * cache: before a build, because it takes room, and after it, because the age of what another
 * machine left shows only beside a file that is new.
 */
export async function tidyOutput(
  { world, cacheFolder }: Machine,
  { curriculum }: LoadedCurriculum,
  { output }: BuildSettings,
): Promise<void> {
  const languages = new Set(listBooks(curriculum, "all").map(({ module }) => module.language));
  const folders = [output, ...[...languages].map((language) => join(output, language))];
  await world.removeLeftovers(cacheFolder === undefined ? folders : [...folders, cacheFolder]);
}
