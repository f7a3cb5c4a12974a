import type { BookPlan, Imprint, PlannedPage } from "../../src/publication/book-plan.ts";
import type { PageHeader } from "../../src/source/page.ts";
import { makeElement as el, makeDocument, makePage } from "../support/pages.ts";

export const IMPRINT: Imprint = {
  curriculumTitle: "Field Course",
  publisher: "The Hinge",
  version: "",
};

const link = (href: string, words: string) => el("a", { href }, words);

function page(
  path: string,
  header: Partial<PageHeader>,
  ...children: readonly ReturnType<typeof el>[]
): PlannedPage {
  return {
    page: makePage(path, header),
    document: makeDocument(
      [
        el("h2", { id: "h1" }, `Steps of ${header.title}`),
        ...children,
        el("p", { id: "a1" }, "End"),
      ],
      {
        headings: [
          { id: "h1", rank: 2, text: `Steps of ${header.title}`, place: { file: path, line: 1 } },
        ],
        anchors: new Map([
          ["steps", "h1"],
          ["end", "a1"],
        ]),
      },
    ),
  };
}

const minutes = (count: number) => ({
  duration: { minMinutes: count, maxMinutes: count, open: false },
});

/** Both modules end with it. */
const CLOSING = page(
  "closing.md",
  { title: "Closing", authors: ["Cleo"], ...minutes(15) },
  el("p", {}, link("page:doors.md", "doors"), " and ", link("page:keys.md", "keys")),
  el("p", {}, el("img", { src: "lock.png", alt: "A lock" })),
  el("p", {}, link("https://example.org/", "more")),
);

/**
 * A collection of two modules, "Locks" and "Keys", each with sessions of its own and one that both
 * have. Their pages link to each other in all directions.
 */
export function planTwoModules(parts: Partial<BookPlan> = {}): BookPlan {
  const shared = { stage: "synthesis" as const, name: "", found: CLOSING };
  return {
    name: "rooms",
    permalink: "/collections/rooms/",
    languageTag: "en",
    collection: { title: "Safe rooms", summary: "All about *doors*." },
    parts: [
      {
        module: page(
          "locks.md",
          {
            kind: "module",
            title: "Locks",
            breadcrumb: "Of locks",
            authors: ["Ana"],
            level: "Basic",
            parents: ["Rooms"],
            platforms: ["Doors"],
          },
          el("p", {}, link("page:closing.md#end", "the end")),
        ),
        sessions: [
          {
            stage: "activity",
            name: "Trying doors",
            found: page(
              "doors.md",
              { title: "Doors", authors: ["Ben"], ...minutes(30) },
              el("p", {}, link("page:cutting.md#steps", "cutting"), link("page:keys.md", "keys")),
              el("p", {}, link("page:closing.md", "closing")),
            ),
          },
          shared,
        ],
      },
      {
        module: page("keys.md", {
          kind: "module",
          title: "Keys",
          authors: ["Dora"],
          level: "Advanced",
          parents: ["Rooms"],
          platforms: ["Metal"],
        }),
        sessions: [
          {
            stage: "input",
            name: "",
            found: page(
              "cutting.md",
              { title: "Cutting", ...minutes(20) },
              el("p", {}, link("page:closing.md#end", "the end"), link("page:locks.md", "locks")),
            ),
          },
          { stage: "deepening", name: "Lost one" },
          shared,
        ],
      },
    ],
    ...parts,
  };
}
