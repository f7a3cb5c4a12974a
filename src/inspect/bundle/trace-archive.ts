import type { ArchiveEntry, ArchiveTime } from "../../archive/archive-entry.ts";
import { classifyText } from "../disclosure/field-rules.ts";
import { classifyLeftover } from "../disclosure/leftover-files.ts";
import { nameZone } from "../disclosure/name-zone.ts";
import type { Traces } from "../disclosure/traces.ts";

/** Numbers of extra fields (APPNOTE 4.5, and Info-ZIP's list). */
const EXTRA = { unixTimes: 0x5455, unixOwner: 0x7875, oldUnix: 0x5855, ntfs: 0x000a } as const;
/** Systems that say more than "some program" (APPNOTE 4.4.2). */
const SYSTEMS: Readonly<Record<number, string>> = {
  3: "Unix",
  7: "Macintosh",
  10: "Windows",
  19: "macOS",
};

/** Tells what the tables of a ZIP archive say beside the files: times, owners, systems, comments. */
export function traceArchive(
  traces: Traces,
  entries: readonly ArchiveEntry[],
  comment: string,
): void {
  if (comment.trim() !== "") traceText(traces, "archive comment", comment);
  const times = new Map<string, ArchiveTime>();
  const systems = new Set<string>();
  for (const entry of entries) {
    times.set(showTime(entry.modified), entry.modified);
    const system = SYSTEMS[entry.packedOn];
    if (system !== undefined) systems.add(system);
    const leftover = classifyLeftover(entry.name);
    if (leftover !== undefined) traces.add(leftover, "", "file", entry.name);
    if (entry.comment.trim() !== "") traceText(traces, `comment of ${entry.name}`, entry.comment);
    for (const code of classifyText(`/${entry.name}`))
      if (code === "TEL103") traces.add(code, "", "file", entry.name);
    for (const { id, data } of entry.extras) traceExtra(traces, entry, id, data);
  }
  for (const system of systems) traces.add("TEL508", "", "zip", system);
  traceTimes(traces, [...times.keys()].sort());
}

function traceText(traces: Traces, field: string, text: string): void {
  traces.add("TEL802", "", field, text);
  for (const code of classifyText(text)) traces.add(code, "", field, text);
}

/** Times that are all alike were set by a program that keeps quiet, or in one go. */
function traceTimes(traces: Traces, times: readonly string[]): void {
  const [first = "", last = first] = [times[0], times.at(-1)];
  if (first === "" || first.startsWith("1980-0")) return;
  if (first !== last) traces.add("TEL603", "", "zip", `${first} to ${last}`);
  else traces.add(first.endsWith(" 00:00:00") ? "TEL602" : "TEL601", "", "zip", first);
}

function traceExtra(traces: Traces, entry: ArchiveEntry, id: number, data: Uint8Array): void {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (id === EXTRA.unixOwner && data.length >= 4) {
    const sizes = data[1] ?? 0;
    const user = readNumber(data.subarray(2, 2 + sizes));
    traces.add("TEL106", "", "zip", `user ${user}`);
  }
  if (id === EXTRA.oldUnix && data.length >= 12)
    traces.add("TEL106", "", "zip", `user ${view.getUint16(8, true)}`);
  const seconds =
    id === EXTRA.unixTimes && data.length >= 5 && (view.getUint8(0) & 1) === 1
      ? view.getInt32(1, true)
      : id === EXTRA.oldUnix && data.length >= 8
        ? view.getInt32(4, true)
        : undefined;
  if (seconds !== undefined) traceZone(traces, entry.modified, seconds);
  if (id === EXTRA.ntfs) traces.add("TEL508", "", "zip", "Windows");
}

/** The wall's clock beside the world's: their difference is the zone of who packed it. */
function traceZone(traces: Traces, wall: ArchiveTime, seconds: number): void {
  const zone = nameZone(secondsOf(wall), seconds, 2);
  if (zone !== undefined) traces.add("TEL003", "", "zip", zone);
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
