import type { PrivacyFinding, PrivacyFindings } from "./privacy-findings.ts";
import { type Level, type PrivacyRule, TOPICS, type Topic } from "./privacy-rule.ts";
import { PRIVACY_RULES, type PrivacyCode } from "./privacy-rules.ts";

/** What a file tells of one topic. */
export interface TopicVerdict {
  readonly topic: Topic;
  readonly level: Level;
  readonly findings: readonly FindingGroup[];
}

/** What it tells of one kind, the weightiest first. */
export interface FindingGroup {
  readonly code: PrivacyCode;
  readonly level: Level;
  readonly what: string;
  readonly advice?: string;
  readonly entries: readonly Omit<PrivacyFinding, "code">[];
}

/** What a file would tell a stranger. */
export interface Disclosure {
  /** The weightiest of all topics: `leak` means that somebody can be harmed by it. */
  readonly level: Level;
  readonly topics: readonly TopicVerdict[];
  /** Things beyond the bound, which were counted only. */
  readonly omitted: number;
}

const ORDER: readonly Level[] = ["leak", "notice", "harmless"];

/** What is no secret where the book prints it: people, addresses, licences. */
const NAMES: ReadonlySet<PrivacyCode> = new Set(["TEL101", "TEL104", "TEL105"]);

/**
 * Makes verdicts of what was found: the only place that weighs it.
 *
 * @param isPrinted whether a name stands in the text that every reader sees: it is no secret then.
 */
export function judgeFindings(
  found: PrivacyFindings,
  isPrinted: (name: string) => boolean = () => false,
): Disclosure {
  const byCode = new Map<PrivacyCode, Omit<PrivacyFinding, "code">[]>();
  for (const { code: named, ...entry } of found.list) {
    const code = NAMES.has(named) && isPrinted(entry.value) ? "TEL102" : named;
    const known = byCode.get(code);
    if (known === undefined) byCode.set(code, [entry]);
    else known.push(entry);
  }
  const topics = (Object.keys(TOPICS) as Topic[]).map((topic): TopicVerdict => {
    const findings = [...byCode]
      .flatMap(([code, entries]): readonly FindingGroup[] => {
        const rule: PrivacyRule = PRIVACY_RULES[code];
        if (rule.topic !== topic) return [];
        const advice = rule.advice === undefined ? {} : { advice: rule.advice };
        return [{ code, level: rule.level, what: rule.what, ...advice, entries }];
      })
      .sort(
        (one, other) =>
          ORDER.indexOf(one.level) - ORDER.indexOf(other.level) || (one.code < other.code ? -1 : 1),
      );
    return { topic, level: findings[0]?.level ?? "harmless", findings };
  });
  const level = ORDER.find((one) => topics.some((topic) => topic.level === one)) ?? "harmless";
  return { level, topics, omitted: found.omitted };
}

/** Everything of one kind that a file tells. */
export function listFound(
  { topics }: Pick<Disclosure, "topics">,
  code: PrivacyCode,
): FindingGroup["entries"] {
  const findings = topics.flatMap((topic) => topic.findings);
  return findings.find((finding) => finding.code === code)?.entries ?? [];
}
