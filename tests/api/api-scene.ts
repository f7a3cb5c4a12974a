import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { REPOSITORY } from "../support/run-handpress.ts";

export let folder = "";

export const CONTENT = join(REPOSITORY, "content");

export const EPUB = { modules: ["tails"], language: "en", formats: ["epub"] } as const;

/** Before and after the tests of a file. */
export function prepare(): void {
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "handpress-api-"));
  });
  after(() => rm(folder, { recursive: true, force: true }));
}
