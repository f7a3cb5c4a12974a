import { SaxesParser, type SaxesTagNS } from "saxes";

/** An element's start, with its names resolved (Namespaces in XML 1.0). */
export interface XmlTag {
  readonly name: string;
  readonly local: string;
  readonly uri: string;
  readonly attributes: Readonly<Record<string, XmlTagAttribute>>;
}

export interface XmlTagAttribute {
  readonly name: string;
  readonly local: string;
  readonly uri: string;
  readonly value: string;
}

/** What a reader of XML is told. Any may throw: that ends the reading. */
export interface XmlHandlers {
  /** @param offset of the `<`, in UTF-16 code units. */
  open(tag: XmlTag, offset: number): void;
  close(): void;
  /** Also what stands in CDATA sections. */
  text(value: string, isCdata: boolean): void;
  /** What stands between `<!DOCTYPE` and `>`. May give values for names of entities. */
  doctype?(declaration: string): Readonly<Record<string, string>> | undefined;
  instruction?(target: string, body: string, offset: number): void;
  comment?(value: string): void;
}

/** The text is not well-formed, or says what we refuse to read. */
export class XmlError extends Error {
  /** UTF-16 code units from the beginning. */
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.name = "XmlError";
    this.offset = offset;
  }
}

/** Of one element: each is compared with the others, and none has more than a few dozen. */
const MOST_ATTRIBUTES = 1000;

/**
 * Reads XML 1.0 with namespaces. Declarations within a document type are never obeyed: entities
 * that they would define are unknown ones.
 *
 * @throws XmlError at the first fault.
 */
export function readXmlEvents(text: string, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: true });
  let opened = 0;
  let attributes = 0;
  parser.on("error", (error) => {
    throw new XmlError(error.message.replace(/^\d+:\d+: /, ""), parser.position);
  });
  parser.on("doctype", (declaration) => {
    Object.assign(parser.ENTITIES, handlers.doctype?.(declaration));
  });
  parser.on("processinginstruction", ({ target, body }) => {
    handlers.instruction?.(target, body, text.lastIndexOf("<?", parser.position - 1));
  });
  if (handlers.comment !== undefined) parser.on("comment", (value) => handlers.comment?.(value));
  // The only event before the attributes: afterwards a `<` could stand in one of their values.
  parser.on("opentagstart", () => {
    attributes = 0;
    opened = text.lastIndexOf("<", parser.position - 1);
  });
  parser.on("attribute", () => {
    attributes += 1;
    if (attributes > MOST_ATTRIBUTES) throw new XmlError("too many attributes", opened);
  });
  parser.on("opentag", (tag: SaxesTagNS) => handlers.open(tag, opened));
  parser.on("closetag", () => handlers.close());
  parser.on("text", (value) => handlers.text(value, false));
  parser.on("cdata", (value) => handlers.text(value, true));
  parser.write(text).close();
}
