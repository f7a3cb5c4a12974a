import { INSIDE_TELLS } from "./tell-tables/inside.ts";
import { MAKING_TELLS } from "./tell-tables/making.ts";
import { PEOPLE_TELLS } from "./tell-tables/people.ts";
import { REACH_TELLS } from "./tell-tables/reach.ts";

/** The one table of what a file can tell, and how much that matters. Numbers go by topic. */
export const TELL_RULES = {
  ...PEOPLE_TELLS,
  ...REACH_TELLS,
  ...MAKING_TELLS,
  ...INSIDE_TELLS,
} as const;
export type TellCode = keyof typeof TELL_RULES;
