import type { Page, Stage, StageItem } from "../source/page.ts";
import type { Found } from "./page-index.ts";

/** What is known of a module before the problems of its list are described. */
export interface ModuleDraft {
  readonly page: Page;
  readonly source: Page;
  readonly key: string;
  readonly lines: readonly Line[];
}

export interface Line {
  readonly stage: Stage;
  readonly item: StageItem;
  readonly found: Found | undefined;
}
