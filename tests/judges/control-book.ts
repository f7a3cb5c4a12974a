import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { packBook } from "../../src/epub/archive.ts";
import { renderEpub } from "../../src/epub/render-epub.ts";
import { openBook, readText } from "../epub/open-book.ts";
import { loadHandout, makeImages, makeSampleBook } from "../epub/sample-book.ts";
import { damagePdfs } from "../inspect/damaged-pdfs.ts";
import type { Finding, JudgedBook } from "./judged-book.ts";

/** One fault for each judge: the content model, an accessibility rule, what can be seen. */
const FAULTS = `<p wrong="1">x</p><img src="cover.png"/><p style="color:#fefefe">faint</p></body>`;

/** A book with faults that no judge may pass over: one that is silent here was asleep. */
export async function makeControlBook(target: string): Promise<JudgedBook> {
  const sample = makeSampleBook();
  const images = makeImages("lessons/Walk.PNG");
  const epub = await renderEpub(sample, await loadHandout(), images, { coverFonts: [] });
  const files = openBook(epub);
  const broken = readText(files, "s1.xhtml").replace("</body>", FAULTS);
  const changed = new Map([...files, ["EPUB/s1.xhtml", broken] as const]);
  changed.delete("mimetype");
  const contents = [...changed].map(([name, content]) => ({ name, content }));
  const path = join(target, "control.epub");
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, packBook(contents));
  return { name: "control", path, group: "control" };
}

/** The same for PDFs: glyphs that say U+0000, in a span that says another text. */
export async function makeControlPdf(target: string): Promise<JudgedBook> {
  const [faulty] = damagePdfs().filter(
    ({ name }) => name === "text U+0000 in a span that says another",
  );
  const path = join(target, "control.pdf");
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, faulty?.file ?? new Uint8Array());
  return { name: "control.pdf", path, group: "control" };
}

/** Takes what was found in the control book away; a judge that found nothing is told of instead. */
export function settleControl(
  findings: readonly Finding[],
  judges: readonly Finding["judge"][],
): readonly Finding[] {
  const asleep = judges.filter(
    (judge) => !findings.some((one) => one.group === "control" && one.judge === judge),
  );
  return [
    ...findings.filter(({ group }) => group !== "control"),
    ...asleep.map(
      (judge): Finding => ({
        judge,
        severity: "fatal",
        group: "control",
        book: "control",
        document: "",
        message: "nothing found in a book that has faults: its verdict on the others means nothing",
      }),
    ),
  ];
}
