import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packSnippets, SNIPPETS } from "./snippets.ts";

/**
 * Writes what EPUBCheck says of each snippet into `verdicts.json`. Needs Java:
 * `EPUBCHECK_JAR=… npx tsx tests/content-model/record-verdicts.ts`, then read the difference.
 */
interface Message {
  readonly ID: string;
  readonly severity: string;
  readonly locations: readonly { readonly path: string }[];
}

const jar = process.env.EPUBCHECK_JAR ?? "";
const folder = mkdtempSync(join(tmpdir(), "handpress-verdicts-"));
try {
  const book = join(folder, "snippets.epub");
  const report = join(folder, "report.json");
  writeFileSync(book, packSnippets());
  try {
    execFileSync("java", ["-jar", jar, "--json", report, book], { stdio: "ignore" });
  } catch {
    // It ends with 1 where it finds errors, which is what we ask it for.
  }
  const { messages } = JSON.parse(readFileSync(report, "utf8")) as { messages: Message[] };
  const verdicts = Object.keys(SNIPPETS).map((name) => {
    const ids = messages
      .filter(({ severity }) => severity === "ERROR" || severity === "FATAL")
      .filter(({ locations }) => locations.some(({ path }) => path === `B/x-${name}.xhtml`))
      .map(({ ID }) => ID);
    return [name, [...new Set(ids)].sort()];
  });
  const text = JSON.stringify(Object.fromEntries(verdicts), undefined, 2);
  writeFileSync(new URL("verdicts.json", import.meta.url), `${text}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
