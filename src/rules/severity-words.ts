import type { ListedRule } from "./every-rule.ts";

const WORDS: Readonly<Record<ListedRule["severity"], string>> = {
  error: "error",
  warning: "warning",
  either: "error or warning",
  leak: "tells on somebody",
  notice: "may tell something",
  harmless: "harmless",
};

/** How much a rule matters, in words. */
export function saySeverity({ severity }: Pick<ListedRule, "severity">): string {
  return WORDS[severity];
}
