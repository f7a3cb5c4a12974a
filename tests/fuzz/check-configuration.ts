import assert from "node:assert/strict";
import { buildCurriculum } from "../../src/curriculum/curriculum.ts";
import { readConfiguration } from "../../src/source/configuration.ts";
import { readPages } from "../../src/source/pages.ts";
import { WORDING } from "../support/wording.ts";
import { demandSoundDiagnostics } from "./diagnostic-rules.ts";
import { demandInside, demandXmlText } from "./plain-rules.ts";

const PATH = "handpress.yaml";
const PAGES: Readonly<Record<string, string>> = {
  "a/a.md":
    "---\nlayout: module\ntitle: A\npermalink: /a/\ninput:\n  - name: B\n    url: /b/\n---\nText.\n",
  "a/b.md": "---\ntitle: B\nadids: input\npermalink: /b/\n---\nText.\n",
};

/** The bytes of `handpress.yaml`, and what pages become with it. */
export function checkConfiguration(bytes: Uint8Array): void {
  const { value, diagnostics } = readConfiguration({ path: PATH, bytes });
  const text = new TextEncoder();
  const files = Object.entries(PAGES).map(([path, page]) => ({ path, bytes: text.encode(page) }));
  const pages = readPages(files, value, WORDING);
  assert.equal(pages.value.length, files.length, "pages do not depend on the configuration");
  const built = buildCurriculum(pages.value, Object.keys(PAGES), value, pages.unreadable);
  demandSoundDiagnostics([...diagnostics, ...pages.diagnostics, ...built.diagnostics], {
    ...PAGES,
    [PATH]: bytes,
  });

  const { output, theme, assets, brand, licence, language, maxSizeBytes, formats, editions } =
    value;
  const paths = [output, theme, ...assets, brand?.logo?.path];
  for (const path of paths) if (path !== undefined) demandInside(path);
  for (const colour of Object.values(brand?.colours ?? {})) {
    assert.match(colour.colour, /^#[0-9a-f]{6}$/);
  }
  if (licence !== undefined) assert.match(licence.url, /^(?:https?:\/\/[^\s]+)?$/);
  if (language !== undefined) assert.equal(Intl.getCanonicalLocales(language)[0], language);
  if (maxSizeBytes !== undefined) assert.ok(Number.isInteger(maxSizeBytes) && maxSizeBytes > 0);
  for (const one of formats ?? []) assert.ok(one === "pdf" || one === "epub");
  for (const one of editions ?? []) assert.ok(one === "trainer" || one === "participant");
  const shown = [value.title, value.publisher, brand?.name, ...(brand?.contact ?? [])];
  for (const one of [...shown, licence?.name]) {
    if (one !== undefined) demandXmlText(one, "a text of the configuration");
  }
}
