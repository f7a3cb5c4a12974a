import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { packFiles, sampleFiles } from "./sample-epub.ts";

export const book = packFiles(sampleFiles());

export const codesOf = (bytes: Uint8Array) => [
  ...new Set(inspectFile(bytes).diagnostics.map(({ code }) => code)),
];

/** Changes 16-bit fields of the first entry with a name, in its local header and in the directory. */
export function patch(
  name: string,
  local: Record<number, number>,
  central: Record<number, number>,
) {
  const bytes = Buffer.from(book);
  const at = bytes.indexOf(name) - 30;
  const directory = bytes.lastIndexOf(name) - 46;
  for (const [offset, value] of Object.entries(local))
    bytes.writeUInt16LE(value, at + Number(offset));
  for (const [offset, value] of Object.entries(central)) {
    bytes.writeUInt16LE(value, directory + Number(offset));
  }
  return new Uint8Array(bytes);
}
