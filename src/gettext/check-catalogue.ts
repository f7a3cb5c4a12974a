import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import { type Catalogue, type Entry, isFuzzy, isTranslated } from "./catalogue.ts";
import { findField } from "./header.ts";
import { findWrongForm, readPluralForms } from "./plural-forms.ts";
import { diagnose } from "./rules.ts";

/** What the template of a header says in place of a rule. */
const PLACEHOLDER = /\b(?:INTEGER|EXPRESSION)\b/;

/**
 * What `msgfmt -c` finds in a catalogue that can be read: no header, plural forms that do not
 * agree with their rule, line ends that translation and source do not share. Entries that are
 * obsolete, fuzzy or not translated are not looked at, as `msgfmt` leaves them out too.
 *
 * @param path for the places of diagnostics.
 * @returns `CAT008` to `CAT011`.
 */
export function checkCatalogue(
  { header, entries }: Catalogue,
  path: string,
): readonly Diagnostic[] {
  const printed = entries.filter(
    (entry) => !entry.isObsolete && isTranslated(entry) && !isFuzzy(entry),
  );
  const diagnostics: Diagnostic[] = [];
  if (header === undefined) diagnostics.push(diagnose("CAT008", { file: path, line: 1 }));
  for (const one of checkPlurals(header, printed, path)) diagnostics.push(one);
  for (const entry of printed) {
    for (const one of checkLineEnds(entry, { file: path, line: entry.line })) diagnostics.push(one);
  }
  return diagnostics;
}

function checkPlurals(
  header: Entry | undefined,
  entries: readonly Entry[],
  path: string,
): readonly Diagnostic[] {
  const plurals = entries.filter((entry) => entry.idPlural !== undefined);
  const value = findField(header, "Plural-Forms");
  const place = { file: path, line: header?.line ?? 1 };
  if (value === undefined || PLACEHOLDER.test(value)) {
    const [first] = plurals;
    return first === undefined ? [] : [diagnose("CAT009 none", { file: path, line: first.line })];
  }
  const forms = readPluralForms(value);
  if (forms === undefined) return [diagnose("CAT009 form", place, { value })];
  const { count } = forms;
  const wrong = findWrongForm(forms);
  return [
    ...(wrong === undefined ? [] : [diagnose("CAT009 range", place, { ...wrong, count })]),
    ...plurals
      .filter(({ strings }) => strings.length !== count)
      .map(({ line, strings }) => {
        const values = { found: strings.length, count, last: count - 1 };
        return diagnose("CAT010", { file: path, line }, values);
      }),
  ];
}

function checkLineEnds({ id, idPlural, strings }: Entry, place: Place): readonly Diagnostic[] {
  const parts = [
    ...(idPlural === undefined ? [] : [{ part: "msgid_plural", text: idPlural }]),
    ...strings.map((text, at) => ({
      part: idPlural === undefined ? "msgstr" : `msgstr[${at}]`,
      text,
    })),
  ];
  return parts.flatMap(({ part, text }) => [
    ...(text.startsWith("\n") === id.startsWith("\n")
      ? []
      : [diagnose("CAT011 begin", place, { part })]),
    ...(text.endsWith("\n") === id.endsWith("\n") ? [] : [diagnose("CAT011 end", place, { part })]),
  ]);
}
