import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Page, Stage } from "../source/page.ts";
import type { UnreadablePage } from "../source/pages.ts";
import { readAddress, toKey } from "./address.ts";
import type { Line, ModuleDraft } from "./module-sessions.ts";
import { keyOf, type PageIndex } from "./page-index.ts";
import { addressOf, indentOf, titleOf, writeItem } from "./page-name.ts";
import { problem } from "./problem.ts";
import { compareLetters, compareWords } from "./similarity.ts";
import { findUnreadable, hintAtUnreadable } from "./unreadable-page.ts";

export interface Surroundings {
  readonly pages: readonly Page[];
  readonly index: PageIndex;
  /** Paths of the pages that some module lists. */
  readonly linked: ReadonlySet<string>;
  readonly unreadable: readonly UnreadablePage[];
}

/** What the reader of a link does about pages that share its address. */
export function hintAtRivals(files: readonly string[]): string {
  const shown = files.slice(0, 3).join(" and ");
  const more = files.length > 3 ? ` and ${files.length - 3} more` : "";
  return `They are ${shown}${more}. Give each a permalink of its own.`;
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
  activity: "an Activity",
  input: "an Input",
  deepening: "a Deepening",
  synthesis: "a Synthesis",
};

/** Says what is wrong with a line of a module that leads to no session, and what was meant. */
export function describeDangling(draft: ModuleDraft, line: Line, around: Surroundings): Dangling {
  const { item, found } = line;
  const { place } = item;
  if (found?.kind === "ambiguous") {
    const files = found.pages.map(({ path }) => path);
    const diagnostic = problem("LNK007", "error", place, {
      message: `Unexpected session link \`${shorten(item.url)}\` to ${files.length} pages, expected the permalink of one`,
      hint: hintAtRivals(files),
      ...causeOf(files),
    });
    return { diagnostic, named: files };
  }
  if (found?.kind === "page") {
    const diagnostic = problem("LNK004", "error", place, {
      message: `Unexpected link to the module \`${titleOf(found.page)}\`, expected the permalink of a session`,
      hint: `${found.page.path} is a module: it has \`layout: module\` or lists sessions. Type the addresses of its sessions, or name it under \`prerequisites:\`.`,
    });
    return { diagnostic, named: [] };
  }
  if (item.url === "") {
    const near = suggestSession(draft, line, around);
    const diagnostic = problem("LNK003", "error", place, {
      message: `Unexpected session \`${item.name}\` without an address, expected \`url:\` with the permalink of a page`,
      hint:
        near === undefined
          ? "Type behind url: the permalink of its page, or delete the item."
          : typeThis(near, line),
    });
    return { diagnostic, named: near === undefined ? [] : [near.path] };
  }
  const address = readAddress(item.url, around.index.site);
  const unread =
    address.kind === "site"
      ? findUnreadable(around.unreadable, around.index, draft.page, address)
      : undefined;
  if (unread !== undefined) {
    const diagnostic = problem("LNK002", "error", place, {
      message: `Unexpected session \`${shorten(item.url)}\` that could not be read, expected one that can be`,
      hint: hintAtUnreadable(unread),
      causedBy: unread.path,
    });
    return { diagnostic, named: [unread.path], unreadable: unread.path };
  }
  const { hint, named } = findHint(draft, line, around);
  const diagnostic = problem("LNK002", "error", place, {
    message: `Unexpected session link \`${shorten(item.url)}\`, expected the permalink of a page`,
    hint,
  });
  return { diagnostic, named };
}

function findHint(
  draft: ModuleDraft,
  line: Line,
  around: Surroundings,
): { hint: string; named: readonly string[] } {
  const { item, stage } = line;
  const { index, pages, linked } = around;
  const address = readAddress(item.url, index.site);
  if (address.kind !== "site") {
    return {
      hint: "A session is a page of this curriculum. Type its permalink, or make it a link in the module's text.",
      named: [],
    };
  }
  const key = toKey(address.path);
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
    const where =
      indent === undefined
        ? `Type below \`${stage}:\`, and the other sessions in the same way`
        : `Type in place of ${nameLines(item)}`;
    const listed = below.map((page) => writeItem(page, indent ?? "  ", page.path));
    const which =
      below.length === 1
        ? "one session that no module lists"
        : `${below.length} sessions that no module lists`;
    return {
      hint: `The address is a folder. It holds ${which}. ${where}:\n${listed.join("\n")}`,
      named: below.map(({ path }) => path),
    };
  }
  const near = suggestSession(draft, line, around);
  if (near !== undefined) return { hint: typeThis(near, line), named: [near.path] };
  return {
    hint: `No page has this permalink. Correct the address, delete ${nameLines(item)}, or add the page with this line in its header:\npermalink: /${key}/`,
    named: [],
  };
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

function typeThis(page: Page, { item, stage }: Line): string {
  const near = `${capitalise(STAGE_TITLES[stage])} session with a near name is \`${titleOf(page)}\` (${page.path}).`;
  const { line = 1, column = 1 } = item.place;
  const text = item.written.texts[line - item.written.line] ?? "";
  const before = text.slice(0, column - 1);
  // A list between brackets has more on the line than the address.
  if (!/^\s*(-\s+)?\w+:\s+$/.test(before))
    return `${near} If it was meant, its address is ${addressOf(page)}`;
  if (item.url !== "") {
    return `${near} If it was meant, type in place of line ${line}:\n${before}${addressOf(page)}`;
  }
  const indent = " ".repeat(before.search(/[^\s-]/));
  return `${near} If it was meant, type below line ${line}:\n${indent}url: ${addressOf(page)}`;
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

function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
