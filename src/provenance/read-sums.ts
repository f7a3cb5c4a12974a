import type { Diagnostic, Outcome, Place } from "../diagnostics/diagnostic.ts";
import { findNameFault } from "./file-name.ts";
import { SUMS_FILE, type Sums } from "./render-sums.ts";
import { diagnose } from "./rules.ts";

/** Room for some fifty thousand books: whoever sends more wants to keep a machine busy. */
export const SUMS_MOST_BYTES = 8_000_000;
/** So many problems are told; one is enough to refuse the list. */
const MOST_PROBLEMS = 5;

/** A path has 4096 bytes at most on the systems we know, each of which may be escaped. */
const LONGEST_LINE = 8300;

/** Of no bytes at all. */
const EMPTY_SUM = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/** What `sha256sum` and `shasum -a 256` write, in text and binary mode. */
const PLAIN = /^(\\?)([0-9a-fA-F]{64}) [ *](.+)$/s;
/** What `sha256sum --tag`, BSD's `sha256` and `openssl dgst -sha256` write. */
const TAGGED = /^(\\?)SHA(?:2-)?256 ?\((.+)\) ?= ?([0-9a-fA-F]{64})$/s;

/**
 * Reads a list of sums, whoever made it: with text or binary marks, tagged, with the line ends of
 * Windows, with a byte order mark. One about the list itself, still empty, which `sha256sum *` leaves
 * there, is passed over. Whatever else a line says, nothing vouches for it: the list is no plain one.
 *
 * Adds SUM001–SUM006. A list with any of these is not to be used: what was changed in it is not known.
 */
export function readSums(bytes: Uint8Array): Outcome<Sums> {
  const sums = new Map<string, string>();
  if (bytes.byteLength > SUMS_MOST_BYTES) {
    return { value: sums, diagnostics: [describeLargeSums(bytes.byteLength)] };
  }
  const text = decode(bytes);
  if (text === undefined) {
    return { value: sums, diagnostics: [diagnose("SUM002", { file: SUMS_FILE })] };
  }
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  let number = 0;
  const lines = text === "" ? [] : text.replace(/\n$/, "").split("\n");
  for (const written of lines) {
    number += 1;
    if (diagnostics.length >= MOST_PROBLEMS) break;
    const line = written.replace(/\r$/, "");
    const place = { file: SUMS_FILE, line: number };
    const read = readLine(line, place);
    if ("code" in read) {
      diagnostics.push(read);
      continue;
    }
    if (read.name === SUMS_FILE) {
      if (read.sum !== EMPTY_SUM) diagnostics.push(diagnose("SUM003 list", place));
      continue;
    }
    // A stick from a Mac may have accents apart from their letters: still the same name.
    const name = read.name.normalize("NFC");
    if (seen.has(name)) diagnostics.push(diagnose("SUM005", place, { name }));
    seen.add(name);
    sums.set(name, read.sum);
  }
  return { value: sums, diagnostics };
}

/** SUM001, for a file that is not even read. */
export function describeLargeSums(sizeBytes: number): Diagnostic {
  const values = { size: megabytes(sizeBytes), most: megabytes(SUMS_MOST_BYTES) };
  return diagnose("SUM001", { file: SUMS_FILE }, values);
}

function readLine(
  line: string,
  place: Place,
): { readonly name: string; readonly sum: string } | Diagnostic {
  const isLong = line.length > LONGEST_LINE;
  const plain = isLong ? null : PLAIN.exec(line);
  const tagged = plain === null && !isLong ? TAGGED.exec(line) : null;
  const [mark, sum, written] =
    plain !== null
      ? [plain[1], plain[2], plain[3]]
      : tagged !== null
        ? [tagged[1], tagged[3], tagged[2]]
        : [];
  if (sum === undefined || written === undefined) return diagnose("SUM003 line", place);
  const name = mark === "\\" ? unescapeName(written) : written.replaceAll("\\", "/");
  const bare = name?.replace(/^(\.\/)+/, "");
  const fault = bare === undefined ? "empty" : findNameFault(bare);
  if (bare !== undefined && fault === undefined) return { name: bare, sum: sum.toLowerCase() };
  const key = fault === "outside" ? "SUM004" : fault === "invisible" ? "SUM006" : "SUM003 name";
  return diagnose(key, place, { name: shorten(written) });
}

/** Undefined for an escape that GNU coreutils do not write. */
function unescapeName(written: string): string | undefined {
  let isWrong = false;
  const name = written.replace(/\\(.?)/gs, (_, one: string) => {
    if (one === "n") return "\n";
    if (one === "r") return "\r";
    if (one !== "\\") isWrong = true;
    return "\\";
  });
  return isWrong ? undefined : name;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function shorten(name: string): string {
  return name.length > 80 ? `${name.slice(0, 80)}…` : name;
}

function megabytes(sizeBytes: number): string {
  return `${Math.round(sizeBytes / 100_000) / 10} MB`;
}
