/** A file that a print document may ask for, served from memory. */
export interface Asset {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** A document to print. Nothing but `html` and `assets` can be reached from it. */
export interface PrintRequest {
  /** A whole HTML document. Addresses in it are relative to `https://book.invalid/`. */
  readonly html: string;
  /** By path below `https://book.invalid/`, without a leading slash: `fonts/text.woff2`. */
  readonly assets: ReadonlyMap<string, Asset>;
}

/** What one print of a document has beside its pages. */
export interface PrintChoice {
  readonly tagged: boolean;
  readonly outline: boolean;
  /** Ids whose places are named as well; those that links of the document lead to always are. */
  readonly places?: readonly string[];
  /** Ids of elements that a page with nothing on it stands before. Of this print only. */
  readonly blankPagesBefore?: readonly string[];
}

/** An open document. */
export interface PrintSession {
  /** Sets the text of elements by id, without running any script of the document. */
  fill(texts: ReadonlyMap<string, string>): Promise<void>;
  /** Prints with the document's own `@page` sizes. Bytes of a PDF as the browser wrote it. */
  print(options: PrintChoice): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** A running, isolated browser. Throws BrowserError when it dies or refuses. */
export interface Browser {
  /** `HeadlessChrome/153.0.…`: for `doctor`, never for a file that is passed on. */
  readonly version: string;
  open(request: PrintRequest): Promise<PrintSession>;
  close(): Promise<void>;
}
