import type { Token } from "markdown-it";

/**
 * Where each inline token begins in the text of its block, but a text: where it ends. The parser
 * joins texts to the last of them, which then begins further on the left.
 */
export type TokenOffsets = WeakMap<Token, number>;
