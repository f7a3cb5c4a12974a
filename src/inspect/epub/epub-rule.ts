import type { Rule } from "../../diagnostics/rule.ts";

/** One of our rules for EPUB books. */
export interface EpubRule extends Rule {
  readonly severity: "error" | "warning";
  /** Where the rule comes from. */
  readonly clause: string;
}
