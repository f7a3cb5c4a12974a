import { showControls } from "../diagnostics/format-diagnostic.ts";
import type { Terminal } from "./terminal.ts";

/** Says what is being done: one rewritten line on a terminal, nothing elsewhere. */
export interface Progress {
  show(text: string): void;
  clear(): void;
}

const CLEAR_LINE = "\r\u001b[2K";

export function createProgress(terminal: Terminal, quiet: boolean): Progress {
  if (quiet || !terminal.canRewrite) return { show() {}, clear() {} };
  return {
    show: (text) => terminal.note(`${CLEAR_LINE}${showControls(text)}`),
    clear: () => terminal.note(CLEAR_LINE),
  };
}
