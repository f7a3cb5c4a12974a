import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import { nameValue, writeJson } from "./canonical-json.ts";
import { type MadeFile, recordSchema } from "./record-schema.ts";
import { diagnose } from "./rules.ts";

/** The file's name at the root of an output folder. */
export const RECORD_FILE = "handpress-record.json";
const PLACE = { file: RECORD_FILE };

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
    return refuse(diagnose("REC001 text", PLACE));
  }
  const format = typeof value === "object" && value !== null && "format" in value && value.format;
  if (typeof format === "number" && format !== 1) {
    return refuse(diagnose("REC003", PLACE, { format }));
  }
  const { data, error } = recordSchema.safeParse(value);
  if (data === undefined) {
    const issue = error.issues[0];
    const at = issue?.path.map(String).join(" › ") || "its beginning";
    const expected = issue?.message.replace(/^expected /, "") ?? "";
    return refuse(diagnose("REC002 value", PLACE, { at, expected }));
  }
  const files: MadeFile[] = [];
  for (const [path, file] of Object.entries(data.files)) {
    const settings = data.settings[file.settings];
    const inputs = data.inputs[file.inputs];
    if (settings === undefined || inputs === undefined) {
      return refuse(diagnose("REC002 absent", PLACE, { path }));
    }
    files.push({ ...file, path, settings, inputs });
  }
  return { value: files, diagnostics: [] };
}

/** REC001, for a file that is not even read. */
export function describeLargeRecord(): Diagnostic {
  return diagnose("REC001 size", PLACE, { most: RECORD_MOST_BYTES / 1_000_000 });
}

function refuse(diagnostic: Diagnostic): Outcome<readonly MadeFile[]> {
  return { value: [], diagnostics: [diagnostic] };
}
