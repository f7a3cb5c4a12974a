// What a build costs, as ratios within one run: figures of one machine say nothing on another.
// `npm run bench`, or `npm run bench -- ../my-curriculum`.
import { resolve } from "node:path";
import { findBrowser } from "../../src/browser/find-browser.ts";
import { launchBrowser } from "../../src/browser/launch-browser.ts";
import { compileBook } from "../../src/cli/compile-book.ts";
import { loadCurriculum } from "../../src/cli/load-curriculum.ts";
import { openFonts } from "../../src/cli/open-fonts.ts";
import { openTheme } from "../../src/cli/open-theme.ts";
import { listBooks } from "../../src/cli/select-books.ts";
import type { Machine } from "../../src/cli/terminal.ts";
import { renderEpub } from "../../src/epub/render-epub.ts";
import { chooseCoverFiles } from "../../src/font/choose-cover-files.ts";
import { parsePaper } from "../../src/pdf/paper.ts";
import { preparePrintDocument } from "../../src/pdf/print-preparation.ts";
import { producePdf } from "../../src/pdf/produce-pdf.ts";
import { nodeWorld } from "../../src/world/node-world.ts";
import { REPOSITORY } from "../support/machine.ts";
import { benchEpub } from "./bench-epub.ts";

const root = resolve(process.argv[2] ?? `${REPOSITORY}/content`);
const machine: Machine = {
  world: nodeWorld,
  cwd: root,
  environment: {},
  terminal: { out() {}, note() {}, canRewrite: false, colour: false },
};

async function timed<T>(act: () => Promise<T>): Promise<readonly [T, number]> {
  const start = process.hrtime.bigint();
  const value = await act();
  return [value, Number(process.hrtime.bigint() - start) / 1e6];
}

const loaded = await loadCurriculum(machine, root, "");
const theme = await openTheme(machine, loaded, undefined);
const fonts = await openFonts(machine, loaded);
const paper = parsePaper("a4");
if (paper === undefined) throw new Error("no paper");
const browser = await launchBrowser(await findBrowser());
const total = { read: 0, lay: 0, plain: 0, pdf: 0, epub: 0, pages: 0, books: 0 };
try {
  for (const book of listBooks(loaded.curriculum, "all")) {
    const [{ publication, images }, read] = await timed(() =>
      compileBook(machine, loaded, book, { links: "notes" }),
    );
    const options = { paper, images, fonts };
    const [prepared, lay] = await timed(async () =>
      preparePrintDocument(publication, theme, options),
    );
    // The floor: the same document through the same browser, once, untagged, nothing checked.
    const [, plain] = await timed(async () => {
      const session = await browser.open(prepared.value);
      await session.print({ tagged: false, outline: false });
      await session.close();
    });
    const [made, pdf] = await timed(() => producePdf(prepared.value, browser));
    const coverFonts = chooseCoverFiles(fonts, theme.faces, publication.language);
    const [, epub] = await timed(() => renderEpub(publication, theme, images, { coverFonts }));
    total.read += read;
    total.lay += lay;
    total.plain += plain;
    total.pdf += pdf;
    total.epub += epub;
    total.pages += made.pageCount;
    total.books += 1;
  }
} finally {
  await browser.close();
}

const ratio = (value: number) => (value / total.plain).toFixed(2);
const lines = [
  `${total.books} books, ${total.pages} pages; a plain print of the same documents = 1.00`,
  `reading pages and images  ${ratio(total.read)}`,
  `laying out for print      ${ratio(total.lay)}`,
  `PDF, finished and checked ${ratio(total.pdf)}`,
  `EPUB, with its cover      ${ratio(total.epub)}`,
  `memory of this process at most ${Math.round(process.resourceUsage().maxRSS / 1000)} MB`,
];
process.stdout.write(`${lines.join("\n")}\n`);
process.stdout.write(`\n${(await benchEpub(root)).join("\n")}\n`);
