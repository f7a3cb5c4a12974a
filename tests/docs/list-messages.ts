import { readdirSync } from "node:fs";
import { join } from "node:path";
import { CODE_OF_CONDITION } from "../../src/inspect/pdf/codes.ts";
import { CONDITIONS } from "../../src/inspect/pdf/matterhorn.ts";
import { REPOSITORY } from "../support/run-handpress.ts";

const CODE = /^[A-Z]{3}\d{3}$/;

/**
 * Every code that a message can have, and what it means, as a table of Markdown: from the tables
 * `codes.ts` of all rooms, in the order of the alphabet.
 */
export async function listMessages(): Promise<string> {
  const source = join(REPOSITORY, "src");
  const tables = readdirSync(source, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith("codes.ts"));
  const found = new Map<string, string>();
  for (const name of tables) {
    for (const table of Object.values(await import(join(source, name)))) {
      for (const [code, about] of Object.entries(Object(table))) {
        const what = typeof about === "string" ? about : (about as { what?: unknown } | null)?.what;
        if (CODE.test(code) && typeof what === "string") found.set(code, what);
      }
    }
  }
  // Codes of the Matterhorn Protocol have their words in another table.
  for (const { id, what } of CONDITIONS) {
    const code = CODE_OF_CONDITION.get(id);
    if (code !== undefined) found.set(code, `${what} (Matterhorn ${id})`);
  }
  const rows = [...found].sort(([one], [other]) => (one < other ? -1 : 1));
  const lines = rows.map(([code, what]) => `| ${code} | ${what.replaceAll("|", "\\|")} |\n`);
  return `| Code | Meaning |\n|---|---|\n${lines.join("")}`;
}
