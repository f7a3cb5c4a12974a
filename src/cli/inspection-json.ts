import { adviseOnCleaning } from "../inspect/disclosure/cleaning.ts";
import type { Disclosure, FindingGroup } from "../inspect/disclosure/judge-findings.ts";
import type { Level } from "../inspect/disclosure/privacy-rule.ts";
import type { Inspection } from "../inspect/inspection.ts";
import { judgeFile, listUnsearched, type Verdict } from "../inspect/verdict.ts";
import { diagnosticsForJson } from "./report.ts";

/** Programs know these words from `inspect --json`: they stay, whatever our code calls it. */
const JSON_WORDS: Readonly<Record<string, string>> = { leak: "tells", notice: "mind" };

/** What was found in a file, with stable keys. */
export function inspectionForJson(name: string, inspection: Inspection): object {
  const { facts, disclosure, diagnostics } = inspection;
  return {
    file: name,
    verdict: wordForJson(judgeFile(inspection)),
    unsearched: listUnsearched(inspection),
    tells: disclosureForJson(disclosure, adviseOnCleaning(facts.kind, disclosure)),
    ...facts,
    diagnostics: diagnosticsForJson(diagnostics, { prefix: `${name}/` }),
  };
}

function disclosureForJson(
  { level, topics, omitted }: Disclosure,
  way: string | undefined,
): object {
  return {
    level: wordForJson(level),
    omitted,
    ...(way === undefined ? {} : { cleaning: way }),
    topics: Object.fromEntries(
      topics.map(({ topic, level, findings }) => [
        topic,
        { level: wordForJson(level), findings: findings.map(findingForJson) },
      ]),
    ),
  };
}

function findingForJson({ code, level, entries, ...finding }: FindingGroup): object {
  return { code, level: wordForJson(level), ...finding, traces: entries };
}

function wordForJson(word: Level | Verdict): string {
  return JSON_WORDS[word] ?? word;
}
