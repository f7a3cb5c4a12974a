export interface BundleFile {
  readonly name: string;
  /** `epub`, `pdf`, `image`, `text` …, `unknown`. */
  readonly kind: string;
  readonly unpackedBytes: number;
}

/** An archive that is neither a book nor an office document: a bundle of files. */
export interface BundleFacts {
  readonly kind: "zip";
  readonly files: readonly BundleFile[];
  readonly sizeBytes: number;
}

/** What a picture is. */
export interface ImageFacts {
  readonly kind: "image";
  readonly mediaType: string;
  /** 0 where the kind is known by its first bytes only. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly sizeBytes: number;
}

/** A drawing or a page that stands alone. */
export interface MarkupFacts {
  readonly kind: "svg" | "html";
  readonly sizeBytes: number;
}

/** A film or a recording of sound. */
export interface MediaFacts {
  readonly kind: "media";
  readonly label: string;
  readonly sizeBytes: number;
}

/** A document of an office program. */
export interface OfficeFacts {
  readonly kind: "office";
  /** What its files are called: `docx`, `ods` … */
  readonly format: string;
  readonly label: string;
  readonly files: readonly BundleFile[];
  readonly sizeBytes: number;
}

/** A text without a form of its own: notes, lists of sums, JSON. */
export interface TextFacts {
  readonly kind: "text";
  readonly sizeBytes: number;
}

/** A file of a kind that nothing here understands. */
export interface UnknownFacts {
  readonly kind: "unknown";
  /** What it is, where that much can be seen: `Word document of the old kind (.doc)`. */
  readonly label?: string;
}
