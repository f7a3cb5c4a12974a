import assert from "node:assert/strict";
import { test } from "node:test";
import { loadFonts } from "../../src/font/load-fonts.ts";
import { nodeFileSystem } from "../../src/host/node-file-system.ts";
import { type Paper, parsePaper } from "../../src/print/paper.ts";
import { preparePrintDocument } from "../../src/print/print-preparation.ts";
import { assemblePublication } from "../../src/publication/assemble-publication.ts";
import type { BookPlan } from "../../src/publication/book-plan.ts";
import { loadHandout } from "../epub/sample-book.ts";
import { IMPRINT, planTwoModules } from "../publication/two-modules.ts";

const theme = await loadHandout();
const fonts = await loadFonts(nodeFileSystem);

function print(plan: BookPlan, imprint = IMPRINT) {
  const publication = assemblePublication(plan, imprint).value;
  const paper = parsePaper("a4") as Paper;
  return preparePrintDocument(publication, theme, { paper, images: new Map(), fonts });
}

const { value, diagnostics } = print(planTwoModules());
const { html } = value;

test("the contents of two modules have two levels, each line with its folio", () => {
  assert.deepEqual(diagnostics, []);
  const contents = html.slice(html.indexOf('id="contents"'), html.indexOf("</nav>"));
  assert.doesNotMatch(contents, /toc-stage|Activity/);
  const levels: [depth: number, title: string][] = [];
  let depth = 0;
  for (const [tag, title] of contents.matchAll(/<\/?ol|<a href="#[^"]+"><bdi[^>]*>([^<]*)/g)) {
    if (title !== undefined) levels.push([depth, title]);
    else depth += tag === "<ol" ? 1 : -1;
  }
  assert.deepEqual(levels.slice(0, -1), [
    [1, "Locks"],
    [2, "Trying doors"],
    [2, "Closing"],
    [1, "Keys"],
    [2, "Cutting"],
    [2, "Lost one"],
    [2, "Closing"],
  ]);
  assert.equal(levels.at(-1)?.[0], 1);
  assert.deepEqual(value.pageReferences.map(({ destination }) => destination).slice(0, 8), [
    "m",
    "s1",
    "s2",
    "m2",
    "s3",
    "s4",
    "s5",
    "credits",
  ]);
  assert.deepEqual(value.chapters, ["m", "s1", "s2", "m2", "s3", "s4", "s5", "credits"]);
});

test("its bookmarks nest sessions in modules: no stage opens there", () => {
  const ranks = [...html.matchAll(/<h(\d)[^>]*>(?:<span[^>]*>)?([^<]*)/g)];
  assert.deepEqual(
    ranks.map((match) => `${match[1]} ${match[2]}`),
    [
      "1 Contents",
      ...["1 Locks", "2 Steps of Locks"],
      ...["2 Trying doors", "3 Steps of Doors"],
      ...["2 Closing", "3 Steps of Closing", "3 Notes"],
      ...["1 Keys", "2 Steps of Keys"],
      ...["2 Cutting", "3 Steps of Cutting"],
      "2 Lost one",
      ...["2 Closing", "3 Steps of Closing", "3 Notes"],
      ...["1 Credits and licence", "2 About this book"],
    ],
  );
});

test("the heads of pages say the module and the session, over a module the collection", () => {
  const headsOf = (name: string) => {
    const [rule = ""] = html.match(new RegExp(`@page ${name}\\{[\\s\\S]*?\\n\\}`)) ?? [];
    return [...rule.matchAll(/@top-(?:left|right)\{content:"([^"]*)"/g)].map((match) => match[1]);
  };
  assert.deepEqual(headsOf("p-contents"), ["Safe rooms", "Contents"]);
  assert.deepEqual(headsOf("p-m"), ["Of locks", "Safe rooms"]);
  assert.deepEqual(headsOf("p-s1"), ["Of locks", "Trying doors"]);
  assert.deepEqual(headsOf("p-m2"), ["Keys", "Safe rooms"]);
  assert.deepEqual(headsOf("p-s5"), ["Keys", "Closing"]);
  assert.deepEqual(headsOf("p-credits"), ["Safe rooms", "Credits and licence"]);
});

test("a module's times are its own, and a link into the other part has a page", () => {
  const keys = html.slice(html.indexOf('id="m2"'), html.indexOf('id="s3"'));
  assert.match(keys, /Advanced[\s\S]*35 min/);
  assert.doesNotMatch(keys, /Activity/);
  const doors = html.slice(html.indexOf('id="s1"'), html.indexOf('id="s2"'));
  assert.match(doors, /href="#s3-h1"[\s\S]*class="page-reference"/);
});

test("a cover without a curriculum does not call a collection a module", () => {
  const imprint = { ...IMPRINT, curriculumTitle: "" };
  assert.doesNotMatch(print(planTwoModules(), imprint).value.html, /Training module/);
  const { collection: _, parts, ...plan } = planTwoModules();
  const [one] = parts;
  assert.match(print({ ...plan, parts: [one] }, imprint).value.html, /Training module/);
});
