import { createHash } from "node:crypto";
import { nameImposition, type SheetLayout } from "../../print/sheet-layout.ts";
import type { MadeFile, MadeWith, PrintSettings } from "../../provenance/record-schema.ts";
import { editPlan } from "../../publication/edition.ts";
import type { Format } from "../../source/book-options.ts";
import type { LoadedCurriculum } from "../load/load-curriculum.ts";
import type { BookTools, WritingTools } from "../make/book-tools.ts";
import type { CompiledBook } from "../make/compile-book.ts";
import type { Book } from "../plan/select-books.ts";
import { checksumOf } from "./checksum.ts";

/**
 * A sum of the names and bytes of all pages: links, the place in the series and the fonts of a book
 * depend on pages that are not in it.
 */
export function sumCurriculum(loaded: LoadedCurriculum): string {
  const lines = loaded.pages.map(({ path }) => `${sumPage(loaded, path)}  ${path}\n`).sort();
  return createHash("sha256").update(lines.join(""), "utf8").digest("hex");
}

/**
 * Sums of what a book is made of, by path inside the curriculum: its pages, pictures and logo, as its
 * edition shows them. What is left out of a participant's edition is not named either.
 */
export function sumInputs(
  { loaded, logo }: Pick<BookTools, "loaded" | "logo">,
  { module }: Book,
  compiled: CompiledBook,
): MadeFile["inputs"] {
  const { plan } = editPlan(compiled.plan);
  const shown = plan.parts.flatMap(({ module: page, sessions }) => [
    page,
    ...sessions.flatMap(({ found }) => found ?? []),
  ]);
  // A translated module has the list of its sessions from its source.
  const pages = [module.source.path, ...shown.map(({ page }) => page.path)];
  const inputs = new Map(pages.map((path) => [path, sumPage(loaded, path)]));
  const pictures = shown.flatMap(({ document }) =>
    document.images.flatMap(({ path }) => compiled.images.get(path) ?? []),
  );
  for (const { path, fileSum } of [...pictures, ...(logo === undefined ? [] : [logo])]) {
    // A picture without a file stands in its page, which has a sum.
    if (fileSum !== undefined) inputs.set(path, fileSum);
  }
  return Object.fromEntries(inputs);
}

/** What else decides a book's bytes: nothing that only this machine or this day has. */
export function describeSettings(
  { loaded, settings, theme, version, curriculumSum }: WritingTools,
  format: Format,
  /** Of the browser, where the file has pages that it printed or counts them. */
  browser: string | undefined,
): MadeWith {
  const { sheets, isGrey, links, fontPolicy, maxSizeBytes, sourceDateSeconds } = settings;
  const { configurationPath } = loaded;
  return {
    tool: version,
    ...(browser === undefined ? {} : { browser }),
    theme: { ...(theme.isBundled ? { name: theme.name } : {}), sha256: theme.sha256 },
    ...(configurationPath === undefined
      ? {}
      : { configuration: sumPage(loaded, configurationPath) }),
    curriculum: curriculumSum,
    links,
    ...(browser === undefined ? {} : { print: describePrint(sheets, isGrey) }),
    ...(format === "pdf"
      ? {}
      : { epub: { fonts: fontPolicy, ...(maxSizeBytes === undefined ? {} : { maxSizeBytes }) } }),
    ...(sourceDateSeconds === undefined ? {} : { sourceDateSeconds }),
  };
}

function describePrint(layout: SheetLayout, greyscale: boolean): PrintSettings {
  const { imposition } = layout;
  const { name, widthMm, heightMm } = imposition?.sheet ?? layout.page;
  const paper = name === "custom" ? `${widthMm}x${heightMm}` : name;
  if (imposition === undefined) return { paper, sides: layout.sides, greyscale };
  const sheets = nameImposition(imposition);
  return imposition.kind === "booklet"
    ? { paper, sheets, greyscale }
    : { paper, sides: imposition.sides, sheets, greyscale };
}

function sumPage(loaded: LoadedCurriculum, path: string): string {
  return checksumOf(loaded.bytesOf(path) ?? new Uint8Array());
}
