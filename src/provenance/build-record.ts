import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import { nameValue, writeJson } from "./canonical-json.ts";
import { type MadeFile, recordSchema } from "./record-schema.ts";
import type { ProvenanceCode } from "./rules.ts";

/** The file's name at the root of an output folder. */
export const RECORD_FILE = "handpress-record.json";

/** Of a thousand books it takes a tenth of this. */
export const RECORD_MOST_BYTES = 16_000_000;

/**
 * Writes a build record: the same bytes for the same files, in whatever order they were made.
 * Nothing of a person, a machine, a folder or a time is in it, because nothing of it is in a
 * `MadeFile`.
 */
export function renderRecord(files: readonly MadeFile[]): string {
  const settings = new Map<string, MadeFile["settings"]>();
  const inputs = new Map<string, MadeFile["inputs"]>();
  const stored = files.map(({ path, ...file }) => {
    const settingsName = nameValue(file.settings);
    const inputsName = nameValue(file.inputs);
    settings.set(settingsName, file.settings);
    inputs.set(inputsName, file.inputs);
    return [path, { ...file, settings: settingsName, inputs: inputsName }] as const;
  });
  return writeJson({
    format: 1,
    files: Object.fromEntries(stored),
    settings: Object.fromEntries(settings),
    inputs: Object.fromEntries(inputs),
  });
}

/**
 * Reads a build record, a stranger's as well as ours.
 *
 * Adds REC001 (too large, no JSON), REC002 (not as the format asks), REC003 (another format); the
 * record is then empty.
 */
export function readRecord(bytes: Uint8Array): Outcome<readonly MadeFile[]> {
  if (bytes.byteLength > RECORD_MOST_BYTES) return refuse(describeLargeRecord());
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return refuse(tell("REC001", "Unexpected text, expected the JSON that a build writes"));
  }
  const format = typeof value === "object" && value !== null && "format" in value && value.format;
  if (typeof format === "number" && format !== 1) {
    const message = `Unexpected format ${format} of a build record, expected 1`;
    return refuse(tell("REC003", message, "A newer Handpress made it: look with that one."));
  }
  const { data, error } = recordSchema.safeParse(value);
  if (data === undefined) {
    const issue = error.issues[0];
    const at = issue?.path.map(String).join(" › ") || "its beginning";
    const said = issue?.message.replace(/^expected /, "") ?? "";
    return refuse(tell("REC002", `Unexpected value at ${at}, expected ${said}`));
  }
  const files: MadeFile[] = [];
  for (const [path, file] of Object.entries(data.files)) {
    const settings = data.settings[file.settings];
    const inputs = data.inputs[file.inputs];
    if (settings === undefined || inputs === undefined) {
      return refuse(tell("REC002", `Unexpected absence of what ${path} was made with`));
    }
    files.push({ ...file, path, settings, inputs });
  }
  return { value: files, diagnostics: [] };
}

/** REC001, for a file that is not even read. */
export function describeLargeRecord(): Diagnostic {
  const most = RECORD_MOST_BYTES / 1_000_000;
  return tell("REC001", `Unexpected size of a build record, expected at most ${most} MB`);
}

function refuse(diagnostic: Diagnostic): Outcome<readonly MadeFile[]> {
  return { value: [], diagnostics: [diagnostic] };
}

function tell(
  code: ProvenanceCode,
  message: string,
  hint = "Nobody writes it by hand. Build the books again, or ask for the folder again.",
): Diagnostic {
  return { code, severity: "error", message, place: { file: RECORD_FILE }, hint };
}
