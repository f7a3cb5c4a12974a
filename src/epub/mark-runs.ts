import type { ScriptFont } from "../font/families.ts";
import { parseLanguage } from "../language/language.ts";

/** The class of a run, which the stylesheet gives its font. */
export function runClass({ script }: ScriptFont): string {
  return `script-${script.toLowerCase()}`;
}

/** The languages that documents mark (`lang`) and that are written in a script, as they are written. */
export function listMarkedLanguages(
  documents: readonly string[],
  script: string,
): readonly string[] {
  const tags = documents.flatMap((text) =>
    [...text.matchAll(/<[^>]*\slang="([^"]*)"/g)].map((match) => match[1] ?? ""),
  );
  return [...new Set(tags)].filter((tag) => parseLanguage(tag)?.script === script).sort();
}

/** A tag, a declaration or an instruction; or the text between two. Attributes hold no bare `>`. */
const TOKEN = /<[^>]*>|[^<]+/g;

/**
 * Marks the runs of some scripts in a document with a class, such as an author's name in Ethiopic on
 * an English page, so that they alone are set in a font that the book carries. Text in an element that
 * says its language has its font from there.
 *
 * @param document well-formed XHTML, as the serialiser and the templates write it.
 */
export function markRuns(document: string, scripts: readonly ScriptFont[]): string {
  if (scripts.length === 0) return document;
  const runs = scripts.map((scriptFont) => {
    const { source } = scriptFont.characters;
    // From a letter of the script to a letter of it, over signs and spaces; marks belong to letters.
    const run = new RegExp(
      `${source}(?:(?:[\\p{M}\\p{Cf}\\p{P}\\s]|${source})*(?:${source}|\\p{M}))?`,
      "gu",
    );
    return { scriptFont, run };
  });
  const languages: string[] = [];
  let isHead = false;
  return document.replace(TOKEN, (token) => {
    if (token.startsWith("<")) {
      if (/^<\/?head\b/.test(token)) isHead = !token.startsWith("</");
      if (token.startsWith("</")) languages.pop();
      else if (!/^<[!?]|\/>$/.test(token)) {
        languages.push(/\slang="([^"]*)"/.exec(token)?.[1] ?? languages.at(-1) ?? "");
      }
      return token;
    }
    if (isHead) return token;
    const script = parseLanguage(languages.at(-1) ?? "")?.script;
    return runs.reduce(
      (text, { scriptFont, run }) =>
        scriptFont.script === script
          ? text
          : text.replace(run, `<span class="${runClass(scriptFont)}">$&</span>`),
      token,
    );
  });
}
