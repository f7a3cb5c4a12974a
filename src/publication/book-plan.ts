import type { PageDocument } from "../markup/document.ts";
import type { Audience } from "../source/audience.ts";
import type { Edition, LinkMode } from "../source/book-options.ts";
import type { Page, Stage } from "../source/page.ts";
import type { Brand, TranslationFacts } from "./publication.ts";

/** What a book is made of, before it is assembled: pages with their bodies read. */
export interface BookPlan {
  readonly name: string;
  /** The module's, or an address that no module and no other collection has: it names the book. */
  readonly permalink: string;
  /** Canonical BCP 47 tag of the edition. */
  readonly languageTag: string;
  /** The module's place in its curriculum, or an offprint's in its module, from 1; none of a collection. */
  readonly position?: number;
  /** Set where the book is an offprint of one session: the one in its one part. */
  readonly offprint?: PlannedOffprint;
  /** Set where the book is one of several modules, with what it says of itself. */
  readonly collection?: PlannedCollection;
  /** Of a translated edition that is made of catalogues. */
  readonly translation?: TranslationFacts;
  /** The trainer's, which holds everything, where it is absent. */
  readonly edition?: Edition;
  /**
   * The modules of the book in its order: one, but in a collection. A module that is for trainers
   * alone is in no plan for participants.
   */
  readonly parts: readonly [PlannedPart, ...PlannedPart[]];
}

/** A module and its sessions; stages in ADIDS order. */
export interface PlannedPart {
  readonly module: PlannedPage;
  readonly sessions: readonly PlannedSession[];
}

/** What a collection says of itself, in the book's language. */
export interface PlannedCollection {
  readonly title: string;
  /** Empty when not given. */
  readonly summary: string;
}

/** What an offprint of one session knows of the module that it is taken from. */
export interface PlannedOffprint {
  /** The session's key, the same in every language: `tails/activity/who-could-be-looking`. */
  readonly key: string;
  /** The other sessions of the module, by the paths of their pages. */
  readonly siblings: ReadonlyMap<string, Sibling>;
}

/** A session that an offprint does not hold. */
export interface Sibling {
  readonly title: string;
  /** Canonical BCP 47 tag, of the title. */
  readonly languageTag: string;
  readonly audience?: Audience;
}

export interface PlannedPage {
  readonly page: Page;
  readonly document: PageDocument;
  /** The page that this one translates; only where a book for participants is asked for. */
  readonly original?: { readonly page: Page; readonly document: PageDocument };
  /** Its title, or the module's name for it, is one for a trainer's note. */
  readonly isNamedForTrainers?: boolean;
}

/** A session in the place where the module lists it. */
export interface PlannedSession {
  readonly stage: Stage;
  /** The module's name for it; empty where the module gives none. */
  readonly name: string;
  /** Canonical tag, where the name is in the module's own words and not the title of the session's page. */
  readonly nameLanguage?: string;
  /** Absent where the link leads nowhere and the book is made all the same. */
  readonly found?: PlannedPage;
  /** Whom it is for, where it is not for all. */
  readonly audience?: Audience;
}

/** What the curriculum as a whole says of its books. */
export interface Imprint {
  readonly curriculumTitle: string;
  readonly publisher: string;
  /** As the publisher counts; empty where it is not said. */
  readonly version: string;
  readonly brand?: Brand;
  readonly licence?: { readonly name: string; readonly url: string };
  /** Seconds since 1970, from SOURCE_DATE_EPOCH; absent where it is not set. */
  readonly sourceDateSeconds?: number;
  /** How links say where they lead: in numbered notes where it is absent. */
  readonly links?: LinkMode;
  /** True where a trainer's edition must say that it is one, because there are others. */
  readonly namesTrainerEdition?: boolean;
}
