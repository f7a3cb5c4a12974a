import { buildCurriculum, type Curriculum, listModules } from "../../src/curriculum/curriculum.ts";
import type { Resolver } from "../../src/curriculum/link-target.ts";
import type { Module } from "../../src/curriculum/module.ts";
import { createResolver } from "../../src/curriculum/resolver.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { STAGES } from "../../src/source/page.ts";
import { configure, type Files, read } from "../source/files.ts";

export interface Built {
  readonly curriculum: Curriculum;
  /** Of this stage alone. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads and builds a curriculum of files in memory; files that are not Markdown may be empty. */
export function build(files: Files, yaml = ""): Built {
  const configuration = configure(yaml);
  const { value, unreadable } = read(files, yaml);
  const outcome = buildCurriculum(value, Object.keys(files), configuration, unreadable);
  return { curriculum: outcome.value, diagnostics: outcome.diagnostics };
}

/** `a tails: Install=tails/install.md, ?Lost` – one line a stage that has sessions. */
export function outline(curriculum: Curriculum, language = "en"): string[] {
  return listModules(curriculum, language).flatMap((module) => [
    `${module.key} (${module.page.path})`,
    ...lines(module),
  ]);
}

function lines(module: Module): string[] {
  return STAGES.flatMap((stage) => {
    const sessions = module.stages[stage].map((session) =>
      session.kind === "missing"
        ? `?${session.name}`
        : `${session.name}=${session.page.path}${session.translated ? "" : " (source)"}`,
    );
    return sessions.length === 0 ? [] : [`  ${stage}: ${sessions.join(", ")}`];
  });
}

export function resolverOf({ curriculum }: Built, path: string): Resolver {
  const page = curriculum.pages.find((each) => each.path === path);
  if (page === undefined) throw new Error(`no page ${path}`);
  return createResolver(curriculum, page);
}

/** A session's file. */
export function session(permalink: string, stage = "Input", more = ""): string {
  const title =
    permalink
      .split("/")
      .filter((part) => part !== "")
      .at(-1) ?? "a";
  return `---\ntitle: "The ${title} session"\nadids: ${stage}\npermalink: ${permalink}\n${more}---\nText.\n`;
}

/** A module's file with `{name, url}` lines as `stage name | url`. */
export function module(permalink: string, items: readonly string[], more = ""): string {
  const stages = group(items);
  const lists = [...stages].map(([stage, list]) => `${stage}:\n${list.join("\n")}\n`).join("");
  return `---\nlayout: module\ntitle: "The module ${permalink}"\npermalink: ${permalink}\n${lists}${more}---\nText.\n`;
}

function group(items: readonly string[]): Map<string, string[]> {
  const stages = new Map<string, string[]>();
  for (const item of items) {
    const [, stage = "input", name = "", url = ""] = /^(\w+) (.*?) ?\| ?(.*)$/.exec(item) ?? [];
    const list = stages.get(stage) ?? [];
    list.push(`  - name: ${name === "" ? "" : `"${name}"`}\n    url: ${url}`);
    stages.set(stage, list);
  }
  return stages;
}
