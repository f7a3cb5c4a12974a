import type { LoadedCurriculum } from "../build/load/load-curriculum.ts";
import { addCauses, concerning } from "../build/plan/book-diagnostics.ts";
import type { BrokenBook } from "../build/plan/broken-books.ts";
import { chooseBooks } from "../build/plan/plan-build.ts";
import { type Book, pathsOf } from "../build/plan/select-books.ts";
import { findStrays, listStrays } from "../build/plan/stray-pages.ts";
import type { Module, ModuleSession } from "../curriculum/module.ts";
import { locateFile, showControls } from "../diagnostics/format-diagnostic.ts";
import { formatDuration } from "../language/format.ts";
import { ENGLISH } from "../language/language.ts";
import type { Audience } from "../source/audience.ts";
import { sumDurations } from "../source/duration.ts";
import type { SetLimits } from "../source/limits.ts";
import { type Duration, type Page, STAGES } from "../source/page.ts";
import type { UnreadablePage } from "../source/pages.ts";
import { quoteWord } from "./command-name.ts";
import { openCurriculum } from "./open-curriculum.ts";
import { exitCodeOf, plural, printJson, reportDiagnostics } from "./report.ts";
import type { ExitCode, Shell } from "./terminal.ts";

export interface ListOptions {
  /** Limits that are set for this call. */
  readonly limit?: SetLimits;
  readonly lang?: string;
  readonly json?: boolean;
}

const STAGE_NAMES = {
  activity: "Activity",
  input: "Input",
  deepening: "Deepening",
  synthesis: "Synthesis",
} as const;

/** Room for "120–180 minutes"; more where a session of the module needs it. */
const TIME_WIDTH = 15;

/** The command line speaks English. */
/** `handpress list`: what there is, how long it takes, and what is missing. */
export async function runList(
  shell: Shell,
  words: readonly string[],
  options: ListOptions,
): Promise<ExitCode> {
  const { loaded, wanted } = await openCurriculum(shell, words, [options.lang], options.limit);
  const { books, broken, everyBook } = chooseBooks(loaded, {
    language: options.lang,
    modules: wanted,
  });
  const isWhole = wanted.length === 0;
  const strays = isWhole ? listStrays(loaded) : findStrays(loaded, books, everyBook);
  const problems = addCauses(loaded, concerning(loaded, books, [...broken, ...strays], isWhole));
  const unlisted = findUnlisted(loaded, everyBook);
  const code = exitCodeOf(problems);
  if (options.json) {
    printJson(shell, {
      exitCode: code,
      title: loaded.configuration.title,
      languages: loaded.curriculum.languages,
      modules: books.map((book) => describeForJson(book, everyBook)),
      unreadable: [
        ...broken.map(({ name, language, path }) => ({ name, language, file: path })),
        ...strays.map(({ language, path }) => ({ language, file: path })),
      ],
      unlisted: unlisted.map(({ path, header }) => ({ file: path, title: header.title })),
    });
    return code;
  }
  const { terminal } = shell;
  if (loaded.pages.length === 0) {
    reportDiagnostics(shell, problems, loaded);
    return code;
  }
  terminal.out(`${showControls(describeHead(loaded))}\n`);
  for (const book of books) {
    const isFirst = books.find(({ name }) => name === book.name) === book;
    const editions = isFirst ? describeEditions(book, everyBook, loaded) : "";
    terminal.out(`\n${describeBook(book, everyBook)}${editions}`);
  }
  if (broken.length > 0) terminal.out(describeBroken(broken));
  if (strays.length > 0) terminal.out(describeStrays(strays, loaded));
  if (isWhole) terminal.out(describeUnlisted(unlisted));
  const errors = problems.filter((one) => one.severity === "error").length;
  if (errors > 0) {
    const check = [`${shell.command} check`, ...words.map((word) => quoteWord(word))].join(" ");
    terminal.note(
      `\n${plural(errors, "error")} already; \`${check}\` shows ${errors === 1 ? "it" : "them"}, and reads the texts too.\n`,
    );
  }
  return code;
}

function describeHead({ configuration, curriculum, pages }: LoadedCurriculum): string {
  const title = configuration.title === "" ? "Curriculum" : configuration.title;
  const languages = curriculum.languages.join(", ");
  return `${title}: ${plural(pages.length, "page")}, ${languages}`;
}

function describeBook(book: Book, everyBook: readonly Book[]): string {
  const { module, name } = book;
  const title = module.page.header.title;
  const missing =
    module.missingCount > 0 ? `without ${plural(module.missingCount, "missing session")}` : "";
  const time = [showDuration(totalOf(module)), missing].filter((part) => part !== "").join(", ");
  const readers = audienceOf(module.audience);
  const lines = [
    [name, module.language, title, time, readers].filter((part) => part !== "").join("  "),
  ];
  const times = sessionsOf(module).map((session) => timeOf(session).length + 1);
  const width = times.reduce((most, each) => Math.max(most, each), TIME_WIDTH);
  for (const stage of STAGES) {
    module.stages[stage].forEach((session, at) => {
      const label = at === 0 ? STAGE_NAMES[stage] : "";
      lines.push(`  ${label.padEnd(10)} ${describeSession(session, book, everyBook, width)}`);
    });
    if (module.stages[stage].length === 0) lines.push(`  ${STAGE_NAMES[stage].padEnd(10)} –`);
  }
  return `${lines.map(showControls).join("\n")}\n`;
}

/** The languages that a module can be built in, where the curriculum has several. */
function describeEditions(
  { name }: Book,
  everyBook: readonly Book[],
  { curriculum }: LoadedCurriculum,
): string {
  if (curriculum.languages.length < 2) return "";
  const editions = everyBook.filter((other) => other.name === name);
  const present = editions.map(({ module }) => {
    const count = sessionsOf(module).length;
    return module.untranslatedCount === 0
      ? module.language
      : `${module.language} (${module.untranslatedCount} of ${plural(count, "session")} not translated)`;
  });
  const absent = curriculum.languages.filter(
    (language) => !editions.some(({ module }) => module.language === language),
  );
  const gap = absent.length === 0 ? "" : `; not in ${absent.join(", ")}`;
  return `  ${"Languages".padEnd(10)} ${present.join(", ")}${gap}\n`;
}

/** Sessions that are in no book, often because a module's list was not brought up to date. */
function findUnlisted(loaded: LoadedCurriculum, everyBook: readonly Book[]): readonly Page[] {
  const { pages, sourceLanguage } = loaded.curriculum;
  const listed = new Set(everyBook.flatMap(pathsOf));
  return pages.filter(
    ({ path, language, header }) =>
      header.kind === "session" && language === sourceLanguage && !listed.has(path),
  );
}

function describeUnlisted(unlisted: readonly Page[]): string {
  if (unlisted.length === 0) return "";
  const lines = unlisted.map(({ path, header }) =>
    showControls(["", header.title, path].filter((part, at) => at === 0 || part !== "").join("  ")),
  );
  return `\nSessions in no module:\n${lines.join("\n")}\n`;
}

function describeStrays(
  strays: readonly UnreadablePage[],
  { diagnostics, prefix }: LoadedCurriculum,
): string {
  const lines = strays.map(({ path }) => {
    const line = diagnostics.find(({ place }) => place.file === path)?.place.line;
    return showControls(`  ${locateFile(path, prefix)}${line === undefined ? "" : `:${line}`}`);
  });
  return `\nIn no module, and could not be read:\n${lines.join("\n")}\n`;
}

function describeBroken(broken: readonly BrokenBook[]): string {
  const lines = broken.map(({ name, language, place }) =>
    showControls(`  ${name}  ${language}  ${place}`),
  );
  return `\nModules that could not be read:\n${lines.join("\n")}\n`;
}

function timeOf(session: ModuleSession): string {
  if (session.kind === "missing") return session.unreadable === undefined ? "MISSING" : "NOT READ";
  const { header } = session.page;
  return showDuration(header.duration) || header.durationText;
}

function describeSession(
  session: ModuleSession,
  book: Book,
  everyBook: readonly Book[],
  width: number,
): string {
  const time = timeOf(session).padEnd(width);
  if (session.kind === "missing") {
    const where = session.unreadable ?? session.item.url;
    return `${time} ${[session.name, where].filter((part) => part !== "").join("  ")}`;
  }
  const shared = sharedWith(session, book, everyBook);
  const notes = [
    audienceOf(session.audience),
    session.page.language === book.module.language ? "" : `in ${session.page.language}`,
    shared.length > 0 ? `also in ${shared.join(", ")}` : "",
  ].filter((part) => part !== "");
  const note = notes.length > 0 ? `  (${notes.join("; ")})` : "";
  return `${time} ${session.name || session.page.path}${note}`;
}

function audienceOf(audience: Audience | undefined): string {
  return audience === undefined ? "" : `for ${audience}s`;
}

function sharedWith(
  session: ModuleSession,
  book: Book,
  everyBook: readonly Book[],
): readonly string[] {
  if (session.kind === "missing") return [];
  const { path } = session.page;
  return everyBook
    .filter((other) => other.name !== book.name && other.module.language === book.module.language)
    .filter(({ module }) =>
      sessionsOf(module).some((one) => one.kind === "session" && one.page.path === path),
    )
    .map(({ name }) => name);
}

function sessionsOf(module: Module): readonly ModuleSession[] {
  return STAGES.flatMap((stage) => module.stages[stage]);
}

function totalOf(module: Module): Duration | undefined {
  return sumDurations(sessionsOf(module).map(durationOf));
}

function durationOf(session: ModuleSession): Duration | undefined {
  return session.kind === "session" ? session.page.header.duration : undefined;
}

function showDuration(duration: Duration | undefined): string {
  if (duration === undefined) return "";
  return `${formatDuration(ENGLISH, duration)}${duration.open ? " or more" : ""}`;
}

function describeForJson(book: Book, everyBook: readonly Book[]): object {
  const { module, name, permalink } = book;
  return {
    name,
    permalink,
    language: module.language,
    title: module.page.header.title,
    file: module.page.path,
    ...(module.audience === undefined ? {} : { audience: module.audience }),
    duration: totalOf(module),
    missingSessions: module.missingCount,
    untranslatedSessions: module.untranslatedCount,
    stages: Object.fromEntries(
      STAGES.map((stage) => [
        stage,
        module.stages[stage].map((session) =>
          session.kind === "missing"
            ? {
                missing: true,
                name: session.name,
                url: session.item.url,
                ...(session.unreadable === undefined ? {} : { unreadable: session.unreadable }),
              }
            : {
                name: session.name,
                file: session.page.path,
                duration: durationOf(session),
                ...(session.audience === undefined ? {} : { audience: session.audience }),
                translated: session.translated,
                alsoIn: sharedWith(session, book, everyBook),
              },
        ),
      ]),
    ),
  };
}
