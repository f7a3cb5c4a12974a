import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { EpubFacts } from "./epub/epub-facts.ts";
import type { PdfFacts } from "./pdf/pdf-facts.ts";

/** A file as it was inspected. Other kinds of files will be other members of `facts`. */
export interface Inspection {
  readonly facts: EpubFacts | PdfFacts | UnknownFacts;
  /** Places are files within the inspected one; an empty file name is that itself. */
  readonly diagnostics: readonly Diagnostic[];
  /** The text of a file within, for the line and the caret. */
  textOf(file: string): string | undefined;
}

/** A file of a kind that nothing here understands. */
export interface UnknownFacts {
  readonly kind: "unknown";
}
