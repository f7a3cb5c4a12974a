import assert from "node:assert/strict";
import { test } from "node:test";
import { serialise } from "../../src/markup/serialise.ts";
import { assemblePublication } from "../../src/publication/assemble-publication.ts";
import type {
  BookPlan,
  Imprint,
  PlannedPart,
  PlannedSession,
} from "../../src/publication/book-plan.ts";
import { listSessions } from "../../src/publication/list-chapters.ts";
import { makeDocument, makeElement, makePage } from "../support/pages.ts";

const IMPRINT: Imprint = { curriculumTitle: "Field Course", publisher: "", version: "" };
const year = (text: string, number: number, month?: number) => ({
  value: { text, year: number, ...(month === undefined ? {} : { month }) },
  place: { file: "x" },
});

const SESSIONS: readonly PlannedSession[] = [
  {
    stage: "activity",
    name: "Trying doors",
    found: {
      page: makePage("a.md", {
        title: "Doors",
        authors: ["Ana", "Ben"],
        duration: { minMinutes: 20, maxMinutes: 30, open: false },
        date: year("2021", 2021),
      }),
      document: makeDocument(
        [makeElement("h2", { id: "h1" }, "Keys"), makeElement("p", {}, "Try one.")],
        { anchors: new Map([["keys", "h1"]]) },
      ),
    },
  },
  {
    stage: "synthesis",
    name: "",
    found: {
      page: makePage("s.md", {
        title: "Closing",
        duration: { minMinutes: 120, maxMinutes: 120, open: true },
      }),
      document: makeDocument([
        makeElement("p", {}, makeElement("a", { href: "page:a.md#Keys/" }, "keys")),
        makeElement("p", {}, makeElement("a", { href: "page:a.md#gone" }, "gone")),
        makeElement("p", {}, makeElement("a", { href: "page:other.md" }, "Other module")),
        makeElement("p", {}, makeElement("a", { href: "#n1", id: "nr1" }, "1")),
        makeElement("p", {}, makeElement("a", { href: "https://example.org/" }, "out")),
      ]),
    },
  },
  { stage: "synthesis", name: "Lost one" },
];

function plan({ module, sessions, ...book }: Partial<BookPlan & PlannedPart> = {}): BookPlan {
  const page = makePage("m.md", {
    kind: "module",
    title: "Locks",
    authors: ["Ana"],
    date: year("2019-03", 2019, 3),
  });
  return {
    name: "locks",
    permalink: "/locks/",
    languageTag: "en",
    position: 2,
    parts: [
      { module: module ?? { page, document: makeDocument([]) }, sessions: sessions ?? SESSIONS },
    ],
    ...book,
  };
}

test("chapters get ids in ADIDS order and the module's names", () => {
  const { value } = assemblePublication(plan(), IMPRINT);
  const sessions = listSessions(value.parts[0]);
  assert.deepEqual(
    sessions.map(({ id, kind, title, stage }) => [id, kind, title, stage]),
    [
      ["s1", "session", "Trying doors", "activity"],
      ["s2", "session", "Closing", "synthesis"],
      ["s3", "missing", "Lost one", "synthesis"],
    ],
  );
  assert.deepEqual(
    value.parts[0].stages.map((part) => part.stage),
    ["activity", "input", "deepening", "synthesis"],
  );
});

test("links lead within the book, and what is not in the book is marked", () => {
  const { value, diagnostics } = assemblePublication(plan(), IMPRINT);
  const closing = value.parts[0].stages[3]?.sessions[0];
  assert.equal(
    serialise((closing?.body.children ?? []) as never).replaceAll("\n", ""),
    '<p><a href="#s1-h1">keys</a></p><p><a href="#s1">gone</a></p>' +
      '<p><span class="elsewhere">Other module</span></p>' +
      '<p><a href="#s2-n1" id="s2-nr1">1</a></p><p><a href="https://example.org/">out</a>' +
      '<sup class="note-ref-mark"><a class="note-ref" href="#s2-note-1" id="s2-note-1-ref">1</a></sup></p>',
  );
  assert.deepEqual(
    diagnostics.map(({ code, place }) => [code, place.file]),
    [["PUB001", "s.md"]],
  );
});

test("durations are summed, open ends stay open", () => {
  const { value } = assemblePublication(plan(), IMPRINT);
  assert.deepEqual(value.parts[0].facts.duration, { minMinutes: 140, maxMinutes: 150, open: true });
  assert.deepEqual(value.parts[0].stages[0]?.duration, {
    minMinutes: 20,
    maxMinutes: 30,
    open: false,
  });
  assert.equal(value.parts[0].stages[1]?.duration, undefined);
});

test("the book's date is the latest of its pages, or SOURCE_DATE_EPOCH, or a fixed one", () => {
  assert.equal(assemblePublication(plan(), IMPRINT).value.modified, "2021-01-01T00:00:00Z");
  const stated = { ...IMPRINT, sourceDateSeconds: 1_000_000_000 };
  assert.equal(assemblePublication(plan(), stated).value.modified, "2001-09-09T01:46:40Z");
  const dateless = plan({
    module: { page: makePage("m.md", { kind: "module" }), document: makeDocument([]) },
    sessions: [],
  });
  assert.equal(assemblePublication(dateless, IMPRINT).value.modified, "2000-01-01T00:00:00Z");
});

test("a page in the same language of another country is translated, and keeps its own tag", () => {
  const { value } = assemblePublication(plan({ languageTag: "en-GB" }), IMPRINT);
  assert.equal(value.untranslatedCount, 0);
  assert.equal(value.parts[0].module.untranslated, false);
  assert.equal(value.parts[0].module.language.tag, "en");
});

test("a page in another language than the book is counted and marked", () => {
  const { value } = assemblePublication(plan({ languageTag: "ar" }), IMPRINT);
  assert.equal(value.language.direction, "rtl");
  assert.equal(value.untranslatedCount, 3);
  assert.equal(value.parts[0].module.untranslated, true);
  assert.equal(value.parts[0].module.language.tag, "en");
});

test("every author is credited for each page, and a page without any is not listed", () => {
  const { value } = assemblePublication(plan(), IMPRINT);
  assert.deepEqual(
    value.credits.map(({ title, authors }) => [title, authors]),
    [
      ["Locks", ["Ana"]],
      ["Trying doors", ["Ana", "Ben"]],
    ],
  );
});

test("the identifier depends on permalink and language only", () => {
  const one = assemblePublication(plan(), IMPRINT).value.identifier;
  const other = assemblePublication(plan({ name: "other" }), { ...IMPRINT, publisher: "P" }).value;
  assert.match(
    one,
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  assert.equal(other.identifier, one);
  assert.notEqual(assemblePublication(plan({ languageTag: "es" }), IMPRINT).value.identifier, one);
});
