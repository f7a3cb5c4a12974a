import type { FindingGroup, InspectedFile, Level, Verdict } from "./inspect-files.ts";

/** Programs know these words from `inspect --json`: they stay, whatever our code calls it. */
const JSON_WORDS: Readonly<Record<string, string>> = { leak: "tells", notice: "mind" };

/** What was found in a file, with keys that stay; without its diagnostics. */
export function inspectionForJson(file: InspectedFile): object {
  const { name, facts, disclosure, verdict, unsearched, cleaning } = file;
  const { level, topics, omitted } = disclosure;
  return {
    file: name,
    verdict: wordForJson(verdict),
    unsearched,
    tells: {
      level: wordForJson(level),
      omitted,
      cleaning,
      topics: Object.fromEntries(
        topics.map((one) => [
          one.topic,
          { level: wordForJson(one.level), findings: one.findings.map(findingForJson) },
        ]),
      ),
    },
    ...facts,
  };
}

function findingForJson({ code, level, entries, ...finding }: FindingGroup): object {
  return { code, level: wordForJson(level), ...finding, traces: entries };
}

function wordForJson(word: Level | Verdict): string {
  return JSON_WORDS[word] ?? word;
}
