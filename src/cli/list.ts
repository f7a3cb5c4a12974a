import type { Module, ModuleSession } from "../curriculum/curriculum.ts";
import { formatDuration } from "../language/format.ts";
import { parseLanguage } from "../language/language.ts";
import { sumDurations } from "../source/duration.ts";
import { type Duration, STAGES } from "../source/page.ts";
import { concerning } from "./book-diagnostics.ts";
import type { LoadedCurriculum } from "./load-curriculum.ts";
import { openCurriculum } from "./open-curriculum.ts";
import { exitCodeOf, plural, printJson } from "./report.ts";
import { type Book, listBooks, selectBooks } from "./select-books.ts";
import type { ExitCode, Machine } from "./terminal.ts";

export interface ListOptions {
  readonly lang?: string;
  readonly json?: boolean;
}

const STAGE_NAMES = {
  activity: "Activity",
  input: "Input",
  deepening: "Deepening",
  synthesis: "Synthesis",
} as const;

/** Room for "120–180 minutes". */
const TIME_WIDTH = 15;

/** The command line speaks English. */
const ENGLISH = parseLanguage("en") ?? { tag: "en", direction: "ltr", script: "Latn" };

/** `handpress list`: what there is, how long it takes, and what is missing. */
export async function runList(
  machine: Machine,
  words: readonly string[],
  options: ListOptions,
): Promise<ExitCode> {
  const { loaded, wanted } = await openCurriculum(machine, words);
  const books = selectBooks(listBooks(loaded.curriculum, options.lang), wanted);
  const everyBook = listBooks(loaded.curriculum, "all");
  const problems = concerning(loaded, books, wanted.length === 0);
  const code = exitCodeOf(problems);
  if (options.json) {
    printJson(machine, {
      exitCode: code,
      title: loaded.configuration.title,
      languages: loaded.curriculum.languages,
      modules: books.map((book) => describeForJson(book, everyBook)),
    });
    return code;
  }
  const { terminal } = machine;
  terminal.out(describeHead(loaded));
  for (const book of books) terminal.out(`\n${describeBook(book, everyBook)}`);
  const errors = problems.filter((one) => one.severity === "error").length;
  if (errors > 0) {
    terminal.note(`\n${plural(errors, "error")} in the pages; \`handpress check\` shows them.\n`);
  }
  return code;
}

function describeHead({ configuration, curriculum, pages }: LoadedCurriculum): string {
  const title = configuration.title === "" ? "Curriculum" : configuration.title;
  const languages = curriculum.languages.join(", ");
  return `${title}: ${plural(pages.length, "page")}, ${languages}\n`;
}

function describeBook(book: Book, everyBook: readonly Book[]): string {
  const { module, name } = book;
  const title = module.page.header.title;
  const time = showDuration(totalOf(module));
  const lines = [[name, module.language, title, time].filter((part) => part !== "").join("  ")];
  for (const stage of STAGES) {
    module.stages[stage].forEach((session, at) => {
      const label = at === 0 ? STAGE_NAMES[stage] : "";
      lines.push(`  ${label.padEnd(10)} ${describeSession(session, book, everyBook)}`);
    });
    if (module.stages[stage].length === 0) lines.push(`  ${STAGE_NAMES[stage].padEnd(10)} –`);
  }
  if (module.untranslatedCount > 0) {
    lines.push(`  not translated: ${plural(module.untranslatedCount, "session")}`);
  }
  return `${lines.join("\n")}\n`;
}

function describeSession(session: ModuleSession, book: Book, everyBook: readonly Book[]): string {
  if (session.kind === "missing") {
    return `${"MISSING".padEnd(TIME_WIDTH)} ${[session.name, session.item.url].filter((part) => part !== "").join("  ")}`;
  }
  const { header } = session.page;
  const time = showDuration(header.duration) || header.durationText;
  const shared = sharedWith(session, book, everyBook);
  const notes = [
    session.translated ? "" : `in ${session.page.language}`,
    shared.length > 0 ? `also in ${shared.join(", ")}` : "",
  ].filter((part) => part !== "");
  const note = notes.length > 0 ? `  (${notes.join("; ")})` : "";
  return `${time.padEnd(TIME_WIDTH)} ${session.name}${note}`;
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
    duration: totalOf(module),
    missingSessions: module.missingCount,
    untranslatedSessions: module.untranslatedCount,
    stages: Object.fromEntries(
      STAGES.map((stage) => [
        stage,
        module.stages[stage].map((session) =>
          session.kind === "missing"
            ? { missing: true, name: session.name, url: session.item.url }
            : {
                name: session.name,
                file: session.page.path,
                duration: durationOf(session),
                translated: session.translated,
                alsoIn: sharedWith(session, book, everyBook),
              },
        ),
      ]),
    ),
  };
}
