import type { PrivacyFindings } from "../disclosure/privacy-findings.ts";

/**
 * What short names stand for: of QuickTime and MP4 (QuickTime File Format §User data atoms), where
 * the first sign of most is ©, and of ID3 (ID3v2.4 native frames §4, and those of version 2.2).
 */
const NAMES: readonly (readonly [names: RegExp, name: string])[] = [
  [/^\u00A9xyz$/, "location.ISO6709"],
  [
    /^(?:\u00A9(?:ART|wrt|dir|prd)|aART|TPE?\d|TCOM|TCM|TOPE|TOA|TE?XT|TOLY|TMCL|TIPL|IPLS)$/,
    "artist",
  ],
  [/^(?:\u00A9aut|auth)$/, "author"],
  // Not what, but who: «encoded by».
  [/^(?:TENC|TEN)$/, "created by"],
  [/^(?:apID|ownr|TOWN|TRSO)$/, "owner"],
  [/^(?:\u00A9day|purd|TDRC|TDEN|TDTG|TDRL|TDOR|TYER?|TDAT|TIME|TRDA|TORY)$/, "date"],
  [/^\u00A9mak$/, "make"],
  [/^\u00A9mod$/, "model"],
  [/^(?:\u00A9(?:swr|too|enc|req)|TSSE?)$/, "encoder"],
  [/^(?:\u00A9(?:cmt|des|inf)|desc|dscp|COMM?|USLT|ULT)$/, "comment"],
  [/^(?:\u00A9cpy|cprt|TCOP|TCR)$/, "copyright"],
  [/^(?:TOFN?)$/, "filename"],
  // What a piece says of itself for everybody.
  [
    /^(?:\u00A9(?:nam|alb|gen)|titl|TIT\d|TT\d|TSOT|TALB?|TOAL|TCON?|TRCK|TRK|TPOS|TPA|TLEN?|TLAN?)$/,
    "title",
  ],
];
const PREFIX = /^com\.(?:apple\.quicktime|android|apple\.photos)\./;

/** @returns undefined where a short name is none that is known. */
export function nameField(short: string): string | undefined {
  return NAMES.find(([names]) => names.test(short))?.[1];
}

/** Tells one note of a film or recording, by its name in words or as Apple writes it. */
export function searchMediaField(findings: PrivacyFindings, written: string, value: string): void {
  const name = written.replace(PREFIX, "");
  if (value === "" || /location\.accuracy/i.test(name)) return;
  if (/location\.ISO6709$/i.test(name)) findings.add("TEL001", "GPS", showPlace(value));
  // The photograph that was taken with a film has the same number.
  else if (/content\.identifier$/i.test(name)) findings.add("TEL406", name, value);
  else if (name === "title") findings.add("TEL951", `recording:${name}`, value);
  else if (/^owner|^account/i.test(name)) findings.add("TEL101", name, value);
  else if (/comment|lyrics/i.test(name)) findings.addComment(name, value);
  else findings.addField(`recording:${name}`, value);
}

/** ISO 6709 as cameras write it: `+52.1000+004.3000+003.2/`. */
function showPlace(value: string): string {
  const [, latitude, longitude] = /^([+-][\d.]{1,20})([+-][\d.]{1,20})/.exec(value) ?? [];
  return latitude === undefined ? value : `${Number(latitude)}, ${Number(longitude)}`;
}
