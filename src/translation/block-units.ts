import type { Token } from "markdown-it";
import type { ContainerLine } from "../markdown/container-lines.ts";
import type { ParsedBody } from "../markup/parse-body.ts";
import { listHtmlUnits } from "./html-units.ts";
import type { LocatedUnit } from "./located-unit.ts";
import { type LineFinder, makeCellFinder, makeLineFinder } from "./text-places.ts";
import type { BlockNumber, UnitKind } from "./unit.ts";
import { cutText, hasWords, listPictureTexts } from "./unit-text.ts";

/** What a run of text is by what stands around it, the innermost first. */
const KINDS: ReadonlyMap<string, UnitKind> = new Map([
  ["heading_open", "heading"],
  ["th_open", "table head"],
  ["td_open", "table cell"],
  ["dt_open", "term"],
  ["dd_open", "definition"],
  ["list_item_open", "list item"],
  ["footnote_reference_open", "footnote"],
  ["blockquote_open", "quotation"],
]);

/** The units of a body's blocks, in the order of its tokens. */
export function listBlockUnits(body: ParsedBody): LocatedUnit[] {
  const units: LocatedUnit[] = [];
  const open: string[] = [];
  const counts = new Map<number, number>();
  let line = 0;
  let findCell: LineFinder | undefined;
  for (const token of body.parsed.tokens) {
    if (token.map) line = token.map[0];
    if (token.nesting === 1) open.push(token.type);
    else if (token.nesting === -1) open.pop();
    if (token.type === "tr_open") findCell = makeCellFinder(body, line);
    else if (token.type === "tr_close") findCell = undefined;
    else if (token.type === "html_block" && token.map) {
      for (const unit of listHtmlUnits(body, token.map)) units.push(unit);
    } else if (token.type === "container_line") {
      for (const unit of labelUnit(token.meta as ContainerLine, body, line)) units.push(unit);
    } else if (token.type === "inline") {
      const ordinal = counts.get(line) ?? 0;
      counts.set(line, ordinal + 1);
      const kind = open.findLast((type) => KINDS.has(type));
      const find = findCell ?? makeLineFinder(body, line, token.content);
      for (const unit of inlineUnits(token, body, { line, ordinal }, find)) {
        units.push(unit.kind === "paragraph" ? { ...unit, kind: kindOf(kind) } : unit);
      }
    }
  }
  return units;
}

function kindOf(type: string | undefined): UnitKind {
  return KINDS.get(type ?? "") ?? "paragraph";
}

function inlineUnits(
  token: Token,
  { parsed }: ParsedBody,
  block: BlockNumber,
  find: LineFinder,
): readonly LocatedUnit[] {
  const { content } = token;
  const places = find(content);
  if (places === undefined) return [];
  const children = token.children ?? [];
  const { offsets } = parsed;
  const shape = find.isCell ? "cell" : "text";
  const located = (from: number, to: number) => ({ from: places(from), to: places(to), block });
  if (isPictures(children)) {
    return listPictureTexts(content, children, offsets).map(({ from, to, kind }) => ({
      kind,
      source: content
        .slice(from, to)
        .replace(/[ \t\n]+/g, " ")
        .trim(),
      addresses: [],
      shape: kind === "caption" ? "attribute" : shape,
      ...located(from, to),
    }));
  }
  const marked = /^\[!\w+\][+-]?[ \t]*/.exec(content)?.[0].length ?? 0;
  const isQuoted = marked > 0;
  return cutText(content, children, offsets).flatMap((one): readonly LocatedUnit[] => {
    if (!isQuoted || one.from >= marked) {
      return [{ ...one, kind: "paragraph", shape, ...located(one.from, one.to) }];
    }
    return cutCallout(content, marked, one.to).flatMap(({ from, to, kind }) =>
      cutText(content.slice(from, to), [], offsets).map((part) => ({
        ...part,
        kind,
        shape,
        ...located(from + part.from, from + part.to),
      })),
    );
  });
}

/** `> [!TIP] Title` with a text below it: the title is a string of its own, the mark is none. */
function cutCallout(content: string, marked: number, end: number) {
  const line = content.indexOf("\n");
  const title = { from: marked, to: line < 0 ? end : line, kind: "callout title" as const };
  if (line < 0 || line >= end) return [title];
  return [title, { from: line + 1, to: end, kind: "paragraph" as const }];
}

function isPictures(children: readonly Token[]): boolean {
  const others = children.filter(({ type, content }) => {
    const isIdle = /^(?:softbreak|hardbreak|attribute_list)$/.test(type);
    return !isIdle && type !== "image" && !(type === "text" && content.trim() === "");
  });
  return others.length === 0;
}

/** The words behind the name of a `:::` block. */
function labelUnit(mark: ContainerLine, { lines }: ParsedBody, line: number): LocatedUnit[] {
  if (mark.type !== "open" || !hasWords(mark.label)) return [];
  const column = (lines[line] ?? "").lastIndexOf(mark.label);
  if (column < 0 || mark.label.startsWith(`${mark.name}: `)) return [];
  const to = { line, column: column + mark.label.length };
  const { label: source } = mark;
  return [
    { kind: "callout title", source, addresses: [], from: { line, column }, to, shape: "text" },
  ];
}
