import { displayWidth, showControls } from "../diagnostics/format-diagnostic.ts";

/** Columns of a terminal. */
const LINE = 80;
/** Columns of a label before its text. */
export const LABEL = 16;
/** Longer lists are cut: a screen or two is what a person reads. `--json` has all. */
const MOST_LINES = 40;

/** `900 B`, `4.1 kB`, `12 MB`. */
export function formatBytes(count: number): string {
  if (count < 1000) return `${count} B`;
  if (count < 10_000) return `${(count / 1000).toFixed(1)} kB`;
  return count < 10_000_000
    ? `${Math.round(count / 1000)} kB`
    : `${(count / 1_000_000).toFixed(1)} MB`;
}

/** A label and its text, wrapped below itself. */
export function field(label: string, text: string): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of showControls(text.replace(/\s+/g, " ").trim()).split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && displayWidth(longer) > LINE - LABEL - 2) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  lines.push(line);
  const shown = showControls(label);
  const room = displayWidth(shown) < LABEL ? pad(shown, LABEL) : `${shown} `;
  return lines.map((one, at) => `  ${at === 0 ? room : " ".repeat(LABEL)}${one}`.trimEnd());
}

/** One line of the terminal: longer texts end in an ellipsis. */
export function clip(text: string): string {
  const safe = showControls(text);
  if (displayWidth(safe) <= LINE) return safe.trimEnd();
  let kept = "";
  for (const character of safe) {
    if (displayWidth(kept + character) > LINE - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** The first lines of a list, and how many more there are. */
export function cut(lines: readonly string[], most = MOST_LINES): readonly string[] {
  if (lines.length <= most) return lines;
  const rest = lines.length - most;
  return [...lines.slice(0, most), `  … and ${rest} more; \`--json\` lists all`];
}

/** Filled with spaces to so many columns. */
export function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}
