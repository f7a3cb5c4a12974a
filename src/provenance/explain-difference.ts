import type { MadeFile } from "./record-schema.ts";

/** More names are not read. */
const SHOWN_NAMES = 5;

/**
 * Why a book that was built again may be another, likeliest first: what its record says otherwise
 * than that of the new one. Empty where they agree.
 *
 * @param before from the folder's record.
 * @param now from the record of the new build.
 */
export function explainDifference(before: MadeFile, now: MadeFile): readonly string[] {
  const was = before.settings;
  const is = now.settings;
  const reasons: string[] = [];
  if (was.tool !== is.tool) {
    reasons.push(`another version of Handpress: ${was.tool} then, ${is.tool} now`);
  }
  if (was.browser !== is.browser) {
    const say = (version: string | undefined) => version ?? "none";
    reasons.push(`another browser: ${say(was.browser)} then, ${say(is.browser)} now`);
  }
  if (was.theme.sha256 !== is.theme.sha256) reasons.push("another theme, or a theme with changes");
  for (const one of explainInputs(before.inputs, now.inputs)) reasons.push(one);
  if (was.configuration !== is.configuration) reasons.push("another handpress.yaml");
  if (reasons.length === 0 && was.curriculum !== is.curriculum) {
    reasons.push("another page of the curriculum, which is not in this book");
  }
  return reasons;
}

function explainInputs(was: MadeFile["inputs"], is: MadeFile["inputs"]): readonly string[] {
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
  const isIn = (inputs: MadeFile["inputs"], name: string) => Object.hasOwn(inputs, name);
  const inBoth = names.filter((name) => isIn(was, name) && isIn(is, name));
  return [
    ...list(
      "changed since:",
      inBoth.filter((name) => was[name] !== is[name]),
    ),
    ...list(
      "new since:",
      names.filter((name) => !isIn(was, name)),
    ),
    ...list(
      "no longer in it:",
      names.filter((name) => !isIn(is, name)),
    ),
  ];
}

function list(about: string, chosen: readonly string[]): readonly string[] {
  if (chosen.length === 0) return [];
  const more = chosen.length - SHOWN_NAMES;
  const shown = chosen.slice(0, SHOWN_NAMES).join(", ");
  return [`${about} ${shown}${more > 0 ? ` and ${more} more` : ""}`];
}

/** What became of a page: `closed` is there and cannot be read. */
export type InputState = "same" | "changed" | "gone" | "closed";

/**
 * Why a source has a book no longer: what became of the pages that it was made of, by the record.
 *
 * @param stateOf of a page that had this sum.
 */
export function explainAbsence(
  { inputs }: MadeFile,
  stateOf: (path: string, sum: string | undefined) => InputState,
): readonly string[] {
  const names = Object.keys(inputs).sort();
  const states = new Map(names.map((name) => [name, stateOf(name, inputs[name])]));
  const having = (state: InputState) => names.filter((name) => states.get(name) === state);
  return [
    ...list("cannot be read:", having("closed")),
    ...list("no longer there:", having("gone")),
    ...list("changed since:", having("changed")),
  ];
}
