import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import { type HeaderLine, readLine } from "./header-line.ts";
import { type findQuoteFault, quoteValue } from "./quotation.ts";
import { diagnose } from "./rules.ts";
import type { YamlProblem } from "./yaml.ts";
import { closeBracket } from "./yaml-words.ts";

/** Where lines of keys and values stand. */
export type Home = "header" | "configuration";

/** 1-based line and column. */
export function at(line: number, column: number, length: number): Place {
  return { file: "", line, column, length };
}

/** The mistakes that people make in a line whose quotation marks are right. */
export function diagnoseLine(
  line: HeaderLine,
  above: HeaderLine | undefined,
  home: Home,
): Diagnostic | undefined {
  const { key, value, indent, number, valueAt } = line;
  if (key === "" && !line.dash) return diagnoseKeyless(line, above, home);
  const typed = shorten(line.text.slice(0, valueAt) + quoteValue(value));
  const colon = value === "" ? -1 : value.search(/:(\s|$)/);
  if (colon !== -1 && !/^[[{"']/.test(value)) {
    return diagnose("HDR006", at(number, valueAt + colon + 1, 1), { key: key || "-", typed });
  }
  if (/^[@`%]|^[*&!](?!\s*$)|^[[{].*[\]}]\s*[^\s#\]},]/.test(value) || /^[|>]./.test(value)) {
    return diagnose("HDR011", at(number, valueAt + 1, 1), { sign: value.slice(0, 1), typed });
  }
  if (above === undefined || key === "") return undefined;
  return diagnoseIndent(line, above, indent);
}

/** A list or a group of the header that begins with a bracket and does not end. */
export function diagnoseBracket(
  line: HeaderLine,
  { column, message: sign }: YamlProblem,
): Diagnostic {
  const typed = line.text.slice(0, line.valueAt);
  const [kind = "group", end = "}"] = closeBracket(sign);
  const whole = shorten(`${line.text.trimEnd().replace(/,$/, "")}${end}`);
  const text = shorten(typed + quoteValue(line.value));
  return diagnose(`HDR014 ${kind}`, at(line.number, column, 1), { sign, end, text, whole });
}

/** The first key is indented and a later one is not. */
export function diagnoseFirstLine(
  line: HeaderLine,
  above: HeaderLine | undefined,
  lines: readonly string[],
): Diagnostic | undefined {
  const { indent, key, dash, number } = line;
  if (above !== undefined || indent === 0 || key === "" || dash) return undefined;
  const below = lines.slice(number).map((text) => readLine(text, 0));
  if (!below.some((one) => one.key !== "" && one.indent === 0 && !one.dash)) return undefined;
  return diagnoseIndented(line, 0);
}

function diagnoseIndented({ key, indent, number, text }: HeaderLine, expected: number): Diagnostic {
  return diagnose("HDR009 key", at(number, 1, indent), {
    found: spaces(indent),
    key,
    expected: spaces(expected),
    typed: `${" ".repeat(expected)}${text.trim()}`,
  });
}

function diagnoseIndent(
  line: HeaderLine,
  above: HeaderLine,
  indent: number,
): Diagnostic | undefined {
  const keyColumn = line.keyAt;
  if (above.dash && above.keyAt >= 0 && !line.dash && indent > 0 && keyColumn !== above.keyAt) {
    return diagnose("HDR009 list", at(line.number, keyColumn + 1, line.key.length), {
      found: spaces(keyColumn),
      expected: spaces(above.keyAt),
      key: line.key,
      above: above.key,
      typed: `${above.text}\n${" ".repeat(above.keyAt)}${line.text.trim()}`,
    });
  }
  if (indent > above.indent && above.value !== "" && !above.dash && !line.dash) {
    return diagnoseIndented(line, above.indent);
  }
  return undefined;
}

/** `title:Maps`, or with the full-width colon of a Chinese or Japanese keyboard; not `https://`. */
export const GLUED_KEY = /^([\p{L}_-]{2,30})(?::(?![\s/])|：\s*)(\S.*)$/u;

function diagnoseKeyless(
  line: HeaderLine,
  above: HeaderLine | undefined,
  home: Home,
): Diagnostic | undefined {
  // An indented line continues the value above it: that is allowed.
  if (line.indent > 0 && above !== undefined && !/:\s/.test(line.value)) return undefined;
  const found = line.value.trim();
  const glued = GLUED_KEY.exec(found);
  if (glued !== null) {
    const [, key = "", value] = glued;
    return diagnose("HDR008 glued", at(line.number, line.indent + 1, key.length + 1), {
      found: clip(found, 30),
      typed: `${" ".repeat(line.indent)}${key}: ${value}`,
    });
  }
  const key = above?.key ?? "";
  const hint = key === "" ? "first" : above?.value === "" ? "value" : "more";
  const place = at(line.number, line.indent + 1, Math.max(found.length, 1));
  return diagnose(`HDR008 keyless ${home}-${hint}`, place, {
    found: clip(found, 40),
    key,
    quoted: quoteValue(clip(found, 60)),
    above: above?.number ?? 0,
  });
}

/** A quotation mark that is not closed, or closed by another. */
export function diagnoseQuote(
  line: HeaderLine,
  quote: Exclude<ReturnType<typeof findQuoteFault>, undefined | { kind: "closed" }>,
): Diagnostic {
  const { kind, mark, found, column, meant } = quote;
  const name = { '"': "double", "'": "single" }[mark];
  const typed = shorten(`${line.text.slice(0, line.valueAt)}${quoteValue(meant)}`);
  return diagnose(`HDR007 ${kind}`, at(line.number, column, 1), { mark, found, name, typed });
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
