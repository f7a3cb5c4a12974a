import { type Catalogue, type Entry, isTranslated } from "./catalogue.ts";
import { orderFlags } from "./flags.ts";
import { escapeString } from "./string-escapes.ts";

const PAGE_WIDTH = 79;
const MARK_WIDTH = "#:".length;
const UTF8 = new TextEncoder();

/**
 * A catalogue as gettext's own `msgcat --no-wrap` writes it: header first, then the entries in their
 * order, obsolete ones last, and none of these without a translation. Flags that gettext does not
 * know, and would drop, stay behind the others.
 *
 * @returns the text of a PO file, to be stored as UTF-8.
 */
export function writeCatalogue({ header, entries }: Catalogue): string {
  const isObsolete = (entry: Entry) => entry.isObsolete;
  return [
    ...(header === undefined ? [] : [header]),
    ...entries.filter((entry) => !isObsolete(entry)),
    ...entries.filter((entry) => isObsolete(entry) && isTranslated(entry)),
  ]
    .map(writeEntry)
    .join("\n");
}

/** An entry with its comments, each line ended. */
function writeEntry(entry: Entry): string {
  const { isObsolete, strings } = entry;
  const mark = isObsolete ? "#~ " : "";
  const previous = isObsolete ? "#~| " : "#| ";
  let text = "";
  for (const comment of entry.translatorComments) text += writeComment("#", comment);
  for (const comment of entry.extractedComments) text += writeComment("#.", comment);
  text += writeReferences(entry.references);
  const flags = orderFlags(entry);
  if (flags.length > 0) text += `#, ${flags.join(", ")}\n`;
  text += writeString(previous, "msgctxt", entry.previousContext);
  text += writeString(previous, "msgid", entry.previousId);
  text += writeString(previous, "msgid_plural", entry.previousIdPlural);
  text += writeString(mark, "msgctxt", entry.context);
  text += writeString(mark, "msgid", entry.id);
  if (entry.idPlural === undefined) return text + writeString(mark, "msgstr", strings[0] ?? "");
  text += writeString(mark, "msgid_plural", entry.idPlural);
  strings.forEach((string, at) => {
    text += writeString(mark, `msgstr[${at}]`, string);
  });
  return text;
}

function writeComment(mark: string, comment: string): string {
  return comment === "" ? `${mark}\n` : `${mark} ${comment}\n`;
}

/** On lines of 79 bytes, even where texts are not wrapped. */
function writeReferences(references: readonly string[]): string {
  let text = "";
  let column = 0;
  for (const reference of references) {
    const width = 1 + UTF8.encode(reference).length;
    const isNew = column === 0 || column + width > PAGE_WIDTH;
    if (isNew) text += column === 0 ? "#:" : "\n#:";
    column = (isNew ? MARK_WIDTH : column) + width;
    text += ` ${reference}`;
  }
  return column === 0 ? "" : `${text}\n`;
}

/** A text of several lines begins with `""`, and each of its lines stands for itself. */
function writeString(mark: string, keyword: string, text: string | undefined): string {
  if (text === undefined) return "";
  const lineEnd = text.indexOf("\n");
  if (lineEnd < 0 || lineEnd === text.length - 1)
    return `${mark}${keyword} "${escapeString(text)}"\n`;
  const lines = text.split("\n");
  const last = lines.pop() ?? "";
  let shown = `${mark}${keyword} ""\n`;
  for (const line of lines) shown += `${mark}"${escapeString(line)}\\n"\n`;
  return last === "" ? shown : `${shown}${mark}"${escapeString(last)}"\n`;
}
