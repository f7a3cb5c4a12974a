import type { Browser, PrintRequest } from "./browser.ts";

/**
 * Begins to open a document before it is asked for. Whoever opens it then waits for less.
 *
 * @param request what will be opened first, and is opened at least once: its session has to be closed.
 * @returns the browser, whose first document is this one. Its failure is told where it is opened.
 */
export function openAhead(browser: Browser, { html, assets }: PrintRequest): Browser {
  let ahead: ReturnType<Browser["open"]> | undefined = browser.open({ html, assets });
  ahead.catch(() => {});
  return {
    version: browser.version,
    close: () => browser.close(),
    open(asked) {
      const opening = asked.html === html && asked.assets === assets ? ahead : undefined;
      if (opening === undefined) return browser.open(asked);
      ahead = undefined;
      return opening;
    },
  };
}
