import { XmlError } from "../../xml/xml-events.ts";
import { readXmlTree, type XmlDocument } from "../../xml/xml-tree.ts";

/** @returns undefined where the text is no XML that can be read; entities are not obeyed. */
export function readMarkup(text: string): XmlDocument | undefined {
  try {
    return readXmlTree(text);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return undefined;
  }
}
