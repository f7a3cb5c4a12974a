import Handlebars from "handlebars";
import type { MinutesRange, PartialDate } from "../language/format.ts";
import {
  formatDate,
  formatDuration,
  formatList,
  formatNumber,
  partList,
} from "../language/format.ts";
import { serialise, stripUnwritable } from "../markup/serialise.ts";
import type { Tree, Words } from "./theme.ts";

export type Template = (context: object, words: Words) => string;

/** Schemes that a template may write into an address; everything else becomes an empty address. */
const ADDRESS = /^(https?:|mailto:|#|[\w./-]+$|[\w./-]+#)/i;

/**
 * Compiles a theme's templates into functions. Every `{{value}}` is escaped for text and quoted
 * attributes; an address goes through `{{address x}}`, a tree through `{{markup x}}`, and there is
 * no way from a string of the content to unescaped output or to a template.
 *
 * Helpers: `say KEY name=value…`, `number`, `date`, `duration`, `list`, `people`, `address`,
 * `markup`, `eq`, `not`.
 *
 * @param sources template texts by name, without `.hbs`; each can be used as a partial by the same
 *   name.
 */
export function compileTemplates(
  sources: ReadonlyMap<string, string>,
): ReadonlyMap<string, Template> {
  const engine = Handlebars.create();
  for (const [name, text] of sources) engine.registerPartial(name, text);
  registerHelpers(engine);
  const compiled = new Map<string, Template>();
  for (const [name, text] of sources) {
    const run = engine.compile(text, { strict: true, preventIndent: true });
    compiled.set(name, (context, words) =>
      stripUnwritable(
        run(context, {
          data: { words },
          allowProtoMethodsByDefault: false,
          allowProtoPropertiesByDefault: false,
        }),
      ),
    );
  }
  return compiled;
}

/**
 * Names the first template that does not parse, or that would print a string unescaped (`{{{x}}}`,
 * `{{&x}}`): only trees may become markup.
 */
export function findBrokenTemplate(
  sources: ReadonlyMap<string, string>,
): { readonly name: string; readonly message: string; readonly line?: number } | undefined {
  for (const [name, text] of sources) {
    try {
      const raw = findUnescaped(Handlebars.parse(text));
      if (raw !== undefined) {
        return { name, line: raw, message: "Unexpected {{{…}}}, expected {{…}} or {{markup …}}" };
      }
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const line = /line (\d+)/.exec(message)?.[1];
      return { name, message, ...(line === undefined ? {} : { line: Number(line) }) };
    }
  }
  return undefined;
}

function findUnescaped(program: hbs.AST.Program): number | undefined {
  let line: number | undefined;
  class Finder extends Handlebars.Visitor {
    override MustacheStatement(statement: hbs.AST.MustacheStatement): void {
      if (!statement.escaped) line ??= statement.loc.start.line;
    }
  }
  new Finder().accept(program);
  return line;
}

interface Options {
  readonly hash: Record<string, string | number>;
  readonly data: { readonly words: Words };
}

function registerHelpers(engine: typeof Handlebars): void {
  const language = (options: Options) => options.data.words.language;
  engine.registerHelper({
    say: (key: string, options: Options) => options.data.words.say(key, options.hash),
    number: (value: number, options: Options) => formatNumber(language(options), value),
    date: (value: PartialDate, options: Options) => formatDate(language(options), value),
    duration: (value: MinutesRange, options: Options) => {
      const duration = formatDuration(language(options), value);
      return value.open ? options.data.words.say("duration-open", { duration }) : duration;
    },
    list: (items: readonly string[], options: Options) => formatList(language(options), items),
    people: (names: readonly string[], options: Options) =>
      new engine.SafeString(serialise(listPeople(names, options.data.words))),
    address: (value: string) => (ADDRESS.test(value) ? value : ""),
    markup: (tree: Tree) => new engine.SafeString(serialise(tree)),
    eq: (one: unknown, other: unknown) => one === other,
    not: (value: unknown) => !value,
  });
}

/** More names are a wall of text on a small screen; the credits have them all. */
const MOST_NAMES = 10;
const SHOWN_NAMES = 8;

/** Names in a line, "A, B and others" where they are many; none turns its neighbours around. */
function listPeople(names: readonly string[], words: Words): Tree {
  const shown =
    names.length > MOST_NAMES ? [...names.slice(0, SHOWN_NAMES), words.say("names-others")] : names;
  return partList(words.language, shown).map(({ isItem, text }) => {
    const node = { type: "text" as const, value: text };
    if (!isItem) return node;
    return { type: "element" as const, tagName: "bdi", properties: {}, children: [node] };
  });
}
