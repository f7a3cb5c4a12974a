import type { BookStep } from "../api/named-curriculum.ts";
import { showControls } from "../diagnostics/format-diagnostic.ts";
import type { Terminal } from "./terminal.ts";

const CLEAR_LINE = "\r\u001b[2K";

/** Says which book is being made while `act` runs: one rewritten line on a terminal, nothing elsewhere. */
export async function withProgress<Result>(
  terminal: Terminal,
  { quiet, json }: { readonly quiet?: boolean | undefined; readonly json?: boolean | undefined },
  act: (onBook: (step: BookStep) => void) => Promise<Result>,
): Promise<Result> {
  if (quiet || json || !terminal.canRewrite) return await act(() => {});
  try {
    return await act(({ number, of, name }) =>
      terminal.note(`${CLEAR_LINE}${showControls(`[${number}/${of}] ${name}`)}`),
    );
  } finally {
    terminal.note(CLEAR_LINE);
  }
}
