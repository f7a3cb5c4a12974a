import type { PrintRequest, PrintSession } from "./browser.ts";
import { BrowserError } from "./browser-error.ts";
import { withTimeout } from "./chromium-process.ts";
import type { DocumentPage } from "./document-page.ts";
import type { Lease, PagePool } from "./page-pool.ts";
import { type Allowance, allow } from "./time-allowance.ts";

/** A page that does not close in this time is ended with its browser. */
const CLOSING_MS = 5_000;
/** To give a long book's memory back takes a moment on a slow machine. */
const CLEARING_MS = 20_000;

/**
 * Opens a document. When the browser dies, or the page alone, the document is opened again in a new
 * browser, once, with all that was filled in, and while no other document is open. When the time
 * is over, its page is closed and the browser goes on with the others.
 *
 * @param mostSeconds for the document as a whole; a document that is opened again has as many again.
 */
export async function openSession(
  pool: PagePool,
  request: PrintRequest,
  mostSeconds: number,
): Promise<PrintSession> {
  await pool.enter();
  const filled = new Map<string, string>();
  let lease: Lease | undefined;
  let isSecondTime = false;
  let allowance = allow(mostSeconds);

  /** Steps that go on after their time leave nothing open. */
  async function openPage(mine: Allowance): Promise<Lease> {
    const fresh = await pool.lease(isSecondTime);
    if (mine.isOver) {
      await discard(fresh);
      throw mine.fault;
    }
    lease = fresh;
    await fresh.page.load(request);
    if (filled.size > 0) await fresh.page.fill(filled);
    return fresh;
  }

  async function attempt<T>(work: (page: DocumentPage) => Promise<T>): Promise<T> {
    for (;;) {
      const mine = allowance;
      try {
        return await mine.within(async () => work((lease ?? (await openPage(mine))).page));
      } catch (error) {
        const held = lease;
        const isAlive = (held?.process ?? pool.process).isAlive();
        if (mine.isOver) {
          lease = undefined;
          if (held !== undefined) await discard(held);
          throw mine.fault;
        }
        if (error instanceof BrowserError) throw error;
        // A page that crashed alone: its process lives, and the page is of no more use.
        const isCrash =
          error instanceof Error && /Target closed|Session closed|crash/i.test(error.message);
        if (isAlive && !isCrash) throw error;
        lease = undefined;
        if (isSecondTime) throw new BrowserError("died crashed", { cause: error });
        isSecondTime = true;
        mine.stop();
        pool.leave();
        await pool.enterAlone();
        allowance = allow(mostSeconds);
      }
    }
  }

  let isOpen = true;
  async function close(): Promise<void> {
    if (!isOpen) return;
    isOpen = false;
    allowance.stop();
    const last = lease;
    lease = undefined;
    try {
      if (last?.process.isAlive()) {
        const isUsable = await withTimeout(last.page.clear(), CLEARING_MS, "the page hangs");
        if (isUsable) pool.giveBack(last);
      }
    } catch {
      // The page is not used again.
      if (last !== undefined) await discard(last);
    } finally {
      pool.leave();
    }
  }

  const session: PrintSession = {
    fill: async (texts) => {
      await attempt((page) => page.fill(texts));
      for (const [id, text] of texts) filled.set(id, text);
    },
    print: (options) => attempt((page) => page.print(options)),
    close,
  };
  try {
    await attempt(async () => {});
  } catch (error) {
    await close();
    throw error;
  }
  return session;
}

/** Closes a page for good. One that does not answer cannot be reached: its browser is ended. */
async function discard({ page, process }: Lease): Promise<void> {
  if (!process.isAlive()) return;
  try {
    await withTimeout(page.discard(), CLOSING_MS, "the page hangs");
  } catch {
    await process.stop({ force: true });
  }
}
