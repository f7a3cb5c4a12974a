import { BLOCK_RULES } from "./rules/blocks.ts";
import { ADDRESS_RULES } from "./rules/links.ts";
import { PAGE_RULES } from "./rules/pages.ts";
import { PICTURE_RULES } from "./rules/pictures.ts";
import { SIGN_RULES } from "./rules/signs.ts";
import { TABLE_RULES } from "./rules/tables.ts";

/** The diagnostics that `markup` can add. */
export const MARKUP_RULES = {
  ...PAGE_RULES,
  ...ADDRESS_RULES,
  ...PICTURE_RULES,
  ...BLOCK_RULES,
  ...TABLE_RULES,
  ...SIGN_RULES,
} as const;

export type MarkupCode = keyof typeof MARKUP_RULES;
