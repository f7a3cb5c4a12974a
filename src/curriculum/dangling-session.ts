import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Page, Stage } from "../source/page.ts";
import type { UnreadablePage } from "../source/pages.ts";
import { readAddress, toKey } from "./address.ts";
import type { Line, ModuleDraft } from "./module-draft.ts";
import { keyOf, type PageIndex } from "./page-index.ts";
import { addressOf, indentOf, titleOf, writeItem } from "./page-name.ts";
import { diagnose } from "./rules.ts";
import { compareLetters, compareWords } from "./similarity.ts";
import { findUnreadable } from "./unreadable-page.ts";

export interface Surroundings {
  readonly pages: readonly Page[];
  readonly index: PageIndex;
  /** Paths of the pages that some module lists. */
  readonly linked: ReadonlySet<string>;
  readonly unreadable: readonly UnreadablePage[];
}

/** Pages that share an address, as a hint names them. */
export function listRivals(files: readonly string[]): string {
  const shown = files.slice(0, 3).join(" and ");
  return files.length > 3 ? `${shown} and ${files.length - 3} more` : shown;
}

/** Of two pages with one permalink, the second is told of (LNK001). */
function causeOf(files: readonly string[]): Pick<Diagnostic, "causedBy"> {
  const second = files[1];
  return second === undefined ? {} : { causedBy: second };
}

interface Dangling {
  readonly diagnostic: Diagnostic;
  /** Paths of the pages that the hint names. */
  readonly named: readonly string[];
  /** The file that is there and could not be read. */
  readonly unreadable?: string;
}

const STAGE_TITLES: Readonly<Record<Stage, string>> = {
  activity: "An Activity",
  input: "An Input",
  deepening: "A Deepening",
  synthesis: "A Synthesis",
};

/** Says what is wrong with a line of a module that leads to no session, and what was meant. */
export function describeDangling(draft: ModuleDraft, line: Line, around: Surroundings): Dangling {
  const { item, found } = line;
  const { place, name, url } = item;
  const address = shorten(url);
  if (found?.kind === "ambiguous") {
    const files = found.pages.map(({ path }) => path);
    const values = { address, count: files.length, files: listRivals(files) };
    const diagnostic = { ...diagnose("LNK007", place, values), ...causeOf(files) };
    return { diagnostic, named: files };
  }
  if (found?.kind === "page") {
    const values = { title: titleOf(found.page), path: found.page.path };
    return { diagnostic: diagnose("LNK004", place, values), named: [] };
  }
  if (url === "") {
    const near = suggestSession(draft, line, around);
    if (near === undefined)
      return { diagnostic: diagnose("LNK003 none", place, { name }), named: [] };
    const { hint, ...values } = typeThis(near, line);
    return {
      diagnostic: diagnose(`LNK003 ${hint}`, place, { name, ...values }),
      named: [near.path],
    };
  }
  const { stage } = line;
  const { index, pages, linked } = around;
  const target = readAddress(url, index.site);
  if (target.kind !== "site") {
    return { diagnostic: diagnose("LNK002 link foreign", place, { address }), named: [] };
  }
  const unread = findUnreadable(around.unreadable, index, draft.page, target);
  if (unread !== undefined) {
    const { path } = unread;
    const kind = unread.isFolder ? "folder" : "file";
    const diagnostic = diagnose(`LNK002 unread ${kind}`, place, { address, path });
    return { diagnostic: { ...diagnostic, causedBy: path }, named: [path], unreadable: path };
  }
  const key = toKey(target.path);
  // A folder in place of a page: the session is one of those that no module lists yet.
  const below = pages.filter(
    (page) =>
      page.header.kind === "session" &&
      page.language === index.sourceLanguage &&
      !linked.has(page.path) &&
      keyOf(page, index.site).startsWith(`${key}/`),
  );
  if (key !== "" && below.length > 0) {
    const indent = indentOf(item);
    // A list between brackets is on one line, with other sessions.
    const hint = indent === undefined ? "brackets" : "lines";
    const listed = below.map((page) => writeItem(page, indent ?? "  ", page.path)).join("\n");
    const values = { address, count: below.length, stage, lines: nameLines(item), listed };
    const diagnostic = diagnose(`LNK002 link ${hint}`, place, values);
    return { diagnostic, named: below.map(({ path }) => path) };
  }
  const near = suggestSession(draft, line, around);
  if (near === undefined) {
    const values = { address, lines: nameLines(item), key };
    return { diagnostic: diagnose("LNK002 link none", place, values), named: [] };
  }
  const { hint, ...values } = typeThis(near, line);
  const diagnostic = diagnose(`LNK002 link ${hint}`, place, { address, ...values });
  return { diagnostic, named: [near.path] };
}

/**
 * The session that was probably meant: of the same stage, not yet in the module, alike by name or
 * by the address's last segment. One below the module's own address is believed sooner. It is only
 * ever offered: the nearest name is often the wrong page.
 */
function suggestSession(draft: ModuleDraft, line: Line, around: Surroundings): Page | undefined {
  const { index, pages } = around;
  const own = new Set(
    draft.lines.flatMap(({ found }) => (found?.kind === "page" ? [found.page.path] : [])),
  );
  const last = lastSegment(line.item.url);
  let best: Page | undefined;
  let highest = 0;
  for (const page of pages) {
    const key = keyOf(page, index.site);
    const stage = page.header.stage ?? stageOfKey(key);
    const language = page.language === index.sourceLanguage;
    if (page.header.kind === "module" || stage !== line.stage || !language || own.has(page.path))
      continue;
    const inside = key.startsWith(`${draft.key}/`);
    const { title, breadcrumb } = page.header;
    const likeness = Math.max(
      compareWords(line.item.name, title),
      compareWords(line.item.name, breadcrumb),
      compareLetters(last, lastSegment(key)),
    );
    const score = likeness + (inside ? 0.2 : 0);
    if (likeness >= (inside ? 0.3 : 0.6) && score > highest) {
      best = page;
      highest = score;
    }
  }
  return best;
}

/** Which hint, and its values. */
function typeThis(page: Page, { item, stage }: Line) {
  const { line = 1, column = 1 } = item.place;
  const text = item.written.texts[line - item.written.line] ?? "";
  const before = text.slice(0, column - 1);
  const meant = addressOf(page);
  const isInPlace = item.url !== "";
  const start = isInPlace ? before : `${" ".repeat(Math.max(before.search(/[^\s-]/), 0))}url: `;
  return {
    // A list between brackets has more on the line than the address.
    hint: /^\s*(-\s+)?\w+:\s+$/.test(before) ? ("line" as const) : ("near" as const),
    stage: STAGE_TITLES[stage],
    title: titleOf(page),
    path: page.path,
    meant,
    line,
    typed: `${start}${meant}`,
  };
}

/** The lines of an item, as a hint calls them. */
function nameLines({ written: { line, texts } }: Line["item"]): string {
  const last = line + texts.length - 1;
  return last === line
    ? `line ${line}`
    : `lines ${line} ${texts.length === 2 ? "and" : "to"} ${last}`;
}

function stageOfKey(key: string): Stage | undefined {
  if (/(^|\/)activit/.test(key)) return "activity";
  return (["input", "deepening", "synthesis"] as const).find((stage) =>
    key.split("/").includes(stage),
  );
}

function lastSegment(address: string): string {
  return toKey(address).split("/").at(-1) ?? "";
}

/** `/…/install/` of a long address: the line itself is shown below the message. */
function shorten(address: string): string {
  const parts = address.split("/").filter((part) => part !== "");
  if (address.length <= 40 || parts.length < 2) return address;
  return `/…/${parts.at(-1)}${address.endsWith("/") ? "/" : ""}`;
}
