import { fillMessage, type KeyOf, type ValuesOf } from "../diagnostics/message-table.ts";
import { PDF_MESSAGES, type PdfFault } from "./pdf-messages.ts";

type Key = KeyOf<typeof PDF_MESSAGES>;

/** What was found, beside the values of the message. */
interface Found {
  /** Lines for the reader, one matter each. */
  readonly details?: readonly string[];
  /** What is set in fonts that are not the book's. */
  readonly strangers?: string;
  /** The first words that no page shows, with those behind them. */
  readonly lost?: readonly string[];
  readonly cause?: unknown;
}

/** A print that must not be published. */
export class PdfError<Given extends Key = Key> extends Error {
  readonly fault: PdfFault;
  /** Lines for the reader, one matter each: what was found, and last what to do. */
  readonly details: readonly string[];
  /** What is set in fonts that are not the book's. */
  readonly strangers: string;
  /** The first words that no page shows, with those behind them. */
  readonly lost: readonly string[];
  constructor(key: Given, found: Found, ...[values]: ValuesOf<typeof PDF_MESSAGES, Given>) {
    const { code, message, hint } = fillMessage(PDF_MESSAGES, key, values);
    super(message, found);
    this.name = "PdfError";
    this.fault = code as PdfFault;
    this.details = [...(found.details ?? []), ...(hint === "" ? [] : [hint])];
    this.strangers = found.strangers ?? "";
    this.lost = found.lost ?? [];
  }
}
