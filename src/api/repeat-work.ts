import { createHash } from "node:crypto";
import { sep } from "node:path";
import { foreseeIdentity } from "../browser/find-browser.ts";
import { FINISHED_BUILDS_FILE, isKeptInCache } from "../build/finished/clean-cache.ts";
import { openKeptList } from "../build/stores/kept-list.ts";
import { listInstalledFonts } from "../font/load-fonts.ts";
import type { Host } from "../host/host.ts";
import { isAsNoted, type NotedFiles, noteFiles } from "../host/noted-files.ts";

/** What a build or a check came to, for whoever asked. */
export interface WorkEnd<Told> {
  /** A plain value: it is kept as JSON. */
  readonly told: Told;
  /** Whether the same question would make the same of the same files. */
  readonly isRepeatable: boolean;
}

/** Work that ended well, and all that it read and wrote. */
interface FinishedWork<Told> {
  readonly noted: NotedFiles;
  readonly told: Told;
}

const MOST_BUILDS = 40;
const MOST_BYTES = 32_000_000;

/**
 * Builds or checks, unless this very question was asked before and every file that was read or written
 * is as it was left: then there is nothing to do but to answer the same again.
 *
 * @param asked all that decides the work beside files and the browser, as JSON can say it.
 * @param browser which one may print; undefined where none does.
 * @param run works on the host that it is given.
 */
export async function repeatWork<Told extends object>(
  host: Host,
  asked: readonly unknown[],
  browser: { readonly path?: string | undefined } | undefined,
  run: (host: Host) => Promise<WorkEnd<Told>>,
): Promise<{ readonly told: Told; readonly isRepeated: boolean }> {
  const { fileSystem, cacheFolder, toolIdentity, cwd, command } = host;
  const identity = browser === undefined ? "none" : foreseeIdentity(browser);
  if (cacheFolder === undefined || toolIdentity === undefined || identity === undefined)
    return { told: (await run(host)).told, isRepeated: false };
  const builds = await openKeptList<FinishedWork<Told>>(host, {
    file: FINISHED_BUILDS_FILE,
    mostBytes: MOST_BYTES,
    isValue: (value): value is FinishedWork<Told> => typeof value === "object" && value !== null,
    choose: (entries) => entries.slice(-MOST_BUILDS),
  });
  const facts = JSON.stringify([toolIdentity, identity, listInstalledFonts(), cwd, command, asked]);
  const key = createHash("sha256").update(facts).digest("hex");
  const before = builds.recall(key);
  if (before !== undefined && (await isAsNoted(fileSystem, before.noted))) {
    await fileSystem.removeLeftovers(before.noted.tidied);
    return { told: before.told, isRepeated: true };
  }
  // Fonts and themes that come with Handpress are noted as well: somebody may have changed them. What
  // the cache holds decides nothing; a curriculum beside it does.
  const noting = noteFiles(fileSystem, (path) => {
    const [first = ""] = path.slice(cacheFolder.length + 1).split(sep);
    return !(path.startsWith(cacheFolder + sep) && isKeptInCache(first));
  });
  const { told, isRepeatable } = await run({ ...host, fileSystem: noting.fileSystem });
  if (isRepeatable) {
    const noted = await noting.settle();
    if (noted !== undefined) builds.remember(key, { noted, told });
    await builds.keep();
  }
  return { told, isRepeated: false };
}
