import { createHash, randomBytes } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";

/**
 * What is temporary carries the mark of the run that made it, `1234-5f0c9a1e-b81d22f7`: the number
 * of the process, where such numbers are counted, and chance. A later run can tell by it whether
 * the maker still lives. A mark is gone with the thing it names, so nothing of it reaches an output.
 */
export const MARK = "\\d+-[0-9a-f]{8}-[0-9a-f]{8}";

const issued = new Set<string>();

/** A mark that nobody else has. */
export function issueMark(): string {
  const mark = `${process.pid}-${countingPlace()}-${randomBytes(4).toString("hex")}`;
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
  const [number = "", place] = mark.split("-");
  if (place !== countingPlace()) return ageMs > strangeAgeMs;
  // In containers a run often has the number of the one before it.
  if (Number(number) === process.pid) return !issued.has(mark);
  return !isAlive(Number(number));
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // Whatever else the answer is (a process of another user), there is one.
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
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
    place = createHash("sha256").update(known).digest("hex").slice(0, 8);
  }
  return place;
}
