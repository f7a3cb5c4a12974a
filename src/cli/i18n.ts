import {
  type LanguageStatus,
  openTranslations,
  type StatusLine,
  type UpdatedCatalogue,
} from "../api/translations.ts";
import { showControls } from "../diagnostics/format-diagnostic.ts";
import { formatNumber, nameLanguage } from "../language/format.ts";
import { ENGLISH, languageOf, parseLanguage } from "../language/language.ts";
import { pad, widestOf } from "./lines.ts";
import { diagnosticsForJson, exitCodeOf, plural, printJson, reportDiagnostics } from "./report.ts";
import { type CommonOptions, EXIT, type ExitCode, type Shell } from "./terminal.ts";

export interface StatusOptions extends CommonOptions {
  readonly lang?: string;
  /** Per cent: below it the command ends with 1. */
  readonly failUnder?: number;
}

/** `handpress i18n extract`: templates for translators. */
export async function runExtract(
  shell: Shell,
  words: readonly string[],
  options: CommonOptions,
): Promise<ExitCode> {
  const translations = await openTranslations(shell, words, {});
  const written = await translations.extract();
  if (options.json) printJson(shell, { exitCode: EXIT.clean, written });
  else for (const one of written) shell.terminal.out(`${describeTemplate(one)}\n`);
  return EXIT.clean;
}

/** `handpress i18n update fa`: catalogues are brought up to the state of the pages. */
export async function runUpdate(
  shell: Shell,
  words: readonly string[],
  options: CommonOptions,
): Promise<ExitCode> {
  const isTag = (word: string) => !/[/\\.]/.test(word) && parseLanguage(word) !== undefined;
  const folders = words.filter((word) => !isTag(word));
  const translations = await openTranslations(shell, folders, {});
  const written = await translations.update(words.filter(isTag));
  if (options.json) printJson(shell, { exitCode: EXIT.clean, written });
  else if (written.length === 0) {
    shell.terminal.out(
      `There are no catalogues yet. To begin one, type the language: ${shell.command} i18n update fa\n`,
    );
  } else for (const one of written) shell.terminal.out(`${describeUpdate(one)}\n`);
  return EXIT.clean;
}

/** `handpress i18n status`: how far translations are. */
export async function runStatus(
  shell: Shell,
  words: readonly string[],
  options: StatusOptions,
): Promise<ExitCode> {
  const { lang, failUnder = 0 } = options;
  const translations = await openTranslations(shell, words, lang === undefined ? {} : { lang });
  const { status } = translations;
  const isUnder = status.some(({ total }) => total.percent < failUnder);
  const code = isUnder ? EXIT.contentErrors : exitCodeOf(translations.diagnostics);
  if (options.json) printJson(shell, { exitCode: code, languages: status });
  else if (status.length === 0) shell.terminal.out("There are no catalogues yet.\n");
  else shell.terminal.out(status.map(describeLanguage).join("\n"));
  return code;
}

/** `handpress i18n check`: what is wrong with catalogues. */
export async function runI18nCheck(
  shell: Shell,
  words: readonly string[],
  options: StatusOptions,
): Promise<ExitCode> {
  const { lang } = options;
  const translations = await openTranslations(shell, words, lang === undefined ? {} : { lang });
  const diagnostics = translations.check();
  const code = exitCodeOf(diagnostics);
  if (options.json) {
    printJson(shell, {
      exitCode: code,
      diagnostics: diagnosticsForJson(diagnostics, translations),
    });
  } else {
    reportDiagnostics(shell, diagnostics, translations);
    if (diagnostics.length === 0) shell.terminal.out("No problems.\n");
  }
  return code;
}

function describeTemplate({ path, isChanged, counts }: UpdatedCatalogue): string {
  const texts = plural(counts.untranslated, "text");
  return showControls(`${path}: ${texts}${isChanged ? "" : ", as it was"}`);
}

function describeUpdate({ path, isChanged, counts }: UpdatedCatalogue): string {
  const { kept, stale, guessed, untranslated, obsolete } = counts;
  const parts = [
    `${kept} translated`,
    ...(stale > 0 ? [`${stale} changed since`] : []),
    ...(guessed > 0 ? [`${guessed} guessed`] : []),
    ...(untranslated > 0 ? [`${untranslated} to translate`] : []),
    ...(obsolete > 0 ? [`${obsolete} no longer used`] : []),
  ];
  return showControls(`${path}: ${parts.join(", ")}${isChanged ? "" : "; as it was"}`);
}

/** The module that waits for the most words first. */
function describeLanguage({ language, modules, total }: LanguageStatus): string {
  const name = nameLanguage(languageOf(language), ENGLISH);
  const waiting = ({ words, allWords }: StatusLine) => allWords - words.translated;
  const ordered = [...modules].sort((one, other) => waiting(other.total) - waiting(one.total));
  const width = widestOf(ordered.map((one) => one.name)) + 2;
  const lines = ordered.map((one) => `  ${pad(one.name, width)}${describeLine(one.total)}\n`);
  return `${showControls(`${name} (${language}): ${describeLine(total)}`)}\n${lines.join("")}`;
}

function describeLine({ percent, words, allWords }: StatusLine): string {
  const say = (count: number) => formatNumber(ENGLISH, count);
  const { stale, guessed, copied, broken, untranslated } = words;
  const parts: (readonly [number, string])[] = [
    [stale, "changed since"],
    [guessed, "guessed"],
    [copied, "copied"],
    [broken, "that cannot be printed"],
    [untranslated, "to translate"],
  ];
  const rest = parts.filter(([count]) => count > 0).map(([count, what]) => `${say(count)} ${what}`);
  return [`${String(percent).padStart(3)} % of ${say(allWords)} words`, ...rest].join(", ");
}
