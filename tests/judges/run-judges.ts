// `npm run test:judges`: every kind of book that we make, before judges that are not ours.
import { cp, mkdir, mkdtemp, rm, rmdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { BrowserError } from "../../src/browser/browser-error.ts";
import { type ChromiumProcess, startChromium } from "../../src/browser/chromium-process.ts";
import { findBrowser } from "../../src/browser/find-browser.ts";
import { REPOSITORY } from "../support/run-handpress.ts";
import { judgeWithAce } from "./ace.ts";
import { makeControlBook, makeControlPdf, settleControl } from "./control-book.ts";
import { type EpubCheckJudge, openEpubCheck } from "./epubcheck.ts";
import { installJudges } from "./install-judges.ts";
import { type JudgeOptions, readOptions, USAGE } from "./judge-options.ts";
import {
  type BookGroup,
  type Finding,
  isPdf,
  type JudgedBook,
  MachineLacks,
} from "./judged-book.ts";
import {
  buildFolder,
  buildGenerated,
  type Format,
  generateCurricula,
  keepSources,
  type MadeBooks,
  makeGoldenBooks,
  nameGenerated,
} from "./make-books.ts";
import { pageThrough, type Visits } from "./page-through.ts";
import { drawTable, listFindings, listTimings, type Timing } from "./report.ts";
import { openVeraPdf, type VeraPdfJudge } from "./verapdf.ts";

const EXIT = { clean: 0, found: 1, usage: 2, machine: 3 } as const;

const say = (line: string) => process.stdout.write(`${line}\n`);
const timings: Timing[] = [];

async function timed<T>(what: string, act: () => Promise<T>): Promise<T> {
  const start = performance.now();
  try {
    return await act();
  } finally {
    timings.push({ what, seconds: (performance.now() - start) / 1000 });
  }
}

/** The judges that this machine can run; with `--if-possible` others are told and left out. */
interface Bench {
  readonly epubCheck?: EpubCheckJudge;
  readonly browser?: ChromiumProcess;
  readonly veraPdf?: VeraPdfJudge;
}

async function openBench({ judges, ifPossible }: JudgeOptions): Promise<Bench> {
  const attempt = async <T>(act: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await act();
    } catch (error) {
      const isLack = error instanceof MachineLacks || error instanceof BrowserError;
      if (!ifPossible || !isLack) throw error;
      say(`Left out: ${error.message}`);
      return undefined;
    }
  };
  const installed = await attempt(async () => {
    await installJudges(say);
    return true;
  });
  if (installed !== true) return {};
  const epubCheck = judges.has("epubcheck") ? await attempt(openEpubCheck) : undefined;
  if (epubCheck !== undefined && epubCheck.note !== "") say(epubCheck.note);
  const needsBrowser = judges.has("ace") || judges.has("reader");
  const browser = needsBrowser
    ? await attempt(async () => startChromium(await findBrowser()))
    : undefined;
  const veraPdf = judges.has("verapdf") ? await attempt(openVeraPdf) : undefined;
  return {
    ...(epubCheck ? { epubCheck } : {}),
    ...(browser ? { browser } : {}),
    ...(veraPdf ? { veraPdf } : {}),
  };
}

async function makeAll(
  { epubCheck, browser, veraPdf }: Bench,
  options: JudgeOptions,
  target: string,
): Promise<MadeBooks> {
  const hasEpubs = epubCheck !== undefined || browser !== undefined;
  const formats = [hasEpubs ? "epub" : [], veraPdf ? "pdf" : []].flat() as readonly Format[];
  const build = (folder: string, group: BookGroup) => buildFolder(folder, group, target, formats);
  const made: MadeBooks[] = [await build(join(REPOSITORY, "content"), "sample")];
  for (const folder of options.folders) made.push(await build(folder, "given"));
  made.push(await makeGoldenBooks(target, formats));
  const curricula = hasEpubs ? generateCurricula(options.seed, options.generated) : [];
  made.push(await buildGenerated(curricula, options.generated, target));
  return {
    books: made.flatMap(({ books }) => books),
    findings: made.flatMap(({ findings }) => findings),
  };
}

async function judgeAll(
  { epubCheck, browser, veraPdf }: Bench,
  all: readonly JudgedBook[],
  { judges, screenshots }: JudgeOptions,
  work: string,
  folder: string,
): Promise<readonly Finding[]> {
  const books = all.filter((book) => !isPdf(book));
  // Java has a core of its own meanwhile.
  const [checked = [], seen = []] = await Promise.all([
    epubCheck && hear("EPUBCheck", () => epubCheck.judge(books)),
    browser && seeInBrowser(browser),
  ]);
  const printed = veraPdf && (await hear("veraPDF", () => veraPdf(all.filter(isPdf))));
  return [...checked, ...seen, ...(printed ?? [])];

  /** Findings are told when a judge is done: the next one may take long, or be stopped. */
  async function hear(judge: Finding["judge"], act: () => Promise<readonly Finding[]>) {
    const findings = settleControl(await timed(judge, act), [judge]);
    say(
      `${judge}: ${findings.length === 0 ? "nothing found" : "found"}\n${listFindings(findings)}`.trimEnd(),
    );
    return findings;
  }

  async function seeInBrowser({ connection }: ChromiumProcess): Promise<readonly Finding[]> {
    const findings: Finding[] = [];
    if (judges.has("ace")) {
      findings.push(
        ...(await hear("Ace", () => judgeWithAce(books, connection, join(work, "ace")))),
      );
    }
    if (judges.has("reader")) {
      // The generated ones hold no story to follow; EPUBCheck has seen that their links arrive.
      const readable = books.filter(({ group }) => group !== "generated");
      const screens = screenshots ? join(folder, "screens") : undefined;
      const read = async () => {
        const { findings, visits } = await pageThrough(readable, connection, screens);
        say(describeVisits(visits));
        return findings;
      };
      findings.push(...(await hear("reader", read)));
      if (screens !== undefined) say(`Screenshots: ${screens}`);
    }
    return findings;
  }
}

function describeVisits({ books, documents, pages, entries, links, notes }: Visits): string {
  return `Read ${books} books: ${documents} documents, ${pages} pages, ${entries} entries of contents, ${links} links, ${notes} notes and back.`;
}

/** Keeps every book that something was found in, a generated one with its sources. */
async function keepFailing(
  findings: readonly Finding[],
  books: readonly JudgedBook[],
  { seed, generated }: JudgeOptions,
  folder: string,
): Promise<void> {
  const failing = new Set(findings.map(({ book }) => book));
  for (const { name, path } of books.filter((book) => failing.has(book.name))) {
    await cp(path, join(folder, name.endsWith(".pdf") ? name : `${name}.epub`));
  }
  const numbers = new Set(findings.flatMap(({ number }) => number ?? []));
  const curricula = numbers.size === 0 ? [] : generateCurricula(seed, generated);
  for (const number of numbers) {
    const files = curricula[number];
    if (files !== undefined)
      await keepSources(files, join(folder, nameGenerated(number), "source"));
  }
}

async function run(options: JudgeOptions): Promise<number> {
  const bench = await openBench(options);
  if (Object.keys(bench).length === 0) return EXIT.clean;
  const work = await mkdtemp(join(tmpdir(), "handpress-judging-"));
  const folder = options.output
    ? resolve(options.output)
    : await mkdtemp(join(tmpdir(), "handpress-judges-"));
  await mkdir(folder, { recursive: true });
  try {
    const made = await timed("building", () => makeAll(bench, options, work));
    if (made.findings.length > 0) say(listFindings(made.findings).trimEnd());
    say(`Made ${made.books.length} books; they are judged now.`);
    const controls = [await makeControlBook(work), await makeControlPdf(work)];
    const judged = await judgeAll(bench, [...controls, ...made.books], options, work, folder);
    const findings = [...made.findings, ...judged];
    if (findings.length > 0) {
      await writeFile(join(folder, "findings.txt"), listFindings(findings));
      await keepFailing(findings, made.books, options, join(folder, "failing"));
    }
    say(`\n${drawTable(made.books, findings)}`);
    say(`${listTimings(timings)}; seed ${options.seed}, ${options.generated} generated books`);
    if (findings.length > 0) say(`The books with findings and their sources: ${folder}`);
    return findings.length > 0 ? EXIT.found : EXIT.clean;
  } finally {
    await bench.browser?.stop();
    await rm(work, { recursive: true, force: true });
    // Where nothing was to be kept, nothing stays.
    await rmdir(folder).catch(() => {});
  }
}

let options: JudgeOptions | undefined;
try {
  options = readOptions(process.argv.slice(2), process.env.HANDPRESS_CURRICULA);
} catch (error) {
  say(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  process.exitCode = EXIT.usage;
}
if (options !== undefined) {
  try {
    process.exitCode = await run(options);
  } catch (error) {
    if (!(error instanceof MachineLacks) && !(error instanceof BrowserError)) throw error;
    say(error.message);
    process.exitCode = EXIT.machine;
  }
}
