import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { type Configuration, readConfiguration } from "../../src/source/configuration.ts";
import type { SetLimits } from "../../src/source/limits.ts";
import type { Page, SourceFile } from "../../src/source/page.ts";
import { type PagesOutcome, readPages } from "../../src/source/pages.ts";
import { WORDING } from "../support/wording.ts";

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Files in memory: path to text or bytes. */
export function sourceFiles(files: Files): SourceFile[] {
  return Object.entries(files).map(([path, content]) => ({
    path,
    bytes: typeof content === "string" ? new TextEncoder().encode(content) : content,
  }));
}

export function configure(yaml = "", set?: SetLimits): Configuration {
  const bytes = new TextEncoder().encode(yaml);
  return readConfiguration({ path: "handpress.yaml", bytes }, set).value;
}

export function read(files: Files, yaml = "", set?: SetLimits): PagesOutcome {
  return readPages(sourceFiles(files), configure(yaml, set), WORDING);
}

/** The one page of a curriculum of one file, which must have one. */
export function readOne(content: string | Uint8Array): { page: Page; report: string[] } {
  const { value, diagnostics } = read({ "page.md": content });
  const [page] = value;
  if (page === undefined) throw new Error(`no page: ${report(diagnostics).join("\n")}`);
  return { page, report: report(diagnostics) };
}

/** `page.md:3:1 error HDR001 Unexpected …`, one line each. */
export function report(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ place, severity, code, message }) => {
    const where = [place.file, place.line, place.column].filter((part) => part !== undefined);
    return `${where.join(":")} ${severity} ${code} ${message}`;
  });
}

export function page(header: string, body = "Text.\n"): string {
  return `---\n${header.trim()}\n---\n${body}`;
}
