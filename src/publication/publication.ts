import type { Language } from "../language/language.ts";
import type { ElementContent, Heading, Root } from "../markup/document.ts";
import type { Audience } from "../source/audience.ts";
import type { Edition } from "../source/book-options.ts";
import type { Duration, PageDate, Stage } from "../source/page.ts";

/**
 * One book, complete, in the order of its pages: front matter, parts with chapters, back matter. Both
 * outputs render this and nothing else; nothing in it knows about PDF or EPUB. Texts are the content's
 * own; words of the interface (stage names, "Contents") come from the theme's strings by key.
 *
 * A part is a module: a book of one module is one part, an offprint of one session as well, a collection
 * has several. What is whose:
 *
 * - Of the book: edition, language, contents, credits (a page each, once), licence, authors, subjects,
 *   codes of links (an address each, once), how many pages are not translated, all ids.
 * - Of a part: stages with their sums of time, level, platforms, prerequisites.
 * - Of a chapter: language of the text, audience, notes with their numbers, and the meaning of an
 *   abbreviation, which is said at its first use in each.
 * - Of an offprint: the names of the sessions that it leaves out, which are all of its one part.
 *
 * A session that two modules list stands in both parts, as it does twice in a module that lists it
 * twice: a part can be taught by itself. A link to it leads to the one in its own part, or else to the
 * first in the book. Its credit stands once, and so do its pictures in an EPUB.
 */
export interface Publication {
  /** File name without extension, ASCII, safe on FAT and Windows: `tails`. */
  readonly name: string;
  /** `urn:uuid:` version 5 of permalink, session, language and edition (RFC 9562 §5.5). */
  readonly identifier: string;
  /** Of all its texts and pictures: the same in every format, theme and paper. */
  readonly fingerprint: string;
  readonly language: Language;
  /**
   * Absent where the book is a whole module; else it is an offprint of the one session in it, or a
   * collection of modules. Parts open where else the stages do: there the stages open nothing.
   */
  readonly extent?: "session" | "collection";
  /** The edition that the book says it is; absent where it has nothing to say of it. */
  readonly edition?: Edition;
  readonly title: string;
  readonly summary: string;
  /** Empty when not given. */
  readonly curriculumTitle: string;
  /** The place of its modules in the curriculum; empty when not given, or where they have several. */
  readonly section: string;
  /**
   * The module's place among those of its curriculum, or the session's among those of its module,
   * from 1: the same in every language. Absent for a collection, which is in no series.
   */
  readonly position?: number;
  /** What it is about, in its authors' words: sections and platforms, each once. */
  readonly subjects: readonly string[];
  readonly authors: readonly string[];
  readonly publisher: string;
  /** Of the curriculum, as its publisher counts; empty where it is not said. */
  readonly version: string;
  /** Whose book it shows that it is; absent in a discreet one. */
  readonly brand?: Brand;
  /** The latest date of the pages that is a date. */
  readonly date?: PageDate;
  /** ISO 8601 in UTC, to the second: from SOURCE_DATE_EPOCH, or the book's date, or 2000-01-01. */
  readonly modified: string;
  readonly licence?: Licence;
  /** One, but in a collection. */
  readonly parts: readonly [Part, ...Part[]];
  readonly credits: readonly Credit[];
  /** How many of its chapters are shown in the source language. */
  readonly untranslatedCount: number;
  readonly chapterCount: number;
  /** Of a translated edition that is made of catalogues. */
  readonly translation?: TranslationFacts;
}

/** How far a translated edition is, and what it was made of. */
export interface TranslationFacts {
  /** Of its words, from 0 to 100. */
  readonly percent: number;
  /** How many passages have a source that has changed since they were translated. */
  readonly staleCount: number;
  /** A name for the state of the source, as `hashUnits` gives it. */
  readonly sourceState: string;
  /** Empty where books name nobody. */
  readonly translators: readonly string[];
}

/** An organisation's looks, as far as they are words and pictures. */
export interface Brand {
  readonly name: string;
  /** Lines of plain text. */
  readonly contact: readonly string[];
  /** A key of the ImageStore; where it is not in there, there is none. */
  readonly logo?: string;
}

export interface Licence {
  readonly name: string;
  /** Empty when not known. */
  readonly url: string;
}

/** A module in a book. */
export interface Part {
  /** In an offprint of one session it has no text, and only says where the session belongs. */
  readonly module: Chapter;
  readonly facts: Facts;
  /** Always four, in ADIDS order; a stage without sessions has an empty list. */
  readonly stages: readonly StageGroup[];
}

export interface Facts {
  readonly level: string;
  readonly platforms: readonly string[];
  /** `href` is set for a module of this curriculum that is not in this book: no link, a mark. */
  readonly prerequisites: readonly string[];
  readonly duration?: Duration;
}

/** The sessions of a part that are in one stage. */
export interface StageGroup {
  readonly stage: Stage;
  readonly duration?: Duration;
  readonly sessions: readonly Chapter[];
}

/** The module's own page or a session. */
export interface Chapter {
  /**
   * Unique in the book, ASCII: `m` for the page of the first module, `m2`, … for the next; `s1`, `s2`,
   * … for sessions, counted through all parts.
   */
  readonly id: string;
  readonly kind: "module" | "session" | "missing";
  /** The page's file, relative to the curriculum's root: where a problem with its text is. */
  readonly path?: string;
  readonly title: string;
  /** Shorter form for running heads. */
  readonly shortTitle: string;
  readonly summary: string;
  readonly authors: readonly string[];
  readonly date?: PageDate;
  readonly duration?: Duration;
  /** As written, for a duration that is not understood. */
  readonly durationText: string;
  readonly platforms: readonly string[];
  readonly stage?: Stage;
  /** Whom a session is for, where the book has readers whom it is not for. */
  readonly audience?: Audience;
  /** Of the text; differs from the book's where the page is not translated. */
  readonly language: Language;
  readonly untranslated: boolean;
  /** Of what is not translated, in a page that a catalogue translates. */
  readonly sourceLanguage?: Language;
  /** How much of such a page is translated (in per cent of its words), where that is to be said. */
  readonly translatedPercent?: number;
  /** Of the summary, where it is not that of the text. */
  readonly summaryLanguage?: Language;
  /** Of the title, where it is not that of the text: the module's name for a session in its words. */
  readonly titleLanguage?: Language;
  /**
   * The body. Every id is unique in the book (`s1-h2`, `s1-a1`); `a[href]` is an external address
   * or `#ID` of this book, of a note as well. A link to a page that is not in the book has become
   * `<span class="elsewhere">`, one to a session that an offprint does not hold has its title in
   * `data.session`; the images' `src` stay paths (keys of the ImageStore).
   */
  readonly body: Root;
  readonly headings: readonly Heading[];
  /** In the order of their numbers; every one has a reference in the body or in another note. */
  readonly notes: readonly Note[];
}

/**
 * A note at the end of a chapter: a footnote, or the address of a link (`p.note-address`), with a
 * code for telephones (`p.note-code`, `img.link-code`) where the book has them. Its references are `<a class="note-ref" href="#ID">NUMBER</a>`.
 */
export interface Note {
  /** Unique in the book: `s1-note-3`. */
  readonly id: string;
  /** Counted from 1 in each chapter, footnotes and addresses in one sequence. */
  readonly number: number;
  /** The id of the first reference, for the way back. */
  readonly referenceId: string;
  readonly children: readonly ElementContent[];
}

/** A line of the credits page. */
export interface Credit {
  readonly title: string;
  /** Of the title. */
  readonly language: Language;
  readonly authors: readonly string[];
  readonly date?: PageDate;
  readonly licence: string;
  readonly attributions: readonly string[];
}
