import assert from "node:assert/strict";
import { test } from "node:test";
import type { ElementContent } from "../../src/markup/document.ts";
import { assemblePublication } from "../../src/publication/assemble-publication.ts";
import type {
  BookPlan,
  Imprint,
  PlannedPart,
  PlannedSession,
} from "../../src/publication/book-plan.ts";
import type { Pictures } from "../../src/publication/fingerprint.ts";
import { makeDocument, makeElement, makePage } from "../support/pages.ts";

const IMPRINT: Imprint = { curriculumTitle: "Field Course", publisher: "", version: "" };
const PICTURES: Pictures = new Map([["lock.png", { bytes: new Uint8Array([1, 2, 3]) }]]);

const BODY: readonly ElementContent[] = [
  makeElement("p", {}, "Try the door."),
  makeElement("p", {}, makeElement("a", { href: "page:other.md" }, "Keys")),
  makeElement("figure", {}, makeElement("img", { src: "lock.png", alt: "A lock" })),
  makeElement("aside", { className: ["trainer-note"] }, makeElement("p", {}, "Have a spare key.")),
];

const MODULE = {
  page: makePage("m.md", { kind: "module", title: "Locks" }),
  document: makeDocument([]),
};

function fingerprint(
  { module, sessions, ...book }: Partial<BookPlan & PlannedPart> = {},
  body: readonly ElementContent[] = BODY,
  imprint: Imprint = IMPRINT,
  pictures: Pictures = PICTURES,
): string {
  const doors: PlannedSession = {
    stage: "activity",
    name: "Doors",
    found: { page: makePage("a.md", { title: "Doors" }), document: makeDocument([...body]) },
  };
  const plan: BookPlan = {
    name: "locks",
    permalink: "/locks/",
    languageTag: "en",
    position: 2,
    parts: [{ module: module ?? MODULE, sessions: sessions ?? [doors] }],
    ...book,
  };
  return assemblePublication(plan, imprint, pictures).value.fingerprint;
}

test("it is four groups of four digits, and the same on every machine", () => {
  assert.equal(fingerprint(), "4c50 9b8d d22c c62e");
});

test("what is not said changes nothing: names of files, places, lines, the day of the build", () => {
  const own = fingerprint();
  assert.equal(fingerprint({ name: "other", permalink: "/other/", position: 9 }), own);
  assert.equal(fingerprint({}, BODY, { ...IMPRINT, sourceDateSeconds: 5 }), own);
  const moved = [
    makeElement("p", { id: "s1-b1" }, "Try\nthe   door."),
    makeElement("p", {}, makeElement("a", { href: "page:elsewhere/keys.md#x" }, "Keys")),
    { type: "text" as const, value: "\n" },
    makeElement("figure", {}, makeElement("img", { src: "moved.png", alt: "A lock" })),
    ...BODY.slice(3),
  ];
  const pictures = new Map([["moved.png", { bytes: new Uint8Array([1, 2, 3]) }]]);
  assert.equal(fingerprint({}, moved, IMPRINT, pictures), own);
});

test("what is said changes it: a word, a picture, an address, an edition, a language, a licence", () => {
  const others = [
    fingerprint({}, [makeElement("p", {}, "Try the doors."), ...BODY.slice(1)]),
    fingerprint({}, [makeElement("h2", {}, "Try the door."), ...BODY.slice(1)]),
    fingerprint({}, [
      ...BODY,
      makeElement("p", {}, makeElement("a", { href: "https://example.org/" }, "Keys")),
    ]),
    fingerprint({}, [
      ...BODY,
      makeElement("p", {}, makeElement("a", { href: "https://example.com/" }, "Keys")),
    ]),
    fingerprint({}, BODY, IMPRINT, new Map([["lock.png", { bytes: new Uint8Array([1, 2]) }]])),
    fingerprint({}, BODY, IMPRINT, new Map()),
    fingerprint({ edition: "participant" }),
    fingerprint({ languageTag: "es" }),
    fingerprint({ sessions: [] }),
    fingerprint({}, BODY, { ...IMPRINT, publisher: "The Hinge" }),
    fingerprint({}, BODY, { ...IMPRINT, licence: { name: "CC BY 4.0", url: "" } }),
  ];
  assert.equal(new Set([fingerprint(), ...others]).size, others.length + 1);
});

test("in code every line counts", () => {
  const code = (text: string) => [makeElement("pre", {}, makeElement("code", {}, text))];
  assert.notEqual(fingerprint({}, code("a b")), fingerprint({}, code("a\nb")));
});
