import { readFileSync } from "node:fs";

/** Of Handpress, as its package says. */
export function readProductVersion(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
