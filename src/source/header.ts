import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { Wording } from "../wording/wording.ts";
import { findCutValues } from "./cut-value.ts";
import { readDate } from "./date.ts";
import { readDuration } from "./duration.ts";
import { readHeaderAudience } from "./header-audience.ts";
import type { HeaderBlock } from "./header-block.ts";
import { collectEntries, type HeaderEntries, textOf } from "./header-entries.ts";
import { explainFaults } from "./header-fault.ts";
import type { HeaderKey } from "./header-key.ts";
import { EXPECTED, type HeaderValues, headerSchema } from "./header-schema.ts";
import { GLUED_KEY } from "./line-fault.ts";
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
import { problem } from "./problem.ts";
import { quoteValue } from "./quotation.ts";
import { withoutRemarks } from "./remarks.ts";
import { type Salvage, salvageHeader } from "./salvage.ts";
import { readItems } from "./stage-items.ts";
import { readStage, stripStage } from "./stage-name.ts";
import { reportTitle, reportUnseen } from "./title-fault.ts";
import type { UnseenLine } from "./unseen-lines.ts";
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
  unseen: readonly UnseenLine[] = [],
): HeaderReading {
  const place: Place = { file: path, line: block.line, column: 1, length: 3 };
  const salvage = salvageHeader(block.lines);
  const glued = block.tree.kind === "text" && block.lines.some((line) => GLUED_KEY.test(line));
  const faults = block.problems.length > 0 || glued ? explainFaults(path, block) : [];
  if (faults.length > 0) return { salvage, diagnostics: faults };
  if (block.tree.kind === "text" || block.tree.kind === "list") {
    const diagnostic = problem(
      "HDR004",
      "error",
      { file: path, ...block.tree.at },
      {
        message: `Unexpected ${block.tree.kind} as a header, expected lines of the form \`key: value\``,
        hint: 'Begin the page with\n---\ntitle: "Its title"\n---\n\nIf its first --- was meant as a ruled line, put the header above it.',
      },
    );
    return { salvage, diagnostics: [diagnostic] };
  }
  const written = block.tree.kind === "map" ? block.tree.entries : [];
  const { entries, diagnostics } = collectEntries(path, written);
  const cuts = findCutValues("HDR031", path, block.lines, block.tree);
  for (const one of cuts) diagnostics.push(one);
  for (const one of reportUnseen(path, entries, unseen)) diagnostics.push(one);
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
    diagnostics.push(describeDuration(at("duration"), durationText));
  }
  const stage = readStage(values.adids, wording);
  if (values.adids !== "" && stage === undefined)
    diagnostics.push(describeStage(at("adids"), values.adids));
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
  const given = values.layout !== "";
  diagnostics.push(
    problem("HDR028", "warning", given ? at("layout") : at(listed), {
      message: given
        ? `Unexpected layout \`${values.layout}\` for a page that lists sessions, expected \`module\``
        : "Unexpected list of sessions in a page without a layout, expected `layout: module`",
      hint: "It is read as a module. Type layout: module in its header.",
    }),
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
    diagnostics.push(
      problem("HDR022", "warning", place, {
        message: `Unexpected date \`${value.text}\`, expected year, month and day`,
        hint: unclear
          ? `Only the year is used: day and month could be exchanged. Type the year first, for example ${value.year}-03-31.`
          : "It is printed as it stands. Type a date such as 2016-05-31, or 2016-05 if the day is not known.",
      }),
    );
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
  const bracketed =
    tree?.kind === "list" && !isStage
      ? "\n\nSquare brackets at the beginning of a text need quotation marks around the text."
      : "";
  return problem(
    "HDR021",
    "error",
    { file: path, ...(tree?.at ?? { line: 1, column: 1 }) },
    {
      message: `Unexpected ${found} in \`${entry?.written ?? key}:\`, expected ${expected}`,
      hint: isStage
        ? `Type:\n${key}:\n  - name: "Title of the session"\n    url: /permalink/of/the/session/`
        : `Type:\n${key}: "…"${bracketed}`,
    },
  );
}

function describeDuration(place: Place, text: string): Diagnostic {
  return problem("HDR023", "warning", place, {
    message: `Unexpected duration \`${text}\`, expected a time such as \`30-45 minutes\``,
    hint: "It is printed as it stands and left out of the sums. Type for example 45 minutes, 1-2 hours or 120+ minutes.",
  });
}

function describeStage(place: Place, text: string): Diagnostic {
  return problem("HDR024", "warning", place, {
    message: `Unexpected stage \`${text}\`, expected Activity and Discussion, Input, Deepening or Synthesis`,
    hint: "Type one of the four names.",
  });
}

function describeTitle(path: string, place: Place, breadcrumb: string): Diagnostic {
  const fileName = path
    .replace(/^.*\//, "")
    .replace(/\.[^.]*$/, "")
    .replaceAll(/[-_]+/g, " ");
  return problem("HDR027", "warning", place, {
    message: "Unexpected empty title, expected the title that is printed above the page",
    hint: `Type for example:\ntitle: ${quoteValue(breadcrumb === "" ? fileName : breadcrumb)}`,
  });
}
