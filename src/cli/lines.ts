import { displayWidth, showControls } from "../diagnostics/format-diagnostic.ts";

/** Columns of a terminal: longer lines would be broken by it. */
export const LINE = 80;

/** A text in lines of at most so many columns, but for words that are longer. */
export function wrapText(text: string, columns = LINE): readonly string[] {
  const lines: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && displayWidth(longer) <= columns) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Filled with spaces to so many columns. */
export function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}

/** The columns that the widest of some texts takes. */
export function widestOf(texts: readonly string[], least = 0): number {
  return texts.reduce((most, text) => Math.max(most, displayWidth(text)), least);
}

/** `tea, cups and 3 more`. */
export function limit(items: readonly string[], most: number): string {
  const rest = items.length - most;
  return rest > 0 ? `${items.slice(0, most).join(", ")} and ${rest} more` : items.join(", ");
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

/** At least one: a size to a person. */
export function formatKilobytes(sizeBytes: number): string {
  return `${Math.max(1, Math.round(sizeBytes / 1000))} kB`;
}

/** `900 B`, `4.1 kB`, `12 MB`. */
export function formatBytes(count: number): string {
  if (count < 1000) return `${count} B`;
  if (count < 10_000) return `${(count / 1000).toFixed(1)} kB`;
  return count < 10_000_000
    ? `${Math.round(count / 1000)} kB`
    : `${(count / 1_000_000).toFixed(1)} MB`;
}
