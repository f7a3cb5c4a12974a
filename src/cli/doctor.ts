import { describeBrowser } from "../browser/describe-browser.ts";
import { printJson } from "./report.ts";
import { EXIT, type ExitCode, type Shell } from "./terminal.ts";

export interface DoctorOptions {
  readonly browser?: string;
  readonly json?: boolean;
}

/** The oldest Node.js that everything is tested on. */
const NODE_FLOOR = [20, 19] as const;

const SOURCES = {
  option: "named by --browser",
  environment: "named by the environment",
  embedded: "embedded, comes with Handpress",
  installed: "installed on this machine",
} as const;

/** Says what this machine has and lacks. EPUB needs no browser, so without one half still works. */
export async function runDoctor(shell: Shell, options: DoctorOptions): Promise<ExitCode> {
  const node = process.versions.node;
  const nodeIsEnough = isAtLeast(node, NODE_FLOOR);
  const report = await describeBrowser({ path: options.browser });
  const isWell = nodeIsEnough && report.problem === undefined;
  const code = isWell ? EXIT.clean : EXIT.machine;
  if (options.json) {
    printJson(shell, {
      exitCode: code,
      node,
      nodeIsEnough,
      browser: {
        path: report.found?.executablePath,
        source: report.found?.source,
        version: report.version,
        sandbox: report.sandbox,
        fallbackFont: report.fallbackFont,
        problem: report.problem?.message,
        notes: report.found?.notes,
      },
      cacheFolder: report.cacheFolder,
      hints: report.hints,
    });
    return code;
  }

  const lines = [
    `${mark(nodeIsEnough)} Node.js ${node}${nodeIsEnough ? "" : `, expected ${NODE_FLOOR.join(".")} or newer: install it from your system's packages or nodejs.org`}`,
    `${mark(true)} EPUB: nothing more is needed`,
  ];
  if (report.problem === undefined && report.found !== undefined) {
    lines.push(
      `${mark(true)} PDF: ${report.version ?? "a browser"} (${SOURCES[report.found.source]})`,
      `     ${report.found.executablePath}`,
    );
  } else {
    lines.push(`${mark(false)} PDF: ${report.problem?.message ?? "no browser"}`);
  }
  if (report.sandbox !== undefined) {
    lines.push(`${report.sandbox.state === "on" ? mark(true) : "note"} ${report.sandbox.reason}`);
  }
  for (const hint of report.hints) lines.push(`     hint: ${hint}`);
  if (report.fallbackFont !== undefined) {
    lines.push(`${mark(true)} Fonts: bundled; the machine's own are not used`);
  }
  for (const note of report.found?.notes ?? []) lines.push(`note ${note}`);
  lines.push(
    `     Unpacked files are kept in ${report.cacheFolder}; deleting that folder is safe.`,
  );
  shell.terminal.out(`${lines.join("\n")}\n`);
  return code;
}

function mark(isWell: boolean): string {
  return isWell ? "ok  " : "MISS";
}

function isAtLeast(version: string, floor: readonly [number, number]): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > floor[0] || (major === floor[0] && minor >= floor[1]);
}
