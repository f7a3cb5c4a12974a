import type { Diagnostic, Place } from "./diagnostic.ts";
import type { RuleText, TextTable, Words } from "./rule.ts";

/** Signs that no name of a place has: braces with them are text. */
type Foreign = " " | "." | "=" | ":" | '"' | "/" | "#" | "…";

type PlacesIn<Text extends string> = Text extends `${string}{${infer Inner}}${infer Rest}`
  ? NameOf<Inner> | PlacesIn<Rest>
  : never;

type NameOf<Inner extends string> = Inner extends `${string}{${infer Deeper}`
  ? NameOf<Deeper>
  : Inner extends `${infer Name}|${string}`
    ? Name
    : Inner extends "" | `${string}${Foreign}${string}`
      ? never
      : Inner;

type NamesOf<Text extends Words> = Text extends string ? never : keyof Text & string;

/** ` name` for each of a rule's texts: of the message, of the hint, or of both. */
type Choices<Rule extends RuleText> = [NamesOf<Rule["message"]>, NamesOf<Rule["hint"]>] extends [
  infer Message extends string,
  infer Hint extends string,
]
  ? [Message] extends [never]
    ? [Hint] extends [never]
      ? ""
      : ` ${Hint}`
    : [Hint] extends [never]
      ? ` ${Message}`
      : ` ${Extract<Message, Hint>}` | ` ${Message} ${Hint}`
  : never;

/**
 * A code, and behind it which of its texts, where it has several. Where both message and hint have,
 * the first name is the message's and the last the hint's; one name is that of both.
 */
export type KeyOf<Table extends TextTable> = {
  [Code in keyof Table & string]: `${Code}${Choices<Table[Code]>}`;
}[keyof Table & string];

type Chosen<Text extends Words, Name> = Text extends string
  ? Text
  : Name extends keyof Text
    ? Text[Name] & string
    : never;

type PlacesOf<
  Table extends TextTable,
  Key,
> = Key extends `${infer Code} ${infer First} ${infer Last}`
  ? PlacesIn<Chosen<Table[Code]["message"], First> | Chosen<Table[Code]["hint"], Last>>
  : Key extends `${infer Code} ${infer Name}`
    ? PlacesIn<Chosen<Table[Code]["message"], Name> | Chosen<Table[Code]["hint"], Name>>
    : Key extends keyof Table
      ? PlacesIn<Chosen<Table[Key]["message"], ""> | Chosen<Table[Key]["hint"], "">>
      : never;

/** Nothing for texts without places, else each of them: one that lacks or is unknown does not compile. */
type ValuesOf<Table extends TextTable, Key> = [PlacesOf<Table, Key>] extends [never]
  ? readonly []
  : readonly [Values<PlacesOf<Table, Key>>];

/** What can be told has a hint. */
export interface Told extends Diagnostic {
  readonly hint: string;
}

type Values<Name extends string> = Readonly<Record<Name, string | number>>;

/** Makes a diagnostic of what was found at a place. */
export type Diagnoser<Table extends TextTable> = <Key extends KeyOf<Table>>(
  key: Key,
  place: Place,
  ...values: ValuesOf<Table, Key>
) => Told;

/**
 * What makes the diagnostics of a room: code, severity and words are the rule's, the place and the
 * values what was found. A rule that is an error or a warning begins as an error; who knows better
 * lowers it.
 *
 * @param tidy what is done to a message that is filled.
 */
export function diagnoseBy<const Table extends TextTable>(
  table: Table,
  tidy: (message: string) => string = (message) => message,
): Diagnoser<Table> {
  return (key, place, ...[values]) => {
    const [code = "", ...names] = key.split(" ");
    const { severity, message, hint } = table[code] as RuleText;
    return {
      code,
      severity: severity === "either" ? "error" : severity,
      message: tidy(fill(choose(message, names[0]), values)),
      place,
      hint: fill(choose(hint, names.at(-1)), values),
    };
  };
}

function choose(words: Words, name = ""): string {
  return typeof words === "string" ? words : (words[name] ?? "");
}

function fill(text: string, values: Values<string> = {}): string {
  return text.replace(
    /\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}/g,
    (braces, name: string, one?: string, many = "") => {
      if (!Object.hasOwn(values, name)) return braces;
      const value = String(values[name]);
      if (one === undefined) return value;
      return value === "1" ? one : many.replace("#", () => value);
    },
  );
}
