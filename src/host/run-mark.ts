import { createHash, randomBytes } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";

/**
 * What is temporary carries the mark of the run that made it, `1234-5f0c9a1e-07c3d1a2-b81d22f7`: the
 * number of the process, where such numbers are counted, when it began, and chance. A later run can tell by it whether
 * the maker still lives. A mark is gone with the thing it names, so nothing of it reaches an output.
 */
export const MARK = "\\d+(?:-[0-9a-f]{8}){3}";

const issued = new Set<string>();

/** A mark that nobody else has. */
export function issueMark(): string {
  const chance = randomBytes(4).toString("hex");
  const mark = `${process.pid}-${countingPlace()}-${beginOf(process.pid)}-${chance}`;
  issued.add(mark);
  return mark;
}

/**
 * True where the run that made a thing is dead. Of a process that is counted elsewhere (another
 * container, another machine on a shared folder, before this start of the machine) nothing can be
 * asked: age decides.
 *
 * @param ageMs of the thing, by the clock of its file system.
 * @param strangeAgeMs an age that no living run's thing of this kind has.
 */
export function isLeftOver(mark: string, ageMs: number, strangeAgeMs: number): boolean {
  const [number = "", place, begin = ""] = mark.split("-");
  if (place !== countingPlace()) return ageMs > strangeAgeMs;
  // In containers a run often has the number of the one before it.
  if (Number(number) === process.pid) return !issued.has(mark);
  return !isAlive(Number(number), begin);
}

/** Numbers are given again, and those of threads are asked for like processes: the begin tells them apart. */
function isAlive(processId: number, begin: string): boolean {
  try {
    process.kill(processId, 0);
    const found = beginOf(processId);
    return found === UNKNOWN_BEGIN || begin === UNKNOWN_BEGIN || found === begin;
  } catch (error) {
    // Whatever else the answer is (a process of another user), there is one.
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}

const UNKNOWN_BEGIN = "00000000";

/** When a process began, in ticks since the machine did, as a hash (proc_pid_stat(5), field 22). */
function beginOf(processId: number): string {
  try {
    const stat = readFileSync(`/proc/${processId}/stat`, "latin1");
    // The name of the program, in brackets, may hold anything.
    const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    return ticks === undefined ? UNKNOWN_BEGIN : hash(ticks);
  } catch {
    // Not Linux, or without /proc: the number has to do.
    return UNKNOWN_BEGIN;
  }
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}

let place: string | undefined;

/**
 * Changes with each start of the machine and differs between containers, so that it tells nobody
 * which machine it was. Elsewhere than on Linux process numbers are counted once a machine.
 */
function countingPlace(): string {
  if (place === undefined) {
    let known = process.platform as string;
    try {
      known = `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8")} ${readlinkSync("/proc/self/ns/pid")}`;
    } catch {
      // Not Linux, or without /proc.
    }
    place = hash(known);
  }
  return place;
}
