import { readdirSync, readFileSync } from "node:fs";
import type { Catalogue } from "../../src/gettext/catalogue.ts";
import { readCatalogue } from "../../src/gettext/read-catalogue.ts";

const FOLDER = new URL("msgcat/", import.meta.url);

/** Catalogues as somebody might type them, and as `msgcat --no-wrap` of gettext 0.21 wrote them. */
export const RECORDED = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".in.po"))
  .map((name) => ({
    name: name.replace(".in.po", ""),
    typed: readFileSync(new URL(name, FOLDER), "utf8"),
    written: readFileSync(new URL(name.replace(".in.po", ".out.po"), FOLDER), "utf8"),
  }));

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
