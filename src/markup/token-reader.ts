import type { Token } from "markdown-it";
import type { ContainerLine } from "../markdown/container-lines.ts";
import type { ParsedMarkdown } from "../markdown/markdown-parser.ts";
import type { Passage, PassageState } from "../source/page.ts";
import { CONTAINER, type ContainerLines } from "./containers.ts";
import { INLINE_ATTRIBUTES, NOTE_REFERENCE } from "./content-model.ts";
import type { Element, ElementContent } from "./document.ts";
import type { Findings } from "./findings.ts";
import { findHiddenLines, findHiddenMarks, reportHidden } from "./hidden-containers.ts";
import { readHtmlPieces } from "./html-pieces.ts";
import { HtmlReader } from "./html-reader.ts";
import { countPassages } from "./passages.ts";
import { type HtmlEvent, readHtml } from "./raw-html.ts";
import { diagnose } from "./rules.ts";
import { splitText } from "./text-marks.ts";
import { separateNotes } from "./token-notes.ts";
import { type Locator, makeLocator, pointAt, type SourceLines, spanOf } from "./token-places.ts";
import {
  attributesOf,
  blockProperties,
  imageProperties,
  inlineProperties,
  labelOf,
  withWiki,
} from "./token-properties.ts";
import { makeElement, TreeBuilder } from "./tree-builder.ts";

/** Markers that stand in the tree between reading and the normalisations, and never after. */
export const SPACER = "x-spacer";
export const ATTRIBUTES = "x-attributes";

/** A page's tree as it was written, and the trees of its footnotes. */
export interface ReadTree {
  readonly children: ElementContent[];
  /** Label → content. Notes written in place have labels that no author can type. */
  readonly notes: ReadonlyMap<string, ReadNote>;
  /** The marks of `:::` lines in the trees. */
  readonly containers: ContainerLines;
}

export interface ReadNote {
  readonly children: ElementContent[];
  /** Line of the body, from 0. */
  readonly line: number;
  /** It stands in a part for trainers, wherever it is referred to. */
  readonly isForTrainers: boolean;
}

/**
 * Turns tokens into trees. Diagnostics: MRK002, MRK003.
 *
 * @param passages the runs of text of a translated page that are not translations.
 */
export function readTokens(
  parsed: ParsedMarkdown,
  source: SourceLines,
  findings: Findings,
  passages: readonly Passage[] = [],
): ReadTree {
  const notes = new Map<string, ReadNote>();
  const { body, queue } = separateNotes(parsed.tokens);
  let tooDeep = parsed.tooDeep;
  const containers: ContainerLines = new WeakMap();
  const stateOf = countPassages(passages);
  const readOne = (tokens: readonly Token[], line: number): ElementContent[] => {
    const reader = new TokenReader({
      parsed,
      source,
      findings,
      containers,
      stateOf,
      addNote,
      readLabel,
    });
    const children = reader.read(tokens, line);
    tooDeep ||= reader.reachedDepth;
    return children;
  };
  const addNote = (token: Token, line: number): string => {
    const label = `^ ${queue.length}`;
    queue.push({ label, tokens: [token], line, isForTrainers: false });
    return label;
  };
  const readLabel = (label: string, line: number): ElementContent[] =>
    readOne(parsed.parseLine(label), line).flatMap((node) =>
      node.type === "element" ? node.children : [node],
    );
  const children = readOne(body, 0);
  for (let index = 0; index < queue.length; index += 1) {
    const next = queue[index];
    if (next === undefined || notes.has(next.label)) continue;
    const line = Math.max(0, next.line);
    const { isForTrainers } = next;
    notes.set(next.label, { children: readOne(next.tokens, line), line, isForTrainers });
  }
  if (tooDeep) {
    findings.add(diagnose("MRK002", findings.placeAt(0), { levels: parsed.nesting }));
  }
  return { children, notes, containers };
}

/** What the readers of one page have in common. */
interface Reading {
  readonly parsed: ParsedMarkdown;
  readonly source: SourceLines;
  readonly findings: Findings;
  readonly containers: ContainerLines;
  /** What the next run of text in a line is. */
  readonly stateOf: (line: number) => PassageState | undefined;
  /** Puts off the reading of a note that is written in place; gives its label. */
  readonly addNote: (token: Token, line: number) => string;
  /** Reads the words behind the name of a `:::` block. */
  readonly readLabel: (label: string, line: number) => ElementContent[];
}

/** Reads one run of block tokens. */
class TokenReader {
  readonly #builder: TreeBuilder;
  readonly #page: Reading;
  #line = 0;
  /** The block that was opened last: the next run of text is in it. */
  #opened: Element | undefined;

  constructor(page: Reading) {
    this.#builder = new TreeBuilder(page.parsed.nesting);
    this.#page = page;
  }

  get reachedDepth(): boolean {
    return this.#builder.reachedDepth;
  }

  read(tokens: readonly Token[], line: number): ElementContent[] {
    this.#line = line;
    const { pieces, ends } = readHtmlPieces(tokens);
    const { parsed, source, findings } = this.#page;
    const html = new HtmlReader(this.#builder, findings, source.bodyLine, ends, parsed);
    for (const token of tokens) {
      if (token.map) this.#line = token.map[0];
      if (token.type === "html_block") {
        html.read(pieces.get(token) ?? [], this.#line);
        this.#builder.endLine();
      } else if (token.type === "inline") {
        const passage = this.#page.stateOf(this.#line);
        if (passage !== undefined && this.#opened !== undefined) this.#opened.data = { passage };
        this.#readInline(token, html, pieces);
      } else if (token.type === "inline_note") {
        this.#readInline(token, html, pieces);
      } else if (!html.isSkipping || token.nesting !== 0 || token.type === "container_line") {
        this.#readBlock(token);
      }
    }
    html.finish();
    return this.#builder.finish();
  }

  #readBlock(token: Token): void {
    const builder = this.#builder;
    const position = spanOf(token, this.#line, this.#page.source);
    switch (token.type) {
      case "spacer":
        builder.addBlock(makeElement(SPACER, {}, position));
        return;
      case "attribute_list":
        builder.addBlock(makeElement(ATTRIBUTES, attributesOf(token, this.#page.parsed), position));
        return;
      case "container_line": {
        const column = (this.#page.source.lines[this.#line] ?? "").search(/[:：]/) + 1;
        const place = pointAt(this.#page.source, this.#line, Math.max(1, column));
        this.#addMark(token.meta as ContainerLine, place);
        return;
      }
      case "hr":
        builder.addBlock(makeElement("hr", {}, position));
        return;
      case "fence":
      case "code_block": {
        const text: ElementContent = { type: "text", value: token.content.replace(/\n$/, "") };
        const code = makeElement("code", {}, undefined, text.value === "" ? [] : [text]);
        const hidden =
          token.type === "code_block" ? findHiddenLines(token.content, this.#page.parsed) : [];
        const [open, close] = hidden;
        if (open !== undefined) {
          reportHidden(this.#page.findings, position);
          this.#addMark(open, position);
        }
        builder.addBlock(makeElement("pre", {}, position, [code]));
        if (close !== undefined) this.#addMark(close, position);
        return;
      }
    }
    if (token.hidden || token.tag === "") return;
    if (token.nesting === -1) builder.close(token.tag, "markdown");
    else if (token.nesting === 1) {
      const properties = blockProperties(token, this.#page.parsed.keptLists);
      this.#opened = makeElement(token.tag, properties, position);
      builder.open(this.#opened, "markdown");
    }
  }

  #addMark(line: ContainerLine, position: Element["position"]): void {
    const label = line.type === "open" ? this.#page.readLabel(line.label, this.#line) : [];
    const mark = makeElement(CONTAINER, {}, position, label);
    this.#page.containers.set(mark, line);
    this.#builder.addMark(mark);
  }

  #readInline(
    token: Token,
    html: HtmlReader,
    pieces: ReadonlyMap<Token, readonly HtmlEvent[]>,
  ): void {
    const builder = this.#builder;
    const locate = this.#locator(token);
    const hidden = findHiddenMarks(token.children ?? [], this.#page.parsed);
    for (const child of token.children ?? []) {
      if (child.type === "html_inline") {
        const place = locate(child, 0);
        const line = (place?.start.line ?? this.#page.source.bodyLine) - this.#page.source.bodyLine;
        html.read(pieces.get(child) ?? readHtml(child.content), line, place?.start.column);
        continue;
      }
      const line = hidden.get(child);
      if (line !== undefined) {
        if (line.type === "open") reportHidden(this.#page.findings, locate(child, 0));
        this.#addMark(line, locate(child, 0));
        continue;
      }
      if (html.isSkipping) continue;
      if (child.type === "text" && !builder.isInLink) {
        const position = locate(child, 0);
        for (const node of splitText(child.content, this.#page.parsed, position)) {
          if (node.type === "text") builder.text(node.value);
          else if (node.type === "element") builder.addInline(node);
        }
      } else {
        this.#readInlineToken(child, locate);
      }
    }
  }

  #readInlineToken(token: Token, locate: Locator): void {
    const builder = this.#builder;
    switch (token.type) {
      case "text":
        builder.text(token.content);
        return;
      case "softbreak":
        builder.text("\n");
        return;
      case "hardbreak":
        builder.addInline(makeElement("br", {}, undefined));
        return;
      case "code_inline":
        builder.addInline(
          makeElement("code", {}, undefined, [{ type: "text", value: token.content }]),
        );
        return;
      case "image":
        builder.addInline(
          withWiki(token, makeElement("img", imageProperties(token), locate(token, 0))),
        );
        return;
      case "attribute_list":
        builder.addInline(
          makeElement(INLINE_ATTRIBUTES, attributesOf(token, this.#page.parsed), undefined),
        );
        return;
      case "footnote_ref":
        builder.addInline(makeElement(NOTE_REFERENCE, { label: labelOf(token) }, locate(token, 0)));
        return;
      case "inline_note": {
        const label = this.#page.addNote(token, this.#line);
        builder.addInline(makeElement(NOTE_REFERENCE, { label }, locate(token, 0)));
        return;
      }
    }
    if (token.nesting === -1) builder.close(token.tag, "markdown");
    else if (token.nesting === 1) {
      const isBracketed = /^(?:link|bracketed_span)_open$/.test(token.type);
      const place = locate(token, isBracketed && token.markup !== "autolink" ? -1 : 0);
      const element = makeElement(token.tag, inlineProperties(token, this.#page.parsed), place);
      builder.open(withWiki(token, element), "markdown");
    } else if (token.content !== "") {
      builder.text(token.content);
    }
  }

  /** Finds the place in the file of the pieces of one block of text. */
  #locator(inline: Token): Locator {
    const first = inline.map?.[0] ?? this.#line;
    return makeLocator(inline, first, this.#page.parsed.offsets, this.#page.source);
  }
}
