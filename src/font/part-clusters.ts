import type { FacePlan } from "./choose-faces.ts";
import { holds } from "./code-points.ts";

/** A letter or sign and the marks on it that have no letter of their own in Unicode: q́, m̀, n̄. */
const MARKED = /\P{M}[\u0300-\u036f]+/gu;

/** Draws nothing, breaks no line, and ends what a browser takes from one file. */
const WORD_JOINER = "\u2060";

/**
 * Faces come in slices, and a browser draws a letter and its marks from one file or not at all: of
 * "m̀" the letter is in one slice and the mark in another, and a face that is none of ours is taken.
 * The wide families have both for every letter of Latin, Greek and Cyrillic. Where still no file has,
 * as for a mark on an arrow, an invisible sign parts them, and each comes from a face of its own.
 */
export function partClusters(text: string, { chains, files }: FacePlan): string {
  const isWhole = (cluster: string) => {
    const codePoints = [...cluster.normalize("NFC")].map((one) => one.codePointAt(0) ?? 0);
    return [chains.text, chains.heads, chains.mono].every((chain) =>
      files.some(
        ({ family, declared }) =>
          chain.includes(family) && codePoints.every((one) => holds(declared, one)),
      ),
    );
  };
  return text.replace(MARKED, (cluster) =>
    isWhole(cluster) ? cluster : [...cluster.normalize("NFC")].join(WORD_JOINER),
  );
}
