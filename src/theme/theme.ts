import type { Language } from "../language/language.ts";
import type { ElementContent } from "../markup/document.ts";

/** Trees and texts that a template may print. Strings are escaped; trees are serialised. */
export interface Theme {
  readonly name: string;
  /** Renders `templates/NAME.hbs` of the theme or of the theme it extends. Output is well-formed. */
  render(template: string, context: object, words: Words): string;
  /** CSS of the theme, base first: `print` for PDF, `reader` for EPUB. */
  stylesheet(name: "print" | "reader"): string;
  /** The interface words of a language, or of its nearest relative; undefined where none. */
  words(language: Language): Words | undefined;
  /** Which faces the theme uses for a script (ISO 15924), for the fonts' stage. */
  readonly faces: Readonly<Record<string, FaceChoice>>;
}

export interface FaceChoice {
  /** Family names known to `font/`. */
  readonly text: string;
  readonly heads: string;
}

/** Interface words in one language. */
export interface Words {
  readonly language: Language;
  /** The string, with `{name}` places filled; numbers are set in the language's numerals. */
  say(key: string, values?: Readonly<Record<string, string | number>>): string;
}

/** A tree in a template's context: printed as markup, not escaped. */
export interface Markup {
  readonly markup: readonly ElementContent[];
}
