import type { ArchiveEntry, ArchiveTime } from "../../archive/archive-entry.ts";
import { isKnownExtra } from "../../archive/find-oddities.ts";
import { findUnlisted, isPlainlyLaid, readArchiveComment } from "../../archive/read-archive.ts";
import { classifyText } from "../disclosure/field-rules.ts";
import { classifyLeftover } from "../disclosure/leftover-files.ts";
import { nameZone } from "../disclosure/name-zone.ts";
import type { PrivacyFindings } from "../disclosure/privacy-findings.ts";

/** Numbers of extra fields (APPNOTE 4.5, and Info-ZIP's list). */
const EXTRA = {
  unixTimes: 0x5455,
  unixOwner: 0x7875,
  oldUnix: 0x5855,
  ntfs: 0x000a,
  path: 0x7075,
} as const;
/** Of NTFS and of Unix: seconds between 1601 and 1970. */
const EPOCHS_APART_SECONDS = 11_644_473_600;
const NEUTRAL_UNTIL_SECONDS = Date.UTC(1980, 8, 30) / 1000;
const LONGEST_TEXT = 10_000;
/** Systems that say more than "some program" (APPNOTE 4.4.2). */
const SYSTEMS: Readonly<Record<number, string>> = {
  3: "Unix",
  7: "Macintosh",
  10: "Windows",
  19: "macOS",
};

/** Some programs unpack such a file beside or above the folder that they were given. */
const LEAVES = /^(?:[\\/]|[A-Za-z]:)|(?:^|[\\/])\.\.(?:[\\/]|$)/;

/** Tells what a ZIP archive says beside its files: times, owners, systems, comments, what is hidden. */
export function searchArchive(
  findings: PrivacyFindings,
  entries: readonly ArchiveEntry[],
  archive: Uint8Array,
): void {
  const comment = readArchiveComment(archive);
  for (const bytes of findUnlisted(archive, entries)) {
    findings.note("TEL709 noFile", "zip", { bytes: bytes.length });
    findings.addText("zip", readLatin(bytes));
  }
  if (comment !== "") findings.addComment("archive comment", comment);
  if (!isPlainlyLaid(archive, entries)) findings.note("TEL705 overlap", "archive");
  const times = new Map<string, ArchiveTime>();
  const systems = new Set<string>();
  const names = new Set<string>();
  for (const entry of entries) {
    if (names.has(entry.name)) findings.at(entry.name).note("TEL705 sameName", "file");
    names.add(entry.name);
    times.set(showTime(entry.modified), entry.modified);
    if (LEAVES.test(entry.name)) findings.note("TEL705 leavingPath", "file", { name: entry.name });
    const system = SYSTEMS[entry.packedOn];
    if (system !== undefined) systems.add(system);
    const leftover = classifyLeftover(entry.name);
    if (leftover !== undefined) findings.add(leftover, "file", entry.name);
    for (const odd of entry.oddities) findings.at(entry.name).add("TEL705", "archive", odd);
    if (entry.comment !== "") findings.addComment(`comment of ${entry.name}`, entry.comment);
    for (const code of classifyText(`/${entry.name}`))
      if (code === "TEL103") findings.add(code, "file", entry.name);
    if (entry.otherName !== undefined)
      findings.note("TEL704 otherName", "file", { name: entry.name, other: entry.otherName });
    for (const { id, data } of entry.extras) searchExtra(findings, entry, id, data);
  }
  const shown = [...times.keys()].sort();
  // Without times it is what a cleaning tool leaves, which calls every system Unix.
  if (shown.every(isNeutral)) systems.delete("Unix");
  for (const system of systems) findings.add("TEL508", "zip", system);
  searchTimes(findings, shown);
}

/** The earliest that an archive can say, or none at all. */
function isNeutral(time: string): boolean {
  return time.startsWith("1980-0");
}

/** Times that are all alike were set by a program that keeps quiet, or in one go. */
function searchTimes(findings: PrivacyFindings, times: readonly string[]): void {
  const [first = "", last = first] = [times[0], times.at(-1)];
  if (times.every(isNeutral)) return;
  if (first !== last) findings.note("TEL603 times", "zip", { first, last });
  else findings.add(first.endsWith(" 00:00:00") ? "TEL602" : "TEL601", "zip", first);
}

function searchExtra(
  findings: PrivacyFindings,
  entry: ArchiveEntry,
  id: number,
  data: Uint8Array,
): void {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (!isKnownExtra(id, data, entry.name))
    findings.at(entry.name).add("TEL705", "zip", `field 0x${id.toString(16).padStart(4, "0")}`);
  if (id === EXTRA.unixOwner && data.length >= 4) {
    const sizes = data[1] ?? 0;
    const user = readNumber(data.subarray(2, 2 + sizes));
    findings.note("TEL106 user", "zip", { user });
  }
  if (id === EXTRA.oldUnix && data.length >= 12)
    findings.note("TEL106 user", "zip", { user: view.getUint16(8, true) });
  const seconds =
    id === EXTRA.unixTimes && data.length >= 5 && (view.getUint8(0) & 1) === 1
      ? view.getInt32(1, true)
      : id === EXTRA.oldUnix && data.length >= 8
        ? view.getInt32(4, true)
        : undefined;
  if (seconds !== undefined) {
    searchZone(findings, entry.modified, seconds);
    searchSeconds(findings, entry, seconds);
  }
  if (id === EXTRA.ntfs) {
    findings.add("TEL508", "zip", "Windows");
    // Behind four bytes without a sense, a number and a length (APPNOTE 4.5.5).
    if (data.length >= 16)
      searchSeconds(
        findings,
        entry,
        Number(view.getBigUint64(8, true) / 10_000_000n) - EPOCHS_APART_SECONDS,
      );
  } else if (!Object.values<number>(EXTRA).includes(id)) {
    searchField(findings, id, readLatin(data));
  } else if (id === EXTRA.path && new TextDecoder().decode(data.subarray(5)) !== entry.name) {
    searchField(findings, id, new TextDecoder().decode(data.subarray(5)));
  }
}

/** A field that no rule of ours reads. */
function searchField(findings: PrivacyFindings, id: number, text: string): void {
  if (text === "") return;
  const field = `zip field 0x${id.toString(16).padStart(4, "0")}`;
  findings.add("TEL704", field, text);
  findings.addText(field, text);
}

/** Exact times that the field keeps where the archive's own say nothing. */
function searchSeconds(
  findings: PrivacyFindings,
  { modified }: ArchiveEntry,
  seconds: number,
): void {
  if (!isNeutral(showTime(modified)) || seconds < NEUTRAL_UNTIL_SECONDS) return;
  const shown = new Date(Math.min(seconds, 8.64e12) * 1000).toISOString().slice(0, 19);
  findings.add("TEL601", "zip", `${shown.replace("T", " ")} UTC`);
}

function readLatin(bytes: Uint8Array): string {
  const text = new TextDecoder("latin1").decode(bytes.subarray(0, LONGEST_TEXT));
  return text.replace(/[^ -~]+/g, " ").trim();
}

/** The wall's clock beside the world's: their difference is the zone of who packed it. */
function searchZone(findings: PrivacyFindings, wall: ArchiveTime, seconds: number): void {
  const zone = nameZone(secondsOf(wall), seconds, 2);
  if (zone !== undefined) findings.add("TEL003", "zip", zone);
}

/** The archive's own clock, read as if it were UTC. */
export function secondsOf({ year, month, day, hours, minutes, seconds }: ArchiveTime): number {
  return Date.UTC(year, month - 1, day, hours, minutes, seconds) / 1000;
}

function readNumber(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte, at) => sum + byte * 256 ** at, 0);
}

function showTime({ year, month, day, hours, minutes, seconds }: ArchiveTime): string {
  return `${year}-${pad(month)}-${pad(day)} ${pad(hours)}:${pad(minutes)}:${pad(seconds)}`;
}

function pad(count: number): string {
  return String(count).padStart(2, "0");
}
