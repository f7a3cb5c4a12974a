// These markdown-it plugins are published without types.
declare module "markdown-it-abbr" {
  import type { MarkdownIt } from "markdown-it";
  export default function abbreviations(parser: MarkdownIt): void;
}
declare module "markdown-it-deflist" {
  import type { MarkdownIt } from "markdown-it";
  export default function definitionLists(parser: MarkdownIt): void;
}
declare module "markdown-it-footnote" {
  import type { MarkdownIt } from "markdown-it";
  export default function footnotes(parser: MarkdownIt): void;
}
