import type { Language } from "../language/language.ts";
import type { ElementContent } from "../markup/document.ts";
import type { Vocabulary } from "../wording/vocabulary.ts";
import type { Catalogues } from "./catalogue.ts";

/** A theme, with everything it takes from the themes it extends. */
export interface Theme {
  readonly name: string;
  /** As it is named in messages. */
  readonly folder: string;
  /** It and all that it extends come with the product. */
  readonly isBundled: boolean;
  /** SHA-256 of all its texts, and of those of the themes it extends. */
  readonly sha256: string;
  readonly title: string;
  /** What it is for, in a sentence or two. */
  readonly description: string;
  /**
   * Renders `templates/NAME.hbs` of the theme, or of the nearest theme it extends that has it.
   *
   * @throws ThemeError when the template is missing or fails: themes are code.
   */
  render(template: string, context: object, words: Words): string;
  /**
   * Stylesheets joined, base first: `print` for PDF, `reader` for EPUB; after `print`, `handout` for
   * a single session, `codes` where notes have QR codes, and `eastern`, in both formats, where
   * there is Chinese, Japanese or Korean.
   */
  stylesheet(name: "print" | "handout" | "codes" | "eastern" | "reader"): string;
  /**
   * The interface words of a language or of its nearest relative (`pt` for `pt-BR`), with English
   * ones where there are none; `hasWords` tells.
   */
  words(language: Language): Words;
  hasWords(language: Language): boolean;
  /** The interface words themselves, to put others in their place. */
  readonly catalogues: Catalogues;
  /** Languages that have interface words, sorted. */
  readonly languages: readonly string[];
  /** Words that pages use, of the themes that do not come with the product (`vocabulary/`). */
  readonly vocabulary: readonly Vocabulary[];
  /** Which fonts the theme uses for a script (ISO 15924), or for one language of it (`fa`). */
  readonly faces: ReadonlyMap<string, FontChoice>;
  /** Of the text of most books; `print` says where it is another. */
  readonly bodySizePt: number;
  readonly print: PrintLook;
  readonly cover: CoverColours;
  /** Of the brand whose book it is, as `#rrggbb`: it stands for the theme's own in print. */
  readonly accent?: AccentColour;
}

/** What the printed book's looks ask of the product, beside the stylesheet. */
export interface PrintLook {
  /** Sizes of body text by script (ISO 15924), where they are not `bodySizePt`. */
  readonly scriptSizesPt: ReadonlyMap<string, number>;
  /** Of the body text on small sheets, against that on large ones. */
  readonly smallSheets: number;
  /** Of the line at a page's head. */
  readonly headSizePt: number;
  /** Ruled lines at the end of every session, for the reader's pen. */
  readonly noteLines: number;
  /** A paper's name or size in millimetres, for when nobody asks for another. */
  readonly paper?: string;
  readonly images: "colour" | "grey" | "grey-thin";
}

/** A colour for marks on white paper, and what can be read with it (WCAG 2.2, 1.4.3 and 1.4.11). */
export interface AccentColour {
  /** At least 3 to 1 against white. */
  readonly mark: string;
  /** For words in it on white: the same, or black where it is too light for words. */
  readonly words: string;
  /** For words on it: white or black. */
  readonly on: string;
}

/** The colours of an EPUB's cover, each as `#rrggbb`. */
export interface CoverColours {
  readonly paper: string;
  /** Of the words. */
  readonly ink: string;
  /** Of the chain of stages. */
  readonly accent: string;
}

export interface FontChoice {
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
  /** Every string there is, unfilled: what the fonts of a book must be able to set. */
  readonly all: readonly string[];
}

/** What the `{{markup …}}` helper prints unescaped: a tree, never a string. */
export type Tree = readonly ElementContent[];
