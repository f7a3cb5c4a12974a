import type { Diagnostic, Place } from "./diagnostic.ts";
import { fillMessage, type KeyOf, type ValuesOf } from "./message-table.ts";
import type { RuleText, TextTable } from "./rule.ts";

/** What can be told has a hint. */
export interface Told extends Diagnostic {
  readonly hint: string;
}

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
    const { code, message, hint } = fillMessage(table, key, values);
    const { severity } = table[code] as RuleText;
    return {
      code,
      severity: severity === "either" ? "error" : severity,
      message: tidy(message),
      place,
      hint,
    };
  };
}
