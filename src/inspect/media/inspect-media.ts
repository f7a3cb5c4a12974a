import { latin1 } from "../boxes/read-boxes.ts";
import { PrivacyFindings } from "../disclosure/privacy-findings.ts";
import { type Inspection, inspectionOf } from "../inspection.ts";
import { searchFilm } from "./search-film.ts";
import { isRecording, searchRecording } from "./search-sound.ts";

/** First boxes of films, old ones too, which have no `ftyp`. */
const FIRST = /^(?:ftyp|moov|mdat|wide|pnot)$/;

/** @returns undefined where it is neither MP4, MOV or M4A nor MP3. Pictures are asked for before. */
export function nameMedia(bytes: Uint8Array): string | undefined {
  const first = latin1(bytes, 4, 4);
  if (FIRST.test(first)) {
    const brand = latin1(bytes, 8, 4);
    if (first !== "ftyp" || brand === "qt  ") return "film (QuickTime)";
    return /^M4[AB] /.test(brand) ? "sound recording (M4A)" : "film or recording (MP4)";
  }
  return isRecording(bytes) ? "sound recording (MP3)" : undefined;
}

/** Says what the notes of a film or recording tell. Its pictures and sound are not looked into. */
export function inspectMedia(bytes: Uint8Array, label: string): Inspection {
  const findings = new PrivacyFindings();
  if (isRecording(bytes)) searchRecording(findings, bytes);
  else searchFilm(findings, bytes);
  return inspectionOf({ kind: "media", label, sizeBytes: bytes.length }, findings);
}
