import {
  fillMessage,
  type KeyOf,
  type MessageTable,
  needsValue,
  type ValuesOf,
} from "../diagnostics/message-table.ts";

/** What was asked for cannot be: no such module, paper, language. The command line ends with 2. */
export class RequestError extends Error {
  /** What to do; a hint that names a command asks how the program is called. */
  readonly hint: string | ((command: string) => string) | undefined;
  constructor(message: string, hint?: string | ((command: string) => string)) {
    super(message);
    this.name = "RequestError";
    this.hint = hint;
  }
}

/** Makes the error of a request by its name in a table. Only whoever shows it knows `{command}`. */
export type Refuser<Table extends MessageTable> = <Key extends KeyOf<Table>>(
  key: Key,
  ...values: ValuesOf<Table, Key, "command">
) => RequestError;

/** What makes the errors of one table. */
export function refuseBy<const Table extends MessageTable>(table: Table): Refuser<Table> {
  return (key, ...[values]) => {
    const { message, hint } = fillMessage(table, key, values);
    if (!needsValue(table, key, "command")) return new RequestError(message, hint || undefined);
    return new RequestError(
      message,
      (command) => fillMessage(table, key, { ...values, command }).hint,
    );
  };
}
