import { EMPTY_ENTRY, type Entry } from "./catalogue.ts";
import { pluralFormsOf } from "./plural-table.ts";

/** A line of the header. Without a name it is one that has no colon. */
export interface HeaderField {
  readonly name?: string;
  readonly value: string;
}

/** The order in which gettext's tools write fields; others follow. */
const ORDER = [
  "Project-Id-Version",
  "Report-Msgid-Bugs-To",
  "POT-Creation-Date",
  "PO-Revision-Date",
  "Last-Translator",
  "Language-Team",
  "Language",
  "MIME-Version",
  "Content-Type",
  "Content-Transfer-Encoding",
];

/** What a template knows better than the catalogue that is merged with it. */
const OF_THE_TEMPLATE = ["Report-Msgid-Bugs-To", "POT-Creation-Date"];

/** The fields of a header, in their order. */
export function readFields(header: Entry): readonly HeaderField[] {
  const lines = (header.strings[0] ?? "").split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines.map((line) => {
    const [, name, value = line] = /^([^:]+): ?(.*)$/s.exec(line) ?? [];
    return name === undefined ? { value } : { name, value };
  });
}

/** A header with these fields, and all else as it was. */
export function withFields(header: Entry, fields: readonly HeaderField[]): Entry {
  const lines = fields.map(({ name, value }) => (name === undefined ? value : `${name}: ${value}`));
  return { ...header, strings: [lines.map((line) => `${line}\n`).join("")] };
}

/** The value of a field by its name, undefined where there is no such field. */
export function findField(header: Entry | undefined, name: string): string | undefined {
  if (header === undefined) return undefined;
  return readFields(header)
    .find((field) => field.name === name)
    ?.value.trim();
}

/** The charset that a header tells, where it is another one than UTF-8. */
export function findCharset(header: Entry): string | undefined {
  const [, charset] = /charset=([^\s;]*)/i.exec(findField(header, "Content-Type") ?? "") ?? [];
  return charset === undefined || /^(?:utf-?8|us-ascii|ascii|charset)$/i.test(charset)
    ? undefined
    : charset;
}

/** What a new header says beyond what is the same in each. */
export interface HeaderValues {
  /** What is translated. */
  readonly project: string;
  /** Canonical BCP 47; absent in a template. */
  readonly language?: string;
  /** `2026-11-30 12:00+0000`: when the template was made, and when the translation was changed. */
  readonly created?: string;
  readonly revised?: string;
}

/** The header of a new catalogue, with the fields of `msginit` and nobody's name. */
export function createHeader({ project, language = "", created, revised }: HeaderValues): Entry {
  const values: readonly (string | undefined)[] = [
    project.replace(/\s+/g, " "),
    "",
    created ?? "",
    revised ?? "",
    "",
    "",
    nameLocale(language),
    "1.0",
    "text/plain; charset=UTF-8",
    "8bit",
  ];
  const fields = ORDER.map((name, at) => ({ name, value: values[at] ?? "" }));
  const plurals = pluralFormsOf(language);
  return withFields(EMPTY_ENTRY, [
    ...fields,
    ...(plurals === undefined ? [] : [{ name: "Plural-Forms", value: plurals }]),
  ]);
}

/** gettext's name of a language: `pt_BR` for pt-BR, `sr@latin` for sr-Latn, `zh_TW` for zh-Hant. */
function nameLocale(tag: string): string {
  if (CHINESE[tag] !== undefined) return CHINESE[tag];
  const [language = "", ...rest] = tag.split("-");
  const script = rest.find((part) => part.length === 4);
  const region = rest.find((part) => /^(?:[A-Z]{2}|\d{3})$/.test(part));
  const modifier = script === undefined ? undefined : (SCRIPTS[script] ?? script.toLowerCase());
  return [
    language,
    region === undefined ? "" : `_${region}`,
    modifier === undefined ? "" : `@${modifier}`,
  ].join("");
}

const CHINESE: Readonly<Record<string, string>> = { "zh-Hans": "zh_CN", "zh-Hant": "zh_TW" };
const SCRIPTS: Readonly<Record<string, string>> = {
  Latn: "latin",
  Cyrl: "cyrillic",
  Arab: "arabic",
  Deva: "devanagari",
};

/** The header of a catalogue after a merge: what the template knows better, in gettext's order. */
export function mergeHeader(old: Entry, template: Entry | undefined): Entry {
  const newer = OF_THE_TEMPLATE.flatMap((name) => {
    const value = findField(template, name);
    return value === undefined ? [] : [{ name, value }];
  });
  const isNewer = ({ name }: HeaderField) => newer.some((field) => field.name === name);
  const fields = [...newer, ...readFields(old).filter((field) => !isNewer(field))];
  const rankOf = ({ name = "" }: HeaderField) =>
    ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length;
  return withFields(
    old,
    fields.sort((one, other) => rankOf(one) - rankOf(other)),
  );
}
