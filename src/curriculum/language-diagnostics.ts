import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { guessLanguage } from "../language/guess-language.ts";
import { isUnnamed, languageOf } from "../language/language.ts";
import { findMainScript, isWrittenIn, knowsScript, nameScript } from "../language/scripts.ts";
import type { Configuration } from "../source/configuration.ts";
import type { Page } from "../source/page.ts";
import { type PageText, shareOf } from "./page-text.ts";
import { diagnose } from "./rules.ts";

/** Shorter texts are a name or two, which say nothing of the rest. */
const LEAST_WEIGHT = 40;
/** A page that is half in one script and half in another is in the language that it says. */
const LEAST_SHARE = 0.2;
/** A page whose title is translated is no copy. */
const MOST_OF_COPY = 0.02;
/** More names of files than this are not read in a message. */
const SHOWN_FILES = 5;

/** A page whose letters are none of its language. */
interface Wrong {
  readonly page: Page;
  readonly namedBy: Exclude<Page["namedBy"], "catalogue">;
  readonly text: PageText;
  readonly script: string;
}

/** What the letters of pages say of the languages that they have. */
export interface LanguageFindings {
  /** Paths of pages that lie ready for a translator: their text is the source's. */
  readonly untranslated: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Compares the language of each page with its letters. Adds LNK020 (a named language that the letters
 * are not of), LNK021 (pages that are not translated yet), LNK022 (a language known by script alone).
 */
export function judgeLanguages(
  pages: readonly Page[],
  texts: ReadonlyMap<string, PageText>,
  configuration: Configuration,
  sourceLanguage: string,
): LanguageFindings {
  const copies = new Map<string, Page[]>();
  const wrong: Wrong[] = [];
  for (const page of pages) {
    const text = texts.get(page.path);
    const script = text === undefined ? undefined : findMainScript(text.scripts);
    const { language, namedBy } = page;
    // What is translated of a page by a catalogue is known for each passage.
    if (namedBy === "nothing" || namedBy === "catalogue") continue;
    if (text === undefined || script === undefined) continue;
    const own = shareOf(text, (one) => isWrittenIn(language, one));
    if (text.scripts.total < LEAST_WEIGHT || own >= LEAST_SHARE) continue;
    if (language === sourceLanguage || !isWrittenIn(sourceLanguage, script)) {
      wrong.push({ page, namedBy, text, script });
    } else if (own < MOST_OF_COPY) {
      copies.set(language, [...(copies.get(language) ?? []), page]);
    }
  }
  return {
    untranslated: new Set([...copies.values()].flat().map(({ path }) => path)),
    diagnostics: [
      ...describeWrong(wrong, pages, configuration),
      ...[...copies.values()].map((same) => describeCopies(same, sourceLanguage)),
      ...describeUnnamed(pages),
    ],
  };
}

/** One message a page; one for all of them where it is the configuration that is wrong. */
function describeWrong(
  wrong: readonly Wrong[],
  pages: readonly Page[],
  { language, languagePlace }: Configuration,
): readonly Diagnostic[] {
  const configured = wrong.filter(({ page }) => page.namedBy === "configuration");
  const all = pages.filter(({ namedBy }) => namedBy === "configuration");
  const [first] = configured;
  const isConfigured = first !== undefined && configured.length > 1;
  if (!isConfigured || configured.length < all.length || languagePlace === undefined) {
    return wrong.map((one) => describePage(one, language));
  }
  return [
    ...wrong
      .filter(({ page }) => page.namedBy !== "configuration")
      .map((one) => describePage(one, language)),
    diagnose("LNK020 all", languagePlace, {
      language: String(language),
      script: nameScript(first.script),
      typed: suggest(first),
      files: listFiles(configured.map(({ page }) => page)),
    }),
  ];
}

function describePage(one: Wrong, configured: string | undefined): Diagnostic {
  const { page, namedBy, script } = one;
  const { language } = page;
  return diagnose(`LNK020 page ${namedBy}`, page.languagePlace ?? page.place, {
    script: nameScript(script),
    language,
    expected: nameScript(scriptOf(language)),
    configured: String(configured),
    typed: suggest(one),
  });
}

/** Languages to choose from where letters alone do not say which. */
const CHOICES: Readonly<Record<string, string>> = {
  Arab: "ar, fa, ur, ps or ckb",
  Beng: "bn or as",
  Cyrl: "ru, uk, bg or kk",
  Deva: "hi, mr or ne",
  Ethi: "am or ti",
  Latn: "en, es, fr or pt",
};

function suggest({ page, text, script }: Wrong): string {
  const [primary = ""] = page.language.split("-");
  if (knowsScript(primary, script)) return `language: ${primary}-${script}`;
  const guess = script === "Latn" ? "und-Latn" : guessLanguage(text.text, script);
  return isUnnamed(guess) ? showChoice(script) : `language: ${guess}`;
}

function describeCopies(pages: readonly Page[], sourceLanguage: string): Diagnostic {
  const [first] = pages;
  const language = first?.language ?? "";
  return diagnose("LNK021", first?.languagePlace ?? first?.place ?? { file: "" }, {
    script: nameScript(scriptOf(sourceLanguage)),
    count: pages.length,
    language,
    expected: nameScript(scriptOf(language)),
    source: sourceLanguage,
    files: listFiles(pages),
  });
}

/** Once for each script: what such a book says for itself may be in another language than its text. */
function describeUnnamed(pages: readonly Page[]): readonly Diagnostic[] {
  const unnamed = pages.filter(
    ({ language, namedBy }) => namedBy === "nothing" && isUnnamed(language),
  );
  return [...new Set(unnamed.map(({ language }) => language))].flatMap((tag) => {
    const found = unnamed.filter(({ language }) => language === tag);
    const [first] = found;
    if (first === undefined) return [];
    const script = scriptOf(tag);
    return diagnose("LNK022", first.place, {
      script: nameScript(script),
      count: found.length,
      typed: showChoice(script),
      files: listFiles(found),
    });
  });
}

/** A line to type for a text in this script. */
function showChoice(script: string): string {
  const choices = Object.hasOwn(CHOICES, script) ? CHOICES[script] : undefined;
  if (choices === undefined) return `language: und-${script}`;
  const [first] = choices.split(/, | or /);
  return `language: ${first}\n(${choices}, whichever it is)`;
}

function listFiles(pages: readonly Page[]): string {
  const shown = pages.slice(0, SHOWN_FILES).map(({ path }) => path);
  const more = pages.length - shown.length;
  return `${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

function scriptOf(tag: string): string {
  return languageOf(tag).script;
}
