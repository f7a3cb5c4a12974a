import type { XmlNode } from "../../xml/xml-tree.ts";

/** An attribute by its local name, whatever its namespace: versions of the formats differ in these. */
export function readValue(node: XmlNode, local: string): string | undefined {
  return node.attributes.find((one) => one.local === local && !one.uri.endsWith("/xmlns/"))?.value;
}

/** On, unless it says otherwise (ECMA-376 part 1 §22.9.2.7). */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(?:0|false|off|none)$/i.test(value);
}

/** A child that has to stand first. Others are not looked through: there may be a million. */
export function headOf(node: XmlNode, local: string): XmlNode | undefined {
  const found = node.children.slice(0, 4).find((one) => one.kind === "element");
  return found?.kind === "element" && found.local === local ? found : undefined;
}

/** The text that stands in an element itself, and not in others within it. */
export function ownText(node: XmlNode): string {
  return node.children.map((child) => (child.kind === "text" ? child.value : "")).join("");
}
