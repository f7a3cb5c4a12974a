import { inspectFile } from "../../src/inspect/inspect-file.ts";

/** What is told, a line each: `TEL001 GPS 52.1, 4.3 in images/photo.jpg`. */
export function listTold(bytes: Uint8Array): readonly string[] {
  return inspectFile(bytes).disclosure.topics.flatMap(({ findings }) =>
    findings.flatMap(({ code, entries }) =>
      entries.map(({ place, field, value }) =>
        `${code} ${field} ${value}${place === "" ? "" : ` in ${place}`}`.trim(),
      ),
    ),
  );
}
