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
