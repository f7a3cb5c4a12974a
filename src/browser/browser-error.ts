/** What went wrong with the browser. `missing` and `path` mean exit code 3. */
export type BrowserProblem =
  /** No browser was found anywhere. */
  | "missing"
  /** The option or the environment names a browser that is not there. */
  | "path"
  /** It was found and does not start. */
  | "start"
  /** It died, twice. */
  | "died"
  /** A document took longer than the time allowed. */
  | "hung"
  /** A document asked for something that is not on its list, or went to another address. */
  | "refused"
  /** A font or picture on the list could not be used. */
  | "unusable";

/** A browser that cannot do its work. `details` are lines for the reader, one matter each. */
export class BrowserError extends Error {
  readonly problem: BrowserProblem;
  readonly details: readonly string[];
  constructor(
    problem: BrowserProblem,
    message: string,
    details: readonly string[] = [],
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = "BrowserError";
    this.problem = problem;
    this.details = details;
  }
}

/** There is no browser. `details` name three ways to get one on this system. */
export class BrowserMissing extends BrowserError {
  constructor(details: readonly string[]) {
    super("missing", "No browser was found that could print the PDF", details);
    this.name = "BrowserMissing";
  }
}
