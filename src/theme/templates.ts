import Handlebars from "handlebars";
import type { MinutesRange, PartialDate } from "../language/format.ts";
import {
  formatDate,
  formatDuration,
  formatList,
  formatNumber,
  formattingLanguage,
  partList,
} from "../language/format.ts";
import type { Language } from "../language/language.ts";
import { traitsOf } from "../language/script-traits.ts";
import { makeElement, makeText } from "../markup/make-nodes.ts";
import { serialise, stripUnwritable } from "../markup/serialise.ts";
import { markDirections } from "./mark-directions.ts";
import { markLanguage, markText } from "./mark-language.ts";
import { markTextPositions } from "./text-positions.ts";
import type { Tree, Words } from "./theme.ts";

export type Template = (context: object, words: Words) => string;

/** Schemes that a template may write into an address; everything else becomes an empty address. */
const ADDRESS = /^(https?:|mailto:|#|[\w./-]+$|[\w./-]+#)/i;

/**
 * Compiles a theme's templates into functions. Every `{{value}}` is escaped for text and quoted
 * attributes; an address goes through `{{address x}}`, a tree through `{{markup x}}`, and there is
 * no way from a string of the content to unescaped output or to a template. What would lose its order
 * on a line that is read from the other side is set apart in the finished text (`mark-directions.ts`).
 *
 * Helpers: `say KEY name=value…`, `number`, `date`, `duration`, `list` (`in=KEY` for a list within
 * that string), `people`, `address`, `markup`, `script-classes LANGUAGE`, `eq`, `not`. What is said
 * in another language than the book's (English, for want of words) is marked between tags by itself;
 * `{{in-language KEY}}` in a tag gives an element the language of a key, for its `aria-label`, or of
 * a chapter that is not translated; `say` within such an element is told so by `around=KEY`.
 *
 * @param sources template texts by name, without `.hbs`; each can be used as a partial by the same
 *   name.
 */
export function compileTemplates(
  sources: ReadonlyMap<string, string>,
): ReadonlyMap<string, Template> {
  const engine = Handlebars.create();
  registerHelpers(engine);
  const compiled = new Map<string, Template>();
  for (const [name, text] of sources) {
    const run = engine.compile(markTextPositions(engine.parse(text)), {
      strict: true,
      preventIndent: true,
    });
    // As a function of its own, so that a failure within says which partial it was.
    const partial: typeof run = (context, options) => named(name, () => run(context, options));
    engine.registerPartial(name, Object.assign(partial, run));
    compiled.set(name, (context, words) =>
      markDirections(
        stripUnwritable(
          partial(context, {
            data: { words },
            allowProtoMethodsByDefault: false,
            allowProtoPropertiesByDefault: false,
          }),
        ),
        words.language.direction,
      ),
    );
  }
  return compiled;
}

/** A template that fails on a book: a name that the book does not have, as a rule. */
export class TemplateFailure extends Error {
  /** Of the template in which it happened, which another may have called. */
  readonly template: string;
  readonly line: number | undefined;
  readonly column: number | undefined;
  constructor(template: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = "TemplateFailure";
    this.template = template;
    // Handlebars' own exceptions know where they come from.
    const { lineNumber, column } = cause as { lineNumber?: unknown; column?: unknown };
    this.line = typeof lineNumber === "number" ? lineNumber : undefined;
    this.column = typeof column === "number" ? column + 1 : undefined;
  }
}

/** Says in which template something failed; the innermost knows best. */
function named<Result>(template: string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    throw error instanceof TemplateFailure ? error : new TemplateFailure(template, error);
  }
}

/** Every helper that a template can use, the engine's own included. */
export function listHelpers(): readonly string[] {
  const engine = Handlebars.create();
  registerHelpers(engine);
  const inner = ["helperMissing", "blockHelperMissing", "log"];
  return Object.keys(engine.helpers)
    .filter((name) => !inner.includes(name) && !name.endsWith("-marked"))
    .sort();
}

interface Options {
  readonly hash: Record<string, string | number>;
  readonly data: { readonly words: Words };
}

function registerHelpers(engine: typeof Handlebars): void {
  const bookLanguage = (options: Options) => options.data.words.language;
  /** The book's, or that of an element whose language is that of a key. */
  const around = ({ hash, data: { words } }: Options) =>
    typeof hash.around === "string" ? words.languageOf(hash.around) : words.language;
  const mark = (text: string, language: Language, options: Options) =>
    new engine.SafeString(serialise([markText(text, language, around(options))]));
  const say = (key: string, options: Options) => options.data.words.say(key, options.hash);
  const duration = (value: MinutesRange, options: Options) =>
    sayDuration(options.data.words, value);
  engine.registerHelper({
    say,
    "say-marked": (key: string, options: Options) =>
      mark(say(key, options), options.data.words.languageOf(key), options),
    number: (value: number, options: Options) => formatNumber(bookLanguage(options), value),
    date: (value: PartialDate, options: Options) => formatDate(bookLanguage(options), value),
    "date-marked": (value: PartialDate, options: Options) =>
      mark(formatDate(bookLanguage(options), value), languageOfDate(value, options), options),
    duration: (value: MinutesRange, options: Options) => duration(value, options).text,
    "duration-marked": (value: MinutesRange, options: Options) => {
      const { text, language } = duration(value, options);
      return mark(text, language, options);
    },
    list: (items: readonly string[], options: Options) => {
      const { in: key } = options.hash;
      const { words } = options.data;
      const language = typeof key === "string" ? words.languageOf(key) : words.language;
      return formatList(language, items);
    },
    "in-language": (spoken: Language | string | null, options: Options) => {
      if (spoken === null || spoken === "") return "";
      const language = typeof spoken === "string" ? options.data.words.languageOf(spoken) : spoken;
      return new engine.SafeString(writeAttributes(markLanguage(language, around(options))));
    },
    "script-classes": ({ script }: Language) => {
      const { hasItalics, hyphenates } = traitsOf(script);
      const italics = hasItalics ? "script-italic" : "script-upright";
      return `${italics} ${hyphenates ? "script-hyphens" : "script-unbroken"}`;
    },
    people: (names: readonly string[], options: Options) =>
      new engine.SafeString(serialise(listPeople(names, options.data.words))),
    address: (value: string) => (ADDRESS.test(value) ? value : ""),
    // A string of the content is never markup, whoever passes it.
    markup: (tree: Tree | string) =>
      typeof tree === "string" ? tree : new engine.SafeString(serialise(tree)),
    eq: (one: unknown, other: unknown) => one === other,
    not: (value: unknown) => !value,
  });
}

/** More names are a wall of text on a small screen; the credits have them all. */
const MOST_NAMES = 10;
const SHOWN_NAMES = 8;

/** Names in a line, "A, B and others" where they are many; none turns its neighbours around. */
function listPeople(names: readonly string[], words: Words): Tree {
  const isCut = names.length > MOST_NAMES;
  const others = words.languageOf("names-others");
  const shown = isCut ? [...names.slice(0, SHOWN_NAMES), words.say("names-others")] : names;
  return partList(words.language, shown).map(({ isItem, text }, index, { length }) => {
    if (!isItem) return { type: "text", value: text };
    const isOthers = isCut && index === length - 1;
    const properties = isOthers ? markLanguage(others, words.language) : {};
    return makeElement("bdi", properties, [makeText(text)]);
  });
}

function languageOfDate(date: PartialDate, { data }: Options): Language {
  // What is no date stands as the page gives it.
  return date.year === undefined ? data.words.language : formattingLanguage(data.words.language);
}

/** A duration and the language that says it: "90 minutes or more" is all in one. */
function sayDuration(
  words: Words,
  value: MinutesRange,
): { readonly text: string; readonly language: Language } {
  const language = formattingLanguage(
    value.open ? words.languageOf("duration-open") : words.language,
  );
  const duration = formatDuration(language, value);
  return { text: value.open ? words.say("duration-open", { duration }) : duration, language };
}

/** Tags and directions have no sign that an attribute would need to escape. */
function writeAttributes(properties: ReturnType<typeof markLanguage>): string {
  const { lang, dir } = properties;
  return lang === undefined ? "" : ` lang="${lang}" xml:lang="${lang}" dir="${dir}"`;
}
