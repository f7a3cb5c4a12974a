import { readdirSync, readFileSync } from "node:fs";
import type { Catalogue } from "../../src/gettext/catalogue.ts";
import { readCatalogue } from "../../src/gettext/read-catalogue.ts";

/** Catalogues as somebody might type them, and as `msgcat --no-wrap` of gettext 0.21 wrote them. */
export const RECORDED = list("msgcat", ".in.po").map((name) => ({
  name,
  typed: read("msgcat", `${name}.in.po`),
  written: read("msgcat", `${name}.out.po`),
}));

/** Catalogues, newer templates, and what `MERGE` of gettext 0.21 made of both. */
export const MERGED = list("msgmerge", ".old.po").map((name) => ({
  name,
  old: read("msgmerge", `${name}.old.po`),
  template: read("msgmerge", `${name}.pot`),
  written: read("msgmerge", `${name}.out.po`),
}));

export const MERGE = ["--previous", "--no-wrap", "--no-fuzzy-matching", "--quiet"];

function list(folder: string, ending: string): readonly string[] {
  return readdirSync(new URL(folder, import.meta.url)).flatMap((name) =>
    name.endsWith(ending) ? [name.slice(0, -ending.length)] : [],
  );
}

function read(folder: string, name: string): string {
  return readFileSync(new URL(`${folder}/${name}`, import.meta.url), "utf8");
}

export const HEADER = `msgid ""
msgstr ""
"Language: fr\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"
`;

/** A catalogue in which nothing is wrong, from its entries as text. */
export function parse(entries: string, header = HEADER): Catalogue {
  const { value, diagnostics } = readCatalogue(`${header}\n${entries}`, "fr.po");
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  return value;
}
