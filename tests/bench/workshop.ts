import { loadCurriculum } from "../../src/build/load/load-curriculum.ts";
import { listFontNeeds, openFonts } from "../../src/build/load/open-fonts.ts";
import { openTheme } from "../../src/build/load/open-theme.ts";
import { type CompiledBook, compileBook } from "../../src/build/make/compile-book.ts";
import { createLazyBrowser } from "../../src/build/make/lazy-browser.ts";
import { makeEpub } from "../../src/build/make/make-epub.ts";
import { settleBuild } from "../../src/build/plan/build-settings.ts";
import { type Book, listBooks } from "../../src/build/plan/select-books.ts";
import { sumCurriculum } from "../../src/build/record/describe-origin.ts";
import { createDocumentStore } from "../../src/build/stores/document-store.ts";
import { openPageMemory } from "../../src/build/stores/page-memory.ts";
import { createPictureStore } from "../../src/build/stores/picture-store.ts";
import type { Host } from "../../src/host/host.ts";
import { nodeFileSystem } from "../../src/host/node-file-system.ts";
import type { ImageStore } from "../../src/image/image.ts";

/** A curriculum with all that its books are made with, as the command line has it. */
export async function openWorkshop(root: string) {
  const machine: Host = {
    fileSystem: nodeFileSystem,
    cwd: root,
    command: "./handpress",
  };
  const loaded = await loadCurriculum(machine, root, "");
  const theme = await openTheme(machine, loaded, undefined);
  const fonts = await openFonts(machine, listFontNeeds(loaded, theme));
  const settings = settleBuild(machine, loaded, {});
  const pages = await openPageMemory(machine);
  const browser = createLazyBrowser(undefined);
  const origin = { version: "0.0.0-test", curriculumSum: sumCurriculum(loaded) };
  // Empty each time: what is measured is the work.
  const openSources = () => ({
    loaded,
    documents: createDocumentStore(loaded, loaded.wording),
    pictures: createPictureStore(machine, () => loaded),
  });
  const tools = {
    host: machine,
    ...openSources(),
    settings,
    theme,
    fonts,
    browser,
    pages,
    ...origin,
  };
  return {
    ...tools,
    books: listBooks(loaded.curriculum, "all"),
    compile: (book: Book, prepared?: ImageStore): Promise<CompiledBook> =>
      compileBook(openSources(), book, { links: "notes" }, prepared),
    async makeEpub(compiled: CompiledBook): Promise<Uint8Array> {
      const { bytes } = await makeEpub(tools, compiled, undefined);
      if (bytes === undefined) throw new Error("no book was made");
      return bytes;
    },
  };
}
