import { CodeLines } from "../markdown/code-lines.ts";
import { CodeSpans } from "../markdown/code-spans.ts";
import { FILLER } from "../markdown/fillers.ts";
import { RemarkReader } from "../source/remarks.ts";
import { type Findings, quoteText } from "./findings.ts";
import { type ForeignMark, readForeignLine, readForeignSign } from "./foreign-lines.ts";
import { diagnose } from "./rules.ts";
import { readTemplateTag, type TemplateTag } from "./template-tags.ts";

/** A body without what other systems keep out of their pages. */
export interface PlainBody {
  /** What is left out is filled up. Lines have their numbers, signs their columns. */
  readonly lines: readonly string[];
  /** Numbers, from 0, of the lines of code. */
  readonly codeLines: ReadonlySet<number>;
  /** The same with the lines in which tags are shown on purpose. */
  readonly literalLines: ReadonlySet<number>;
}

/**
 * Leaves out of a body the remarks, template tags and page breaks of other systems, before anything
 * else reads it: a remark may hold, or stand around, any kind of block. Code is left as it is, and
 * so is what has a backslash before it.
 *
 * Diagnostics: MRK100 to MRK102.
 */
export function leaveOutForeignMarks(body: string, findings: Findings): PlainBody {
  const eraser = new Eraser(body, findings);
  const lines = eraser.run().split("\n");
  const { codeLines, rawLines } = eraser;
  return { lines, codeLines, literalLines: new Set([...codeLines, ...rawLines]) };
}

const LANDMARK = /\\[^\n]|`+|[\n){<%#]/g;

const HIGHLIGHT = /\{%-?\s*highlight\b[^%\n]*%\}[ \t]*$/my;
const HIGHLIGHT_END = /^[ \t]*\{%-?\s*endhighlight\s*-?%\}[ \t]*$/gm;
const RAW_END = /\{%-?\s*end(?:raw|verbatim)\s*-?%\}/g;
const HTML_CODE = /<(pre|code|script|style|textarea)\b[^<>]{0,500}>/iy;
const IN_LINK = /\]\(<?\S*$|^[ \t>]*\[[^\]\n]+\]:[ \t]*<?\S*$/;
const IN_ATTRIBUTE = /\s(?:href|src)=["']?[^"'\s<>]*$/i;

class Eraser {
  readonly codeLines = new Set<number>();
  readonly rawLines = new Set<number>();
  readonly #body: string;
  readonly #findings: Findings;
  readonly #remarks: RemarkReader;
  #code = new CodeLines();
  readonly #parts: string[] = [];
  /** Ends of things that come no more. */
  readonly #absent = new Set<string>();
  #at = 0;
  #line = 0;
  #lineStart = 0;
  #lineEnd = -1;
  #isAfterEmpty = true;
  /** Within the address of a link, which can hold no fillers: how many it must be given later. */
  #owed: number | undefined;
  readonly #spans: CodeSpans;

  constructor(body: string, findings: Findings) {
    this.#body = body;
    this.#findings = findings;
    this.#remarks = new RemarkReader(body);
    this.#spans = new CodeSpans(body);
  }

  run(): string {
    const body = this.#body;
    let isLineStart = true;
    while (this.#at < body.length) {
      isLineStart = isLineStart && this.#readLineStart();
      if (isLineStart) continue;
      LANDMARK.lastIndex = this.#at;
      const found = LANDMARK.exec(body);
      this.#copy(found?.index ?? body.length);
      if (found === null) break;
      isLineStart = found[0] === "\n";
      if (isLineStart) this.#endLine();
      else this.#readSign(found[0]);
    }
    return this.#parts.join("");
  }

  /** @returns true where a remark was left out and the line, or its rest, begins behind it. */
  #readLineStart(): boolean {
    const line = this.#body.slice(this.#at, this.#endOfLine());
    const isAfterEmpty = this.#isAfterEmpty;
    this.#isAfterEmpty = line.trim() === "";
    const before = this.#code.copy();
    if (this.#code.take(line)) {
      this.codeLines.add(this.#line);
      this.#copy(this.#endOfLine());
      return false;
    }
    const start = this.#at + (/^[\s>]*/.exec(line)?.[0].length ?? 0);
    const remark = this.#remarks.readAt(start);
    if (remark !== undefined && remark.missing === undefined) {
      this.#code = before;
      this.#copy(start);
      this.#hide(remark.end);
      this.#copy(
        this.#at + (/^[ \t]*/.exec(this.#body.slice(this.#at, this.#endOfLine()))?.[0].length ?? 0),
      );
      this.#isAfterEmpty = isAfterEmpty;
      return this.#at < this.#endOfLine();
    }
    const foreign = readForeignLine(this.#body, start, isAfterEmpty);
    if (foreign === undefined) {
      this.#readHighlight(start);
      return false;
    }
    this.#code = before;
    this.#code.take("");
    this.#copy(start);
    this.#leaveOut(foreign);
    return false;
  }

  /** Liquid's tags around a sample, each on a line of its own, are a fence. */
  #readHighlight(start: number): void {
    HIGHLIGHT.lastIndex = start;
    const opening = HIGHLIGHT.exec(this.#body)?.[0];
    if (opening === undefined) return;
    const end = this.#find("endhighlight", HIGHLIGHT_END, start + opening.length);
    if (end === undefined) return;
    const first = this.#line;
    this.#copy(start);
    this.#write("~~~~~~~~".padEnd(opening.length), start + opening.length);
    this.#copy(end.index);
    this.#write("~~~~~~~~".padEnd(end[0].length), end.index + end[0].length);
    for (let line = first; line <= this.#line; line += 1) this.codeLines.add(line);
    this.#code.take("");
  }

  #readSign(sign: string): void {
    const at = this.#at;
    if (sign.startsWith("`")) this.#copy(this.#spans.endOf(at, sign.length));
    else if (sign === ")") {
      this.#copy(at + 1);
      this.#payFillers();
    } else if (
      !this.#readHtmlCode() &&
      !this.#readRemark() &&
      !this.#readForeign() &&
      !this.#readTag()
    )
      this.#copy(at + sign.length);
  }

  #readForeign(): boolean {
    const foreign = readForeignSign(this.#body, this.#at);
    if (foreign !== undefined) this.#leaveOut(foreign);
    return foreign !== undefined;
  }

  #readHtmlCode(): boolean {
    HTML_CODE.lastIndex = this.#at;
    const opening = HTML_CODE.exec(this.#body);
    if (opening === null) return false;
    const name = (opening[1] ?? "").toLowerCase();
    const end = this.#find(name, new RegExp(`</${name}\\s*>`, "gi"), this.#at);
    if (end === undefined) return false;
    if (name === "code" && /\n\s*\n/.test(this.#body.slice(this.#at, end.index))) return false;
    this.#copy(end.index + end[0].length);
    return true;
  }

  #readRemark(): boolean {
    const remark = this.#remarks.readAt(this.#at);
    if (remark === undefined) return false;
    if (remark.missing !== undefined) {
      const place = this.#placeTo(remark.end);
      this.#findings.add(diagnose("MRK100 remark", place, { end: remark.missing }));
    }
    this.#hide(remark.end);
    return true;
  }

  #readTag(): boolean {
    const at = this.#at;
    const tag = readTemplateTag(this.#body, at);
    if (tag === undefined) return false;
    if (tag.name === "raw" || tag.name === "verbatim") {
      const end = this.#find("raw", RAW_END, tag.end);
      if (end !== undefined) {
        const first = this.#line;
        this.#hide(tag.end);
        this.#copy(end.index);
        for (let line = first; line <= this.#line; line += 1) this.rawLines.add(line);
        this.#hide(end.index + end[0].length);
        return true;
      }
    }
    const before = this.#body.slice(Math.max(this.#lineStart, at - 1000), at);
    // A line end ends an address, and the lines are counted.
    const isOneLine = !this.#body.slice(at, tag.end).includes("\n");
    const isInLink = isOneLine && (this.#owed !== undefined || IN_LINK.test(before));
    const text = isInLink || IN_ATTRIBUTE.test(before) ? tag.address : tag.text;
    if (text === undefined && !tag.isInner) this.#reportTag(tag);
    if (isInLink) {
      this.#parts.push(text ?? "");
      this.#owed = (this.#owed ?? 0) + tag.end - at - (text ?? "").length;
      this.#move(tag.end);
    } else if (text === undefined) this.#hide(tag.end);
    else this.#stand(text, tag.end);
    return true;
  }

  #reportTag({ end, name }: TemplateTag): void {
    const tag = quoteText(this.#body.slice(this.#at, end));
    this.#findings.add(diagnose("MRK101", this.#placeTo(end), { tag, name: quoteText(name) }));
  }

  #leaveOut({ end, hint }: ForeignMark): void {
    if (hint !== undefined) {
      const found = quoteText(this.#body.slice(this.#at, end));
      this.#findings.add(diagnose(`MRK102 ${hint}`, this.#placeTo(end), { found }));
    }
    this.#hide(end);
  }

  #placeTo(end: number) {
    const length = Math.min(end, this.#endOfLine()) - this.#at;
    return this.#findings.placeAt(this.#line, this.#at - this.#lineStart + 1, length);
  }

  /** The next end of something; no second search for what is not there. */
  #find(name: string, pattern: RegExp, from: number): RegExpExecArray | undefined {
    if (this.#absent.has(name)) return undefined;
    pattern.lastIndex = from;
    const found = pattern.exec(this.#body);
    if (found === null) this.#absent.add(name);
    return found ?? undefined;
  }

  #endOfLine(): number {
    if (this.#at > this.#lineEnd) {
      const end = this.#body.indexOf("\n", this.#at);
      this.#lineEnd = end < 0 ? this.#body.length : end;
    }
    return this.#lineEnd;
  }

  #endLine(): void {
    this.#payFillers();
    this.#copy(this.#at + 1);
  }

  #payFillers(): void {
    this.#parts.push(FILLER.repeat(this.#owed ?? 0));
    this.#owed = undefined;
  }

  #copy(end: number): void {
    this.#write(this.#body.slice(this.#at, end), end);
  }

  #hide(end: number): void {
    this.#write(this.#body.slice(this.#at, end).replace(/[^\n]/g, FILLER), end);
  }

  /** Writes what a tag stands for; its line ends stay, since lines are counted. */
  #stand(text: string, end: number): void {
    const [first = "", ...others] = this.#body.slice(this.#at, end).split("\n");
    const fillers = others.map((line) => `\n${FILLER.repeat(line.length)}`);
    this.#write(text.padEnd(first.length, FILLER) + fillers.join(""), end);
  }

  #write(text: string, end: number): void {
    this.#parts.push(text);
    this.#move(end);
  }

  #move(end: number): void {
    for (let next = this.#body.indexOf("\n", this.#at); next >= 0 && next < end; ) {
      this.#line += 1;
      this.#lineStart = next + 1;
      next = this.#body.indexOf("\n", next + 1);
    }
    this.#at = end;
  }
}
