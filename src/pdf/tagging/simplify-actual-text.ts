import { type PDFDocument, PDFName, PDFRef } from "@cantoo/pdf-lib";
import { deflateStream } from "../deflate-stream.ts";
import type { Edit } from "./mark-artifacts.ts";
import {
  type Cluster,
  type Clusters,
  type GlyphTexts,
  removeSpan,
  type UsedFont,
} from "./read-clusters.ts";
import { sayWords } from "./say-words.ts";
import { shareText } from "./share-text.ts";
import type { MarkedStream } from "./structure.ts";
import { writeUnicodeMap } from "./write-unicode-map.ts";

/**
 * Lets fonts say what their glyphs say. Where one glyph serves several characters (an apostrophe and
 * a quotation mark), Chromium's fonts name one of them, and a span around each glyph (`ActualText`,
 * ISO 32000-1 §14.9.4) the right one. A glyph that has one text in the whole book gets it in its
 * font, and needs no spans: some readers lose what stands in a tag after them. Where a font draws
 * several characters with several glyphs, the browser knows no text for some of them and writes
 * U+0000, which no font may say (ISO 14289-1 §7.21.7): they get their share of what the span says.
 *
 * @returns what is to be changed: spans that go, and those of words from the right.
 */
export function sayGlyphs(
  document: PDFDocument,
  clusters: Clusters,
): ReadonlyMap<MarkedStream, readonly Edit[]> {
  const changed = nameGlyphs([...clusters.values()].flat());
  for (const [font, texts] of changed) writeTexts(document, font, texts);
  const read: GlyphTexts = (font, code) =>
    changed.get(font)?.get(code) ?? font.printed.text.get(code);
  const edits = new Map<MarkedStream, readonly Edit[]>();
  for (const [stream, list] of clusters) {
    const { edits: ofWords, said } = sayWords(list, read);
    const ofSpans = list.flatMap((one) => (said.has(one) ? [] : dropSpan(one, read)));
    if (ofWords.length + ofSpans.length > 0) edits.set(stream, [...ofWords, ...ofSpans]);
  }
  return edits;
}

/** The span around a glyph that says the same by itself. */
function dropSpan({ said, span, glyphs }: Cluster, read: GlyphTexts): readonly Edit[] {
  const [glyph, ...more] = glyphs;
  if (span === undefined || said === undefined || glyph === undefined || more.length > 0) return [];
  if (!isSameText(read(glyph.font, glyph.code), said)) return [];
  return removeSpan(span);
}

/** A space that holds words together reads as a space. */
function isSameText(one: string | undefined, other: string): boolean {
  return one === other || (one === " " && other === "\u00A0");
}

/** The texts of those glyphs that say another than their font does. */
function nameGlyphs(
  clusters: readonly Cluster[],
): ReadonlyMap<UsedFont, ReadonlyMap<number, string>> {
  const told = new Map<UsedFont, Map<number, Set<string>>>();
  const tell = (font: UsedFont, code: number, text: string) => {
    const ofFont = told.get(font) ?? new Map<number, Set<string>>();
    told.set(font, ofFont.set(code, (ofFont.get(code) ?? new Set()).add(text)));
  };
  for (const { said, glyphs } of clusters) {
    if (said === undefined) continue;
    const shares = shareText(said, glyphs);
    for (const [at, { font, code }] of glyphs.entries()) tell(font, code, shares[at] ?? "");
  }
  const changed = new Map<UsedFont, Map<number, string>>();
  for (const [font, texts] of told) {
    for (const [code, list] of texts) {
      const own = font.printed.text.get(code);
      if (own !== NOTHING && font.loose.has(code)) list.add(own ?? "");
      const [text = ""] = list;
      if (isSameText(own, text) || (own !== NOTHING && list.size > 1)) continue;
      changed.set(font, (changed.get(font) ?? new Map()).set(code, text));
    }
  }
  return changed;
}

/** What Chromium writes for a glyph that it knows no text of. */
const NOTHING = "\0";

function writeTexts(
  document: PDFDocument,
  { dictionary, printed }: UsedFont,
  texts: ReadonlyMap<number, string>,
): void {
  const bytes = writeUnicodeMap(new Map([...printed.text, ...texts]), printed.codeBytes);
  const stream = deflateStream(document.context, bytes);
  const key = PDFName.of("ToUnicode");
  const before = dictionary.get(key);
  if (before instanceof PDFRef) document.context.assign(before, stream);
  else dictionary.set(key, document.context.register(stream));
}
