import { descendantsOf } from "../../xml/xml-tree.ts";
import { readImage } from "../image/read-image.ts";
import { type Diagnose, diagnoseIn, type Report } from "./book-diagnostics.ts";
import type { Book, BookDocument } from "./read-book.ts";

const RASTER = /^image\/(?:png|jpeg|gif|webp)$/;
/** What programs for drawing leave in their files. */
const EDITORS = /inkscape|sodipodi|adobe|sketch|figma|corel/i;

/** Pictures are without notes, and drawings without programs. */
export function checkPictures(book: Book, report: Report): void {
  for (const { path, mediaType } of book.package?.items ?? []) {
    if (path === undefined) continue;
    const diagnose = diagnoseIn(report, path);
    const drawing = mediaType === "image/svg+xml" ? book.documents.get(path) : undefined;
    if (drawing !== undefined) checkDrawing(drawing, diagnose);
    if (!RASTER.test(mediaType)) continue;
    const { noteKinds = new Set() } = readImage(book.bytes(path) ?? new Uint8Array()) ?? {};
    if (noteKinds.size > 0) diagnose("EPB602 image", {}, { kinds: [...noteKinds].join(", ") });
  }
}

function checkDrawing({ root }: BookDocument, diagnose: Diagnose): void {
  const nodes = [...descendantsOf(root)];
  const note = nodes.find((node) => node.local === "metadata" || EDITORS.test(node.uri));
  if (note !== undefined) diagnose("EPB602 drawing", note, { element: note.name });
  const script = nodes.find(
    (node) =>
      node.local === "script" || node.attributes.some(({ local }) => /^on[a-z]+$/.test(local)),
  );
  if (script !== undefined) diagnose("EPB312 drawing", script, { element: script.name });
}
