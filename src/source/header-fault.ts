import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceCode } from "./codes.ts";
import type { HeaderBlock } from "./header-block.ts";
import { problem } from "./problem.ts";
import { findQuoteFault, quoteValue } from "./quotation.ts";
import type { YamlProblem } from "./yaml.ts";

interface Fault {
  readonly code: SourceCode;
  /** 1-based line of the file. */
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly message: string;
  readonly hint: string;
}

/** A line as a person reads it: indent, dash, key, value. */
interface HeaderLine {
  readonly number: number;
  readonly text: string;
  readonly indent: number;
  /** Column of the key, behind a dash; -1 without a key. */
  readonly keyAt: number;
  readonly dash: boolean;
  readonly key: string;
  readonly value: string;
  /** 0-based column of the value. */
  readonly valueAt: number;
}

/**
 * Says why a header does not parse. A YAML parser reports where it gave up, which is often lines
 * behind the cause and in words of its grammar; so the lines are read once more the way a person
 * would, and the mistakes that people make are named. Only if none is found is the parser's own
 * sentence shown (HDR012).
 *
 * Adds HDR005 to HDR013.
 */
export function explainFaults(path: string, block: HeaderBlock): readonly Diagnostic[] {
  const first = block.problems[0];
  const excess = block.problems.find(({ code }) => code === "TOO_DEEP" || code === "TOO_MANY");
  const faults = excess === undefined ? findFaults(block.lines) : [];
  if (faults.length === 0 && first !== undefined) {
    faults.push(parserFault(excess ?? first, block.lines.length));
  }
  return faults.map(({ code, line, column, length, message, hint }) =>
    problem(code, "error", { file: path, line, column, length }, { message, hint }),
  );
}

/**
 * `title: Lesson #1` is "Lesson" to YAML, which takes the rest for a comment (HDR031). A comment
 * that is meant as one has a space behind its sign, and is left alone.
 */
export function findCutValues(path: string, lines: readonly string[]): readonly Diagnostic[] {
  return lines.flatMap((text, index) => {
    const cut =
      /^(\s*(?:-\s+)?(?:title|name|breadcrumb|summary)\s*:\s+)(?=\S)(?!["'|>#])(.*?)\s(#\S.*)$/i.exec(
        text,
      );
    if (cut === null) return [];
    const [, start = "", , rest = ""] = cut;
    const place = {
      file: path,
      line: index + 1,
      column: text.length - rest.length + 1,
      length: rest.length,
    };
    return problem("HDR031", "warning", place, {
      message: `Unexpected \`${clip(rest, 30)}\` behind a value, expected a value between quotation marks`,
      hint: `YAML leaves out what follows a # after a space. Type:\n${shorten(start + quoteValue(text.slice(start.length)))}`,
    });
  });
}

function parserFault(found: YamlProblem, lineCount: number): Fault {
  const { line, column, length } = found;
  if (found.code === "TOO_DEEP" || found.code === "TOO_MANY") {
    const much = found.code === "TOO_DEEP" ? "nested so deep" : "with so many values";
    return {
      code: "HDR013",
      line,
      column,
      length,
      message: `Unexpected header ${much}, expected a few keys and lists`,
      hint: "Remove the brackets, anchors (&name) and references (*name) that are not needed.",
    };
  }
  return {
    code: "HDR012",
    line: Math.min(line, lineCount),
    column: line > lineCount ? 1 : column,
    length,
    message: `Unexpected text in the header (${plainSentence(found.message)}), expected \`key: value\``,
    hint: 'Put the value of this line, or of the one above it, between double quotes: key: "value"',
  };
}

/** Who has mended so many lines runs the program again. */
const FAULT_LIMIT = 10;

function findFaults(lines: readonly string[]): Fault[] {
  const conflicts = lines.flatMap((text, index) => conflictFault(text, index + 1));
  // What stands between the marks is two versions of the same lines: nothing else is worth saying.
  if (conflicts[0] !== undefined) return [conflicts[0]];
  const faults: Fault[] = [];
  let above: HeaderLine | undefined;
  for (let index = 0; index < lines.length && faults.length < FAULT_LIMIT; index += 1) {
    const text = lines[index] ?? "";
    if (text.trim() === "" || /^\s*#/.test(text)) continue;
    if (/^ *\t/.test(text)) {
      faults.push(tabFault(text, index + 1));
      continue;
    }
    const line = readLine(text, index + 1);
    if (line.key !== "" && /^[|>][-+\d]*\s*(#.*)?$/.test(line.value)) {
      index = skipIndented(lines, index, line.indent);
      above = undefined;
      continue;
    }
    const quote = line.value === "" ? undefined : findQuoteFault(lines, index, line.valueAt);
    if (quote?.kind === "closed") {
      index = quote.lastIndex;
    } else if (quote !== undefined) {
      faults.push(quoteFault(line, quote));
    } else {
      const fault = lineFault(line, above);
      if (fault !== undefined) {
        faults.push(fault);
        // A line that was continued wrongly says nothing about the next one.
        if (line.key === "") continue;
      }
    }
    above = line;
  }
  return faults;
}

function readLine(text: string, number: number): HeaderLine {
  const indent = text.length - text.trimStart().length;
  const dash = /^-(\s|$)/.test(text.slice(indent));
  const keyAt = dash ? indent + 1 + (/^\s*/.exec(text.slice(indent + 1))?.[0].length ?? 0) : indent;
  const rest = text.slice(keyAt).trimEnd();
  const match = /^("[^"]*"|'[^']*'|[^\s"'[{#&*!|>%@`][^:]{0,60}?)\s*:(\s+|$)/.exec(rest);
  const isKey = match !== null && looksLikeKey(match[1] ?? "");
  const valueAt = isKey ? keyAt + match[0].length : keyAt;
  return {
    number,
    text,
    indent,
    dash,
    keyAt: isKey ? keyAt : -1,
    key: isKey ? (match[1] ?? "") : "",
    value: text.slice(valueAt).trimEnd(),
    valueAt,
  };
}

/** A key has few words; a sentence with a colon in it is no key. */
function looksLikeKey(text: string): boolean {
  return text.trim().split(/\s+/).length <= 5 && !/[.,;!?]/.test(text);
}

function lineFault(line: HeaderLine, above: HeaderLine | undefined): Fault | undefined {
  const { key, value, indent, number, valueAt } = line;
  if (key === "" && !line.dash) return keylessFault(line, above);
  const colon = value === "" ? -1 : value.search(/:(\s|$)/);
  if (colon !== -1 && !/^[[{"']/.test(value)) {
    const column = valueAt + colon + 1;
    return {
      code: "HDR006",
      line: number,
      column,
      length: 1,
      message: `Unexpected colon in the value of \`${key || "-"}\`, expected a value between quotation marks`,
      hint: `A colon with a space after it begins a new key. Type:\n${shorten(line.text.slice(0, valueAt) + quoteValue(value))}`,
    };
  }
  if (
    /^[@`%]|^[*&!](?!\s*$)|^[[{].*[^\]}]$|^[[{].*[\]}]\s*[^\s#\]}]/.test(value) ||
    /^[|>]./.test(value)
  ) {
    return {
      code: "HDR011",
      line: number,
      column: valueAt + 1,
      length: 1,
      message: `Unexpected \`${value.slice(0, 1)}\` at the beginning of a value, expected a value between quotation marks`,
      hint: `YAML keeps this character for itself. Type:\n${shorten(line.text.slice(0, valueAt) + quoteValue(value))}`,
    };
  }
  if (above === undefined || key === "") return undefined;
  return indentFault(line, above, indent);
}

function indentFault(line: HeaderLine, above: HeaderLine, indent: number): Fault | undefined {
  const keyColumn = line.keyAt;
  if (above.dash && !line.dash && indent > 0 && keyColumn !== above.keyAt) {
    return {
      code: "HDR009",
      line: line.number,
      column: keyColumn + 1,
      length: line.key.length,
      message: `Unexpected indent of ${spaces(keyColumn)}, expected ${spaces(above.keyAt)}`,
      hint: `\`${line.key}\` belongs exactly under \`${above.key}\` of the line above. Type:\n${above.text}\n${" ".repeat(above.keyAt)}${line.text.trim()}`,
    };
  }
  if (indent > above.indent && above.value !== "" && !above.dash && !line.dash) {
    return {
      code: "HDR009",
      line: line.number,
      column: 1,
      length: indent,
      message: `Unexpected indent of ${spaces(indent)} before \`${line.key}\`, expected ${spaces(above.indent)}`,
      hint: `Type:\n${" ".repeat(above.indent)}${line.text.trim()}`,
    };
  }
  return undefined;
}

/** `title:Maps`, or with the full-width colon of a Chinese or Japanese keyboard; not `https://`. */
export const GLUED_KEY = /^([\p{L}_-]{2,30})(?::(?![\s/])|：\s*)(\S.*)$/u;

function keylessFault(line: HeaderLine, above: HeaderLine | undefined): Fault | undefined {
  // An indented line continues the value above it: that is allowed.
  if (line.indent > 0 && above !== undefined && !/:\s/.test(line.value)) return undefined;
  const found = line.value.trim();
  const glued = GLUED_KEY.exec(found);
  if (glued !== null) {
    return {
      code: "HDR008",
      line: line.number,
      column: line.indent + 1,
      length: (glued[1] ?? "").length + 1,
      message: `Unexpected \`${clip(found, 30)}\`, expected a key, a colon and a space`,
      hint: `Type:\n${" ".repeat(line.indent)}${glued[1]}: ${glued[2]}`,
    };
  }
  const key = above?.key ?? "";
  const start = clip(found, 40);
  const advice =
    key === ""
      ? "Move the text below the header, or give it a key: key: text"
      : above?.value === ""
        ? `If it is the value of \`${key}\`, put it on that line:\n${key}: ${quoteValue(clip(found, 60))}\nElse move it below the header.`
        : `If it goes on with \`${key}\`, join it to the end of line ${above?.number}, or indent it by two spaces:\n  ${start}\nElse move it below the header.`;
  return {
    code: "HDR008",
    line: line.number,
    column: line.indent + 1,
    length: Math.max(found.length, 1),
    message: `Unexpected text without a key \`${start}\`, expected \`key: value\``,
    hint: advice,
  };
}

function quoteFault(
  line: HeaderLine,
  quote: Exclude<ReturnType<typeof findQuoteFault>, undefined | { kind: "closed" }>,
): Fault {
  const name = { '"': "double", "'": "single" }[quote.mark];
  const typed = shorten(`${line.text.slice(0, line.valueAt)}${quoteValue(quote.meant)}`);
  const place = { line: line.number, column: quote.column, length: 1 };
  if (quote.kind === "mismatched") {
    return {
      code: "HDR007",
      ...place,
      message: `Unexpected ${quote.found} at the end of a value that begins with ${quote.mark}, expected the same mark at both ends`,
      hint: `Type:\n${typed}`,
    };
  }
  if (quote.kind === "doubled") {
    return {
      code: "HDR007",
      ...place,
      message: `Unexpected extra quotation mark (${quote.mark}) at the end of the value, expected one`,
      hint: `Delete it:\n${typed}`,
    };
  }
  if (quote.kind === "trailing") {
    return {
      code: "HDR007",
      ...place,
      message: `Unexpected text behind the closing quotation mark (${quote.mark}), expected the end of the line`,
      hint: `The value ends at the second ${quote.mark}. Type:\n${typed}`,
    };
  }
  return {
    code: "HDR007",
    ...place,
    message: `Unexpected ${name} quotation mark (${quote.mark}) that is never closed, expected another at the end of the value`,
    hint: `Type:\n${typed}`,
  };
}

function conflictFault(text: string, number: number): Fault[] {
  if (!/^(<{7}|>{7}|\|{7})(\s|$)|^={7}\s*$/.test(text)) return [];
  return [
    {
      code: "HDR005",
      line: number,
      column: 1,
      length: text.length,
      message: "Unexpected mark of a merge conflict, expected a header that was merged",
      hint: "Two people changed these lines. Keep the right version of what stands between <<<<<<< and >>>>>>>,\nthen delete the other version and the lines that begin with <<<<<<<, ======= and >>>>>>>.",
    },
  ];
}

function tabFault(text: string, number: number): Fault {
  const tab = text.indexOf("\t");
  return {
    code: "HDR010",
    line: number,
    column: tab + 1,
    length: 1,
    message: "Unexpected tab at the beginning of a line, expected spaces",
    hint: `Type spaces instead:\n${text.replace(/^\s+/, (indent) => indent.replaceAll("\t", "  "))}`,
  };
}

function skipIndented(lines: readonly string[], index: number, indent: number): number {
  let last = index;
  while (last + 1 < lines.length) {
    const next = lines[last + 1] ?? "";
    if (next.trim() !== "" && next.length - next.trimStart().length <= indent) break;
    last += 1;
  }
  return last;
}

function spaces(count: number): string {
  return count === 0 ? "none" : count === 1 ? "1 space" : `${count} spaces`;
}

/** What to type shows both ends of a long line: the marks stand there. */
function shorten(typed: string): string {
  return typed.length > 110 ? `${typed.slice(0, 50)} … ${typed.slice(-50)}` : typed;
}

function clip(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

function plainSentence(message: string): string {
  return (message.split("\n")[0] ?? "").replace(/[.:]$/, "");
}
