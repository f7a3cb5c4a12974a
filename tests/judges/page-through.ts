import { mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Browser, HTTPRequest, Page } from "puppeteer-core";
import { type Finding, findingsAbout, type JudgedBook } from "./judged-book.ts";

/** The smallest telephone that is still carried. */
const SCREEN = { width: 360, height: 640, deviceScaleFactor: 2 };
const BOOKS_AT_ONCE = 2;
const STEP_LIMIT_MS = 120_000;
/** A book of more pages than this does not come to an end. */
const MOST_PAGES = 5_000;
/** Nothing of it leaves the process: every request is answered here. */
const HOST = "http://localhost";

interface Shown {
  readonly index: number;
  readonly page: number;
  readonly pages: number;
  readonly atEnd: boolean;
  readonly isBlank: boolean;
}

interface Opened {
  readonly direction: string;
  readonly sections: readonly { readonly id: string; readonly isLinear: boolean }[];
  readonly contents: readonly { readonly label: string; readonly href: string }[];
  readonly pageList: readonly { readonly label: string; readonly href: string }[];
  readonly landmarks: readonly { readonly label: string; readonly href: string }[];
}

/** What was visited in all books. */
export interface Visits {
  readonly books: number;
  readonly documents: number;
  readonly pages: number;
  readonly entries: number;
  readonly links: number;
  readonly notes: number;
}

export interface PagedThrough {
  readonly findings: readonly Finding[];
  readonly visits: Visits;
}

/**
 * Reads books as a person would: foliate-js in a browser with JavaScript, on a small screen. Turns
 * every page from the first document of the spine to the last, follows each entry of contents, page
 * list and landmarks, each link that stays in the book and each note with its way back, and looks
 * at every document by day and by night.
 *
 * @param screens where a picture of the first page of each document goes, by day and by night.
 */
export async function pageThrough(
  books: readonly JudgedBook[],
  browser: Browser,
  screens: string | undefined,
): Promise<PagedThrough> {
  const results: PagedThrough[] = [];
  const waiting = books.entries();
  const work = async () => {
    for (const [at, book] of waiting) results[at] = await readBook(book, browser, screens);
  };
  await Promise.all(Array.from({ length: BOOKS_AT_ONCE }, work));
  const counted = results.filter((_, at) => books[at]?.group !== "control");
  const sum = (count: (visits: Visits) => number) =>
    counted.reduce((total, { visits }) => total + count(visits), 0);
  return {
    findings: results.flatMap(({ findings }) => findings),
    visits: {
      books: counted.length,
      documents: sum((one) => one.documents),
      pages: sum((one) => one.pages),
      entries: sum((one) => one.entries),
      links: sum((one) => one.links),
      notes: sum((one) => one.notes),
    },
  };
}

type Fault = { readonly document: string; readonly message: string };

async function readBook(
  book: JudgedBook,
  browser: Browser,
  screens: string | undefined,
): Promise<PagedThrough> {
  const faults: Fault[] = [];
  const visits = { books: 1, documents: 0, pages: 0, entries: 0, links: 0, notes: 0 };
  const page = await browser.newPage();
  try {
    page.setDefaultTimeout(STEP_LIMIT_MS);
    await page.setViewport(SCREEN);
    const add = (message: string) => faults.push({ document: "", message });
    await openReader(page, book, add);
    const opened = await call<Opened>(page, "open", "/book.epub");
    await turnPages(page, opened, faults, visits);
    const { contents, pageList, landmarks } = opened;
    if (contents.length === 0) add("the book has no contents");
    for (const { label, href } of [...contents, ...pageList, ...landmarks]) {
      const fault = await call<string>(page, "follow", href);
      visits.entries += 1;
      if (fault !== "") faults.push({ document: "nav", message: `entry "${label}" ${fault}` });
    }
    for (const [index, { id }] of opened.sections.entries()) {
      const found = await call<{ links: number; notes: number; faults: readonly string[] }>(
        page,
        "followLinks",
        index,
      );
      visits.links += found.links;
      visits.notes += found.notes;
      for (const message of found.faults) faults.push({ document: id, message });
    }
    for (const mode of ["day", "night"] as const) {
      await lookAt(page, opened, mode, faults, screens && join(screens, book.name));
    }
  } catch (error) {
    const message = `the reader stops: ${error instanceof Error ? error.message : String(error)}`;
    faults.push({ document: "", message });
  } finally {
    await page.close();
  }
  const found = faults.map((fault) => ({ severity: "error" as const, ...fault }));
  return { findings: findingsAbout(book, "reader", found), visits };
}

/** From the first document to the last, page by page; none is left out, none comes twice. */
async function turnPages(
  page: Page,
  { sections }: Opened,
  faults: Fault[],
  visits: { documents: number; pages: number },
): Promise<void> {
  const linear = sections.flatMap(({ isLinear }, index) => (isLinear ? [index] : []));
  const visited: number[] = [];
  let shown = await call<Shown>(page, "goToSection", linear[0] ?? 0);
  for (let count = 1; ; count += 1) {
    visits.pages += 1;
    const document = sections[shown.index]?.id ?? "";
    if (visited.at(-1) !== shown.index) visited.push(shown.index);
    if (shown.isBlank) faults.push({ document, message: `page ${shown.page} is blank` });
    if (shown.atEnd) break;
    const next = await call<Shown>(page, "turn");
    if (next.index === shown.index && next.page === shown.page) {
      faults.push({ document, message: `page ${shown.page} of ${shown.pages} does not turn` });
      break;
    }
    if (count > MOST_PAGES) {
      faults.push({ document, message: `more than ${MOST_PAGES} pages` });
      break;
    }
    shown = next;
  }
  visits.documents += visited.length;
  if (visited.join() !== linear.join()) {
    const names = visited.map((index) => sections[index]?.id).join(", ");
    faults.push({ document: "", message: `turning pages leads through ${names} only` });
  }
}

/** Looks whether each document can be read, and takes its picture. */
async function lookAt(
  page: Page,
  { sections }: Opened,
  mode: "day" | "night",
  faults: Fault[],
  screens: string | undefined,
): Promise<void> {
  const night = mode === "night";
  await page.emulateMediaFeatures([
    { name: "prefers-color-scheme", value: night ? "dark" : "light" },
  ]);
  await call(page, "setNight", night);
  for (const [index, { id }] of sections.entries()) {
    await call(page, "goToSection", index);
    await call(page, "setNight", night);
    for (const message of await call<readonly string[]>(page, "findUnreadable", night)) {
      faults.push({ document: id, message: `by ${mode}, ${message}` });
    }
    if (screens === undefined) continue;
    const number = String(index + 1).padStart(2, "0");
    const path = join(screens, `${number}-${id.replaceAll(/[^\w.-]/g, "_")}-${mode}.png`);
    await mkdir(dirname(path), { recursive: true });
    await page.screenshot({ path: path as `${string}.png` });
  }
}

const PAGE = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Reader</title>
<style>html, body { margin: 0; height: 100% } foliate-view { display: block; height: 100% }</style>
<script type="module" src="/reader-page.js"></script></head><body></body></html>`;

/** Opens the reading system; what it asks for is answered from here or is a fault. */
async function openReader(
  page: Page,
  book: JudgedBook,
  fault: (message: string) => void,
): Promise<void> {
  page.on("console", (message) => {
    if (message.type() === "error") fault(`the console says: ${message.text()}`);
  });
  page.on("pageerror", (error) => {
    fault(`an error in the page: ${error instanceof Error ? error.message : String(error)}`);
  });
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    answer(request, book).catch((error: unknown) => {
      fault(`the book asks for ${request.url()}: ${error}`);
      return request.abort();
    });
  });
  await page.goto(`${HOST}/`, { waitUntil: "load" });
  await page.waitForFunction("window.reader !== undefined");
}

async function answer(request: HTTPRequest, book: JudgedBook): Promise<void> {
  const url = new URL(request.url());
  if (url.protocol === "blob:" || url.protocol === "data:") return await request.continue();
  if (url.origin !== HOST) throw new Error("expected nothing from outside the book");
  const body = await readAnswer(url.pathname, book);
  const type = /\.js$/.test(url.pathname) ? "text/javascript" : "text/html";
  await request.respond({ status: 200, contentType: `${type}; charset=utf-8`, body });
}

async function readAnswer(path: string, book: JudgedBook): Promise<string | Uint8Array> {
  if (path === "/") return PAGE;
  if (path === "/favicon.ico") return "";
  if (path === "/book.epub") return await readFile(book.path);
  const foliate = /^\/foliate\/([\w./-]+\.js)$/.exec(path)?.[1];
  if (foliate !== undefined && !foliate.includes("..")) {
    return await readFile(join(import.meta.dirname, "node_modules/foliate-js", foliate), "utf8");
  }
  if (path === "/reader-page.js") return await readFile(join(import.meta.dirname, path), "utf8");
  throw new Error("expected a file of the reader");
}

/** Calls a function of `reader-page.js`. */
async function call<Result>(
  page: Page,
  name: string,
  ...values: readonly (string | number | boolean)[]
): Promise<Result> {
  const script = `window.reader.${name}(${values.map((one) => JSON.stringify(one)).join(", ")})`;
  return (await page.evaluate(script)) as Result;
}
