import { FORMATS, type Format } from "../../source/book-options.ts";
import type { BuildRequest } from "../request.ts";
import { RequestError } from "../request-error.ts";

/** What is asked for and changes nothing: a field of the request, and the format that it is for. */
export interface IdleField {
  readonly field: keyof BuildRequest;
  readonly format: Format;
}

/** Fields that say how one format looks, and to which no other format listens. */
const FIELDS_OF: Readonly<Record<Format, readonly (keyof BuildRequest)[]>> = {
  pdf: ["paper", "sides", "greyscale", "participants"],
  epub: ["fonts", "maxSizeBytes"],
};

/**
 * What is asked for of a format that is not made.
 *
 * @param formats that are made.
 * @throws RequestError for sheets of paper where no PDF is made.
 */
export function listIdleFields(
  request: BuildRequest,
  formats: readonly Format[],
): readonly IdleField[] {
  const { sheets = "pages" } = request;
  if (sheets !== "pages" && !formats.includes("pdf")) {
    const option = sheets === "booklet" ? "booklet" : "nup";
    throw new RequestError(
      `Unexpected \`--${option}\` for EPUB alone, expected a PDF to be made`,
      `Only a PDF has sheets of paper: write \`--format pdf\`, or leave \`--${option}\` out.`,
    );
  }
  return FORMATS.filter((format) => !formats.includes(format)).flatMap((format) =>
    FIELDS_OF[format]
      .filter((field) => request[field] !== undefined)
      .map((field) => ({ field, format })),
  );
}
