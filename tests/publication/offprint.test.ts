import assert from "node:assert/strict";
import { test } from "node:test";
import { serialise } from "../../src/markup/serialise.ts";
import { assemblePublication } from "../../src/publication/assemble-publication.ts";
import type { BookPlan, Imprint, PlannedSession } from "../../src/publication/book-plan.ts";
import { listChapters } from "../../src/publication/list-chapters.ts";
import { listBookMarks } from "../../src/publication/mark-blocks.ts";
import type { Publication } from "../../src/publication/publication.ts";
import { makeDocument, makeElement, makePage } from "../support/pages.ts";

const IMPRINT: Imprint = {
  curriculumTitle: "Field Course",
  publisher: "",
  version: "",
  licence: { name: "CC BY-SA 4.0", url: "https://example.org/by-sa" },
};

/** An offprint of the session "Doors" of the module "Locks". */
function plan(book: Partial<BookPlan> = {}): BookPlan {
  const link = (href: string) => makeElement("a", { href }, "there");
  const module = {
    page: makePage("m.md", { kind: "module", title: "Locks", authors: ["Ana"], level: "Basic" }),
    document: makeDocument([]),
  };
  const sessions: readonly PlannedSession[] = [
    {
      stage: "input",
      name: "Doors",
      found: {
        page: makePage("doors.md", { title: "Doors", licence: "CC0" }),
        document: makeDocument([
          makeElement("p", {}, link("page:keys.md#x"), link("page:room.md"), link("page:m.md")),
          makeElement("p", {}, link("page:elsewhere.md"), link("https://example.org/")),
        ]),
      },
    },
  ];
  return {
    name: "locks-doors",
    permalink: "/locks/",
    languageTag: "en",
    position: 2,
    offprint: {
      key: "locks/doors",
      siblings: new Map([
        ["keys.md", { title: "Keys", languageTag: "en" }],
        ["room.md", { title: "Secret room", languageTag: "en", audience: "trainer" }],
      ]),
    },
    parts: [{ module, sessions }],
    ...book,
  };
}

const sessionsNamed = (publication: Publication) =>
  JSON.stringify(publication.parts[0].stages).match(/"session":\{"title":"([^"]*)"/g) ?? [];

test("a handout is its session, with what the module says of it", () => {
  const { value, diagnostics } = assemblePublication(plan(), IMPRINT);
  assert.deepEqual(diagnostics, []);
  assert.equal(value.extent, "session");
  assert.equal(value.title, "Doors");
  assert.equal(value.parts[0].module.title, "Locks");
  assert.equal(value.parts[0].facts.level, "Basic");
  // It names nobody: the module's authors do.
  assert.deepEqual(value.authors, ["Ana"]);
  assert.deepEqual(value.licence, { name: "CC0", url: "" });
  assert.deepEqual(
    listChapters(value).map(({ id }) => id),
    ["s1"],
  );
  assert.equal(value.chapterCount, 1);
  assert.deepEqual(
    value.credits.map(({ title, licence }) => [title, licence]),
    [["Doors", "CC0"]],
  );
  assert.deepEqual(listBookMarks(value), ["s1", "s1-b1", "s1-b2", "s1-b3", "credits"]);
});

test("links out of a handout are words, and know the sessions of the module", () => {
  const { value } = assemblePublication(plan(), IMPRINT);
  const [session] = listChapters(value);
  const html = serialise(session?.body.children ?? []);
  assert.equal(html.match(/<span class="elsewhere">there<\/span>/g)?.length, 4);
  assert.equal(html.match(/<a href="https/g)?.length, 1);
  assert.equal(sessionsNamed(value).length, 2);
});

test("participants are not told what the sessions for trainers are called", () => {
  const { value, diagnostics } = assemblePublication(plan({ edition: "participant" }), IMPRINT);
  assert.deepEqual(
    diagnostics.map(({ code }) => code),
    ["PUB004"],
  );
  assert.doesNotMatch(JSON.stringify(value), /Secret/);
  assert.equal(sessionsNamed(value).length, 1);
});

test("handouts of one module, its editions and its languages have an identifier each", () => {
  const other = { key: "locks/keys", siblings: new Map() };
  const plans = [
    plan(),
    plan({ offprint: other }),
    plan({ edition: "participant" }),
    plan({ languageTag: "es" }),
  ];
  const { offprint: _, ...whole } = plan();
  const identifiers = [...plans, whole].map(
    (one) => assemblePublication(one, IMPRINT).value.identifier,
  );
  assert.equal(new Set(identifiers).size, 5);
});
