import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { countFacts, listAccessibility } from "../../src/epub/accessibility.ts";
import { planBook } from "../../src/epub/book-plan.ts";
import { chooseHeadings } from "../../src/epub/contents-headings.ts";
import { describeBook } from "../../src/epub/describe-book.ts";
import { writeXml } from "../../src/epub/xml.ts";
import { parseLanguage } from "../../src/language/language.ts";
import { makeElement as el } from "../support/pages.ts";
import { ENGLISH, loadHandout, makeChapter, makeImages, makePublication } from "./sample-book.ts";

const theme = await loadHandout();
const describeText = (parts: Parameters<typeof makePublication>[0]) =>
  describeBook(makePublication(parts), "Quiet Phones").map(writeXml).join("");

describe("the metadata", () => {
  test("place the module in its curriculum, for new readers and old", () => {
    const text = describeText({ position: 7 });
    assert.match(text, /<meta property="belongs-to-collection" id="series">Field Lessons</);
    assert.match(text, /refines="#series" property="collection-type">series</);
    assert.match(text, /refines="#series" property="group-position">7</);
    assert.match(text, /name="calibre:series_index" content="7"/);
    assert.doesNotMatch(describeText({ curriculumTitle: " " }), /series|collection/);
  });

  test("leave out what is empty", () => {
    const text = describeText({
      subjects: ["Mobile", " ", "\u0001"],
      summary: " ",
      publisher: "",
      facts: { level: " ", platforms: [], prerequisites: [] },
    });
    assert.deepEqual(text.match(/<dc:subject>[^<]*/g), ["<dc:subject>Mobile"]);
    assert.doesNotMatch(text, /educationalLevel|description|publisher/);
  });

  test("name three hundred authors, each once and with a role", () => {
    const authors = Array.from({ length: 300 }, (_, at) => `Author ${at + 1}`);
    const text = describeText({ authors: [...authors, "Author 1", " "] });
    assert.equal(text.match(/<dc:creator /g)?.length, 300);
    assert.equal(text.match(/property="role" scheme="marc:relators">aut</g)?.length, 300);
  });

  test("name those who wrote sessions as contributors", () => {
    const credit = { title: "Walk", language: ENGLISH, licence: "", attributions: [] };
    const text = describeText({ credits: [{ ...credit, authors: ["amina farouk", "Bo South"] }] });
    assert.deepEqual(text.match(/<dc:contributor [^/]*/g), [
      '<dc:contributor id="contributor-1">Bo South<',
    ]);
  });

  test("name every language of the text, the book's first", () => {
    const arabic = parseLanguage("ar");
    assert.ok(arabic);
    const text = describeText({ language: arabic });
    assert.match(text, /<dc:language>ar<\/dc:language>[^/]*<dc:language>en</);
  });
});

describe("the accessibility summary", () => {
  const image = (alt: string) => el("img", { src: "a.png", alt });
  const say = (
    children: Parameters<typeof makeChapter>[2],
    hasPrintPages = false,
    language = ENGLISH,
  ) => {
    const module = makeChapter("m", "Phones", children);
    const plan = planBook(makePublication({ module }), makeImages("a.png"));
    const words = theme.words(language);
    return listAccessibility(countFacts(plan, hasPrintPages), words).map(writeXml).join("");
  };
  const table = (cell: string) => el("table", {}, el("tbody", {}, el("tr", {}, el(cell, {}, "A"))));

  test("says of the images what is so", () => {
    assert.match(say([el("p", {}, "A")]), /There are no images in the text\./);
    assert.match(say([image("A")]), /The one image has a text alternative\./);
    assert.match(say([image("A"), image("B")]), /Each of the 2 images has/);
    assert.match(say([image("")]), /The one image has no text alternative\./);
    assert.match(say([image("A"), image("")]), /1 of 2 images has no text alternative\./);
    assert.match(say([image(""), image("")]), /2 of 2 images have no text alternative\./);
  });

  test("speaks of tables, notes and pages only where there are some, and of heads that are there", () => {
    assert.doesNotMatch(say([]), /[Tt]ables|Notes|page/);
    assert.match(say([table("th")]), /Tables have header cells\./);
    assert.doesNotMatch(say([table("th"), table("td")]), /Tables/);
    const pages = say([], true);
    assert.match(pages, /page numbers of the print edition/);
    assert.match(pages, />pageBreakMarkers<[\s\S]*>pageNavigation</);
  });

  test("makes no claim that only a person can make", () => {
    assert.doesNotMatch(say([image("A")], true), /conformsTo|WCAG|certifi/);
  });

  test("is in one language throughout, and in each that the theme speaks", () => {
    for (const tag of theme.languages) {
      const language = parseLanguage(tag);
      assert.ok(language);
      const text = say([image(""), image("A"), table("th")], true, language);
      assert.doesNotMatch(text, /[{}]|xml:lang/, tag);
    }
  });
});

describe("the headings of the contents", () => {
  const place = { file: "a.md" };
  const session = (id: string, title: string, ...headings: readonly string[]) =>
    makeChapter(id, title, [], {
      stage: "deepening",
      headings: headings.map((text, at) => ({ id: `${id}-h${at}`, rank: 2, text, place })),
    });
  const choose = (...sessions: readonly ReturnType<typeof session>[]) => {
    const publication = makePublication({ stages: [{ stage: "deepening", sessions }] });
    const headings = chooseHeadings(publication, theme.words(ENGLISH));
    return sessions.map((one) => headings(one).map(({ label }) => label));
  };

  test("leave out the form in which sessions are written, in whatever case", () => {
    const chosen = choose(
      session("s1", "Doors", "Materials", "Kinds of doors:", "Deepening"),
      session("s2", "Windows", "MATERIALS:", "Windows", "Panes"),
      session("s3", "Roofs", "Materials "),
    );
    assert.deepEqual(chosen, [["Kinds of doors"], ["Panes"], []]);
  });

  test("keep what stands in few of many sessions", () => {
    const others = ["A", "B", "C", "D", "E"].map((name, at) =>
      session(`s${at + 3}`, name, `${name}1`),
    );
    const chosen = choose(session("s1", "X", "Android"), session("s2", "Y", "Android"), ...others);
    assert.deepEqual(chosen.slice(0, 2), [["Android"], ["Android"]]);
  });

  test("keep the form where there is nothing else", () => {
    const chosen = choose(
      session("s1", "X", "Android", "iOS"),
      session("s2", "Y", "Android", "iOS"),
    );
    assert.deepEqual(chosen[1], ["Android", "iOS"]);
  });
});
