/** Where the files of themes come from; the edge gives it. */
export interface ThemeFiles {
  /** The folder of a theme, as it is named in messages: `themes/handout`. */
  readonly folder: string;
  /** Texts by POSIX path relative to the folder. */
  readonly texts: ReadonlyMap<string, string>;
  /** It comes with the product, whose tests have looked at its stylesheets. */
  readonly isBundled?: boolean;
}

/** Finds a theme by name; undefined where there is none. */
export type ThemeFinder = (name: string) => Promise<ThemeFiles | undefined>;
