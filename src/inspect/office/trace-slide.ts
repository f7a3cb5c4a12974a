import { childrenOf, descendantsOf, type XmlNode } from "../../xml/xml-tree.ts";
import type { DocumentNotes } from "./document-notes.ts";
import { isOn, ownText, readValue } from "./node-values.ts";

/** Hidden slides, notes for the speaker, remarks and tags (ECMA-376 part 1 §19). */
export function traceSlidePart(notes: DocumentNotes, place: string, root: XmlNode): void {
  const { traces } = notes;
  if (root.local === "sld") {
    const isShown = isOn(readValue(root, "show"));
    if (isShown)
      for (const node of descendantsOf(root))
        if (node.local === "t") notes.addPrinted(ownText(node));
    const text = isShown ? "" : notes.wordsOf(root, /^t$/, " ");
    if (!isShown) traces.add("TEL808", place, "slide", text === "" ? "a slide" : `slide ${text}`);
  }
  if (root.local === "notes") traceSpeakerNotes(notes, place, root);
  for (const node of descendantsOf(root)) {
    const { local } = node;
    if (local === "chgData") notes.addPerson(place, "author", readValue(node, "name") ?? "");
    if (local === "cmAuthor" || (local === "author" && readValue(node, "name") !== undefined)) {
      notes.addPerson(place, "author of a remark", readValue(node, "name") ?? "");
      const account = readValue(node, "userId") ?? "";
      // Without an account the name stands there once more.
      if (account !== "" && account !== readValue(node, "name"))
        notes.addPerson(place, "userId", account);
    }
    if (local === "cm" || local === "reply") {
      const text = notes.wordsOf(node, /^(?:t|text)$/, " ");
      notes.addRemark(place, "comment", "", text, readValue(node, "authorId") !== undefined);
      notes.addDate(place, readValue(node, "dt") ?? readValue(node, "created") ?? "");
    }
    if (local === "tag")
      traces.addField(place, `tag ${readValue(node, "name") ?? ""}`, readValue(node, "val") ?? "");
  }
}

/** What the speaker reads stands in one frame of the page; others have its number and date. */
function traceSpeakerNotes(notes: DocumentNotes, place: string, root: XmlNode): void {
  for (const shape of descendantsOf(root)) {
    if (shape.local !== "sp") continue;
    const kinds = [...descendantsOf(shape)].filter(({ local }) => local === "ph");
    if (kinds.some((one) => /^(?:sldNum|dt|hdr|ftr|sldImg)$/.test(readValue(one, "type") ?? "")))
      continue;
    const text = childrenOf(shape, "txBody").map((body) => notes.wordsOf(body, /^t$/, " "));
    if (text.join("") !== "") notes.traces.add("TEL854", place, "notes", text.join(" "));
  }
}
