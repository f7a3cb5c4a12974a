/**
 * Stands for each sign that is left out, so that everything else keeps its column. No body has one
 * of its own (`stripUnwritable`), Markdown takes it for white space, and the tree gets none.
 */
export const FILLER = "\f";

/** What is left of a text when the fillers go, with the space that they leave behind. */
export function withoutFillers(text: string): string {
  return text.includes(FILLER) ? text.replace(/ \f+(?= )|\f+/g, "") : text;
}

/**
 * The lines as the parser gets them: no filler at their ends, where it would hide a mark of
 * Markdown's, and in place of lines of nothing else what keeps together the quotation, list or table
 * around them.
 */
export function closeGaps(lines: readonly string[]): readonly string[] {
  const closed = lines.map((line) =>
    line.includes(FILLER)
      ? line.replace(/^([ \t>]*)\f[\f \t]*/, "$1").replace(/[ \t]*\f[\f \t]*$/, "")
      : line,
  );
  for (let at = 0; at < lines.length; at += 1) {
    if (!isGap(lines[at])) continue;
    let end = at;
    while (isGap(lines[end])) end += 1;
    const gap = bridge(closed[at - 1] ?? "", closed[end] ?? "");
    closed.fill(gap, at, end);
    at = end;
  }
  return closed;
}

function isGap(line: string | undefined): boolean {
  return line?.includes(FILLER) === true && /^[\s>]*$/.test(line);
}

function bridge(before: string, after: string): string {
  if (isRow(before) && isRow(after)) return HIDDEN_ROW;
  if (/^\s*>/.test(before) && /^\s*>/.test(after)) return ">";
  const isInList = before.trim() !== "" && /^\s*(?:[-*+•☐]|\p{Nd}{1,9}[.)])\s/u.test(after);
  return isInList ? FILLER : "";
}

function isRow(line: string): boolean {
  return /^[ \t]*\|/.test(line);
}

const HIDDEN_ROW = `|${FILLER}|`;

/** True for a row of a table that stands for a remark between two rows. */
export function isHiddenRow(line: string | undefined): boolean {
  return line === HIDDEN_ROW;
}
