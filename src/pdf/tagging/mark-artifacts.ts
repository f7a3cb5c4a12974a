import type { LoosePainting, MarkedContent } from "./read-marked-content.ts";

/** Artifacts of a page by what they are (ISO 32000-1 §14.8.2.2.2). */
const OPENINGS: Readonly<Record<LoosePainting["kind"], string>> = {
  header: "/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC\n",
  footer: "/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC\n",
  margin: "/Artifact <</Type /Pagination>> BDC\n",
  decoration: "/Artifact BMC\n",
};

/** A change of a stream at an offset. */
export interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly text: string;
}

/**
 * Puts everything that a stream paints outside of its marks into artifacts, and the sequences that
 * carry nothing to read as well. Nothing that is painted changes.
 *
 * @param decorations MCIDs whose content says nothing.
 * @param changes within the sequences.
 */
export function markArtifacts(
  bytes: Uint8Array,
  { sequences, loose }: MarkedContent,
  decorations: ReadonlySet<number>,
  changes: readonly Edit[],
): Uint8Array {
  const edits: Edit[] = [...changes];
  for (const { mcid, opening, close, closing } of sequences) {
    const [from, to] = opening;
    if (decorations.has(mcid)) {
      edits.push({ at: from, removed: to - from, text: OPENINGS.decoration.trimEnd() });
    }
    const [end, behind] = closing;
    if (close === end) continue;
    edits.push({ at: close, removed: 0, text: "EMC\n" });
    edits.push({ at: end, removed: behind - end, text: "" });
  }
  for (const { from, to, kind } of loose) {
    edits.push({ at: from, removed: 0, text: OPENINGS[kind] });
    edits.push({ at: to, removed: 0, text: "\nEMC" });
  }
  return applyEdits(bytes, edits);
}

/** Makes the changes of a stream, which do not overlap; the same bytes where there are none. */
export function applyEdits(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  if (edits.length === 0) return bytes;
  // Sorting keeps the order of those at one place: the end of a range stands before a beginning.
  const sorted = [...edits].sort((one, other) => one.at - other.at);
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const edit of sorted) {
    parts.push(bytes.subarray(at, edit.at), Buffer.from(edit.text, "latin1"));
    at = edit.at + edit.removed;
  }
  parts.push(bytes.subarray(at));
  return Buffer.concat(parts);
}
