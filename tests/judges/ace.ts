import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { requireJudge } from "./install-judges.ts";
import { type Finding, findingsAbout, type JudgedBook } from "./judged-book.ts";

/** What Ace asks of whoever runs axe for it: one content document, judged in a browser. */
interface AxeRunner {
  readonly concurrency: number;
  setTimeout(milliseconds: string): void;
  launch(): Promise<void>;
  close(): Promise<void>;
  run(url: string, scripts: readonly string[], contents: readonly string[]): Promise<unknown>;
}

interface AceOptions {
  readonly cwd: string;
  readonly outdir: string;
  readonly tmpdir: string;
  readonly doNotReportMedia: boolean;
}

type Ace = (
  path: string,
  options: AceOptions,
  runner: AxeRunner,
) => Promise<readonly [string, AceReport]>;

interface AceReport {
  readonly "earl:result": { readonly "earl:outcome": string };
  readonly assertions: readonly {
    readonly "earl:testSubject": { readonly url: string };
    readonly assertions: readonly {
      readonly "earl:test": { readonly "dct:title": string; readonly "earl:impact": string };
      readonly "earl:result": {
        readonly "dct:description": string;
        readonly "earl:pointer"?: { readonly css?: readonly string[] };
        readonly html?: string;
      };
    }[];
  }[];
}

/** Documents of one book at a time; two books are judged at once. */
const DOCUMENTS_AT_ONCE = 2;
const BOOKS_AT_ONCE = 2;
const DOCUMENT_LIMIT_MS = 120_000;

/**
 * DAISY Ace over some books, in a browser that is already running: a start for each book, as its
 * own command does it, would be most of the time. Every violation is a finding; a book that Ace
 * cannot judge is one, too.
 */
export async function judgeWithAce(
  books: readonly JudgedBook[],
  browser: Browser,
  folder: string,
): Promise<readonly Finding[]> {
  // Ace logs through a logger that nobody set up: every line would be a complaint about that.
  (requireJudge("winston") as { configure(options: object): void }).configure({ silent: true });
  const ace = requireJudge("@daisy/ace-core") as Ace;
  const runner = createRunner(browser);
  const results: (readonly Finding[])[] = [];
  const waiting = books.entries();
  const work = async () => {
    for (const [at, book] of waiting) {
      results[at] = await judgeBook(ace, runner, book, join(folder, String(at)));
    }
  };
  await Promise.all(Array.from({ length: BOOKS_AT_ONCE }, work));
  return results.flat();
}

async function judgeBook(
  ace: Ace,
  runner: AxeRunner,
  book: JudgedBook,
  folder: string,
): Promise<readonly Finding[]> {
  const options = {
    cwd: folder,
    outdir: join(folder, "report"),
    tmpdir: join(folder, "work"),
    doNotReportMedia: true,
  };
  try {
    const [, report] = await ace(book.path, options, runner);
    const found = report.assertions.flatMap(({ assertions, "earl:testSubject": subject }) =>
      assertions.map(({ "earl:test": test, "earl:result": result }) => ({
        severity: "violation" as const,
        document: subject.url,
        message: [
          `${test["dct:title"]} (${test["earl:impact"]}): ${result["dct:description"]}`,
          ...(result["earl:pointer"]?.css ?? []),
          result.html ?? "",
        ]
          .join(" ")
          .replaceAll(/\s+/g, " "),
      })),
    );
    // Ace's own verdict counts, should we ever read its report wrongly.
    if (found.length > 0 || report["earl:result"]["earl:outcome"] === "pass")
      return findingsAbout(book, "Ace", found);
    const message = "Ace says fail, and its report names no violation";
    return findingsAbout(book, "Ace", [{ severity: "violation", document: "", message }]);
  } catch (fault) {
    const message = `Ace cannot judge it: ${fault instanceof Error ? fault.message : String(fault)}`;
    return findingsAbout(book, "Ace", [{ severity: "fatal", document: "", message }]);
  }
}

/** Stands for Ace's own runner, which starts and ends a browser for each book. */
function createRunner(browser: Browser): AxeRunner {
  const idle: Page[] = [];
  return {
    concurrency: DOCUMENTS_AT_ONCE,
    setTimeout() {},
    async launch() {},
    async close() {},
    async run(url, scripts, contents) {
      const page = idle.pop() ?? (await preparePage(browser, scripts, contents));
      await page.goto(url, { waitUntil: "load" });
      const result = await page.evaluate(RUN);
      idle.push(page);
      return result;
    },
  };
}

/** Axe is half a megabyte of code: a page that is used again reads it once, and is much faster. */
async function preparePage(
  browser: Browser,
  scripts: readonly string[],
  contents: readonly string[],
): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(DOCUMENT_LIMIT_MS);
  for (const text of contents) await page.evaluateOnNewDocument(text);
  for (const path of scripts) await page.evaluateOnNewDocument(await readFile(path, "utf8"));
  return page;
}

/** In the page, after Ace's scripts are there. */
const RUN = `new Promise((settle, fail) =>
  window.daisy.ace.run((error, result) => (error ? fail(error) : settle(result))))`;
