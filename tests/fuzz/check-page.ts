import assert from "node:assert/strict";
import { serialise, textOf } from "../../src/markup/serialise.ts";
import type { Page } from "../../src/source/page.ts";
import { demandSoundDiagnostics } from "./diagnostic-rules.ts";
import { demandXmlText } from "./plain-rules.ts";
import { filesWith, readCase, readDocument } from "./surroundings.ts";
import { demandCleanXhtml } from "./xhtml-rules.ts";

/** The bytes of a page, from the file to the document that books are made of. */
export function checkPage(bytes: Uint8Array): void {
  const { curriculum, page, around, diagnostics } = readCase(bytes);
  const files = filesWith(bytes);
  if (page === undefined) {
    demandSoundDiagnostics(diagnostics, files);
    assert.ok(
      diagnostics.some(({ severity }) => severity === "error"),
      "a page that is lost without a word",
    );
    return;
  }
  demandSoundHeader(page);
  const read = readDocument(curriculum, page);
  demandSoundDiagnostics([...diagnostics, ...read.diagnostics], files);
  const { body, footnotes, headings, anchors, images } = read.document;
  // Notes stand in elements with their ids, which the outputs write around them.
  const notes = footnotes.map(
    ({ id, children }) => `<aside id="${id}">${serialise(children)}</aside>`,
  );
  const xhtml = `${serialise(body.children)}${notes.join("")}`;
  // A picture that stands in the page itself is no file of the curriculum.
  const inPage = images.filter(({ bytes }) => bytes !== undefined).map(({ path }) => path);
  const known = new Set([...around.images, ...inPage]);
  demandCleanXhtml(xhtml, { ...around, images: known });
  for (const { text, rank } of headings) {
    demandXmlText(text, "a heading");
    assert.ok(rank >= 2 && rank <= 6);
  }
  for (const id of anchors.values()) assert.ok(xhtml.includes(`id="${id}"`), `the anchor ${id}`);
  for (const { path } of images) assert.ok(known.has(path), `the image ${path}`);
  demandXmlText(textOf(body.children), "the page's words");
}

/** Values of a header reach covers, metadata and file names. */
function demandSoundHeader({ header, language }: Page): void {
  assert.equal(Object.getPrototypeOf(header), Object.prototype);
  const values: unknown[] = [header];
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at];
    if (typeof value === "string") demandXmlText(value, "a value of the header");
    else if (typeof value === "number") assert.ok(Number.isFinite(value) && value >= 0);
    else if (typeof value === "object" && value !== null) values.push(...Object.values(value));
  }
  const { kind, date, duration, stages } = header;
  assert.ok(["module", "session", "page"].includes(kind));
  const { month = 1, day = 1 } = date?.value ?? {};
  assert.ok(month >= 1 && month <= 12 && day >= 1 && day <= 31, "a date of no calendar");
  if (duration !== undefined) assert.ok(duration.minMinutes <= duration.maxMinutes);
  assert.deepEqual(Object.keys(stages).sort(), ["activity", "deepening", "input", "synthesis"]);
  assert.equal(Intl.getCanonicalLocales(language)[0], language);
}
