import assert from "node:assert/strict";
import { test } from "node:test";
import type { Root } from "../../src/markup/document.ts";
import { assemblePublication } from "../../src/publication/assemble-publication.ts";
import type { BookPlan, PlannedPart } from "../../src/publication/book-plan.ts";
import { countSessions, listChapters } from "../../src/publication/list-chapters.ts";
import { listBookMarks } from "../../src/publication/mark-blocks.ts";
import type { Publication } from "../../src/publication/publication.ts";
import { reviewReaders } from "../../src/publication/review-readers.ts";
import { makeElement as el, makeDocument, makePage } from "../support/pages.ts";
import { IMPRINT, planTwoModules } from "./two-modules.ts";

const { value: book, diagnostics } = assemblePublication(planTwoModules(), IMPRINT);

type Node = Root | Root["children"][number];

function propertiesOf(nodes: readonly Node[]): readonly Record<string, unknown>[] {
  return nodes.flatMap((node) =>
    node.type === "element" || node.type === "root"
      ? [...(node.type === "element" ? [node.properties] : []), ...propertiesOf(node.children)]
      : [],
  );
}

/** Where the links of a chapter lead, but to its notes. */
function linksOf(publication: Publication, chapterId: string): readonly unknown[] {
  const chapter = listChapters(publication).find(({ id }) => id === chapterId);
  assert.ok(chapter);
  return propertiesOf([chapter.body])
    .map(({ href }) => href)
    .filter((href) => href !== undefined && !String(href).includes("-note-"));
}

/** The given part as the second of a collection. */
function withPart(part: PlannedPart, edition: BookPlan["edition"] = "trainer"): BookPlan {
  const plan = planTwoModules({ edition });
  return { ...plan, parts: [plan.parts[0], part] };
}

test("each module is a part with its chapters, and ids are counted through the book", () => {
  assert.deepEqual(diagnostics, []);
  assert.equal(book.extent, "collection");
  assert.deepEqual(
    book.parts.map(({ module, stages }) => [
      [module.id, module.kind, module.title, module.shortTitle],
      ...stages.flatMap(({ stage, sessions }) =>
        sessions.map(({ id, kind, title }) => [id, kind, title, stage]),
      ),
    ]),
    [
      [
        ["m", "module", "Locks", "Of locks"],
        ["s1", "session", "Trying doors", "activity"],
        ["s2", "session", "Closing", "synthesis"],
      ],
      [
        ["m2", "module", "Keys", "Keys"],
        ["s3", "session", "Cutting", "input"],
        ["s4", "missing", "Lost one", "deepening"],
        ["s5", "session", "Closing", "synthesis"],
      ],
    ],
  );
  assert.deepEqual(
    listChapters(book).map(({ id }) => id),
    ["m", "s1", "s2", "m2", "s3", "s4", "s5"],
  );
});

test("every id and every mark is there once, and every link leads to one of them", () => {
  const chapters = listChapters(book);
  const trees = chapters.flatMap(({ body, notes }) => [body, ...notes.flatMap((n) => n.children)]);
  const properties = propertiesOf(trees);
  const ids = [
    ...chapters.flatMap(({ id, notes }) => [id, ...notes.map((note) => note.id)]),
    ...properties.flatMap(({ id }) => id ?? []),
  ];
  assert.equal(new Set(ids).size, ids.length);
  const hrefs = properties.flatMap(({ href }) => (String(href ?? "").startsWith("#") ? href : []));
  assert.ok(hrefs.length > 10, String(hrefs.length));
  for (const href of hrefs) assert.ok(ids.includes(String(href).slice(1)), String(href));
  const marks = listBookMarks(book);
  assert.equal(new Set(marks).size, marks.length);
  assert.deepEqual(
    marks.filter((mark) => /^(m|s)?\d*$|^[a-z]{3,}$/.test(mark)),
    ["cover", "imprint", "contents", "m", "s1", "s2", "m2", "s3", "s4", "s5", "credits"],
  );
});

test("a link leads into the other part, and to a shared session of its own part first", () => {
  assert.deepEqual(linksOf(book, "m"), ["#s2-a1"]);
  assert.deepEqual(linksOf(book, "s1"), ["#s3-h1", "#m2", "#s2"]);
  assert.deepEqual(linksOf(book, "s3"), ["#s5-a1", "#m"]);
  for (const closing of ["s2", "s5"]) {
    assert.deepEqual(linksOf(book, closing), ["#s1", "#m2", "https://example.org/"]);
  }
});

test("time, level and platforms are of a part; title, authors, subjects and credits of the book", () => {
  assert.deepEqual(
    book.parts.map(({ facts }) => [facts.level, facts.platforms, facts.duration?.minMinutes]),
    [
      ["Basic", ["Doors"], 45],
      ["Advanced", ["Metal"], 35],
    ],
  );
  assert.deepEqual([book.title, book.summary], ["Safe rooms", "All about doors."]);
  assert.deepEqual([book.section, book.position], ["Rooms", undefined]);
  assert.deepEqual(book.authors, ["Ana", "Dora"]);
  assert.deepEqual(book.subjects, ["Rooms", "Doors", "Metal"]);
  assert.deepEqual([book.chapterCount, book.untranslatedCount], [7, 0]);
  assert.deepEqual(countSessions(book), [1, 1, 1, 2]);
  // The shared session once.
  assert.deepEqual(
    book.credits.map(({ title }) => title),
    ["Locks", "Trying doors", "Closing", "Keys"],
  );
});

test("what not all modules say is not said of the book", () => {
  const licensed = (title: string, licence: string, parent: string): PlannedPart => ({
    module: {
      page: makePage(`${title}.md`, { kind: "module", title, licence, parents: [parent] }),
      document: makeDocument([]),
    },
    sessions: [],
  });
  const assemble = (one: PlannedPart, other: PlannedPart) =>
    assemblePublication(planTwoModules({ parts: [one, other] }), IMPRINT).value;
  const same = assemble(licensed("a", "CC0", "Rooms"), licensed("b", "CC0", "Rooms"));
  assert.deepEqual([same.licence?.name, same.section], ["CC0", "Rooms"]);
  const different = assemble(licensed("a", "CC0", "Rooms"), licensed("b", "CC BY 4.0", "Roofs"));
  assert.deepEqual([different.licence, different.section], [undefined, ""]);
});

test("notes are counted in each chapter", () => {
  const closings = listChapters(book).filter(({ title }) => title === "Closing");
  assert.deepEqual(
    closings.map(({ notes }) => notes.map(({ id, number }) => [id, number])),
    [[["s2-note-1", 1]], [["s5-note-1", 1]]],
  );
});

test("an edition leaves out of all parts what is for trainers, and a page that one part still holds is held", () => {
  const [, keys] = planTwoModules().parts;
  assert.ok(keys);
  const [cutting, ...others] = keys.sessions;
  assert.ok(cutting);
  const hidden = withPart(
    { ...keys, sessions: [{ ...cutting, audience: "trainer" }, ...others] },
    "participant",
  );
  const { value, diagnostics } = assemblePublication(hidden, IMPRINT);
  assert.deepEqual(
    diagnostics.map(({ code, place }) => [code, place.file]),
    [["PUB004", "doors.md"]],
  );
  assert.doesNotMatch(JSON.stringify(value), /Cutting/);
  assert.deepEqual(linksOf(value, "s1"), ["#m2", "#s2"]);
  // For trainers in one module, for all in the other.
  const closings = keys.sessions.map((session) => ({ ...session, audience: "trainer" as const }));
  const half = withPart({ ...keys, sessions: closings.slice(-1) }, "participant");
  const kept = assemblePublication(half, IMPRINT).value;
  assert.deepEqual(
    listChapters(kept).map(({ id }) => id),
    ["m", "s1", "s2", "m2"],
  );
  assert.deepEqual(linksOf(kept, "m"), ["#s2-a1"]);
});

test("what speaks against a book for participants is looked for in every part", () => {
  const place = { file: "odd.md", line: 1 };
  const odd = makePage("odd.md", { kind: "module", unclearAudience: { value: "?", place } });
  const found = reviewReaders(
    withPart({ module: { page: odd, document: makeDocument([]) }, sessions: [] }, "participant"),
  );
  assert.deepEqual(
    found.map(({ code, place }) => [code, place.file]),
    [["PUB022", "odd.md"]],
  );
});

test("a word of any part, the order of parts and the collection's own words change the fingerprint", () => {
  const plan = planTwoModules();
  const [locks, keys] = plan.parts;
  assert.ok(keys);
  const document = makeDocument([el("p", {}, "Another.")]);
  const plans: readonly BookPlan[] = [
    plan,
    { ...plan, parts: [keys, locks] },
    { ...plan, parts: [locks] },
    { ...plan, parts: [locks, { ...keys, module: { ...keys.module, document } }] },
    { ...plan, collection: { title: "Safe rooms", summary: "" } },
  ];
  const prints = plans.map((one) => assemblePublication(one, IMPRINT).value.fingerprint);
  assert.equal(new Set(prints).size, plans.length);
});
