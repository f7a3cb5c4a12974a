import { LineCounter, parseDocument } from "yaml";

/** What is wrong with a YAML text, where. */
export interface YamlProblem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** Parses a YAML text of plain values. `value` is undefined when there are problems. */
export function parseYaml(text: string): {
  readonly value: unknown;
  readonly problems: readonly YamlProblem[];
} {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const problems = document.errors.map((error) => {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    return { message: error.message, line, column: col };
  });
  return { value: problems.length > 0 ? undefined : document.toJS(), problems };
}
