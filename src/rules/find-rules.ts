import { RequestError } from "../build/request-error.ts";
import { findNearWord } from "../wording/near-word.ts";
import { type ListedRule, listRules } from "./every-rule.ts";

/**
 * Rules by their codes, or by the three letters of their room; every one where nothing is asked.
 *
 * @param words codes in any case, also several with commas between them.
 * @returns `isList` where whole rooms were asked for.
 * @throws RequestError for a code that is not there.
 */
export function findRules(words: readonly string[]): {
  readonly rules: readonly ListedRule[];
  readonly isList: boolean;
} {
  const all = listRules();
  const asked = words.flatMap((word) => word.toUpperCase().split(",")).filter((one) => one !== "");
  if (asked.length === 0) return { rules: all, isList: true };
  return {
    rules: asked.flatMap((code) => findRule(all, code)),
    isList: asked.every((one) => one.length === 3),
  };
}

function findRule(all: readonly ListedRule[], code: string): readonly ListedRule[] {
  const found = all.filter((rule) => rule.code === code || rule.code.slice(0, 3) === code);
  if (found.length > 0) return found;
  const codes = all.map((rule) => rule.code);
  const near = findNearWord(code, codes, 2);
  throw new RequestError(
    `Unexpected code \`${code}\`, expected one that stands in a message`,
    (command) =>
      near === undefined
        ? `\`${command} explain\` lists all codes.`
        : `Did you mean \`${command} explain ${near}\`?`,
  );
}
