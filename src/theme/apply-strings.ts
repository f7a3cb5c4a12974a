import { createHash } from "node:crypto";
import type { Outcome } from "../diagnostics/diagnostic.ts";
import { stripBidiControls } from "../language/bidi.ts";
import { dropInvisible } from "../language/invisible-characters.ts";
import { parseLanguage } from "../language/language.ts";
import type { Catalogue, Entry } from "./catalogue.ts";
import { readCatalogue } from "./read-catalogue.ts";
import type { Theme } from "./theme.ts";
import { speakFrom, wordsBelow } from "./words.ts";

/** A file `strings/TAG.yaml` of a curriculum. */
export interface StringsFile {
  /** As it is named in messages. */
  readonly path: string;
  readonly text: string;
}

/**
 * A theme that says a curriculum's words in place of its own. They are content: text, whatever signs are
 * in them, and only for what the theme says.
 *
 * @returns with THM006 for a file or a word that cannot be used; the theme says its own there.
 */
export function applyStrings(theme: Theme, files: readonly StringsFile[]): Outcome<Theme> {
  if (files.length === 0) return { value: theme, diagnostics: [] };
  const catalogues = new Map(theme.catalogues);
  const diagnostics = files.flatMap(({ path, text }) => {
    const tag = parseLanguage(/([^/]*)\.yaml$/.exec(path)?.[1] ?? "")?.tag ?? "";
    const read = readCatalogue(path, text, wordsBelow(theme.catalogues, tag), () => false);
    const words: Catalogue = new Map([...read.value].map(([key, entry]) => [key, tidy(entry)]));
    if (words.size > 0) catalogues.set(tag, new Map([...(catalogues.get(tag) ?? []), ...words]));
    return read.diagnostics;
  });
  const sum = createHash("sha256").update(JSON.stringify([theme.sha256, files]), "utf8");
  return {
    value: { ...theme, ...speakFrom(catalogues, theme.folder), sha256: sum.digest("hex") },
    diagnostics,
  };
}

/** Without signs that turn the letters around them, and on one line. */
function tidy(entry: Entry): Entry {
  const line = (form: string) =>
    dropInvisible(stripBidiControls(form).replaceAll(/[\n\r\t]+/g, " "));
  if (typeof entry === "string") return line(entry);
  return Object.fromEntries(
    Object.entries(entry).map(([category, form]) => [category, line(form)]),
  );
}
