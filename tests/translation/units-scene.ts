import { DEFAULT_LIMITS } from "../../src/source/limits.ts";
import type { Page, PageHeader } from "../../src/source/page.ts";
import { readUnits } from "../../src/translation/read-units.ts";
import type { PageUnits, Unit } from "../../src/translation/unit.ts";
import { makePage } from "../support/pages.ts";
import { WORDING } from "../support/wording.ts";

/** A page `a.md` with this body. */
export function pageOf(body: string, header: Partial<PageHeader> = {}): Page {
  return { ...makePage("a.md", header), body, bodyLine: 4 };
}

export function unitsOf(page: Page): PageUnits {
  return readUnits(page, WORDING, DEFAULT_LIMITS);
}

/** The units of a body: `kind: source`, with addresses behind it. */
export function listUnits(body: string): readonly string[] {
  return unitsOf(pageOf(body)).units.map(describe);
}

function describe({ kind, source, addresses, comments }: Unit): string {
  const more = [...addresses, ...comments.map((one) => `# ${one}`)];
  return [`${kind}: ${source}`, ...more].join(" | ");
}
