import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY } from "../support/run-handpress.ts";

export interface DocumentPage {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
}

/**
 * The pages that people read who use Handpress: the README and what it leads to. The list of rules is
 * written by a program and has a test of its own, which runs its examples.
 */
export function readPages(): readonly DocumentPage[] {
  const names = readdirSync(join(REPOSITORY, "docs")).filter(
    (name) => name.endsWith(".md") && name !== "rules.md",
  );
  return ["README.md", ...names.map((name) => `docs/${name}`)].map(readPage);
}

export function readPage(path: string): DocumentPage {
  return { path, text: readFileSync(join(REPOSITORY, path), "utf8") };
}
