import { buildCurriculum, type Curriculum } from "../../src/curriculum/curriculum.ts";
import { createResolver } from "../../src/curriculum/resolver.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import type { PageDocument } from "../../src/markup/document.ts";
import { readMarkup } from "../../src/markup/markup.ts";
import { readConfiguration } from "../../src/source/configuration.ts";
import type { Page, SourceFile } from "../../src/source/page.ts";
import { readPages } from "../../src/source/pages.ts";
import { WORDING } from "../support/wording.ts";
import type { Surroundings } from "./xhtml-rules.ts";

/** Where the page of a case stands, in a small curriculum in two languages. */
export const CASE_PATH = "locks/case.md";

const text = new TextEncoder();
const page = (header: string, body = "## Goals\n\nText.\n") => `---\n${header}\n---\n${body}`;

const FILES: Readonly<Record<string, string>> = {
  "handpress.yaml": "site: [https://site.example/base, /base]\nassets: [assets]\n",
  "locks/locks.md": page(
    "layout: module\ntitle: Locks\npermalink: /locks/\ninput:\n  - name: Keys\n    url: /locks/keys/\n  - name: Case\n    url: /locks/case/",
  ),
  "locks/keys.md": page("title: Keys\nadids: input\npermalink: /locks/keys/"),
  "ar/locks/keys.md": page("title: مفاتيح\nlanguage: ar\nadids: input\npermalink: /ar/locks/keys/"),
  "locks/قفل.md": page("title: Lock\nadids: input\npermalink: /locks/قفل/"),
  "assets/lock.png": "",
  "assets/ü b.png": "",
  "locks/key.svg": "",
  "locks/form.pdf": "",
};

/** Texts of the files, for the places of messages. */
export function filesWith(bytes: Uint8Array): Readonly<Record<string, string | Uint8Array>> {
  return { ...FILES, [CASE_PATH]: bytes };
}

/** Whatever is no image says so when it is opened as one. */
export const IMAGES: ReadonlySet<string> = new Set([...Object.keys(FILES), CASE_PATH]);

/** What the stages up to `curriculum` make of a case. */
export interface ReadCase {
  readonly curriculum: Curriculum;
  /** Undefined where the case's bytes are no page. */
  readonly page: Page | undefined;
  readonly around: Surroundings;
  readonly diagnostics: readonly Diagnostic[];
}

const CONFIGURATION = readConfiguration(sourceFile("handpress.yaml")).value;
/** They are the same for every case, and read once. */
const AROUND = readPages(Object.keys(FILES).map(sourceFile), CONFIGURATION, WORDING);
const PATHS = [...Object.keys(FILES), CASE_PATH];

function sourceFile(path: string): SourceFile {
  return { path, bytes: text.encode(FILES[path]) };
}

export function readCase(bytes: Uint8Array): ReadCase {
  const read = readPages([{ path: CASE_PATH, bytes }], CONFIGURATION, WORDING);
  const pages = [...AROUND.value, ...read.value];
  const built = buildCurriculum(pages, PATHS, CONFIGURATION, read.unreadable);
  return {
    curriculum: built.value,
    page: read.value[0],
    around: { pages: new Set(pages.map(({ path }) => path)), images: IMAGES },
    diagnostics: [...read.diagnostics, ...built.diagnostics],
  };
}

/** The document of a page, as books have it. */
export function readDocument(
  curriculum: Curriculum,
  found: Page,
): { readonly document: PageDocument; readonly diagnostics: readonly Diagnostic[] } {
  const { value, diagnostics } = readMarkup(found, createResolver(curriculum, found), WORDING);
  return { document: value, diagnostics };
}
