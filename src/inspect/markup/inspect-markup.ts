import { XmlError } from "../../xml/xml-events.ts";
import { readXmlTree, type XmlDocument } from "../../xml/xml-tree.ts";
import { judgeTraces } from "../disclosure/judge-traces.ts";
import { Traces } from "../disclosure/traces.ts";
import type { Inspection } from "../inspection.ts";
import { traceLooseMarkup } from "./trace-loose-markup.ts";
import { traceMarkup } from "./trace-markup.ts";

/** A drawing or a page that stands alone. */
export interface MarkupFacts {
  readonly kind: "svg" | "html";
  readonly sizeBytes: number;
}

/** @returns undefined where the text does not begin as a drawing or a page. */
export function markupKindOf(text: string): MarkupFacts["kind"] | undefined {
  const start = text
    .slice(0, 20_000)
    .replace(/^\uFEFF/, "")
    .replace(/<!--(?:[^-]|-(?!->))*-->|<\?[^>]*\?>|<!DOCTYPE[^[>]*(?:\[[^\]]*\])?\s*>/gi, "")
    .trimStart();
  if (/^<(?:[a-z]+:)?svg\b/i.test(start)) return "svg";
  return /^<(?:html|head|body)\b/i.test(start) ? "html" : undefined;
}

/** Says what a drawing or page tells. What is no well-formed XML is searched all the same. */
export function inspectMarkup(
  text: string,
  kind: MarkupFacts["kind"],
  sizeBytes: number,
): Inspection {
  const traces = new Traces();
  const document = readMarkup(text);
  if (document === undefined) traceLooseMarkup(traces, "", text);
  else traceMarkup(traces, "", document);
  return {
    facts: { kind, sizeBytes },
    traces: traces.list,
    tells: judgeTraces(traces),
    diagnostics: [],
    textOf: () => text,
  };
}

/** @returns undefined where the text is no XML that can be read; entities are not obeyed. */
export function readMarkup(text: string): XmlDocument | undefined {
  try {
    return readXmlTree(text);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return undefined;
  }
}
