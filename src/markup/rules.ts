import { type Diagnoser, diagnoseBy } from "../diagnostics/diagnose.ts";
import { LINK_TEXTS } from "./rules/links.ts";
import { PAGE_TEXTS } from "./rules/pages.ts";

/** The diagnostics that `markup` can add. */
export const MARKUP_RULES = { ...PAGE_TEXTS, ...LINK_TEXTS } as const;

/** Makes a diagnostic of this stage. */
export const diagnose: Diagnoser<typeof MARKUP_RULES> = diagnoseBy(MARKUP_RULES);
