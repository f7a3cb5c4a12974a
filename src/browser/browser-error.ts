import { fillMessage, type KeyOf, type ValuesOf } from "../diagnostics/message-table.ts";
import { BROWSER_MESSAGES, type BrowserProblem } from "./browser-messages.ts";

type Key = KeyOf<typeof BROWSER_MESSAGES>;

/** A browser that cannot do its work. */
export class BrowserError<Given extends Key = Key> extends Error {
  readonly problem: BrowserProblem;
  /** Lines for the reader, one matter each: what was found, and last what to do. */
  readonly details: readonly string[];
  constructor(
    key: Given,
    found: { readonly details?: readonly string[]; readonly cause?: unknown },
    ...[values]: ValuesOf<typeof BROWSER_MESSAGES, Given>
  ) {
    const { code, message, hint } = fillMessage(BROWSER_MESSAGES, key, values);
    super(message, found);
    this.name = "BrowserError";
    this.problem = code as BrowserProblem;
    this.details = [...(found.details ?? []), ...(hint === "" ? [] : hint.split("\n"))];
  }
}
