import assert from "node:assert/strict";
import { CURRICULUM_RULES } from "../../src/curriculum/rules.ts";
import type { Diagnostic, Place } from "../../src/diagnostics/diagnostic.ts";
import { formatDiagnostic, sortDiagnostics } from "../../src/diagnostics/format-diagnostic.ts";
import { MARKUP_RULES } from "../../src/markup/rules.ts";
import { SOURCE_RULES } from "../../src/source/rules.ts";

const CODES: ReadonlySet<string> = new Set(
  [SOURCE_RULES, CURRICULUM_RULES, MARKUP_RULES].flatMap((codes) => Object.keys(codes)),
);

/** No caret line and no quotation needs more. */
const LONGEST_MESSAGE = 1_000;

/** Every message has a code that is listed, a place that is there, and text that can be shown. */
export function demandSoundDiagnostics(
  diagnostics: readonly Diagnostic[],
  files: Readonly<Record<string, string | Uint8Array>>,
): void {
  const textOf = (file: string) => {
    const content = files[file];
    return typeof content === "string" ? content : new TextDecoder().decode(content);
  };
  for (const diagnostic of diagnostics) {
    const { code, severity, message, place, hint, trace = [], related = [] } = diagnostic;
    assert.ok(CODES.has(code), `the code ${code} is listed`);
    assert.ok(severity === "error" || severity === "warning");
    assert.match(message, /^Unexpected [^\r\n]+$/, code);
    assert.ok(message.length <= LONGEST_MESSAGE, `${code}: a message of ${message.length}`);
    assert.ok(hint === undefined || hint.trim() !== "", `${code}: an empty hint`);
    for (const text of [message, hint ?? "", ...trace, ...related.map((one) => one.message)]) {
      assert.doesNotMatch(text, /undefined|\[object|NaN/, code);
    }
    for (const one of [place, ...related.map((each) => each.place)]) {
      demandPlace(one, files, textOf(one.file), code);
    }
    const shown = formatDiagnostic(diagnostic, { prefix: "", textOf, colour: false });
    assert.doesNotMatch(shown, /(?!\n)[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u, code);
  }
  const sorted = sortDiagnostics(diagnostics);
  assert.deepEqual(sortDiagnostics([...sorted].reverse()), sorted, "an order of its own");
}

function demandPlace(
  { file, line, column, length }: Place,
  files: Readonly<Record<string, unknown>>,
  text: string,
  code: string,
): void {
  assert.ok(Object.hasOwn(files, file), `${code}: the file ${file}`);
  const lines = text.split(/\r\n?|\n/);
  if (line === undefined) return;
  assert.ok(Number.isInteger(line) && line >= 1 && line <= lines.length, `${code}: line ${line}`);
  const width = (lines[line - 1] ?? "").length + 1;
  if (column === undefined) return;
  assert.ok(Number.isInteger(column) && column >= 1, `${code}: column ${column}`);
  assert.ok(column <= width, `${code}: ${line}:${column} in a line of ${width - 1}`);
  assert.ok(length === undefined || (Number.isInteger(length) && length >= 1), `${code} ${length}`);
}
