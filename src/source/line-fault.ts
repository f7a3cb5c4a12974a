import { type HeaderLine, readLine } from "./header-line.ts";
import { type findQuoteFault, quoteValue } from "./quotation.ts";
import type { SourceCode } from "./rules.ts";
import type { YamlProblem } from "./yaml.ts";
import { sayUnclosed } from "./yaml-words.ts";

/** Where lines of keys and values stand. */
export type Home = "header" | "configuration";

/** What is wrong in one line of a header, and what to type instead. */
export interface Fault {
  readonly code: SourceCode;
  /** 1-based line of the file. */
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly message: string;
  readonly hint: string;
}

/** The mistakes that people make in a line whose quotation marks are right. */
export function lineFault(
  line: HeaderLine,
  above: HeaderLine | undefined,
  home: Home,
): Fault | undefined {
  const { key, value, indent, number, valueAt } = line;
  if (key === "" && !line.dash) return keylessFault(line, above, home);
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
  if (/^[@`%]|^[*&!](?!\s*$)|^[[{].*[\]}]\s*[^\s#\]},]/.test(value) || /^[|>]./.test(value)) {
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

/** A list or a group of the header that begins with a bracket and does not end. */
export function bracketFault(line: HeaderLine, { column, message: sign }: YamlProblem): Fault {
  const typed = line.text.slice(0, line.valueAt);
  const { message } = sayUnclosed(sign);
  const end = sign === "[" ? "]" : "}";
  const whole = shorten(`${line.text.trimEnd().replace(/,$/, "")}${end}`);
  return {
    code: "HDR014",
    line: line.number,
    column,
    length: 1,
    message,
    hint: `If it is text, type:\n${shorten(typed + quoteValue(line.value))}\n\nIf it is a ${sign === "[" ? "list" : "group"}, close it:\n${whole}`,
  };
}

/** The first key is indented and a later one is not. */
export function firstLineFault(
  line: HeaderLine,
  above: HeaderLine | undefined,
  lines: readonly string[],
): Fault | undefined {
  const { indent, key, dash, number } = line;
  if (above !== undefined || indent === 0 || key === "" || dash) return undefined;
  const below = lines.slice(number).map((text) => readLine(text, 0));
  if (!below.some((one) => one.key !== "" && one.indent === 0 && !one.dash)) return undefined;
  return indentedFault(line, 0);
}

function indentedFault({ key, indent, number, text }: HeaderLine, expected: number): Fault {
  return {
    code: "HDR009",
    line: number,
    column: 1,
    length: indent,
    message: `Unexpected indent of ${spaces(indent)} before \`${key}\`, expected ${spaces(expected)}`,
    hint: `Type:\n${" ".repeat(expected)}${text.trim()}`,
  };
}

function indentFault(line: HeaderLine, above: HeaderLine, indent: number): Fault | undefined {
  const keyColumn = line.keyAt;
  if (above.dash && above.keyAt >= 0 && !line.dash && indent > 0 && keyColumn !== above.keyAt) {
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
    return indentedFault(line, above.indent);
  }
  return undefined;
}

/** `title:Maps`, or with the full-width colon of a Chinese or Japanese keyboard; not `https://`. */
export const GLUED_KEY = /^([\p{L}_-]{2,30})(?::(?![\s/])|：\s*)(\S.*)$/u;

function keylessFault(
  line: HeaderLine,
  above: HeaderLine | undefined,
  home: Home,
): Fault | undefined {
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
  const away = home === "header" ? "move it below the header" : "delete it";
  const advice =
    key === ""
      ? `Give it a key: key: text\n\nElse ${away}.`
      : above?.value === ""
        ? `If it is the value of \`${key}\`, put it on that line:\n${key}: ${quoteValue(clip(found, 60))}\n\nElse ${away}.`
        : `If it goes on with \`${key}\`, join it to the end of line ${above?.number}, or indent it by two spaces:\n  ${start}\n\nElse ${away}.`;
  return {
    code: "HDR008",
    line: line.number,
    column: line.indent + 1,
    length: Math.max(found.length, 1),
    message: `Unexpected text without a key \`${start}\`, expected \`key: value\``,
    hint: advice,
  };
}

/** A quotation mark that is not closed, or closed by another. */
export function quoteFault(
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

function spaces(count: number): string {
  return count === 0 ? "none" : count === 1 ? "1 space" : `${count} spaces`;
}

/** What to type shows both ends of a long line: the marks stand there. */
export function shorten(typed: string): string {
  return typed.length > 110 ? `${typed.slice(0, 50)} … ${typed.slice(-50)}` : typed;
}

export function clip(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
