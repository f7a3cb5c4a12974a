import { type DefaultTreeAdapterTypes, parse } from "parse5";

/** A piece of what a document says, with the language that it is marked with. */
export interface Spoken {
  readonly text: string;
  readonly language: string;
  /** Names of the element and of those around it, nearest first. */
  readonly path: readonly string[];
}

const SAYING = ["aria-label", "alt", "title"];

/** Every text of a document and every attribute that is read aloud, in order. */
export function listSpoken(html: string): readonly Spoken[] {
  const found: Spoken[] = [];
  const walk = (
    nodes: readonly DefaultTreeAdapterTypes.ChildNode[],
    language: string,
    path: readonly string[],
  ) => {
    for (const node of nodes) {
      if (node.nodeName === "#text" && "value" in node && node.value.trim() !== "") {
        found.push({ text: node.value.trim(), language, path });
      }
      if (!("attrs" in node)) continue;
      const attribute = (name: string) => node.attrs.find((one) => one.name === name)?.value;
      const own = attribute("lang") ?? language;
      const inside = [node.tagName, ...path];
      for (const name of SAYING) {
        const text = attribute(name);
        if (text !== undefined) found.push({ text, language: own, path: inside });
      }
      if (node.tagName !== "style") walk(node.childNodes, own, inside);
    }
  };
  // An empty element of XHTML would swallow what follows in HTML.
  walk(parse(html.replace(/<\?xml[^>]*\?>/, "")).childNodes, "", []);
  return found;
}
