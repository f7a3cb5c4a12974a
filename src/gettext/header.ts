import type { Entry } from "./catalogue.ts";

/** A line of the header. Without a name it is one that has no colon. */
export interface HeaderField {
  readonly name?: string;
  readonly value: string;
}

/** The fields of a header, in their order. */
export function readFields(header: Entry): readonly HeaderField[] {
  const lines = (header.strings[0] ?? "").split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines.map((line) => {
    const [, name, value = line] = /^([^:\s][^:]*):[ \t]*(.*)$/s.exec(line) ?? [];
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
  return readFields(header).find((field) => field.name === name)?.value;
}

/** The charset that a header tells, where it is another one than UTF-8. */
export function findCharset(header: Entry): string | undefined {
  const [, charset] = /charset=([^\s;]*)/i.exec(findField(header, "Content-Type") ?? "") ?? [];
  return charset === undefined || /^(?:utf-?8|us-ascii|ascii|charset)$/i.test(charset)
    ? undefined
    : charset;
}
