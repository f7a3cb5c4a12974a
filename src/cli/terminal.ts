import type { World } from "../world/world.ts";

/** Everything of the machine that a command may use; tests give their own. */
export interface Machine {
  readonly world: World;
  /** Absolute path of the current folder. */
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly terminal: Terminal;
  /** How this program was called: what hints name, ready to be typed. */
  readonly command: string;
  /** Absolute path of a folder of this user's, for what saves time; nothing is kept without it. */
  readonly cacheFolder?: string;
}

export interface Terminal {
  /** Results: standard output. */
  out(text: string): void;
  /** Everything else: standard error. */
  note(text: string): void;
  /** True where standard error is a terminal that can rewrite a line. */
  readonly canRewrite: boolean;
  readonly colour: boolean;
}

/** How a command ends; see the README. */
export const EXIT = {
  clean: 0,
  contentErrors: 1,
  usage: 2,
  machine: 3,
  defect: 70,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The command line asks for something that cannot be: exit code 2. */
export class UsageError extends Error {
  /** What to do; a hint that names a command asks how the program is called. */
  readonly hint: string | ((command: string) => string) | undefined;
  constructor(message: string, hint?: string | ((command: string) => string)) {
    super(message);
    this.name = "UsageError";
    this.hint = hint;
  }
}
