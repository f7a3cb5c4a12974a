import { extname } from "node:path";
import { Worker, type WorkerOptions } from "node:worker_threads";

/**
 * Starts a thread from a module beside another.
 *
 * @param name of the module, without its ending.
 * @param beside address of the module that it lies beside: its `import.meta.url`.
 */
export function startThread(name: string, beside: string, options: WorkerOptions): Worker {
  const ending = extname(beside);
  const module = new URL(`./${name}${ending}`, beside);
  if (ending === ".js") return new Worker(module, options);
  // From its source, as the tests run it: a new thread does not know by itself how to read that.
  const [loader, file] = [import.meta.resolve("tsx/esm/api"), module.href].map((one) =>
    JSON.stringify(one),
  );
  const start = `import(${loader}).then(({ register }) => { register(); return import(${file}); })`;
  return new Worker(start, { ...options, eval: true });
}
