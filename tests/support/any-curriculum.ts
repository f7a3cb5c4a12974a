import fc from "fast-check";
import { anyMarkdown } from "./any-markdown.ts";
import { anyLine, anyPlainLine } from "./any-words.ts";

/** The files of a curriculum with one module, by path. */
export type CurriculumFiles = Readonly<Record<string, string | Uint8Array>>;

/** Languages with words in the theme and without, of both directions, with and without capitals. */
const LANGUAGES = ["en", "es", "fr", "ar", "fa", "he", "my", "am", "zh-Hant", "uk", "ur", "th"];

const STAGES = ["activity", "input", "deepening", "synthesis"] as const;

const DATES = ["2024-05-01", "2015-05-00", "99/99/9999", "ربيع ٢٠٢٠", "", "\u202E2020"];
const DURATIONS = ["30-60 minutes", "120+ minutes", "about as long as tea", "0", "\u0000"];

/** A grey pixel; a drawing with text; the beginning of a picture. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==",
  "base64",
);
const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><title>x</title><rect id="1" width="9" height="9"/></svg>';

const PICTURES: CurriculumFiles = {
  "assets/a.png": PIXEL,
  "assets/A.PNG": PIXEL,
  "assets/ü b.png": PIXEL,
  "assets/b.svg": DRAWING,
  "assets/broken.jpg": PIXEL.subarray(0, 20),
};

/** A title is a line that a person wrote, or what programs stumble over, or far too long. */
const title = fc.oneof(
  { weight: 5, arbitrary: anyPlainLine },
  { weight: 4, arbitrary: anyLine },
  { weight: 1, arbitrary: anyPlainLine.map((text) => text.repeat(30).slice(0, 500)) },
);
const people = fc.oneof(
  fc.array(anyLine, { maxLength: 3 }),
  anyLine,
  fc.constant(Array.from({ length: 300 }, (_, at) => `Person ${at}`)),
);

/** JSON is YAML, with every character escaped that YAML forbids. */
const header = (values: Readonly<Record<string, unknown>>) =>
  `---\n${Object.entries(values)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join("")}---\n`;

const session = fc
  .record({
    title,
    author: people,
    date: fc.constantFrom(...DATES),
    duration: fc.constantFrom(...DURATIONS),
    platform: anyLine,
    licence: anyLine,
    attribution: anyLine,
    stage: fc.constantFrom(...STAGES),
    body: fc.oneof({ weight: 9, arbitrary: anyMarkdown }, fc.constantFrom("", "# Only\n\n## Only")),
  })
  .map(({ body, stage, ...values }) => ({ body, stage, values: { ...values, adids: stage } }));

const book = fc.record({
  language: fc.constantFrom(...LANGUAGES),
  other: fc.option(fc.constantFrom(...LANGUAGES), { freq: 3 }),
  configuration: fc.record({ title, publisher: title }),
  title,
  summary: fc.oneof(anyLine, title),
  author: people,
  date: fc.constantFrom(...DATES),
  facts: fc.record(
    { platforms: anyLine, level: anyLine, prerequisites: anyLine, licence: anyLine, parent: title },
    { requiredKeys: [] },
  ),
  body: anyMarkdown,
  sessions: fc.array(session, { minLength: 1, maxLength: 4 }),
  /** A link to a session that is not there, and one to the same session twice. */
  extra: fc.constantFrom("", "/any/gone/", "/any/s0/"),
  names: fc.array(title, { minLength: 5, maxLength: 5 }),
});

/**
 * A curriculum of one module with one to four sessions, in one language or two: any title, authors,
 * texts, nesting, links and images, well formed only in that its headers can be read.
 */
export const anyCurriculum: fc.Arbitrary<CurriculumFiles> = book.map((made) => {
  const { language, other, configuration, title, summary, author, date, facts, body } = made;
  const stages = Object.fromEntries(
    STAGES.map((stage) => [
      stage,
      made.sessions.flatMap((one, at) =>
        one.stage === stage ? [{ name: made.names[at], url: `/any/s${at}/` }] : [],
      ),
    ]),
  );
  if (made.extra !== "") stages.input?.push({ name: made.names[4], url: made.extra });
  const values = { layout: "module", title, summary, author, date, ...facts, ...stages };
  const files: Record<string, string | Uint8Array> = {
    ...PICTURES,
    "handpress.yaml": `language: ${language}\ntitle: ${JSON.stringify(configuration.title)}\npublisher: ${JSON.stringify(configuration.publisher)}\nassets: assets\n`,
    "any/any.md": `${header({ ...values, permalink: "/any/" })}${body}`,
  };
  made.sessions.forEach((one, at) => {
    files[`any/s${at}.md`] = `${header({ ...one.values, permalink: `/any/s${at}/` })}${one.body}`;
  });
  // The module alone is translated: its sessions stand in the source's language.
  if (other !== null && other !== language) {
    files[`${other}/any/any.md`] =
      `${header({ ...values, language: other, permalink: `/${other}/any/` })}${body}`;
  }
  return files;
});
