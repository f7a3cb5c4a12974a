import type { Language } from "../language/language.ts";
import type { ElementContent } from "../markup/document.ts";

/** A theme, with everything it takes from the themes it extends. */
export interface Theme {
  readonly name: string;
  /**
   * Renders `templates/NAME.hbs` of the theme, or of the nearest theme it extends that has it.
   *
   * @throws ThemeError when the template is missing or fails: themes are code.
   */
  render(template: string, context: object, words: Words): string;
  /**
   * Stylesheets joined, base first: `print` for PDF, `reader` for EPUB; after `print`, `handout` for
   * a single session and `codes` where notes have QR codes.
   */
  stylesheet(name: "print" | "handout" | "codes" | "reader"): string;
  /**
   * The interface words of a language or of its nearest relative (`pt` for `pt-BR`), with English
   * ones where there are none; `hasWords` tells.
   */
  words(language: Language): Words;
  hasWords(language: Language): boolean;
  /** Languages that have interface words, sorted. */
  readonly languages: readonly string[];
  /** Which faces the theme uses for a script (ISO 15924), or for one language of it (`fa`). */
  readonly faces: ReadonlyMap<string, FaceChoice>;
  readonly bodySizePt: number;
  readonly cover: CoverColours;
}

/** The colours of an EPUB's cover, each as `#rrggbb`. */
export interface CoverColours {
  readonly paper: string;
  /** Of the words. */
  readonly ink: string;
  /** Of the chain of stages. */
  readonly accent: string;
}

export interface FaceChoice {
  /** Family names known to `font/`. */
  readonly text: string;
  readonly heads: string;
  /** For code and addresses. */
  readonly mono?: string | undefined;
}

/**
 * Interface words for a book. A word that the theme lacks in the book's language is said in English;
 * `languageOf` tells, and whoever writes it into a document marks it (see `mark-language.ts`).
 */
export interface Words {
  /** Of the book. */
  readonly language: Language;
  /**
   * The string, with `{name}` places filled; numbers are set in the numerals of the string's own
   * language. Plain: for attributes, metadata and whatever cannot hold markup.
   */
  say(key: string, values?: Readonly<Record<string, string | number>>): string;
  /** The language in which a key is said: the book's, or English where it has no such word. */
  languageOf(key: string): Language;
  /** Words that say all these keys in one language, for texts that cannot change it half-way. */
  inOneLanguage(keys: readonly string[]): Words;
  /** Every string there is, unfilled: what the faces of a book must be able to set. */
  readonly all: readonly string[];
}

/** What the `{{markup …}}` helper prints unescaped: a tree, never a string. */
export type Tree = readonly ElementContent[];
