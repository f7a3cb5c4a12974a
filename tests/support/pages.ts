import type { ElementContent, PageDocument } from "../../src/markup/document.ts";
import type { Page, PageHeader } from "../../src/source/page.ts";

/** A header with nothing in it but what a test gives. */
export function makeHeader(header: Partial<PageHeader> = {}): PageHeader {
  return {
    kind: "session",
    title: "",
    breadcrumb: "",
    summary: "",
    authors: [],
    platforms: [],
    level: "",
    prerequisites: [],
    redirectFrom: [],
    parents: [],
    stages: { activity: [], input: [], deepening: [], synthesis: [] },
    durationText: "",
    licence: "",
    attributions: [],
    ...header,
  };
}

export function makePage(path: string, header: Partial<PageHeader> = {}, language = "en"): Page {
  return {
    path,
    language,
    namedBy: "path",
    basePath: path,
    header: makeHeader(header),
    place: { file: path, line: 1 },
    body: "",
    bodyLine: 1,
  };
}

export function makeDocument(
  children: readonly ElementContent[],
  parts: Partial<PageDocument> = {},
): PageDocument {
  return {
    body: { type: "root", children: [...children] },
    headings: [],
    footnotes: [],
    anchors: new Map(),
    images: [],
    ...parts,
  };
}

export function makeText(value: string): ElementContent {
  return { type: "text", value };
}

export function makeElement(
  tagName: string,
  properties: Record<string, string | string[]>,
  ...children: readonly (ElementContent | string)[]
): ElementContent {
  return {
    type: "element",
    tagName,
    properties,
    children: children.map((child) => (typeof child === "string" ? makeText(child) : child)),
  };
}
