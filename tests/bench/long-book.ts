import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { STAGES } from "../../src/source/page.ts";
import { REPOSITORY } from "../support/run-handpress.ts";
import { openWorkshop } from "./workshop.ts";

const SESSIONS = 250;
const BETWEEN_LOOKS_MS = 100;

/**
 * Builds one book of more than 500 pages, of the sessions of a curriculum over and over, and says how
 * much memory all its processes took together. Lines of text; nothing where there is no `/proc`.
 */
export async function measureLongBook(root: string): Promise<readonly string[]> {
  if (process.platform !== "linux") return [];
  const folder = mkdtempSync(join(tmpdir(), "handpress-bench-"));
  try {
    await writeCurriculum(root, folder);
    const program = ["--import", "tsx", join(REPOSITORY, "src/cli/main.ts")];
    const args = [...program, "build", folder, "-f", "pdf", "-o", join(folder, "out"), "--json"];
    const child = spawn(process.execPath, args, {
      cwd: REPOSITORY,
      env: { ...process.env, XDG_CACHE_HOME: join(folder, "cache") },
      stdio: ["ignore", "pipe", "ignore"],
    });
    let said = "";
    child.stdout.on("data", (part) => {
      said += part;
    });
    let peakKb = 0;
    const look = setInterval(() => {
      peakKb = Math.max(peakKb, sumMemoryKb(child.pid ?? 0));
    }, BETWEEN_LOOKS_MS);
    await new Promise((settle) => child.on("close", settle));
    clearInterval(look);
    const { built } = JSON.parse(said) as { built: { files: { pageCount: number }[] }[] };
    const pages = built[0]?.files[0]?.pageCount ?? 0;
    return [
      `a book of ${pages} pages, all processes together       ${Math.round(peakKb / 1000)} MB`,
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One module whose sessions are those of a curriculum, again and again, without their pictures. */
async function writeCurriculum(root: string, folder: string): Promise<void> {
  const workshop = await openWorkshop(root);
  const language = workshop.loaded.curriculum.sourceLanguage;
  const bodies = (workshop.loaded.curriculum.modules.get(language) ?? [])
    .flatMap(({ stages }) => STAGES.flatMap((stage) => stages[stage]))
    .flatMap((session) => (session.kind === "session" ? [session.page.body] : []))
    .map((body) => body.replace(/!\[[^\]]*\]\([^)]*\)/g, ""));
  const names = Array.from({ length: SESSIONS }, (_, at) => `session-${at}`);
  mkdirSync(join(folder, "en"));
  for (const [at, name] of names.entries()) {
    const head = `---\ntitle: Session ${at}\npermalink: /en/${name}/\n---\n`;
    writeFileSync(join(folder, "en", `${name}.md`), head + (bodies[at % bodies.length] ?? ""));
  }
  const list = names.map((name) => `  - name: ${name}\n    url: /en/${name}/`).join("\n");
  writeFileSync(
    join(folder, "en", "module.md"),
    `---\ntitle: A long module\npermalink: /en/module/\nactivity:\n${list}\n---\n`,
  );
}

/** What a process and all below it take, each shared page counted once, in part by each. */
function sumMemoryKb(top: number): number {
  const children = new Map<number, number[]>();
  for (const name of readdirSync("/proc")) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    const parent = Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1]);
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const waiting = [top];
  let sum = 0;
  for (let pid = waiting.pop(); pid !== undefined; pid = waiting.pop()) {
    sum += Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
    waiting.push(...(children.get(pid) ?? []));
  }
  return sum;
}

/** Processes end while they are looked at. */
function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
