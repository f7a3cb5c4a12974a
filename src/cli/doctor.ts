import { describeMachine, type MachineReport, OLDEST_NODE } from "../api/describe-machine.ts";
import { printJson } from "./report.ts";
import { type CommonOptions, EXIT, type ExitCode, type Shell } from "./terminal.ts";

export interface DoctorOptions extends CommonOptions {
  readonly browser?: string;
}

const SOURCES = {
  option: "named by --browser",
  environment: "named by the environment",
  embedded: "embedded, comes with Handpress",
  installed: "installed on this machine",
} as const;

/** Says what this machine has and lacks. EPUB needs no browser, so without one half still works. */
export async function runDoctor(shell: Shell, options: DoctorOptions): Promise<ExitCode> {
  const machine = await describeMachine(options.browser);
  const isWell = machine.nodeIsEnough && machine.browser.problem === undefined;
  const exitCode = isWell ? EXIT.clean : EXIT.machine;
  if (options.json) printJson(shell, { exitCode, ...machine });
  else
    shell.terminal.out(
      describe(machine)
        .map((line) => `${line}\n`)
        .join(""),
    );
  return exitCode;
}

function describe({
  node,
  nodeIsEnough,
  browser,
  cacheFolder,
  hints,
}: MachineReport): readonly string[] {
  const { path, source, version, sandbox, fallbackFont, problem, notes = [] } = browser;
  const missing = `, expected ${OLDEST_NODE} or newer: install it from your system's packages or nodejs.org`;
  return [
    `${mark(nodeIsEnough)} Node.js ${node}${nodeIsEnough ? "" : missing}`,
    `${mark(true)} EPUB: nothing more is needed`,
    ...(problem === undefined && source !== undefined
      ? [`${mark(true)} PDF: ${version ?? "a browser"} (${SOURCES[source]})`, `     ${path}`]
      : [`${mark(false)} PDF: ${problem ?? "no browser"}`]),
    ...(sandbox === undefined
      ? []
      : [`${sandbox.state === "on" ? mark(true) : "note"} ${sandbox.reason}`]),
    ...hints.map((hint) => `     hint: ${hint}`),
    ...(fallbackFont === undefined
      ? []
      : [`${mark(true)} Fonts: bundled; the machine's own are not used`]),
    ...notes.map((note) => `note ${note}`),
    `     Unpacked files are kept in ${cacheFolder}; deleting that folder is safe.`,
  ];
}

function mark(isWell: boolean): string {
  return isWell ? "ok  " : "MISS";
}
