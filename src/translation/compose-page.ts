import type { Place } from "../diagnostics/diagnostic.ts";
import type { Page, PageHeader, PageTranslation, Passage, PassageState } from "../source/page.ts";
import type { BodyTarget, HeaderTarget, PageUnits, Unit } from "./unit.ts";

/** What is printed for a unit. */
export interface Rendering {
  /** Markdown in place of the source's; absent where the source's own is kept as it is. */
  readonly text?: string;
  /** How it is marked; absent for a translation that is up to date. */
  readonly state?: PassageState;
  /** The catalogue's entry, where there is one. */
  readonly place?: Place;
}

export interface ComposedAs {
  /** How much of its words stands in the language, from 0 to 100. */
  readonly percent: number;
  /** Path that a file with this translation would have. */
  readonly path: string;
  /** Canonical tag. */
  readonly language: string;
}

/**
 * Puts a translated page together: its source with the units' translations in their places. Everything
 * else, code and permalinks too, is the source's, so that the page has its structure.
 */
export function composePage(
  source: Page,
  { units, lines }: PageUnits,
  { percent, ...as }: ComposedAs,
  render: (unit: Unit) => Rendering,
): Page {
  const header: HeaderRendering[] = [];
  const body: BodyRendering[] = [];
  for (const unit of units) {
    const rendering = render(unit);
    if (unit.target.in === "header") header.push({ target: unit.target, rendering });
    else body.push({ target: unit.target, rendering });
  }
  const composed = composeBody(source, lines, wholeBlocks(body));
  const stateOf = (field: "title" | "summary") =>
    header.find(({ target }) => target.field === field)?.rendering.state;
  const [title, summary] = [stateOf("title"), stateOf("summary")];
  const translation: PageTranslation = {
    source: source.path,
    sourceLanguage: source.language,
    percent,
    passages: composed.passages,
    ...(title === undefined ? {} : { title }),
    ...(summary === undefined ? {} : { summary }),
    places: composed.places,
  };
  const { languagePlace: _, invisible: __, ...rest } = source;
  return {
    ...rest,
    ...as,
    namedBy: "catalogue",
    header: composeHeader(source.header, header),
    body: composed.body,
    translation,
  };
}

interface HeaderRendering {
  readonly target: HeaderTarget;
  readonly rendering: Rendering;
}

interface BodyRendering {
  readonly target: BodyTarget;
  readonly rendering: Rendering;
}

function composeHeader(header: PageHeader, renderings: readonly HeaderRendering[]): PageHeader {
  const texts = new Map(
    renderings.flatMap(({ target, rendering: { text } }) =>
      text === undefined || text === "" ? [] : [[nameOf(target), text] as const],
    ),
  );
  const translated = new Set(
    renderings.flatMap(({ target, rendering }) =>
      rendering.state === "source" ? [] : [nameOf(target)],
    ),
  );
  const one = (target: HeaderTarget, text: string) => texts.get(nameOf(target)) ?? text;
  const field = (name: "title" | "breadcrumb" | "summary" | "level" | "durationText") =>
    one({ in: "header", field: name }, header[name]);
  const list = (name: "platforms" | "prerequisites") =>
    header[name].map((text, index) => one({ in: "header", field: name, index }, text));
  const title = field("title");
  return {
    ...header,
    title,
    breadcrumb: header.breadcrumb === header.title ? title : field("breadcrumb"),
    summary: field("summary"),
    level: field("level"),
    durationText: field("durationText"),
    platforms: list("platforms"),
    prerequisites: list("prerequisites"),
    stages: {
      activity: itemsOf("activity"),
      input: itemsOf("input"),
      deepening: itemsOf("deepening"),
      synthesis: itemsOf("synthesis"),
    },
  };

  function itemsOf(stage: keyof PageHeader["stages"]) {
    return header.stages[stage].map((item, index) => {
      const target = { in: "header", field: "session", stage, index } as const;
      const isTranslated = translated.has(nameOf(target));
      return { ...item, name: one(target, item.name), ...(isTranslated ? { isTranslated } : {}) };
    });
  }
}

function nameOf(target: HeaderTarget): string {
  const { field } = target;
  if (field === "session") return `${target.stage} ${target.index}`;
  return "index" in target ? `${field} ${target.index}` : field;
}

/** A run of text in several parts is marked as one: it stands in the source's words as one, too. */
function wholeBlocks(body: readonly BodyRendering[]): readonly BodyRendering[] {
  const keyOf = ({ target: { block } }: BodyRendering) =>
    block === undefined ? undefined : `${block.line} ${block.ordinal}`;
  const untranslated = new Set(
    body.flatMap((one) => (one.rendering.state === "source" ? [keyOf(one)] : [])),
  );
  untranslated.delete(undefined);
  return body.map((one) =>
    untranslated.has(keyOf(one)) ? { ...one, rendering: { state: "source" } } : one,
  );
}

interface ComposedBody {
  readonly body: string;
  readonly passages: readonly Passage[];
  readonly places: readonly Place[];
}

function composeBody(
  source: Page,
  lines: readonly string[],
  renderings: readonly BodyRendering[],
): ComposedBody {
  const written: string[] = [];
  const places: Place[] = [];
  /** How the lines of the source are numbered here. */
  const numbers: number[] = [];
  const states = new Map<string, Passage & { readonly sourceLine: number }>();
  let [line, column] = [0, 0];
  let open = "";
  let openPlace: Place | undefined;
  const endLine = (sourceLine: number) => {
    places.push(openPlace ?? { file: source.path, line: source.bodyLine + sourceLine });
    written.push(open);
    [open, openPlace] = ["", undefined];
  };
  const copyTo = (target: { readonly line: number; readonly column: number }) => {
    for (; line < target.line; line += 1) {
      numbers[line] = written.length;
      open += (lines[line] ?? "").slice(column);
      endLine(line);
      column = 0;
    }
    numbers[line] = written.length;
    open += (lines[line] ?? "").slice(column, target.column);
    column = target.column;
  };
  for (const { target, rendering } of renderings) {
    const { from, to, block } = target;
    if (rendering.state !== undefined && block !== undefined) {
      const key = `${block.line} ${block.ordinal}`;
      const { state } = rendering;
      if (states.get(key)?.state !== "stale") {
        states.set(key, { line: 0, sourceLine: block.line, ordinal: block.ordinal, state });
      }
    }
    if (rendering.text === undefined) continue;
    copyTo(from);
    open += rendering.text;
    openPlace ??= rendering.place;
    for (let skipped = line; skipped <= to.line; skipped += 1) numbers[skipped] = written.length;
    [line, column] = [to.line, to.column];
  }
  copyTo({ line: lines.length - 1, column: lines.at(-1)?.length ?? 0 });
  endLine(lines.length - 1);
  const passages = [...states.values()].map(({ sourceLine, ordinal, state }): Passage => {
    return { line: numbers[sourceLine] ?? sourceLine, ordinal, state };
  });
  return { body: written.join("\n"), passages, places };
}
