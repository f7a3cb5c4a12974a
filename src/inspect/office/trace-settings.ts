import { descendantsOf, type XmlNode } from "../../xml/xml-tree.ts";
import type { Traces } from "../disclosure/traces.ts";
import type { DocumentNotes } from "./document-notes.ts";
import { ownText, readValue } from "./node-values.ts";
import { traceFolder } from "./trace-target.ts";

/** `settings.xml`: the printer, and the numbers by which documents are compared. */
export function traceSettings(notes: DocumentNotes, place: string, root: XmlNode): void {
  const { traces } = notes;
  const named = new Map<string, string>();
  for (const node of descendantsOf(root)) {
    if (node.local !== "config-item") continue;
    const name = readValue(node, "name") ?? "";
    const value = ownText(node);
    if (value === "") continue;
    if (/^(?:Printer(?:Name|Setup)|PrintFaxName)$/.test(name)) named.set(name, value);
    else if (/^Rsid(?:Root)?$/.test(name)) notes.addSave(value, name === "RsidRoot");
    else if (/^CurrentDatabase(?:DataSource|Command)$/.test(name))
      traces.add("TEL203", place, name, value);
    else traceFolder(traces, place, name, value);
  }
  const printer = named.get("PrinterName") ?? named.get("PrintFaxName");
  if (printer !== undefined) tracePrinter(traces, place, "PrinterName", printer);
  else if (named.has("PrinterSetup")) traces.add("TEL510", place, "PrinterSetup", "its settings");
}

/** Printers that are none, and come with every system. */
const COMMON =
  /^(?:Generic Printer|Microsoft (?:Print to PDF|XPS Document Writer)|Print to PDF|PDF)$/i;

/** Names of printers tell an office, and often whose. */
export function tracePrinter(traces: Traces, place: string, field: string, name: string): void {
  traces.add(COMMON.test(name) ? "TEL504" : "TEL510", place, field, name);
}
