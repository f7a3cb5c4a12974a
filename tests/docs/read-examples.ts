/**
 * What a page of the documents shows, in the order of the page.
 *
 * - A block of `console`: what stands behind `$ ` is typed, what follows is printed for it.
 * - A line that begins with a path in backticks, and a block: the file, or what is added at its end.
 * - `<!-- example: NAME -->`: what happens before, and no reader needs to see.
 */
export type Example =
  | { readonly kind: "scene"; readonly name: string; readonly line: number }
  | {
      readonly kind: "file";
      readonly path: string;
      readonly text: string;
      readonly isAdded: boolean;
      readonly line: number;
    }
  | {
      readonly kind: "run";
      readonly command: string;
      /** The line as it stands in the page, with its remark. */
      readonly typed: string;
      /** As shown; empty where only the command is. */
      readonly printed: string;
      readonly line: number;
    }
  | { readonly kind: "untested"; readonly language: string; readonly line: number };

const SCENE = /^<!-- example: (.+) -->$/;
const FILE = /^`([\w./-]+)`(, at its end)?:?$/;

/** Reads the examples of one page, whose line feeds are `\n`. Lines are counted from 1. */
export function readExamples(page: string): readonly Example[] {
  const lines = page.split("\n");
  const examples: Example[] = [];
  let before = "";
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const scene = SCENE.exec(line)?.[1];
    if (scene !== undefined) examples.push({ kind: "scene", name: scene, line: at + 1 });
    const [, fence = "", language] = /^(`{3,})(.*)$/.exec(line) ?? [];
    if (language !== undefined) {
      const closed = lines.indexOf(fence, at + 1);
      const end = closed === -1 ? lines.length : closed;
      const body = lines.slice(at + 1, end);
      const [, path, added] = FILE.exec(before) ?? [];
      if (language === "console") examples.push(...readCommands(body, at + 2));
      else if (path === undefined) examples.push({ kind: "untested", language, line: at + 1 });
      else {
        const text = body.map((one) => `${one}\n`).join("");
        examples.push({ kind: "file", path, text, isAdded: added !== undefined, line: at + 1 });
      }
      at = end;
    }
    if (line !== "") before = line;
  }
  return examples;
}

function readCommands(body: readonly string[], first: number): readonly Example[] {
  const starts = body.flatMap((line, at) => (line.startsWith("$ ") ? [at] : []));
  return starts.map((at, index) => {
    const typed = body[at] ?? "";
    const printed = body.slice(at + 1, starts[index + 1]);
    // An empty line before the next command is none of what this one prints.
    if (starts[index + 1] !== undefined && printed.at(-1) === "") printed.pop();
    return {
      kind: "run",
      command: typed.slice(2).replace(/\s+#.*$/, ""),
      typed,
      printed: printed.map((line) => `${line}\n`).join(""),
      line: first + at,
    };
  });
}

/** Whether a text is as shown: `…` stands for the rest of a line, or alone in a line for any lines. */
export function isAsShown(text: string, shown: string): boolean {
  if (text === shown) return true;
  const pattern = shown
    .split("\n")
    .map((line) =>
      line === "…"
        ? "(?:[^\\n]*\\n)*?"
        : `${line
            .split("…")
            .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
            .join("[^\\n]*")}\n`,
    )
    .join("")
    .replace(/\n$/, "");
  return new RegExp(`^${pattern}$`).test(text);
}
