import { languageOf } from "../language/language.ts";
import { makeFindings } from "../markup/findings.ts";
import { type ParsedBody, parseBody } from "../markup/parse-body.ts";
import type { Limits } from "../source/limits.ts";
import type { Page } from "../source/page.ts";
import type { Wording } from "../wording/wording.ts";
import { listAbbreviations } from "./abbreviation-units.ts";
import { listBlockUnits } from "./block-units.ts";
import { listHeaderUnits } from "./header-units.ts";
import type { LocatedUnit } from "./located-unit.ts";
import type { PageUnits, Unit } from "./unit.ts";
import { listRemarks, type Remarks } from "./unit-remarks.ts";

/**
 * Cuts a page into what a translator gets as strings (rules of version `UNIT_RULES`), in the order of
 * the page: its header, then its body. Code, permalinks and attribute lists are no units.
 */
export function readUnits(page: Page, wording: Wording, limits: Limits): PageUnits {
  const key = page.basePath.replace(/\.(?:md|markdown)$/i, "");
  const body = parseBody(
    page.body,
    languageOf(page.language),
    wording,
    limits,
    makeFindings(page.path, page.bodyLine),
  );
  const remarks = listRemarks(body);
  const located = [...listBlockUnits(body), ...listAbbreviations(body)];
  located.sort((a, b) => a.from.line - b.from.line || a.from.column - b.from.column);
  const units: Unit[] = [
    ...listHeaderUnits(page.header).map(({ kind, source, target }) => ({
      kind,
      context: `${key}: ${kind}`,
      source,
      addresses: [],
      comments: [],
      place: page.place,
      target,
    })),
    ...located.flatMap((one) => finish(one, page, key, remarks)),
  ];
  return { path: page.path, key, units, lines: linesOf(body) };
}

/** The lines in which columns count: as written, with nothing left out. */
export function linesOf({ text }: Pick<ParsedBody, "text">): readonly string[] {
  return text.body.split("\n");
}

function finish(one: LocatedUnit, page: Page, key: string, remarks: Remarks): readonly Unit[] {
  const { kind, source, addresses, ...target } = one;
  if (remarks.isSkipped(target.from.line)) return [];
  return [
    {
      kind,
      context: `${key}: ${kind}`,
      source,
      addresses,
      comments: remarks.takeComments(target.from.line),
      place: {
        file: page.path,
        line: page.bodyLine + target.from.line,
        column: target.from.column + 1,
      },
      target: { in: "body", ...target },
    },
  ];
}
