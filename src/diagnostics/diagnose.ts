import type { Diagnostic, Place } from "./diagnostic.ts";
import type { Rule, RuleText } from "./rule.ts";

/** Signs that no name of a place has: braces with them are text. */
type Foreign = " " | "." | "=" | ":" | "|" | '"';

type PlacesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends "" | `${string}${Foreign}${string}` ? never : Name) | PlacesIn<Rest>
  : never;

type PlacesOf<Text extends RuleText> = PlacesIn<Text["message"]> | PlacesIn<Text["hint"]>;

/** Nothing for a text without places, else each of them: one that lacks or is unknown does not compile. */
export type ValuesOf<Text extends RuleText> = [PlacesOf<Text>] extends [never]
  ? readonly []
  : readonly [Readonly<Record<PlacesOf<Text>, string | number>>];

/**
 * Fills a text.
 *
 * @param values by the names in its braces, as they are to be read.
 */
export function fillText<const Text extends RuleText>(
  text: Text,
  ...[values]: ValuesOf<Text>
): RuleText {
  return fill(text, values);
}

function fill(
  { message, hint }: RuleText,
  values: Readonly<Record<string, string | number>> = {},
): RuleText {
  const put = (text: string) =>
    text.replace(/\{(\w+)\}/g, (braces, name: string) =>
      Object.hasOwn(values, name) ? String(values[name]) : braces,
    );
  return { message: put(message), hint: put(hint) };
}

type TextsOf<Code extends string, Table extends Readonly<Record<Code, Rule>>> = NonNullable<
  Table[Code]["texts"]
>;

/**
 * A problem by its rule: code, severity and words are the rule's, the place and the values what was
 * found. A rule that is an error or a warning begins as an error; who knows better lowers it.
 *
 * @param variant which of the rule's texts.
 */
export function diagnose<
  Code extends string,
  Table extends Readonly<Record<Code, Rule>>,
  Variant extends keyof TextsOf<Code, Table>,
>(
  table: Table,
  code: Code,
  variant: Variant,
  place: Place,
  ...[values]: ValuesOf<TextsOf<Code, Table>[Variant]>
): Diagnostic {
  const rule = table[code];
  const text = rule.texts?.[String(variant)] ?? { message: rule.summary, hint: rule.explanation };
  const { severity } = rule;
  const filled = fill(text, values);
  return {
    code,
    severity: severity === "either" ? "error" : severity,
    message: filled.message,
    place,
    hint: filled.hint,
  };
}
