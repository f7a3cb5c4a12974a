// Run by archive.test.ts in other time zones: prints the hash of a book with image and cover.
import { createHash } from "node:crypto";
import { renderEpub } from "../../src/epub/render-epub.ts";
import { COVER_FONTS } from "./cover-fonts.ts";
import { loadHandout, makeImages, makeSampleBook } from "./sample-book.ts";

// An hour that summer time skips in one of the zones: 29 March 2026 in many of them.
const book = { ...makeSampleBook(), modified: "2026-03-29T02:30:00Z" };
const epub = await renderEpub(book, await loadHandout(), makeImages("lessons/Walk.PNG"), {
  coverFonts: COVER_FONTS,
});
console.log(createHash("sha256").update(epub).digest("hex"));
