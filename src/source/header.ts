import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { Wording } from "../wording/wording.ts";
import { findCutValues } from "./cut-value.ts";
import { readDate } from "./date.ts";
import { readDuration } from "./duration.ts";
import { readHeaderAudience } from "./header-audience.ts";
import type { HeaderBlock } from "./header-block.ts";
import { diagnoseBlock } from "./header-diagnostics.ts";
import { collectEntries, type HeaderEntries, textOf } from "./header-entries.ts";
import type { HeaderKey } from "./header-key.ts";
import { EXPECTED, type HeaderValues, headerSchema } from "./header-schema.ts";
import type { InvisibleLine } from "./invisible-lines.ts";
import { GLUED_KEY } from "./line-diagnostics.ts";
import {
  type Located,
  type PageDate,
  type PageHeader,
  type PageKind,
  STAGES,
  type Stage,
  type StageItem,
} from "./page.ts";
import { readParents, readPeople, readPlatforms, readPrerequisites } from "./people.ts";
import { quoteValue } from "./quotation.ts";
import { withoutRemarks } from "./remarks.ts";
import { diagnose } from "./rules.ts";
import { type Salvage, salvageHeader } from "./salvage.ts";
import { readItems } from "./stage-items.ts";
import { readStage, stripStage } from "./stage-name.ts";
import { reportInvisible, reportTitle } from "./title-diagnostics.ts";
import { toPlain, type YamlTree } from "./yaml.ts";

export interface HeaderReading {
  /** Absent when the header has an error: then what it says cannot be trusted. */
  readonly header?: PageHeader;
  readonly language?: Located<string>;
  /** Of a header with errors, where anything of it could be found. */
  readonly salvage: Salvage;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Understands a page's header. Adds HDR004 to HDR040; those of severity "error" leave no header.
 */
export function readHeader(
  path: string,
  block: HeaderBlock,
  wording: Wording,
  invisible: readonly InvisibleLine[] = [],
): HeaderReading {
  const place: Place = { file: path, line: block.line, column: 1, length: 3 };
  const salvage = salvageHeader(block.lines);
  const glued = block.tree.kind === "text" && block.lines.some((line) => GLUED_KEY.test(line));
  const unread = block.problems.length > 0 || glued ? diagnoseBlock(path, block) : [];
  if (unread.length > 0) return { salvage, diagnostics: unread };
  if (block.tree.kind === "text" || block.tree.kind === "list") {
    const { kind, at } = block.tree;
    return { salvage, diagnostics: [diagnose("HDR004", { file: path, ...at }, { kind })] };
  }
  const written = block.tree.kind === "map" ? block.tree.entries : [];
  const { entries, diagnostics } = collectEntries(path, written);
  const cuts = findCutValues("HDR031", path, block.lines, block.tree);
  for (const one of cuts) diagnostics.push(one);
  for (const one of reportInvisible(path, entries, invisible)) diagnostics.push(one);
  const plain = Object.fromEntries(
    [...entries].map(([key, entry]) => [key, withoutRemarks(toPlain(entry.value))]),
  );
  const checked = headerSchema.safeParse(plain);
  if (!checked.success) {
    const wrong = checked.error.issues.map((issue) => describeType(path, entries, issue.path));
    return { salvage, diagnostics: [...diagnostics, ...wrong] };
  }
  const values = checked.data;
  const at = (key: HeaderKey): Place => {
    const entry = entries.get(key);
    return entry === undefined
      ? place
      : { file: path, ...(entry.value.kind === "text" ? entry.value.at : entry.at) };
  };
  const stages = Object.fromEntries(
    STAGES.map((stage) => [
      stage,
      readItems(path, block.lines, values[stage], entries.get(stage)?.value, wording),
    ]),
  ) as Record<Stage, StageItem[]>;
  const kind = readKind(values, stages, at, diagnostics);
  const titled = kind === "module" ? values.title : stripStage(values.title, wording);
  const durationText = values.duration;
  const duration = readDuration(durationText);
  if (durationText !== "" && duration === undefined) {
    diagnostics.push(diagnose("HDR023", at("duration"), { text: durationText }));
  }
  const stage = readStage(values.adids, wording);
  if (values.adids !== "" && stage === undefined)
    diagnostics.push(diagnose("HDR024", at("adids"), { text: values.adids }));
  const date = readDates(values, at, diagnostics);
  const isCut = cuts.some(({ place: { line } }) => line === entries.get("title")?.at.line);
  if (titled === "" && kind !== "page" && !isCut)
    diagnostics.push(describeTitle(path, at("title"), values.breadcrumb));
  for (const one of reportTitle(at("title"), titled)) diagnostics.push(one);
  const audience = readHeaderAudience(values.audience, wording, () => at("audience"), diagnostics);
  const header: PageHeader = {
    kind,
    title: titled,
    breadcrumb: stripStage(values.breadcrumb, wording),
    summary: values.summary,
    authors: readPeople(values.author),
    ...(date === undefined ? {} : { date }),
    platforms: readPlatforms(values.platforms),
    level: values.level,
    prerequisites: readPrerequisites(values.prerequisites),
    ...(values.permalink === ""
      ? {}
      : { permalink: { value: values.permalink, place: at("permalink") } }),
    redirectFrom: readRedirects(path, entries.get("redirect_from")?.value),
    parents: readParents(values.parent),
    stages,
    ...(stage === undefined ? {} : { stage }),
    ...(duration === undefined ? {} : { duration }),
    durationText,
    licence: values.licence,
    attributions: values.attribution,
    ...(audience === undefined ? {} : { audience }),
    ...(audience === undefined && values.audience !== ""
      ? { unclearAudience: { value: values.audience, place: at("audience") } }
      : {}),
  };
  return {
    header,
    ...(values.language === ""
      ? {}
      : { language: { value: values.language, place: at("language") } }),
    salvage,
    diagnostics,
  };
}

function readKind(
  values: HeaderValues,
  stages: Readonly<Record<Stage, readonly StageItem[]>>,
  at: (key: HeaderKey) => Place,
  diagnostics: Diagnostic[],
): PageKind {
  if (values.layout.toLowerCase() === "module") return "module";
  const listed = STAGES.find((stage) => stages[stage].length > 0);
  if (listed === undefined) return values.adids === "" ? "page" : "session";
  const { layout } = values;
  diagnostics.push(
    layout === ""
      ? diagnose("HDR028 none", at(listed))
      : diagnose("HDR028 layout", at("layout"), { layout }),
  );
  return "module";
}

function readRedirects(path: string, tree: YamlTree | undefined): Located<string>[] {
  const items = tree?.kind === "list" ? tree.items : tree === undefined ? [] : [tree];
  return items
    .filter((item) => textOf(item) !== "")
    .map((item) => ({ value: textOf(item), place: { file: path, ...item.at } }));
}

function readDates(
  values: HeaderValues,
  at: (key: HeaderKey) => Place,
  diagnostics: Diagnostic[],
): Located<PageDate> | undefined {
  const given = (["updated", "date"] as const)
    .filter((key) => values[key] !== "")
    .map((key) => ({ value: readDate(values[key]), place: at(key) }));
  for (const { value, place } of given) {
    // The text has a day and a month, and it does not say which is which.
    const unclear =
      value.year !== undefined &&
      value.month === undefined &&
      /^\d+\D\d+\D\d{4}$/.test(value.text) &&
      !/\b00?\b/.test(value.text);
    if (value.year !== undefined && !unclear) continue;
    const { text, year = "" } = value;
    const hint = unclear ? "exchanged" : "unknown";
    diagnostics.push(diagnose(`HDR022 ${hint}`, place, { text, year }));
  }
  return given.find(({ value }) => value.year !== undefined) ?? given[0];
}

function describeType(
  path: string,
  entries: HeaderEntries,
  issuePath: readonly PropertyKey[],
): Diagnostic {
  const key = issuePath[0] as keyof HeaderValues;
  const entry = entries.get(key);
  let tree = entry?.value;
  // Into the list or the session in which the wrong value stands, as far as there is a place.
  for (const step of issuePath.slice(1)) {
    const inner: YamlTree | undefined =
      tree?.kind === "list" && typeof step === "number"
        ? tree.items[step]
        : tree?.kind === "map"
          ? tree.entries.find((each) => each.key === step)?.value
          : undefined;
    if (inner === undefined) break;
    tree = inner;
  }
  const found = { empty: "empty value", text: "text", list: "list", map: "group of keys" }[
    tree?.kind ?? "empty"
  ];
  const isStage = STAGES.some((stage) => stage === key);
  const inItem = issuePath.length > 2;
  const expected =
    inItem && isStage
      ? "one line of text"
      : issuePath.length === 2 && isStage
        ? "a session with `name` and `url`"
        : EXPECTED[key];
  const hint = isStage ? "stage" : tree?.kind === "list" ? "list" : "text";
  const place = { file: path, ...(tree?.at ?? { line: 1, column: 1 }) };
  const written = entry?.written ?? key;
  return diagnose(`HDR021 ${hint}`, place, { found, written, expected, key });
}

function describeTitle(path: string, place: Place, breadcrumb: string): Diagnostic {
  const fileName = path
    .replace(/^.*\//, "")
    .replace(/\.[^.]*$/, "")
    .replaceAll(/[-_]+/g, " ");
  return diagnose("HDR027", place, {
    title: quoteValue(breadcrumb === "" ? fileName : breadcrumb),
  });
}
