import { join } from "node:path";
import type { Host } from "../../host/host.ts";
import type { LoadedCurriculum } from "../load/load-curriculum.ts";
import type { BuildSettings } from "../plan/build-settings.ts";
import { listBooks } from "../plan/select-books.ts";

/**
 * Removes what builds that were killed left where this curriculum's books are written, and in the
 * cache: before a build, because it takes room, and after it, because the age of what another
 * host left shows only beside a file that is new.
 */
export async function tidyOutput(
  { fileSystem, cacheFolder }: Host,
  { curriculum }: LoadedCurriculum,
  { output }: BuildSettings,
): Promise<void> {
  const languages = new Set(listBooks(curriculum, "all").map(({ module }) => module.language));
  const folders = [output, ...[...languages].map((language) => join(output, language))];
  await fileSystem.removeLeftovers(cacheFolder === undefined ? folders : [...folders, cacheFolder]);
}
