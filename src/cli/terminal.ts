import type { Host } from "../host/host.ts";

/** Where a command runs; tests give their own. */
export interface Shell extends Host {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Of Handpress. */
  readonly version: string;
  readonly terminal: Terminal;
}

/** Options that most commands take. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
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

/** How a command ends: docs/when-something-fails.md. */
export const EXIT = {
  clean: 0,
  contentErrors: 1,
  usage: 2,
  machine: 3,
  defect: 70,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
