import type { PrivacyFindings } from "../disclosure/privacy-findings.ts";
import { isKnownName, isKnownValue } from "./known-words.ts";
import { LANGUAGE } from "./vocabularies.ts";

/** Days and moments as packages have them (EPUB 3.3 §5.5.4, W3CDTF). */
const DATE =
  /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d))?)?)?$/;
/** UUIDs, ISBNs and DOIs (RFC 9562 §4, RFC 3187): other names can be anything. */
const IDENTIFIER =
  /^(?:(?:urn:)?uuid:)?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$|^(?:(?:urn:)?isbn:?\s*)?(?:97[89][- ]?)?(?:\d[- ]?){9}[\dX]$|^(?:doi:)?10\.\d{4,9}\/[\d.]+$/i;
const PROGRAM =
  /^(?:calibre|sigil|pandoc|libreoffice|microsoft word|adobe indesign|inkscape|adobe illustrator|hugo|jekyll|wordpress|mediawiki|docutils|sphinx|asciidoctor|latexml|tidy)\b[\s\d.()]*(?:\[?https?:\/\/[a-z.-]+\]?)?\s*$/i;

/** Fields with the grammar of their values; of all others the value is told, or read as prose. */
const GRAMMARS: readonly (readonly [RegExp, (value: string) => boolean])[] = [
  [
    /^(?:dc|dcterms):(?:date|modified|created|issued|available|valid)$/,
    (value) => DATE.test(value),
  ],
  [/^(?:dc|dcterms):identifier$|^dtb:uid$/, (value) => IDENTIFIER.test(value)],
  [/^(?:dc|dcterms):language$/, (value) => LANGUAGE.test(value)],
  // On a dark page dark text is not seen.
  [/^meta:color-scheme$/, (value) => /^(?:(?:only )?light|normal)$/.test(value)],
  [/^role$/, (value) => /^[a-z]{3}$/.test(value)],
  [/generator$/i, (value) => PROGRAM.test(value)],
  [/^(?:meta:)?cover$/, (value) => isKnownName(value)],
  [
    /^(?:(?:dc|dcterms):(?:format|type)|schema:access(?:Mode.*|ibility(?:Feature|Hazard|Control|API))|rendition:.*|media:.*|ibooks:.*|dtb:.*|calibre:(?:series_index|rating)|(?:collection|title|identifier)-type|group-position|display-seq|meta:(?:viewport|theme-color|charset|robots|referrer|format-detection))$/,
    isKnownValue,
  ],
];

/** Tells a field of metadata by its name and value; one whose value is none of its kind is not known. */
export function searchField(findings: PrivacyFindings, field: string, written: string): void {
  const value = written.trim();
  const grammar = GRAMMARS.find(([pattern]) => pattern.test(field))?.[1];
  if (value !== "" && grammar?.(value) === false)
    findings.add("TEL705", "field", `${field} ${value}`);
  findings.addField(field, written);
}
