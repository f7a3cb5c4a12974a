import type { Wording } from "../wording/wording.ts";
import { STAGES, type Stage } from "./page.ts";

/** Short forms stand only before a colon and in capitals: "AD: Software Treasure Hunt". */
const SHORT: Readonly<Record<string, Stage>> = {
  A: "activity",
  AD: "activity",
  I: "input",
  D: "deepening",
  S: "synthesis",
};

const NAMES = new WeakMap<Wording, ReadonlyMap<string, Stage>>();

/** What the four stages are called in headers and before titles, folded, in all languages. */
function namesOf(wording: Wording): ReadonlyMap<string, Stage> {
  const known = NAMES.get(wording);
  if (known !== undefined) return known;
  const names = new Map(
    STAGES.flatMap((stage) =>
      wording.flatMap(({ written }) => written[stage].map((name) => [fold(name), stage] as const)),
    ),
  );
  NAMES.set(wording, names);
  return names;
}

/** The stage that a header's `adids:` names; undefined when it names none. */
export function readStage(text: string, wording: Wording): Stage | undefined {
  return (
    SHORT[
      text
        .trim()
        .replace(/\s*&\s*/, "")
        .toUpperCase()
    ] ?? namesOf(wording).get(fold(text))
  );
}

/** A title without the name of its stage: "Input: Malware 101" is "Malware 101". */
export function stripStage(title: string, wording: Wording): string {
  const match = /^([^:：]{1,40}?)\s*[:：]\s*(\S.*)$/u.exec(title);
  const [, prefix = "", rest = ""] = match ?? [];
  if (match === null) return title;
  return namesOf(wording).has(fold(prefix)) || Object.hasOwn(SHORT, prefix) ? rest : title;
}

function fold(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/&|[/_+-]|(?<=\s)(?:and|y|et|e|و|und|en|i|и|й|та|і|ve|dan|và|और|اور|û)(?=\s)/gu, " ")
    .replace(/(?<=\s)و(?=\p{L})/gu, "")
    .replace(/[\u061C\u200E\u200F\u2060]/g, "")
    .replace(/\u200c/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
