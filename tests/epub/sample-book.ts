import { fileURLToPath } from "node:url";
import { nodeFileSystem } from "../../src/host/node-file-system.ts";
import type { ImageStore, PreparedImage } from "../../src/image/image.ts";
import type { Language } from "../../src/language/language.ts";
import type { ElementContent } from "../../src/markup/document.ts";
import type { Chapter, Part, Publication } from "../../src/publication/publication.ts";
import { themeFinder } from "../../src/theme/find-theme.ts";
import { loadTheme } from "../../src/theme/load-theme.ts";
import type { Theme } from "../../src/theme/theme.ts";
import { makeElement as el } from "../support/pages.ts";

export const ENGLISH: Language = { tag: "en", direction: "ltr", script: "Latn" };
export const ARABIC: Language = { tag: "ar", direction: "rtl", script: "Arab" };

export async function loadHandout(): Promise<Theme> {
  const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
  return await loadTheme(
    "handout",
    themeFinder(nodeFileSystem, `${root}/themes`, (path) => path),
  );
}

export function makeChapter(
  id: string,
  title: string,
  children: readonly ElementContent[],
  parts: Partial<Chapter> = {},
): Chapter {
  return {
    id,
    kind: id === "m" ? "module" : "session",
    title,
    shortTitle: title,
    summary: "",
    authors: [],
    durationText: "",
    platforms: [],
    language: ENGLISH,
    untranslated: false,
    body: { type: "root", children: [...children] },
    headings: [],
    notes: [],
    ...parts,
  };
}

/** A book of one part, with what a test gives of the book and of the part. */
export function makePublication({
  module = makeChapter("m", "Quiet Phones", [el("p", {}, "Bring a phone.")]),
  facts = {
    level: "Beginner",
    platforms: ["Android", "iOS"],
    prerequisites: ["Safer Passwords"],
    duration: { minMinutes: 60, maxMinutes: 120, open: false },
  },
  stages = [
    { stage: "activity", sessions: [] },
    { stage: "input", sessions: [] },
    { stage: "deepening", sessions: [] },
    { stage: "synthesis", sessions: [] },
  ],
  ...book
}: Partial<Publication & Part> = {}): Publication {
  return {
    name: "quiet-phones",
    identifier: "urn:uuid:6f8d0f4e-37a5-5c0b-9d35-6a3f2b1c4d5e",
    fingerprint: "0123 4567 89ab cdef",
    language: ENGLISH,
    title: "Quiet Phones",
    summary: "Two hours on what a phone tells about its owner, and how to make it say less.",
    curriculumTitle: "Field Lessons",
    section: "Mobile",
    position: 3,
    subjects: ["Mobile", "Android", "iOS"],
    authors: ["Amina Farouk", "Luis Ortega"],
    publisher: "Handpress Examples",
    version: "",
    date: { text: "2024-05", year: 2024, month: 5 },
    modified: "2024-05-01T00:00:00Z",
    licence: { name: "CC BY-SA 4.0", url: "https://creativecommons.org/licenses/by-sa/4.0/" },
    parts: [{ module, facts, stages }],
    credits: [],
    untranslatedCount: 0,
    chapterCount: 1,
    ...book,
  };
}

const place = { file: "lesson.md", line: 1 };

/** A book with one of everything that bodies can hold. */
export function makeSampleBook(language: Language = ENGLISH): Publication {
  const module = makeChapter(
    "m",
    "Quiet Phones",
    [
      el("h2", { id: "m-h1" }, "Learning Goals"),
      el("ul", {}, el("li", {}, "Name three things that a phone sends by itself.")),
      el(
        "p",
        {},
        "Begin with ",
        el("a", { href: "#s1" }, "the walk"),
        " and read ",
        el("span", { className: ["elsewhere"] }, "Safer Passwords"),
        " before.",
      ),
    ],
    { headings: [{ id: "m-h1", rank: 2, text: "Learning Goals", place }] },
  );
  const walk = makeChapter(
    "s1",
    "A Walk with a Phone",
    [
      el("p", { className: ["say"] }, "Who has a phone in the pocket now?"),
      el(
        "ul",
        { className: ["checklist"] },
        el("li", {}, "Large paper"),
        el("li", {}, el("p", {}, "Pens & tape")),
      ),
      el(
        "h2",
        { id: "s1-h1", className: ["step"] },
        el("span", { className: ["step-label"] }, "Step 1"),
        " Draw the walk",
      ),
      el(
        "p",
        {},
        "Draw a street.",
        el(
          "sup",
          {},
          el("a", { className: ["note-ref"], href: "#s1-note-1", id: "s1-note-1-ref" }, "1"),
        ),
        " Mark each mast, see ",
        el("a", { href: "#s2-h1" }, "the map"),
        " and ",
        el("a", { href: "https://example.org/a?b=1&c=|2" }, "this page"),
        el(
          "sup",
          {},
          el("a", { className: ["note-ref"], href: "#s1-note-2", id: "s1-note-2-ref" }, "2"),
        ),
        ".",
      ),
      el("aside", { className: ["trainer-note"] }, el("p", {}, "Leave time for questions.")),
      el(
        "figure",
        {},
        el("img", { src: "lessons/Walk.PNG", alt: "A street with three masts" }),
        el("figcaption", {}, "The walk"),
      ),
      el(
        "p",
        {},
        "The same again: ",
        el("img", { src: "lessons/Walk.PNG", alt: "The street" }),
        " and ",
        el("img", { src: "lessons/gone.png", alt: "A lost map" }),
      ),
      el("h2", { id: "s1-h2" }, "Discuss"),
      el(
        "ul",
        { className: ["tasks"] },
        el("li", { className: ["done"] }, "Turned off"),
        el("li", { className: ["open"] }, "Asked at home"),
      ),
    ],
    {
      stage: "activity",
      duration: { minMinutes: 30, maxMinutes: 60, open: false },
      headings: [
        { id: "s1-h1", rank: 2, text: "Step 1 Draw the walk", place },
        { id: "s1-h2", rank: 2, text: "Discuss", place },
      ],
      notes: [
        {
          id: "s1-note-1",
          number: 1,
          referenceId: "s1-note-1-ref",
          children: [el("p", {}, "Any street that all of them know.")],
        },
        {
          id: "s1-note-2",
          number: 2,
          referenceId: "s1-note-2-ref",
          children: [
            el(
              "p",
              { className: ["note-address"] },
              el(
                "a",
                { className: ["address"], href: "https://example.org/a?b=1&c=|2", dir: "ltr" },
                "https://",
                el("wbr", {}),
                "example.org/a?b=1&c=|2",
              ),
            ),
          ],
        },
      ],
    },
  );
  const map = makeChapter(
    "s2",
    "What the Mast Knows",
    [
      el("h2", { id: "s2-h1" }, "The map"),
      el(
        "table",
        {},
        el(
          "thead",
          {},
          el("tr", {}, el("th", { scope: "col" }, "Who"), el("th", { scope: "col" }, "What")),
        ),
        el("tbody", {}, el("tr", {}, el("td", {}, "Operator"), el("td", {}, "Place, each minute"))),
      ),
      el("pre", {}, el("code", {}, "IMEI: 49-015420-323751-8 <sample>\n\tIMSI: 001 01 0123456789")),
      el(
        "aside",
        { className: ["callout", "warning"] },
        el("p", { className: ["aside-label"] }, "Careful"),
        el("p", {}, "Never pass a phone around."),
      ),
      el(
        "aside",
        { className: ["callout", "tip"] },
        el("p", {}, "A drawing works without electricity."),
      ),
      el("p", {}, "Back to ", el("a", { href: "#s1-h1" }, "step 1"), "."),
      el("dl", {}, el("dt", {}, "IMEI"), el("dd", {}, "The number of the device.")),
    ],
    {
      stage: "input",
      durationText: "about as long as tea",
      headings: [{ id: "s2-h1", rank: 2, text: "The map", place }],
    },
  );
  const missing = makeChapter("s3", "Phones at Borders", [], {
    kind: "missing",
    stage: "deepening",
    language,
  });
  return makePublication({
    language,
    module,
    stages: [
      {
        stage: "activity",
        sessions: [walk],
        duration: { minMinutes: 30, maxMinutes: 60, open: false },
      },
      { stage: "input", sessions: [map] },
      { stage: "deepening", sessions: [missing] },
      { stage: "synthesis", sessions: [] },
    ],
    credits: [
      {
        title: "A Walk with a Phone",
        language: ENGLISH,
        authors: ["Amina Farouk"],
        date: { text: "2024-05", year: 2024, month: 5 },
        licence: "CC BY 4.0",
        attributions: ["After an idea of the Tea House group"],
      },
      {
        title: "What the Mast Knows",
        language: ENGLISH,
        authors: [],
        licence: "",
        attributions: [],
      },
    ],
    chapterCount: 4,
  });
}

/** The same in Arabic: one chapter translated, the others shown in English. */
export function makeArabicBook(): Publication {
  const book = makeSampleBook(ARABIC);
  const [{ facts, stages }] = book.parts;
  const inEnglish = (chapter: Chapter): Chapter =>
    chapter.kind === "missing"
      ? { ...chapter, title: "الهواتف عند الحدود", language: ARABIC }
      : { ...chapter, untranslated: true };
  return {
    ...book,
    title: "هواتف هادئة",
    summary: "ساعتان عمّا يقوله الهاتف عن صاحبه، وكيف نجعله يقول أقل.",
    curriculumTitle: "دروس ميدانية",
    section: "",
    authors: ["أمينة فاروق", "Luis Ortega"],
    parts: [
      {
        module: {
          ...makeChapter("m", "هواتف هادئة", [
            el("h2", { id: "m-h1" }, "أهداف التعلّم"),
            el("p", {}, "أحضروا هاتفًا من نوع Android أو iOS، 3 على الأقل."),
            el("aside", { className: ["trainer-note"] }, el("p", {}, "اتركوا وقتًا للأسئلة.")),
          ]),
          language: ARABIC,
          headings: [{ id: "m-h1", rank: 2, text: "أهداف التعلّم", place }],
        },
        facts: { ...facts, level: "مبتدئ", prerequisites: [] },
        stages: stages.map((group) => ({ ...group, sessions: group.sessions.map(inEnglish) })),
      },
    ],
    untranslatedCount: 2,
  };
}

/** A smallest PNG, of one grey pixel. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==",
  "base64",
);

export function makeImage(path: string): PreparedImage {
  return { path, bytes: PNG, mediaType: "image/png", widthPx: 1, heightPx: 1 };
}

export function makeImages(...paths: readonly string[]): ImageStore {
  return new Map(paths.map((path) => [path, makeImage(path)]));
}
