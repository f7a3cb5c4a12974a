import type { Readable, Writable } from "node:stream";
import type { ConnectionTransport } from "puppeteer-core";

/**
 * The DevTools protocol over two pipes (`--remote-debugging-pipe`): JSON messages that end in a
 * zero byte. A pipe, because a local port could be used by any other program on the machine.
 */
export class PipeTransport implements ConnectionTransport {
  onmessage?: (message: string) => void;
  onclose?: () => void;
  readonly #output: Writable;
  #pending: Buffer[] = [];
  #closed = false;

  constructor(output: Writable, input: Readable) {
    this.#output = output;
    input.on("data", (chunk: Buffer) => this.#receive(chunk));
    input.on("close", () => this.#end());
    // A browser that dies leaves broken pipes: `close` follows, and says all that is to be said.
    input.on("error", () => {});
    output.on("error", () => {});
  }

  send(message: string): void {
    if (!this.#closed) this.#output.write(`${message}\0`);
  }

  close(): void {
    this.#end();
  }

  #end(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#pending = [];
    this.onclose?.();
  }

  #receive(chunk: Buffer): void {
    let rest = chunk;
    for (let end = rest.indexOf(0); end !== -1; end = rest.indexOf(0)) {
      const message = Buffer.concat([...this.#pending, rest.subarray(0, end)]).toString("utf8");
      this.#pending = [];
      rest = rest.subarray(end + 1);
      // One message a turn, so that promises which the last one settled run before the next.
      setImmediate(() => {
        if (!this.#closed) this.onmessage?.(message);
      });
    }
    if (rest.length > 0) this.#pending.push(rest);
  }
}
