import { CONFIGURATION_RULES } from "./rules/configuration.ts";
import { FILE_RULES } from "./rules/files.ts";
import { HEADER_RULES } from "./rules/headers.ts";
import { VALUE_RULES } from "./rules/values.ts";

/** Rules of the source stage: FIL a file, HDR a page's header, CFG the configuration. */
export const SOURCE_RULES = {
  ...FILE_RULES,
  ...HEADER_RULES,
  ...VALUE_RULES,
  ...CONFIGURATION_RULES,
} as const;

export type SourceCode = keyof typeof SOURCE_RULES;
