/** What is wrong with a quoted value, or where it closes. */
export type QuoteFinding =
  | { readonly kind: "closed"; readonly lastIndex: number }
  | {
      readonly kind: "mismatched" | "trailing" | "doubled" | "unclosed";
      readonly mark: '"' | "'";
      /** 1-based column in the line on which the value begins. */
      readonly column: number;
      /** The mark found in place of the closing one; empty for the other kinds. */
      readonly found: string;
      /** The value that the author meant, without its marks. */
      readonly meant: string;
    };

const CLOSING_LOOKALIKES = /["'”“„’‘»«″]$/;

/**
 * Looks at the quoted value that begins at a 0-based column of a line of a header.
 *
 * @returns undefined when the value does not begin with a quotation mark.
 */
export function findQuoteFault(
  lines: readonly string[],
  index: number,
  valueAt: number,
): QuoteFinding | undefined {
  const line = lines[index] ?? "";
  const mark = line[valueAt];
  if (mark !== '"' && mark !== "'") return undefined;
  let at = valueAt + 1;
  for (let row = index; row < lines.length; row += 1) {
    const text = lines[row] ?? "";
    // A quoted value may run over several lines, but not over a line with a key of its own.
    if (row > index && /^(\s*-\s+)?[\p{L}_][\p{L}\p{N}_ -]{0,30}:(\s|$)/u.test(text.trimStart()))
      break;
    for (at = row === index ? valueAt + 1 : 0; at < text.length; at += 1) {
      if (mark === '"' && text[at] === "\\") at += 1;
      else if (text[at] === mark) {
        if (mark === "'" && text[at + 1] === "'") at += 1;
        else
          return row === index
            ? closedAt(line, mark, valueAt, at, row)
            : closedBelow(text, at, row);
      }
    }
  }
  const rest = line.slice(valueAt + 1).trimEnd();
  const lookalike = CLOSING_LOOKALIKES.exec(rest)?.[0];
  if (lookalike !== undefined && !closesAnother(rest, lookalike)) {
    return {
      kind: "mismatched",
      mark,
      column: valueAt + 1 + rest.length,
      found: lookalike,
      meant: rest.slice(0, -1),
    };
  }
  // The two marks of a quotation inside, and none at the end: `"He said “yes”`.
  return { kind: "unclosed", mark, column: valueAt + 1, found: "", meant: rest };
}

function closedAt(
  line: string,
  mark: '"' | "'",
  valueAt: number,
  closeAt: number,
  row: number,
): QuoteFinding {
  const rest = line.slice(closeAt + 1);
  if (/^\s*(#.*)?$/.test(rest) || /^\s*:(\s|$)/.test(rest))
    return { kind: "closed", lastIndex: row };
  const whole = line.slice(valueAt + 1).trimEnd();
  // `"text""` and `"a "word" b"` mean everything between the outermost marks.
  let end = whole.length;
  while (end > 0 && whole[end - 1] === mark) end -= 1;
  return {
    kind: /^["']+$/.test(rest.trim()) ? "doubled" : "trailing",
    mark,
    column: closeAt + 2,
    found: "",
    meant: whole.slice(0, end),
  };
}

function closedBelow(text: string, at: number, row: number): QuoteFinding | undefined {
  return /^\s*(#.*)?$/.test(text.slice(at + 1)) ? { kind: "closed", lastIndex: row } : undefined;
}

/** True for `… the term “shared agreements”`: the last mark belongs to a pair inside the value. */
function closesAnother(rest: string, found: string): boolean {
  const partner = { "”": "“", "’": "‘", "»": "«" }[found];
  if (partner === undefined) return false;
  return rest.split(partner).length - 1 >= rest.split(found).length - 1;
}

/** A YAML scalar that reads back as this value, in the marks that need the fewest escapes. */
export function quoteValue(value: string): string {
  const text = value.trim();
  if (!/["\\]/.test(text)) return `"${text}"`;
  if (!text.includes("'")) return `'${text}'`;
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
