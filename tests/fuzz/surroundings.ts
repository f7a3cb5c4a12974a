import { buildCurriculum, type Curriculum } from "../../src/curriculum/curriculum.ts";
import { createResolver } from "../../src/curriculum/resolver.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import type { PageDocument } from "../../src/markup/document.ts";
import { readMarkup } from "../../src/markup/markup.ts";
import { readConfiguration } from "../../src/source/configuration.ts";
import type { Page } from "../../src/source/page.ts";
import { readPages } from "../../src/source/pages.ts";
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

export function readCase(bytes: Uint8Array): ReadCase {
  const files = Object.entries(filesWith(bytes)).map(([path, content]) => ({
    path,
    bytes: typeof content === "string" ? text.encode(content) : content,
  }));
  const configuration = readConfiguration(files.find(({ path }) => path === "handpress.yaml"));
  const pages = readPages(files, configuration.value);
  const paths = files.map(({ path }) => path);
  const built = buildCurriculum(pages.value, paths, configuration.value, pages.unreadable);
  return {
    curriculum: built.value,
    page: pages.value.find(({ path }) => path === CASE_PATH),
    around: { pages: new Set(pages.value.map(({ path }) => path)), images: IMAGES },
    diagnostics: [...configuration.diagnostics, ...pages.diagnostics, ...built.diagnostics],
  };
}

/** The document of a page, as books have it. */
export function readDocument(
  curriculum: Curriculum,
  found: Page,
): { readonly document: PageDocument; readonly diagnostics: readonly Diagnostic[] } {
  const { value, diagnostics } = readMarkup(found, createResolver(curriculum, found));
  return { document: value, diagnostics };
}
