import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import { findNameFault } from "./file-name.ts";
import { SUMS_FILE, type Sums } from "./render-sums.ts";
import type { ProvenanceCode } from "./rules.ts";

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
    const diagnostic = tell(
      "SUM002",
      undefined,
      "Unexpected bytes, expected text in UTF-8",
      "A list of sums is plain text: `sha256sum *.pdf *.epub > SHA256SUMS` makes one.",
    );
    return { value: sums, diagnostics: [diagnostic] };
  }
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  let number = 0;
  const lines = text === "" ? [] : text.replace(/\n$/, "").split("\n");
  for (const written of lines) {
    number += 1;
    if (diagnostics.length >= MOST_PROBLEMS) break;
    const line = written.replace(/\r$/, "");
    const read = readLine(line);
    if ("code" in read) {
      diagnostics.push(tell(read.code, number, read.message, read.hint));
      continue;
    }
    if (read.name === SUMS_FILE) {
      if (read.sum !== EMPTY_SUM) diagnostics.push(tell("SUM003", number, OF_ITSELF, REFUSED));
      continue;
    }
    // A stick from a Mac may have accents apart from their letters: still the same name.
    const name = read.name.normalize("NFC");
    if (seen.has(name)) {
      const message = `Unexpected second line for ${name}, expected one for each file`;
      diagnostics.push(tell("SUM005", number, message, REFUSED));
    }
    seen.add(name);
    sums.set(name, read.sum);
  }
  return { value: sums, diagnostics };
}

/** SUM001, for a file that is not even read. */
export function describeLargeSums(sizeBytes: number): Diagnostic {
  return tell(
    "SUM001",
    undefined,
    `Unexpected size of ${megabytes(sizeBytes)}, expected at most ${megabytes(SUMS_MOST_BYTES)}`,
    "It was not read. A list of a hundred books takes 10 kB: ask for this one again.",
  );
}

const OF_ITSELF = "Unexpected sum of the list itself, expected none, or that of an empty file";
const REFUSED = "Nothing was looked at. Ask whoever gave you the folder for its list again.";

interface Fault {
  readonly code: ProvenanceCode;
  readonly message: string;
  readonly hint: string;
}

function readLine(line: string): { readonly name: string; readonly sum: string } | Fault {
  const isLong = line.length > LONGEST_LINE;
  const plain = isLong ? null : PLAIN.exec(line);
  const tagged = plain === null && !isLong ? TAGGED.exec(line) : null;
  const [mark, sum, written] =
    plain !== null
      ? [plain[1], plain[2], plain[3]]
      : tagged !== null
        ? [tagged[1], tagged[3], tagged[2]]
        : [];
  if (sum === undefined || written === undefined) {
    return {
      code: "SUM003",
      message: "Unexpected line, expected 64 digits of a SHA-256, two spaces, and a file's name",
      hint: "Only lists of SHA-256 are read, without remarks and empty lines: nothing vouches for what these say.",
    };
  }
  const name = mark === "\\" ? unescapeName(written) : written.replaceAll("\\", "/");
  const bare = name?.replace(/^(\.\/)+/, "");
  const fault = bare === undefined ? "empty" : findNameFault(bare);
  if (bare !== undefined && fault === undefined) return { name: bare, sum: sum.toLowerCase() };
  if (fault === "outside") {
    return {
      code: "SUM004",
      message: `Unexpected name ${shorten(written)}, expected one of a file inside the folder`,
      hint: `A list for a folder speaks of that folder alone. ${REFUSED}`,
    };
  }
  if (fault === "unseen") {
    return {
      code: "SUM006",
      message: `Unexpected name ${shorten(written)}, expected one without characters that a screen obeys or hides`,
      hint: `Such a name can look like another. ${REFUSED}`,
    };
  }
  const message = `Unexpected name ${shorten(written)}, expected that of a file`;
  return { code: "SUM003", message, hint: REFUSED };
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

function tell(
  code: ProvenanceCode,
  line: number | undefined,
  message: string,
  hint: string,
): Diagnostic {
  const place = { file: SUMS_FILE, ...(line === undefined ? {} : { line }) };
  return { code, severity: "error", message, place, hint };
}
