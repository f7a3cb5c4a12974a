import { inspect } from "node:util";
import type { WorkerMessage } from "./messages.ts";

/** What `node:test` says of each test; of the fields of an event, those that are read here. */
interface TestEvent {
  readonly type: string;
  readonly data: {
    readonly name: string;
    readonly nesting: number;
    readonly message?: string;
    readonly skip?: string | boolean;
    readonly details?: { readonly type?: string; readonly error?: Error };
  };
}

const send = (message: WorkerMessage) => process.send?.(message);

/** A reporter for `node:test`: it tells run.mjs of each test, and writes nothing itself. */
export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const { type, data } of events) {
    if (type === "test:diagnostic") {
      if (data.nesting > 0) send({ said: data.message ?? "" });
      // Of the whole process: counts, and what went wrong after a test had ended. By then nobody listens.
      else if (!COUNT.test(data.message ?? "")) yield `${data.message}\n`;
    }
    if (type !== "test:pass" && type !== "test:fail") continue;
    const { name, nesting, skip, details } = data;
    // The outermost suite is the file.
    if (nesting === 0) {
      process.emit("handpress:file-ended" as never);
      if (type === "test:pass" || isOfTests(details?.error)) continue;
    }
    send({
      test: {
        name: nesting === 0 ? "the file itself" : name,
        depth: Math.max(1, nesting),
        isSuite: nesting > 0 && details?.type === "suite",
        ...(type === "test:fail" ? { error: describeError(details?.error) } : {}),
        ...(skip === undefined || skip === false ? {} : { skip: String(skip) }),
      },
    });
  }
}

const COUNT = /^(?:tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$/;

/** A suite fails with its tests, which are told by themselves. */
function isOfTests(error: Error | undefined): boolean {
  return (error as { failureType?: string } | undefined)?.failureType === "subtestsFailed";
}

function describeError(error: Error | undefined): string {
  if (isOfTests(error)) return "Tests of it failed.";
  return inspect(error?.cause ?? error, { depth: 8, colors: process.stdout.isTTY });
}
