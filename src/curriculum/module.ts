import type { Audience } from "../source/audience.ts";
import type { Page, Stage, StageItem } from "../source/page.ts";

/** One line of a module's stage list, resolved. */
export type ModuleSession =
  | {
      readonly kind: "session";
      readonly item: StageItem;
      /** The module's own name for it, else the page's title; never empty. */
      readonly name: string;
      readonly page: Page;
      /** False where there is none that readers of the module's language read: it is the source's. */
      readonly translated: boolean;
      /** Whom it is for, where it is not for all: its own header's word, else its source's. */
      readonly audience?: Audience;
    }
  /**
   * Its address leads to no session: an error was reported. `name` may be empty; `unreadable` is the
   * file that is there and could not be read.
   */
  | {
      readonly kind: "missing";
      readonly item: StageItem;
      readonly name: string;
      readonly unreadable?: string;
    };

export interface Module {
  readonly page: Page;
  /** Canonical BCP 47 tag: the page's. */
  readonly language: string;
  /** The page that this one translates; itself in the source language. */
  readonly source: Page;
  /** Key of the module over all languages: its source's permalink without slashes at the ends. */
  readonly key: string;
  /** Whom the module as a whole is for, as for a session. */
  readonly audience?: Audience;
  readonly stages: Readonly<Record<Stage, readonly ModuleSession[]>>;
  /** Dangling sessions: a module that has some is built only when that is allowed. */
  readonly missingCount: number;
  /** Sessions that are shown in the source language. */
  readonly untranslatedCount: number;
}
