/** One text, or one for each thing that can be found, by a name for it. */
export type Words = string | Readonly<Record<string, string>>;

/**
 * What is said, and what can be done. `{name}` stands for a value of what was found, and
 * `{name|a page|# pages}` for the first where the value is 1, else for the second, with the value for
 * its `#`. The code that finds something gives values, and no prose.
 */
export interface MessageText {
  readonly message: Words;
  readonly hint: Words;
}

/** What a room can say, by code. */
export type MessageTable = Readonly<Record<string, MessageText>>;

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

/** ` name` for each of its texts: of the message, of the hint, or of both. */
type Choices<Text extends MessageText> = [NamesOf<Text["message"]>, NamesOf<Text["hint"]>] extends [
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
export type KeyOf<Table extends MessageTable> = {
  [Code in keyof Table & string]: `${Code}${Choices<Table[Code]>}`;
}[keyof Table & string];

type Chosen<Text extends Words, Name> = Text extends string
  ? Text
  : Name extends keyof Text
    ? Text[Name] & string
    : never;

type PlacesOf<
  Table extends MessageTable,
  Key,
> = Key extends `${infer Code} ${infer First} ${infer Last}`
  ? PlacesIn<Chosen<Table[Code]["message"], First> | Chosen<Table[Code]["hint"], Last>>
  : Key extends `${infer Code} ${infer Name}`
    ? PlacesIn<Chosen<Table[Code]["message"], Name> | Chosen<Table[Code]["hint"], Name>>
    : Key extends keyof Table
      ? PlacesIn<Chosen<Table[Key]["message"], ""> | Chosen<Table[Key]["hint"], "">>
      : never;

/**
 * Nothing for texts without places, else each of them: one that lacks or is unknown does not compile.
 * `Later` are places that are filled by whoever shows the message.
 */
export type ValuesOf<Table extends MessageTable, Key, Later extends string = never> = ValuesFor<
  Exclude<PlacesOf<Table, Key>, Later>
>;

/** The same of one text. */
export type TextValues<Text extends string> = ValuesFor<PlacesIn<Text>>;

type ValuesFor<Name extends string> = [Name] extends [never]
  ? readonly []
  : readonly [Values<Name>];

type Values<Name extends string> = Readonly<Record<Name, string | number>>;

/** A message of a table, filled. */
export interface FilledMessage {
  /** By which it stands in the table. */
  readonly code: string;
  readonly message: string;
  /** Empty where there is nothing to do. */
  readonly hint: string;
}

/**
 * A message of a table with its values in their places; a place without a value stays as it is.
 *
 * @param key of a `KeyOf` the table.
 */
export function fillMessage(
  table: MessageTable,
  key: string,
  values?: Readonly<Record<string, string | number>>,
): FilledMessage {
  const [code = "", ...names] = key.split(" ");
  const { message, hint } = table[code] as MessageText;
  return {
    code,
    message: fillText(choose(message, names[0]), values),
    hint: fillText(choose(hint, names.at(-1)), values),
  };
}

/** True where a message of a table has a place of this name. */
export function needsValue(table: MessageTable, key: string, name: string): boolean {
  const { message, hint } = fillMessage(table, key);
  return `${message}${hint}`.includes(`{${name}}`);
}

function choose(words: Words, name = ""): string {
  return typeof words === "string" ? words : (words[name] ?? "");
}

/** A text with values in their places. */
export function fillText(text: string, values: Values<string> = {}): string {
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
