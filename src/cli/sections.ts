import { displayWidth, showControls } from "../diagnostics/format-diagnostic.ts";
import { clip, formatBytes, LINE, pad, wrapText } from "./lines.ts";
import { plural } from "./report.ts";

/** A part of a description: its title, a list, and what is said of one thing each. */
export interface Section {
  readonly title?: string;
  /** Longer lines end in an ellipsis. */
  readonly list?: readonly string[];
  /** So many lines of the list are shown. */
  readonly most?: number;
  readonly fields?: readonly Field[];
  /** Follows without an empty line. */
  readonly next?: Section;
}

/** What is not said has no text. */
export type Field = readonly [label: string, text: string | undefined];

/** Columns of a label before its text. */
const LABEL = 16;
/** Longer lists are cut: a screen or two is what a person reads. `--json` has all. */
const MOST_LINES = 40;
/** A column is no wider: longer cells push theirs aside. */
const WIDEST = 36;

/** Sections in lines of 80 columns for a terminal, with an empty line between them. */
export function layOut(sections: readonly Section[]): string {
  return sections
    .map(describeSection)
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => `${line}\n`).join(""))
    .join("\n");
}

function describeSection({
  title,
  list = [],
  most,
  fields = [],
  next,
}: Section): readonly string[] {
  const said = fields.flatMap(([label, text]) => (text === undefined ? [] : field(label, text)));
  return [
    ...(title === undefined ? [] : [title]),
    ...cut(list.map(clip), most),
    ...cut(said),
    ...(next === undefined ? [] : describeSection(next)),
  ];
}

/** A label and its text, wrapped below itself. */
export function field(label: string, text: string): readonly string[] {
  const shown = showControls(label);
  const room = displayWidth(shown) < LABEL ? pad(shown, LABEL) : `${shown} `;
  return wrapText(showControls(text.replace(/\s+/g, " ").trim()), LINE - LABEL - 2).map((one, at) =>
    `  ${at === 0 ? room : " ".repeat(LABEL)}${one}`.trimEnd(),
  );
}

/** The first lines of a list, and how many more there are. */
export function cut(lines: readonly string[], most = MOST_LINES): readonly string[] {
  if (lines.length <= most) return lines;
  const rest = lines.length - most;
  return [...lines.slice(0, most), `  … and ${rest} more; \`--json\` lists all`];
}

/**
 * Rows of cells in columns, a line each.
 *
 * @param least how wide each column is at least; below nought, its cells stand at its right. What
 *   comes after these columns is as long as it is.
 */
export function tabulate(
  rows: readonly (readonly string[])[],
  least: readonly number[],
): readonly string[] {
  const widths = least.map((width, at) =>
    rows.reduce((most, row) => {
      const cell = displayWidth(row[at] ?? "");
      return cell > WIDEST ? most : Math.max(most, cell);
    }, Math.abs(width)),
  );
  return rows.map((row) => {
    // A space at the end of a name is a part of it.
    const last = row.findLastIndex((cell) => cell !== "");
    const cells = row.slice(0, last + 1).map((cell, at) => {
      const padded = pad(cell, widths[at] ?? 0).slice(cell.length);
      return (least[at] ?? 0) < 0 ? padded + cell : cell + (at < last ? padded : "");
    });
    return showControls(`  ${cells.join("  ")}`);
  });
}

/** How pages turn. */
export const DIRECTIONS: Readonly<Record<string, string>> = {
  ltr: "from left to right",
  rtl: "from right to left",
};

/** What takes how much room in a file. */
export function describeSizes(
  sizeBytes: number,
  noun: string,
  parts: readonly {
    readonly kind: string;
    readonly bytes: number;
    readonly percent: number;
    readonly count: number;
  }[],
  leastWidth: number,
): Section {
  const rows = parts.map(({ kind, bytes, percent, count }) => [
    kind,
    formatBytes(bytes),
    `${percent.toFixed(1)} %`,
    count === 0 ? "" : plural(count, noun),
  ]);
  return { title: `Size: ${formatBytes(sizeBytes)}`, list: tabulate(rows, [leastWidth, -9, -7]) };
}
