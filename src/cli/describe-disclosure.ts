import {
  type FindingGroup,
  type InspectedFile,
  TOPICS,
  type Topic,
  type TopicVerdict,
  type Unsearched,
} from "../api/inspect-files.ts";
import { showControls } from "../diagnostics/format-diagnostic.ts";
import { limit } from "./lines.ts";
import { cut, field } from "./sections.ts";

/** A list of values in one sentence; `--json` has all. */
const MOST_VALUES = 3;
const LONGEST_VALUE = 90;

/**
 * What a file would tell a stranger, a line or more for each topic. What names somebody or reaches
 * out has a `!` before it.
 *
 * @param isShort only what matters, for `--quiet`: the name of the file stands first then.
 */
export function describeDisclosure(
  { name, facts, disclosure, unsearched, cleaning }: InspectedFile,
  isShort: boolean,
): readonly string[] {
  const { topics, omitted } = disclosure;
  const findings = topics.flatMap((topic) => topic.findings);
  // Of a file that nobody looked into its last line says all.
  if (facts.kind === "unknown" && findings.every(({ code }) => code === "TEL705")) return [];
  // Only where all of a file was searched can be said what it does not tell.
  const isWhole = unsearched.length === 0 && facts.kind !== "text";
  const lines = topics
    .filter((topic) => isWhole || topic.findings.length > 0)
    .flatMap((topic) => describeTopic(topic, isShort));
  if (lines.length === 0) return [];
  const head = isShort
    ? `${showControls(name)} would tell a stranger`
    : "What it would tell a stranger";
  return [
    head,
    ...lines,
    ...(omitted === 0 ? [] : [`  … and ${omitted} more things of these kinds`]),
    ...(cleaning === undefined ? [] : field("To clean it", cleaning)),
  ];
}

function describeTopic(verdict: TopicVerdict, isShort: boolean): readonly string[] {
  const { label, none } = TOPICS[verdict.topic];
  if (isShort && verdict.level !== "leak") return [];
  if (verdict.findings.length === 0) return field(label, none);
  const shown = verdict.findings.filter(({ level }) => !isShort || level === "leak");
  return cut(
    shown.flatMap((finding, at) => {
      const lines = field(at === 0 ? label : "", describeFinding(verdict.topic, finding));
      return finding.level === "leak" ? [`!${lines[0]?.slice(1)}`, ...lines.slice(1)] : lines;
    }),
  );
}

function describeFinding(
  topic: Topic,
  { code, level, what, advice, entries }: FindingGroup,
): string {
  // What a book says of itself is listed by name: its values stand below.
  const values =
    topic === "other" && level === "harmless"
      ? nameFields(entries)
      : sayValues(entries, topic === "other");
  const said = `${what}${values === "" ? "" : `: ${values}`}`;
  return `${said}${advice === undefined ? "" : `. ${advice}`}${level === "leak" ? ` (${code})` : ""}`;
}

function nameFields(entries: FindingGroup["entries"]): string {
  const names = [...new Set(entries.map((entry) => entry.field.replace(/^[A-Za-z0-9]+:/, "")))];
  return limit(names, 12);
}

/** @param isNamed where the values say little without the names of their fields. */
function sayValues(entries: FindingGroup["entries"], isNamed: boolean): string {
  const places = new Map<string, string[]>();
  for (const { place, field: name, value } of entries) {
    const said = value === "" ? name : isNamed ? `${name} ${value}` : value;
    const short = clipValue(said);
    const known = places.get(short) ?? [];
    if (place !== "" && !known.includes(place)) known.push(place);
    places.set(short, known);
  }
  const values = [...places].map(([value, where]) =>
    where.length === 0
      ? value
      : `${value} ${where[0]?.startsWith("page ") ? "on" : "in"} ${limit(where, 2)}`,
  );
  return limit(values, MOST_VALUES);
}

function clipValue(text: string): string {
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1)}…` : text;
}

/**
 * The last word on a file: `not wholly searched: data-path of <p> in a.xhtml, and 3 more; tells where
 * it was made`. What was not looked into is never said to tell nothing, and only what `--strict` lets
 * pass is called clean.
 *
 * @param isShort the list of what is to be minded is not printed.
 */
export function summariseDisclosure(file: InspectedFile, isShort: boolean): string {
  const { facts, unsearched, verdict } = file;
  const { level, topics } = file.disclosure;
  // What a plain text tells is what it says: only a person can judge that.
  if (facts.kind === "text" && unsearched.length === 0) {
    return level === "harmless"
      ? "plain text: it tells what you read in it"
      : "not clean: a text that tells what you read in it, and what is listed";
  }
  const telling = topics
    .filter(({ findings }) => findings.some((one) => one.level === "leak" && one.code !== "TEL805"))
    .map(({ topic }) => TOPICS[topic].leak);
  if (telling.length === 0 && unsearched.length === 0) {
    if (verdict === "clean") return "clean: tells nothing of anybody";
    if (level === "harmless") return "not clean: names nobody, but look at its problems";
    return isShort
      ? "not clean: names nobody; without --quiet it lists what to mind"
      : "not clean: names nobody; mind the list";
  }
  const last = telling.at(-1);
  const said = telling.length < 2 ? last : `${telling.slice(0, -1).join(", ")} and ${last}`;
  return [
    ...(unsearched.length === 0 ? [] : [sayUnsearched(unsearched)]),
    ...(telling.length === 0 ? [] : [`tells ${said}`]),
  ].join("; ");
}

/** Two of them by name and place; where the file as a whole is one, that comes first. */
function sayUnsearched(unsearched: readonly Unsearched[]): string {
  const isWhole = ({ place, construct }: Unsearched) => place === "" && construct === "file";
  const whole = unsearched.filter(isWhole);
  const shown = [...whole, ...unsearched.filter((one) => !isWhole(one))].slice(0, 2);
  const said = shown.map(({ place, name }) => {
    return `${clipValue(name)}${place === "" ? "" : ` in ${clipValue(place)}`}`;
  });
  const rest = unsearched.length - shown.length;
  const more = rest === 0 ? "" : `, and ${rest} more`;
  return `not ${whole.length > 0 ? "" : "wholly "}searched: ${said.join(", ")}${more}`;
}
