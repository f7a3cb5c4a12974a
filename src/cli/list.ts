import type {
  ListedModule,
  ListedSession,
  ModuleList,
  Translations,
} from "../api/named-curriculum.ts";
import { showControls } from "../diagnostics/format-diagnostic.ts";
import { quoteWord } from "../host/command-name.ts";
import { formatDuration } from "../language/format.ts";
import { ENGLISH } from "../language/language.ts";
import { pad, widestOf } from "./lines.ts";
import { type CurriculumOptions, openCurriculum } from "./open-curriculum.ts";
import { exitCodeOf, plural, printJson, reportDiagnostics } from "./report.ts";
import type { ExitCode, Shell } from "./terminal.ts";

/** `handpress list`: what there is, how long it takes, and what is missing. */
export async function runList(
  shell: Shell,
  words: readonly string[],
  options: CurriculumOptions,
): Promise<ExitCode> {
  const curriculum = await openCurriculum(shell, words, options);
  const { title, languages, pageCount } = curriculum;
  const list = curriculum.list();
  const code = exitCodeOf(list.diagnostics);
  const { terminal } = shell;
  if (options.json) {
    printJson(shell, { exitCode: code, title, languages, ...listForJson(list) });
  } else if (pageCount === 0) {
    reportDiagnostics(shell, list.diagnostics, curriculum);
  } else {
    const head = [title || "Curriculum", plural(pageCount, "page")].join(": ");
    terminal.out(`${showControls(`${head}, ${languages.join(", ")}`)}\n`);
    for (const part of describeList(list)) terminal.out(part);
    const errors = list.diagnostics.filter((one) => one.severity === "error").length;
    if (errors > 0) {
      const check = [`${shell.command} check`, ...words.map((word) => quoteWord(word))].join(" ");
      terminal.note(
        `\n${plural(errors, "error")} already; \`${check}\` shows ${errors === 1 ? "it" : "them"}, and reads the texts too.\n`,
      );
    }
  }
  return code;
}

const STAGE_NAMES = {
  activity: "Activity",
  input: "Input",
  deepening: "Deepening",
  synthesis: "Synthesis",
} as const;
const STAGES = Object.keys(STAGE_NAMES) as readonly (keyof typeof STAGE_NAMES)[];

/** Room for "120–180 minutes"; more where a session of the module needs it. */
const TIME_WIDTH = 15;

/** Parts with an empty line before each. */
function describeList(list: ModuleList): readonly string[] {
  const { modules, translations, isWhole, broken, strays, unlisted } = list;
  const names = modules.map(({ name }) => name);
  const titled = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [[title, ...lines.map((line) => `  ${line}`)]];
  return [
    ...modules.map((module, at) => [
      ...describeModule(module),
      ...(names.indexOf(module.name) === at
        ? describeTranslations(translations.get(module.name))
        : []),
    ]),
    ...titled(
      "Modules that could not be read:",
      broken.map(({ name, language, place }) => joinParts(name, language, place)),
    ),
    ...titled(
      "In no module, and could not be read:",
      strays.map(({ place }) => place),
    ),
    ...titled(
      "Sessions in no module:",
      isWhole ? unlisted.map(({ title, path }) => joinParts(title, path)) : [],
    ),
  ].map((lines) => `\n${lines.map(showControls).join("\n")}\n`);
}

function describeModule(module: ListedModule): readonly string[] {
  const { name, language, title, duration, missingSessions, audience } = module;
  const missing =
    missingSessions === 0 ? "" : `without ${plural(missingSessions, "missing session")}`;
  const time = [showDuration(duration), missing].filter((part) => part !== "").join(", ");
  const sessions = STAGES.flatMap((stage) => module.stages[stage]);
  const width = {
    time: widestOf(
      sessions.map((one) => `${timeOf(one)} `),
      TIME_WIDTH,
    ),
    missing: widestOf(
      sessions.map(({ session }) => (session.kind === "missing" ? session.name : "")),
    ),
  };
  return [
    joinParts(name, language, title, time, describeAudience(audience)),
    ...STAGES.flatMap((stage) => {
      const rows = module.stages[stage].map((one) => describeSession(one, language, width));
      return (rows.length === 0 ? ["–"] : rows).map(
        (row, at) => `  ${(at === 0 ? STAGE_NAMES[stage] : "").padEnd(10)} ${row}`,
      );
    }),
  ];
}

function describeSession(
  { session, alsoIn }: ListedSession,
  language: string,
  width: { readonly time: number; readonly missing: number },
): string {
  const time = pad(timeOf({ session, alsoIn }), width.time);
  if (session.kind === "missing") {
    const where = session.unreadable ?? session.item.url;
    return `${time} ${joinParts(pad(session.name, width.missing), where)}`;
  }
  const notes = [
    describeAudience(session.audience),
    session.page.language === language ? "" : `in ${session.page.language}`,
    alsoIn.length === 0 ? "" : `also in ${alsoIn.join(", ")}`,
  ].filter((part) => part !== "");
  const note = notes.length === 0 ? "" : `  (${notes.join("; ")})`;
  return `${time} ${session.name}${note}`;
}

/** The languages that a module can be built in, where the curriculum has several. */
function describeTranslations(translations: Translations | undefined): readonly string[] {
  if (translations === undefined) return [];
  const { present, absent } = translations;
  const shown = present.map(({ language, sessions, untranslatedSessions }) =>
    untranslatedSessions === 0
      ? language
      : `${language} (${untranslatedSessions} of ${plural(sessions, "session")} not translated)`,
  );
  const gap = absent.length === 0 ? "" : `; not in ${absent.join(", ")}`;
  return [`  ${"Languages".padEnd(10)} ${shown.join(", ")}${gap}`];
}

function timeOf({ session }: ListedSession): string {
  if (session.kind === "missing") return session.unreadable === undefined ? "MISSING" : "NOT READ";
  const { duration, durationText } = session.page.header;
  return showDuration(duration) || durationText;
}

function showDuration(duration: ListedModule["duration"]): string {
  if (duration === undefined) return "";
  return `${formatDuration(ENGLISH, duration)}${duration.open ? " or more" : ""}`;
}

function describeAudience(audience: ListedModule["audience"]): string {
  return audience === undefined ? "" : `for ${audience}s`;
}

function joinParts(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("  ");
}

function listForJson({ modules, broken, strays, unlisted }: ModuleList): object {
  return {
    modules: modules.map(({ stages, ...module }) => ({
      ...module,
      stages: Object.fromEntries(STAGES.map((stage) => [stage, stages[stage].map(sessionForJson)])),
    })),
    unreadable: [
      ...broken.map(({ name, language, path }) => ({ name, language, file: path })),
      ...strays.map(({ language, path }) => ({ language, file: path })),
    ],
    unlisted: unlisted.map(({ path, title }) => ({ file: path, title })),
  };
}

function sessionForJson({ session, alsoIn }: ListedSession): object {
  const { name } = session;
  if (session.kind === "missing") {
    return { missing: true, name, url: session.item.url, unreadable: session.unreadable };
  }
  const { page, audience, translated } = session;
  return { name, file: page.path, duration: page.header.duration, audience, translated, alsoIn };
}
