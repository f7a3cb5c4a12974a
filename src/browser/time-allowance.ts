import { BrowserError } from "./browser-error.ts";

/** The time that a document may take. Nobody asks what time it is: it is over, or not yet. */
export interface Allowance {
  readonly isOver: boolean;
  /** What is thrown when it is over; it names the limit. */
  readonly fault: BrowserError;
  /** What `work` gives, or throws `fault` as soon as the time is over. */
  within<T>(work: () => Promise<T>): Promise<T>;
  stop(): void;
}

/** Begins now. */
export function allow(mostSeconds: number): Allowance {
  const fault = new BrowserError("hung", {}, { seconds: mostSeconds });
  let isOver = false;
  let end = (_: BrowserError): void => {};
  const over = new Promise<never>((_, reject) => {
    end = reject;
  });
  // Nobody may be waiting at that moment.
  over.catch(() => {});
  const timer = setTimeout(() => {
    isOver = true;
    end(fault);
  }, mostSeconds * 1000);
  // The browser keeps the program going for as long as there is something to wait for.
  timer.unref();
  return {
    get isOver() {
      return isOver;
    },
    fault,
    within: async (work) => {
      if (isOver) throw fault;
      return await Promise.race([over, work()]);
    },
    stop: () => clearTimeout(timer),
  };
}
