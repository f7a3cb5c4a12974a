import { settleBuild } from "../../src/cli/build-settings.ts";
import { type CompiledBook, compileBook } from "../../src/cli/compile-book.ts";
import { sumCurriculum } from "../../src/cli/describe-origin.ts";
import { loadCurriculum } from "../../src/cli/load-curriculum.ts";
import { makeEpub } from "../../src/cli/make-epub.ts";
import { openFonts } from "../../src/cli/open-fonts.ts";
import { openTheme } from "../../src/cli/open-theme.ts";
import { openPageMemory } from "../../src/cli/page-memory.ts";
import { createPress } from "../../src/cli/press.ts";
import { type Book, listBooks } from "../../src/cli/select-books.ts";
import type { Machine } from "../../src/cli/terminal.ts";
import type { ImageStore } from "../../src/image/image.ts";
import { nodeWorld } from "../../src/world/node-world.ts";

/** A curriculum with all that its books are made with, as the command line has it. */
export async function openWorkshop(root: string) {
  const machine: Machine = {
    world: nodeWorld,
    cwd: root,
    command: "./handpress",
    environment: {},
    terminal: { out() {}, note() {}, canRewrite: false, colour: false },
  };
  const loaded = await loadCurriculum(machine, root, "");
  const theme = await openTheme(machine, loaded, undefined);
  const fonts = await openFonts(machine, loaded);
  const settings = settleBuild(machine, loaded, {});
  const pages = await openPageMemory(machine);
  const press = createPress(undefined);
  const origin = { version: "0.0.0-test", curriculumSum: sumCurriculum(loaded) };
  const tools = { machine, loaded, settings, theme, fonts, press, pages, ...origin };
  return {
    ...tools,
    books: listBooks(loaded.curriculum, "all"),
    compile: (book: Book, prepared?: ImageStore): Promise<CompiledBook> =>
      compileBook(machine, loaded, book, { links: "notes" }, loaded.wording, prepared),
    async makeEpub(compiled: CompiledBook): Promise<Uint8Array> {
      const { bytes } = await makeEpub(tools, compiled, undefined);
      if (bytes === undefined) throw new Error("no book was made");
      return bytes;
    },
  };
}
