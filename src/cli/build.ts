import { join, relative } from "node:path";
import {
  type BuiltBook,
  type NamedBuild,
  type NamedCurriculum,
  nameOutput,
  type SkippedBook,
  SUMS_FILE,
} from "../api/named-curriculum.ts";
import type { WorkEnd } from "../api/repeat-work.ts";
import { locateFile, showControls } from "../diagnostics/format-diagnostic.ts";
import { type BuildOptions, readBuildRequest } from "./build-request.ts";
import { describePaperNeed } from "./describe-paper.ts";
import { formatKilobytes } from "./lines.ts";
import { openCurriculum } from "./open-curriculum.ts";
import { withProgress } from "./progress.ts";
import { diagnosticsForJson, exitCodeOf, plural, printJson, reportDiagnostics } from "./report.ts";
import { EXIT, type ExitCode, type Shell } from "./terminal.ts";

/** `handpress build`: every book whose content allows it, and the problems of all. */
export async function runBuild(
  shell: Shell,
  words: readonly string[],
  options: BuildOptions,
): Promise<WorkEnd<ExitCode>> {
  const curriculum = await openCurriculum(shell, words, options);
  const request = readBuildRequest(options, shell.environment.SOURCE_DATE_EPOCH);
  for (const { field, format } of curriculum.listIdleFields(request)) {
    const option = field === "maxSizeBytes" ? "max-size" : field;
    shell.terminal.note(
      `note: \`--${option}\` changes nothing here: it is for ${format.toUpperCase()}, and none is made.\n`,
    );
  }
  const result = await withProgress(shell.terminal, options, (onBook) =>
    curriculum.build(request, { onBook }),
  );
  const code = result.machineFault ? EXIT.machine : exitCodeOf(result.diagnostics);
  if (options.json) {
    printJson(shell, describeForJson(shell, curriculum, result, code));
  } else {
    reportDiagnostics(shell, result.diagnostics, curriculum);
    reportBooks(shell, result, options.quiet === true);
    if (result.browserFault !== undefined) reportBrowser(shell, result.browserFault);
  }
  reportDefects(shell, result.built);
  // What is told of the output folder as it was before holds once.
  const isAboutOutput = result.diagnostics.some((one) => one.code.startsWith("OUT"));
  const hasEndedWell = code === EXIT.clean || code === EXIT.contentErrors;
  return {
    told: code,
    isRepeatable: hasEndedWell && !isAboutOutput && result.isForeseenBrowser && curriculum.isKept,
  };
}

/** @throws the first defect, when all that could be built has been built and told. */
function reportDefects(shell: Shell, built: readonly BuiltBook[]): void {
  const faulty = built.filter(({ defect }) => defect !== undefined);
  for (const { book } of faulty) {
    shell.terminal.note(`not built as a whole: ${nameOutput(book)} (a defect, see below)\n`);
  }
  if (faulty[0] !== undefined) throw faulty[0].defect;
}

function reportBooks(shell: Shell, result: NamedBuild, isQuiet: boolean): void {
  const { built, skipped, broken, diagnostics } = result;
  const { terminal } = shell;
  const hasProblems = diagnostics.length > 0;
  if (built.length + skipped.length + broken.length === 0 && !hasProblems) {
    terminal.note(
      "No module is here, so nothing was built. A page becomes a module by `layout: module` in its header.\n",
    );
  }
  if (!isQuiet && built.some(({ files }) => files.length > 0)) {
    if (hasProblems) terminal.note("\n");
    for (const line of describeFiles(shell, result)) terminal.out(`${line}\n`);
  }
  const reasons = [
    ...built
      .filter(({ isRefused }) => isRefused === true)
      .map(({ book }) => [nameOutput(book), "a part of it may be for trainers, see above"]),
    ...skipped.map((one) => [nameOutput(one.book), explainSkipped(one)]),
    ...broken.map(({ language, name, place }) => [
      `${language}/${name}`,
      `its page could not be read: ${place}`,
    ]),
  ];
  const lines = reasons.map(([name, why]) => showControls(`not built: ${name} (${why})`));
  for (const line of new Set(lines)) terminal.note(`${line}\n`);
}

/** Each file that was made, and what to do with them. */
function describeFiles(shell: Shell, result: NamedBuild): readonly string[] {
  const { settings, built, fingerprint, printing } = result;
  const shown = built.flatMap(({ book, files }) =>
    files.map((file) => {
      const { pageCount, sizeBytes } = file;
      const paper =
        pageCount === undefined
          ? ""
          : `${plural(pageCount, "page")}, ${describePaperNeed(file, pageCount, book.edition, settings)}, `;
      return [shownPath(shell, file.path), `${paper}${formatKilobytes(sizeBytes)}`] as const;
    }),
  );
  const width = shown.reduce((most, [path]) => Math.max(most, path.length), 0);
  const count = built.filter(({ files }) => files.length > 0).length;
  return [
    ...shown.map(([path, description]) => `${path.padEnd(width)}  ${description}`),
    `${plural(shown.length, "file")} of ${plural(count, "book")}.`,
    ...(fingerprint === undefined
      ? []
      : [`Sums for \`${shell.command} verify\`: ${shownSums(shell, result)}`]),
    ...printing,
  ];
}

function explainSkipped({ book, why, conflicts = [] }: SkippedBook): string {
  if (why === "for-trainers") return "it is for trainers only";
  if (why === "conflict") return `${conflicts.join(" and ")} have one address, see above`;
  if (why === "theme" || why === "untranslated") return "see above";
  return `${plural(book.module.missingCount, "session")} missing, see above; --allow-missing builds it all the same`;
}

function shownPath(shell: Shell, path: string): string {
  const way = relative(shell.cwd, path);
  return way.startsWith("..") && way.length > path.length ? path : way.replaceAll("\\", "/");
}

function shownSums(shell: Shell, { settings }: NamedBuild): string {
  return shownPath(shell, join(settings.output, SUMS_FILE));
}

function reportBrowser(
  { terminal, command }: Shell,
  { message, details }: NonNullable<NamedBuild["browserFault"]>,
): void {
  terminal.note(`\nhandpress: no PDF was made. ${message}\n`);
  for (const detail of details) terminal.note(`  - ${detail}\n`);
  terminal.note(`  hint: EPUB books need no browser. \`${command} doctor\` looks again.\n`);
}

function describeForJson(
  shell: Shell,
  curriculum: NamedCurriculum,
  result: NamedBuild,
  exitCode: ExitCode,
): object {
  const { prefix } = curriculum;
  const { fingerprint, browserFault, printing } = result;
  const describeBook = ({ module, name, offprint, edition }: BuiltBook["book"]) => ({
    language: module.language,
    module: name,
    session: offprint?.name,
    edition,
  });
  return {
    exitCode,
    built: result.built.map(({ book, title, files, isRefused }) => ({
      ...describeBook(book),
      title,
      mayBeForTrainers: isRefused || undefined,
      files: files.map((file) => ({ ...file, path: shownPath(shell, file.path) })),
    })),
    notBuilt: [
      ...result.skipped.map(({ book, why }) => ({
        ...describeBook(book),
        missingSessions: book.module.missingCount,
        forTrainersOnly: why === "for-trainers" || undefined,
        page: why === "conflict" ? locateFile(book.module.page.path, prefix) : undefined,
      })),
      ...result.broken.map(({ language, name, path }) => ({
        language,
        module: name,
        unreadable: locateFile(path, prefix),
      })),
    ],
    printing: printing.join(" ") || undefined,
    sums: fingerprint === undefined ? undefined : { path: shownSums(shell, result), fingerprint },
    browser: browserFault && { problem: browserFault.message, ways: browserFault.details },
    diagnostics: diagnosticsForJson(result.diagnostics, curriculum),
  };
}
