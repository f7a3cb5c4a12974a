/** The file's name at the root of an output folder; the one that people know. */
export const SUMS_FILE = "SHA256SUMS";

/** SHA-256 in small hex digits, by POSIX path relative to the folder. */
export type Sums = ReadonlyMap<string, string>;

/**
 * A list of sums as GNU `sha256sum` writes it, sorted by name. A name with a line break or a
 * backslash has these escaped, and a backslash before the sum says so (GNU coreutils manual,
 * "md5sum invocation").
 */
export function renderSums(sums: Sums): string {
  const names = [...sums.keys()].sort();
  return names.map((name) => writeLine(name, sums.get(name) ?? "")).join("");
}

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r" };

function writeLine(name: string, sum: string): string {
  const escaped = name.replace(/[\\\n\r]/g, (one) => ESCAPES[one] ?? one);
  return `${escaped === name ? "" : "\\"}${sum}  ${escaped}\n`;
}
