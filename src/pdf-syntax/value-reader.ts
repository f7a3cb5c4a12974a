import type { Limits } from "./limits.ts";
import { decodeText, type PdfDict, type PdfList, PdfStream, type PdfValue } from "./pdf-value.ts";

/** Texts are names, remarks, programs of forms. */
const LONGEST_TEXT = 1_000_000;

/** Reads values by their kind, also where a reference stands for them; another kind is absent. */
export abstract class ValueReader {
  abstract resolve(value: PdfValue | undefined): PdfValue | undefined;

  /** How much a file may ask for. */
  abstract readonly limits: Limits;

  /** The bytes of a stream, empty where it cannot be unpacked. */
  abstract decode(stream: PdfStream): Uint8Array;

  /** Notes what stands in the file and no reader shows. */
  abstract notice(oddity: string): void;

  /** Notes what cannot be read. */
  protected abstract blame(fault: string): void;

  /** A dictionary, or that of a stream. */
  dict(value: PdfValue | undefined): PdfDict | undefined {
    const found = this.resolve(value);
    if (found instanceof PdfStream) return found.dict;
    return found instanceof Map ? found : undefined;
  }

  list(value: PdfValue | undefined): PdfList | undefined {
    const found = this.resolve(value);
    return Array.isArray(found) ? found : undefined;
  }

  /** A value that may stand alone or in a list. */
  oneOrMore(value: PdfValue | undefined): PdfList {
    const found = this.resolve(value);
    if (found === undefined) return [];
    return Array.isArray(found) ? found : [found];
  }

  stream(value: PdfValue | undefined): PdfStream | undefined {
    const found = this.resolve(value);
    return found instanceof PdfStream ? found : undefined;
  }

  /** A name without its slash. */
  name(value: PdfValue | undefined): string | undefined {
    const found = this.resolve(value);
    return typeof found === "string" ? found.slice(1) : undefined;
  }

  number(value: PdfValue | undefined): number | undefined {
    const found = this.resolve(value);
    return typeof found === "number" ? found : undefined;
  }

  text(value: PdfValue | undefined): string | undefined {
    const found = this.resolve(value);
    if (!(found instanceof Uint8Array)) return undefined;
    if (found.length > LONGEST_TEXT)
      this.blame(`a text of more than ${LONGEST_TEXT} bytes is too large`);
    return decodeText(found.subarray(0, LONGEST_TEXT));
  }
}
