/** A string, or one a plural category (CLDR names; `other` always there). */
export type Entry = string | Readonly<Record<string, string>>;
export type Catalogue = ReadonlyMap<string, Entry>;

/** By tag: `fr`, `pt-BR`, `zh-Hant`. */
export type Catalogues = ReadonlyMap<string, Catalogue>;
